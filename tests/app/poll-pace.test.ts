import { describe, expect, test } from 'vitest';
import type { FeedItem } from '#model/feed.ts';
import { isAsleep, learnPace, nextAfterAnswer, nextAfterFailure } from '../../src/app/poll-pace.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Wednesday, 10:00 UTC. */
const now = Date.parse('2026-11-25T10:00:00Z');

const itemsEvery = (minutes: number, count = 12, newestAt = now - 5 * MINUTE): FeedItem[] =>
  Array.from({ length: count }, (_, index) => ({
    guid: null,
    title: 'x',
    link: null,
    publishedAt: newestAt - index * minutes * MINUTE,
    html: null,
    isFullText: false,
    categories: [],
  }));
const minutesTo = (pace: Parameters<typeof nextAfterAnswer>[0], freshForMs?: number) =>
  (nextAfterAnswer(pace, now, { pollMinutes: 15, freshForMs }) - now) / MINUTE;

describe('when a feed is asked again', () => {
  test.each([
    ['a wire with an article a minute', itemsEvery(1), 15],
    ['an article every two hours', itemsEvery(120), 30],
    ['an article a day', itemsEvery(24 * 60), 60],
    ['two articles, which show nothing', itemsEvery(600, 2), 15],
    ['quiet for three weeks', itemsEvery(60, 12, now - 21 * DAY), 180],
    ['no dates at all', itemsEvery(1).map((item) => ({ ...item, publishedAt: null })), 15],
  ])('by its history: %s', (_, items, minutes) => {
    expect(minutesTo(learnPace(items))).toBe(minutes);
  });

  test('one article of another century among today’s changes nothing', () => {
    expect(minutesTo(learnPace([...itemsEvery(60), ...itemsEvery(1, 1, 0)]))).toBe(15);
  });

  test('by its ttl and by Cache-Control, whichever is longer, up to six hours', () => {
    const rhythm = { everyMinutes: 60, skipHours: [], skipDays: [] };
    expect(minutesTo({ rhythm })).toBe(60);
    expect(minutesTo({ rhythm }, 2 * HOUR)).toBe(120);
    expect(minutesTo({}, 5 * MINUTE)).toBe(15);
    expect(minutesTo({ rhythm: { ...rhythm, everyMinutes: 100_000 } }, 300 * DAY)).toBe(360);
  });

  test('not in the hours and on the days at which nothing comes', () => {
    const at = (skipHours: number[], skipDays: number[]) =>
      new Date(nextAfterAnswer({ rhythm: { skipHours, skipDays } }, now, { pollMinutes: 15 })).toISOString().slice(0, 16);
    expect(at([10, 11], [])).toBe('2026-11-25T12:00');
    expect(at([], [3, 4])).toBe('2026-11-27T00:00');
    expect(at([0, 1], [3])).toBe('2026-11-26T02:00');
    expect(at([...Array(24).keys()], [])).toBe('2026-11-25T10:15');
  });

  test('a failing one twice as late each time, and once a day in the end: then it is asleep', () => {
    const waits = [1, 2, 3, 6, 7, 8, 40].map((failures) => (nextAfterFailure(failures, now, 15) - now) / MINUTE);
    expect(waits).toEqual([30, 60, 120, 960, 1440, 1440, 1440]);
    const asleep = (failures: number) => isAsleep({ failures, polledAt: now, nextPollAt: nextAfterFailure(failures, now, 15) });
    expect([1, 6, 7, 40].map(asleep)).toEqual([false, false, true, true]);
  });
});
