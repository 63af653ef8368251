import { expect, test } from 'vitest';
import { duePerMinute, type Load, simulateDay } from './simulate.ts';

const LOAD: Load = { feeds: 20_000, channels: 10_000, pollMinutes: 30, articlesPerDay: 10, pollsAtOnce: 8, databaseCores: 4 };

test('every channel has its briefing in some minute of the day', () => {
  expect(duePerMinute(10_000).reduce((sum, due) => sum + due, 0)).toBeCloseTo(10_000, 6);
});

test('more workers are never later, and enough of them keep up with the feeds', () => {
  const [one, two, four] = [1, 2, 4].map((workers) => simulateDay(LOAD, workers));
  if (!one || !two || !four) throw new Error('three runs');
  expect(two.briefingLateSeconds.p99).toBeLessThanOrEqual(one.briefingLateSeconds.p99);
  expect(four.briefingLateSeconds.p99).toBeLessThanOrEqual(two.briefingLateSeconds.p99);
  expect(four.pollLateSeconds.p99).toBeLessThanOrEqual(2);
  expect(four.pollQueue).toBeLessThan(20);
});

test('too few workers fall behind: polls that cannot be done wait longer and longer', () => {
  const slow = simulateDay({ ...LOAD, feeds: 100_000 }, 1);
  expect(slow.pollQueue).toBeGreaterThan(1_000_000);
  expect(slow.pollLateSeconds.p99).toBeGreaterThan(3_600);
});

test('Discord’s limit shows, however many workers there are', () => {
  const { briefingLateSeconds } = simulateDay({ ...LOAD, channels: 100_000 }, 50);
  expect(briefingLateSeconds.max).toBeGreaterThanOrEqual((duePerMinute(100_000)[8 * 60] ?? 0) / 2 / 50 - 2);
});
