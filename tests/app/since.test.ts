import { describe, expect, test } from 'vitest';
import { localDate, parseSince, startOfDay } from '../../src/app/since.ts';

/** Wednesday. */
const now = Date.parse('2023-10-18T06:30:00Z');
const at = (words: string, zone = 'UTC') => {
  const instant = parseSince(words, now, zone);
  return instant === undefined ? undefined : new Date(instant).toISOString();
};

describe('parseSince', () => {
  test.each([
    ['7d', 'UTC', '2023-10-11T06:30:00.000Z'],
    ['12h', 'UTC', '2023-10-17T18:30:00.000Z'],
    ['2 weeks', 'UTC', '2023-10-04T06:30:00.000Z'],
    ['today', 'UTC', '2023-10-18T00:00:00.000Z'],
    ['today', 'Asia/Manila', '2023-10-17T16:00:00.000Z'],
    ['yesterday', 'America/New_York', '2023-10-17T04:00:00.000Z'],
    ['Monday', 'UTC', '2023-10-16T00:00:00.000Z'],
    ['wed', 'UTC', '2023-10-18T00:00:00.000Z'],
    ['thursday', 'UTC', '2023-10-12T00:00:00.000Z'],
    ['this week', 'UTC', '2023-10-16T00:00:00.000Z'],
    ['last week', 'UTC', '2023-10-11T00:00:00.000Z'],
    ['this month', 'Europe/Berlin', '2023-09-30T22:00:00.000Z'],
    ['2023-10-01', 'Europe/Berlin', '2023-09-30T22:00:00.000Z'],
    ['2023-10-01T10:00:00Z', 'Europe/Berlin', '2023-10-01T10:00:00.000Z'],
  ])('%s in %s', (words, zone, expected) => expect(at(words, zone)).toBe(expected));

  test.each(['soon', '', '2023-13-40', '2023-02-30', 'd7', '99999d'])('%j means no time', (words) => expect(at(words)).toBeUndefined());

  test('a day whose midnight does not exist starts with its first instant', () => {
    // Beirut, 2023-03-26: the clocks went from 00:00 to 01:00, some days later than announced; Santiago likewise in September.
    for (const [date, zone] of [
      ['2024-09-08', 'America/Santiago'],
      ['2018-11-04', 'America/Sao_Paulo'],
    ] as const) {
      const start = startOfDay(date, zone);
      expect(localDate(start, zone)).toBe(date);
      expect(localDate(start - 1, zone)).not.toBe(date);
    }
  });
});
