import { expect, it } from 'vitest';
import { withDates } from '#brief/dated.ts';
import { wordsOf } from '#brief/words.ts';

/** A Monday, read on the Tuesday and two weeks later. */
const publishedAt = Date.parse('2023-10-16T12:05:00Z');
const next = { publishedAt, asOf: Date.parse('2023-10-17T08:00:00Z'), locale: 'en-GB' };
const later = { ...next, asOf: Date.parse('2023-10-31T08:00:00Z') };

it.each([
  [next, 'The council voted on Monday.', 'The council voted on Monday.'],
  [next, 'The council voted yesterday.', 'The council voted yesterday (15 Oct).'],
  [next, 'The council meets today and tomorrow.', 'The council meets today (16 Oct) and tomorrow (17 Oct).'],
  // In Manila it was the 17th already.
  [{ ...next, publishedAt: publishedAt + 8 * 3_600_000 }, 'The council meets today.', 'The council meets today.'],
  [next, '“We vote today,” Holm said.', '“We vote today,” Holm said.'],
  [next, 'A poll by USA TODAY found it; USA Today asked 900 people.', 'A poll by USA TODAY found it; USA Today asked 900 people.'],
  [next, 'Today the council meets.', 'Today (16 Oct) the council meets.'],
  [next, 'In today’s paper nobody read of it.', 'In today’s paper nobody read of it.'],
  [{ ...next, asOf: publishedAt + 3_600_000 }, 'The council voted yesterday.', 'The council voted yesterday.'],
  [later, 'The council voted on Monday.', 'The council voted on Monday (16 Oct).'],
  [later, 'The council voted on Friday.', 'The council voted on Friday (13 Oct).'],
  // Years later the day alone would be taken for one of this year.
  [{ ...later, asOf: Date.parse('2026-01-10T08:00:00Z') }, 'The council voted on Monday.', 'The council voted on Monday (16 Oct 2023).'],
  // Where it was Tuesday already, the report may mean its own day.
  [later, 'The council voted on Tuesday.', 'The council voted on Tuesday.'],
  [later, 'The minister arrives on Friday.', 'The minister arrives on Friday.'],
  [later, 'The council was due on Friday.', 'The council was due on Friday.'],
  [later, 'The council planned to vote on Friday.', 'The council planned to vote on Friday.'],
  [later, 'The council will vote on Tuesday.', 'The council will vote on Tuesday.'],
])('a day that would mislead has its date beside it (%#)', (reading, text, shown) => {
  expect(withDates(text, reading)).toBe(shown);
  // Nothing but a date is added, and nothing is taken away.
  expect(wordsOf(shown.replace(/ \(\d+ \p{L}+(?: \d{4})?\)/gu, ''))).toEqual(wordsOf(text));
});
