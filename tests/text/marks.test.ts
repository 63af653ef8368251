import { expect, test } from 'vitest';
import { findMarked } from '#text/marks.ts';

const quoted = (text: string) => findMarked(text, [{ start: 0, end: text.length }]).map(({ start, end }) => text.slice(start, end));

test('mark-up that was left in the text changes nothing: no quotation lies within another', () => {
  const said = (quay: string) =>
    `'We saw the "Sparrow" leave at dawn,' Ada Pell said. 'Nobody was on it,' she said, and ${quay} was empty. 'It was the "Heron" that came,' she said.`;
  expect(quoted(said('<em>the quay</em>'))).toEqual(quoted(said('the quay')));
});
