import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SAMPLE } from '#model/subscription.ts';
import { wideFind } from '#storage/library-speakers.ts';
import { narrowSpeakers } from '#storage/narrow-speakers.ts';
import { createKysely, openDatabaseFile } from '#storage/sqlite-database.ts';
import { HOUR_MS, ingested, NOON } from '../contract/ingested.ts';
import { openTemporary } from './engine.ts';

const DAY_MS = 24 * HOUR_MS;
let engine: Awaited<ReturnType<typeof openTemporary>>;
let db: ReturnType<typeof createKysely>;

beforeEach(async () => {
  engine = await openTemporary();
  const feed = { url: 'https://harbour.example/', title: 'Harbour', everybody: true };
  await engine.storage.feeds.put({ ...feed, id: 'harbour', owner: null });
  await engine.storage.feeds.put({ ...feed, id: 'sample', owner: SAMPLE, everybody: false });
  const said = (id: string, days: number, name: string, feedId = 'harbour') =>
    ingested({ id, feedId, at: NOON - days * DAY_MS, marked: `"«Words of ${id}.|${name}»"` });
  await engine.storage.articles.put(null, [
    said('a', 0, 'Xi Jinping'),
    said('b', 1, 'Xiomara Paz'),
    said('c', 1, 'Xiomara Paz'),
    said('d', 60, 'Old Timer'),
    said('e', 61, 'Old Timer'),
    said('f', 62, 'Old Timer'),
  ]);
  await engine.storage.articles.put(SAMPLE, [said('s', 0, 'Xenia Sample', 'sample')]);
  db = createKysely(openDatabaseFile(join(engine.dataDir, 'wirebrief.db'), 'read-only'));
});
afterEach(async () => {
  await db.destroy();
  await engine.end();
});

/** A small store takes the narrow way, a large one the wide; both must say the same. */
describe.each(['narrow', 'wide'])('the %s way', (way) => {
  const find = async (words: string[], isWhole: boolean, limit = 9, tenant = 'desk') => {
    const ask = way === 'wide' ? wideFind(db, tenant) : await narrowSpeakers(db, tenant);
    if (ask === undefined) throw new Error('seven articles are few');
    return (await ask(words, isWhole, limit)).map(({ name, quotes, lastAt }) => [name, quotes, (NOON - lastAt) / DAY_MS]);
  };

  test('orders by what was said lately, within what the tenant sees', async () => {
    const all = [
      ['Xiomara Paz', 2, 1],
      ['Xi Jinping', 1, 0],
      ['Old Timer', 3, 60],
    ];
    expect(await find([], true)).toEqual(all);
    expect(await find([], true, 2)).toEqual(all.slice(0, 2));
    expect(await find([], true, 9, SAMPLE)).toEqual([['Xenia Sample', 1, 0]]);
  });

  test('tells a whole word from the beginning of one', async () => {
    expect(await find(['xi'], true)).toEqual([['Xi Jinping', 1, 0]]);
    expect((await find(['xi'], false)).map(([name]) => name)).toEqual(['Xiomara Paz', 'Xi Jinping']);
    expect(await find(['xi', 'ji'], false)).toEqual([['Xi Jinping', 1, 0]]);
    expect(await find(['timer', 'xi'], false)).toEqual([]);
  });
});
