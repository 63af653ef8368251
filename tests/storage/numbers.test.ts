import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstNumberAt, lastNumberAt } from '#storage/numbers.ts';
import { HOUR_MS, ingested, NOON } from '../contract/ingested.ts';
import { openTemporary } from './engine.ts';

test('numbers rise with time, fit a safe integer, and the moments do not overlap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 42 - 2 }), (at) => {
      expect(lastNumberAt(at)).toBe(firstNumberAt(at + 1) - 1);
      expect(Number.isSafeInteger(lastNumberAt(at + 1))).toBe(true);
    }),
  );
});

test.each([Number.NaN, -1, -1e18, 1e18, Number.POSITIVE_INFINITY])('a time that is none (%s) still has numbers', (at) => {
  expect(Number.isSafeInteger(firstNumberAt(at)) && firstNumberAt(at) >= 0).toBe(true);
});

test('more than a millisecond has room for: feeds that date by the day', async () => {
  const engine = await openTemporary();
  await engine.storage.feeds.put({ id: 'harbour', url: 'https://harbour.example/', title: 'Harbour', owner: null, everybody: true });
  // 3,000 quotes of one moment; a millisecond has room for 2,048.
  const marked = Array.from({ length: 300 }, (_, index) => `"«Words number ${index}.|Ada Lind»"`).join(' ');
  for (let index = 0; index < 10; index++) await engine.storage.articles.put(null, [ingested({ id: `a${index}`, marked })]);
  await engine.storage.articles.put(null, [
    ingested({ id: 'before', marked: '"«Before.|Ada Lind»"', at: NOON - HOUR_MS }),
    ingested({ id: 'after', marked: '"«After.|Ada Lind»"', at: NOON + HOUR_MS }),
  ]);
  const { library } = engine.storage.tenant('desk');
  expect((await library.quotes({ limit: 1 })).quotes[0]?.text).toBe('After.');
  const { quotes } = await library.quotes({ limit: 4_000 });
  expect([quotes.length, quotes.at(-1)?.text, new Set(quotes.map(({ article }) => article.id)).size]).toEqual([3_002, 'Before.', 12]);
  await engine.end();
});
