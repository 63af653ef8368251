import { expect, test } from 'vitest';
import { toLatin } from '../../src/app/latin-letters.ts';

test.each([
  ['Путин', 'putin'],
  ['Хрущёв', 'khrushchyov'],
  ['Гриценко', 'gritsenko'],
  ['Ірина Marsh', 'irina marsh'],
])('%s is %s', (typed, latin) => expect(toLatin(typed)).toBe(latin));

test('Latin letters stay as they are', () => expect(toLatin('Marsh')).toBeUndefined());
