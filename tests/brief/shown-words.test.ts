import { expect, it } from 'vitest';
import { shownWords } from '#brief/shown-words.ts';

it.each([
  ['We are no longer counting in hours,', 'We are no longer counting in hours'],
  ['We go.', 'We go.'],
  ['Who says so?', 'Who says so?'],
  ['a relic', 'a relic'],
  ['first, second,', 'first, second'],
])('“%s” is shown as “%s”', (words, shown) => {
  expect(shownWords(words)).toBe(shown);
  expect(words).toContain(shown);
});
