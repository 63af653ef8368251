import { expect, test } from 'vitest';
import { csvLine } from '../../src/lib/csv.ts';

test('quotes what has to be quoted, and nothing else', () => {
  expect(csvLine(['plain', 'a, b', 'say “no”', 'say "no"', 'two\nlines', 12, -3.5, true, null, ''])).toBe(
    'plain,"a, b",say “no”,"say ""no""","two\nlines",12,-3.5,true,,\r\n',
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\r=x'])('makes no formula of a text: %j', (text) => {
  expect(csvLine([text]).replace(/^"/, '').startsWith("'")).toBe(true);
});
