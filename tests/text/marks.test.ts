import { expect, test } from 'vitest';
import { findMarked } from '#text/marks.ts';

const quoted = (text: string) => findMarked(text, [{ start: 0, end: text.length }]).map(({ start, end }) => text.slice(start, end));

test('mark-up that was left in the text changes nothing: no quotation lies within another', () => {
  const said = (quay: string) =>
    `'We saw the "Sparrow" leave at dawn,' Ada Pell said. 'Nobody was on it,' she said, and ${quay} was empty. 'It was the "Heron" that came,' she said.`;
  expect(quoted(said('<em>the quay</em>'))).toEqual(quoted(said('the quay')));
});

test.each([
  ['headers.append("X-Custom-Header", "plain"); alert("Saved.");'],
  ['For instance: {"name":"test", "updated":true, "items": { "def": 3 } }'],
])('a program’s strings are nobody’s words: %s', (line) => {
  expect(quoted(line).filter((words) => words !== 'plain')).toEqual([]);
});

test.each([
  [
    'Holm called the plan "a gamble with our money": "It is the worst that I have read."',
    ['a gamble with our money', 'It is the worst that I have read.'],
  ],
  ['The mayor ("I have no time for this") left.', ['I have no time for this']],
])('a colon or a bracket beside words makes no program of them: %s', (line, words) => {
  expect(quoted(line)).toEqual(words);
});
