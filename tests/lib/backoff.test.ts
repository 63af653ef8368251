import { expect, it } from 'vitest';
import { backoffMs } from '#lib/backoff.ts';

it('the wait doubles up to its limit, with jitter of a half', () => {
  const waits = [0, 1, 2, 9, 1_000].map((attempt) => [
    backoffMs(attempt, { baseMs: 100, maxMs: 1_000 }, 0),
    backoffMs(attempt, { baseMs: 100, maxMs: 1_000 }, 1),
  ]);
  expect(waits).toEqual([
    [50, 100],
    [100, 200],
    [200, 400],
    [500, 1_000],
    [500, 1_000],
  ]);
});
