import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHousekeeping } from '../../src/app/housekeeping.ts';
import { DAY_MS, HOUR_MS, type Newsroom, openNewsroom } from './newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
});
afterEach(() => room.end());

const WORDS =
  'A crane fell into the old dock on Sunday.\n\n“Nobody was near it,” Mara Holm, the harbour master, said.\n\nIt had stood there since 1931, and nobody misses it.';
const textOf = async (title: string) => {
  const articles = await room.storage.tenant('desk').library.articles({ limit: 50 });
  const found = articles.find((article) => article.title === title);
  return found && (await room.storage.articles.get(found.articleId))?.article.text;
};

test('a body goes when its days are over, counted from its fetching; its quote stays and can be checked', async () => {
  await room.publish({ title: 'Crane falls', text: WORDS });
  await room.publish({ title: 'From the archive', text: WORDS.replace('crane', 'tower'), at: room.now - 400 * DAY_MS });
  const keeping = createHousekeeping({ retention: room.storage.retention, now: () => room.now, bodyDays: 90, isStopped: () => false });
  expect(await keeping.tick()).toBe(0);
  room.now += 30 * 60_000;
  await room.publish({ title: 'Crane raised', text: WORDS.replace('fell into', 'rose from') });
  room.now += 91 * DAY_MS;
  await room.publish({ title: 'Crane sold', text: WORDS.replace('fell into', 'was sold with') });
  expect(await keeping.tick()).toBe(3);
  expect(await keeping.tick()).toBe(0);
  room.now += HOUR_MS;
  expect(await keeping.tick()).toBe(0);
  expect(await textOf('Crane sold')).toContain('since 1931');
  const left = await textOf('Crane falls');
  expect([left?.includes('“Nobody was near it,” Mara Holm'), left?.includes('on Sunday')]).toEqual([true, false]);
  const { quotes } = await room.storage.tenant('desk').library.quotes({ limit: 9 });
  expect(quotes.map(({ text }) => text)).toEqual(Array(4).fill('Nobody was near it,'));
});

test('a feed that still carries an expired article brings no new version of it', async () => {
  await room.publish({ title: 'Crane falls', text: WORDS });
  room.now += 91 * DAY_MS;
  const [found] = await room.storage.tenant('desk').library.articles({ limit: 1 });
  await room.storage.retention.expireBodies(room.now - 90 * DAY_MS, 9);
  const excerpt = (await textOf('Crane falls')) ?? '';
  const at = found?.publishedAt ?? 0;
  // A teaser's page is not asked for again: what is stored of it is handed in.
  for (const text of [excerpt, WORDS]) await room.publish({ title: 'Crane falls', text, at });
  expect(await textOf('Crane falls')).toBe(excerpt);
});

test('a stop comes between two steps', async () => {
  let steps = 0;
  const retention = { ...room.storage.retention, expireBodies: async () => ++steps };
  await createHousekeeping({ retention, now: () => room.now, bodyDays: 90, isStopped: () => steps >= 3 }).tick();
  expect(steps).toBe(3);
});
