import { describe, expect, test } from 'vitest';
import { chooseSpeaker } from '../../src/app/same-speaker.ts';

const known = (...names: string[]) => names.map((name) => ({ name, quotes: 1, lastAt: 0 }));

describe('whom a typed name means', () => {
  test('a surname alone goes with its only bearer', () =>
    expect(chooseSpeaker(known('Marsh', 'Ida Marsh'))).toEqual({ names: ['Ida Marsh', 'Marsh'], others: [] }));

  test('a full name brings the surname alone, where nobody else bears it', () => {
    expect(chooseSpeaker(known('Ida Marsh'), known('Ida Marsh', 'Marsh'))?.names).toEqual(['Ida Marsh', 'Marsh']);
    expect(chooseSpeaker(known('Ida Marsh'), known('Ida Marsh', 'Marsh', 'Tom Marsh'))?.names).toEqual(['Ida Marsh']);
  });

  test('of two bearers the one who said most is meant; a surname alone is neither’s', () => {
    expect(chooseSpeaker(known('Ida Marsh', 'Tom Marsh', 'Marsh'))).toEqual({ names: ['Ida Marsh'], others: ['Tom Marsh', 'Marsh'] });
    expect(chooseSpeaker(known('Marsh', 'Ida Marsh', 'Tom Marsh'))).toEqual({ names: ['Marsh'], others: ['Ida Marsh', 'Tom Marsh'] });
  });

  test('initials, longer forms and the order of names make no other person', () =>
    expect(chooseSpeaker(known('Orbán Viktor', 'Viktor Orbán', 'Viktor J. Orban'))?.names).toHaveLength(3));

  test('nobody fits', () => expect(chooseSpeaker([])).toBeUndefined());
});
