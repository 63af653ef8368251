/** An embedded store full of everything → PostgreSQL: every answer is the same there, nothing is written over, and life goes on. */
import { join } from 'node:path';
import Keyv from 'keyv';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Delivery, Schedule } from '#model/schedule.ts';
import { copyStore } from '#storage/copy-store.ts';
import { createPostgresKysely } from '#storage/postgres-database.ts';
import { createKysely, openDatabaseFile } from '#storage/sqlite-database.ts';
import type { Storage } from '#storage/storage.ts';
import { HOUR_MS, ingested, manyIngested, NOON } from '../contract/ingested.ts';
import { openTemporary } from './engine.ts';
import { connectionsTo, openOnPGlite, sharedPGlite } from './pglite.ts';

let embedded: Awaited<ReturnType<typeof openTemporary>>;
beforeEach(async () => {
  embedded = await openTemporary();
  await fill(embedded.storage);
}, 120_000);
afterEach(() => embedded.end());

async function fill(storage: Storage): Promise<void> {
  const feed = { url: 'https://harbour.example/', title: 'Harbour', owner: null, everybody: true };
  await storage.feeds.put({ id: 'harbour', ...feed });
  await storage.feeds.put({ id: 'private', ...feed, owner: 'slack:T1', everybody: false });
  await storage.articles.put(null, [
    ...manyIngested(30, (index) => ({ clusterKeys: ['k', `k${index}`] })),
    ingested({
      id: 'odd',
      title: 'Zoë\0 🚢',
      marked: 'One\0 \u{F8FE}. "«We are “open”.\0|Zoë Ångström»" [1,400 ships]',
      at: NOON - HOUR_MS,
    }),
    ingested({ id: 'old', marked: 'It began.\n\n"«Long ago.|Old Timer»"\n\nAnd ended.', at: NOON - 9_999 * HOUR_MS }),
  ]);
  await storage.articles.put('slack:T1', [ingested({ id: 'own', feedId: 'private', marked: '"«Secret.|Bo Falk»"' })]);
  await storage.retention.expireBodies(NOON - 9_000 * HOUR_MS, 9);
  const tenant = storage.tenant('slack:T1');
  await tenant.topics.put({ slug: 'harbour', title: 'Harbour', all: ['pier'], any: [], none: [], feeds: [], origin: 'store' });
  await tenant.mutes.add('slack:T1:C1', { kind: 'word', what: 'football' });
  await tenant.audit.append({ at: NOON, who: 'U1', what: 'topics add', detail: 'harbour' });
  const schedule = { id: 's1', tenant: 'slack:T1', channel: 'slack:T1:C1', zone: 'UTC', addedAt: NOON } as unknown as Schedule;
  const slot = { local: '2026-06-01T12:00', at: NOON };
  const delivery = {
    id: 's1@1',
    tenant: 'slack:T1',
    scheduleId: 's1',
    channel: schedule.channel,
    slot,
    state: 'planned',
    steps: [],
    parts: [],
  };
  await tenant.schedules.put(schedule, slot);
  await storage.work.claim('s1', slot, { local: '2026-06-02T12:00', at: NOON + 24 * HOUR_MS }, [delivery as unknown as Delivery]);
  await new Keyv({ store: storage.keyv('answers') }).set('a', { text: 'x\0y' });
}

/** Everything that a tenant can ask. */
async function answers(storage: Storage) {
  const tenant = storage.tenant('slack:T1');
  const { library } = tenant;
  return {
    feeds: await storage.feeds.list(),
    articles: await library.articles({ limit: 99 }),
    searched: await library.articles({ all: ['report'], any: ['5', '7'], limit: 99 }),
    phrase: await library.articles({ all: ['"it began"'], limit: 9 }),
    quotes: await library.quotes({ limit: 99 }),
    about: await library.quotes({ about: ['ships came'], limit: 99 }),
    expired: await library.quotes({ about: ['ago'], limit: 9 }),
    figures: await library.figures({ words: ['ship'], limit: 99 }),
    speakers: await library.speakers('', 9),
    stories: await library.stories(['story-odd', 'story-old', 'story-own']),
    candidates: await storage.articles.candidates(null, ['k', 'k3'], 0, NOON + 99 * HOUR_MS, 5),
    topics: await tenant.topics.list(),
    mutes: await tenant.mutes.of('slack:T1:C1'),
    audit: await tenant.audit.list(9),
    schedules: await tenant.schedules.list(),
    deliveries: await tenant.deliveries.list({ limit: 9 }),
    state: await new Keyv({ store: storage.keyv('answers') }).get('a'),
  };
}

test('every answer is the same after the copy; a second copy is refused; what comes next gets numbers of its own', {
  timeout: 60_000,
}, async () => {
  const served = await openOnPGlite();
  const target = createPostgresKysely(connectionsTo(await sharedPGlite()));
  const source = createKysely(openDatabaseFile(join(embedded.dataDir, 'wirebrief.db'), 'read-only'));
  const progress: string[] = [];
  const copied = await copyStore(source, target, (table, done, total) => void progress.push(`${table} ${done}/${total}`));
  expect(copied.find(({ table }) => table === 'article')).toMatchObject({ rows: 33, checksum: expect.stringMatching(/^[\w-]{43}$/) });
  expect(progress).toContain('article 33/33');
  expect(await answers(served.storage)).toEqual(await answers(embedded.storage));

  await expect(copyStore(source, target, () => {})).rejects.toMatchObject({ code: 'not-empty' });
  expect(await served.storage.articles.count()).toBe(33);
  await served.storage.articles.put(null, [ingested({ id: 'new', marked: '"«And on.|New Speaker»"', at: NOON + 99 * HOUR_MS })]);
  await served.storage.tenant('slack:T1').audit.append({ at: NOON + 1, who: 'U1', what: 'topics remove', detail: '' });
  expect((await served.storage.tenant('desk').library.speakers('new', 3)).map(({ name }) => name)).toEqual(['New Speaker']);
  expect((await served.storage.tenant('slack:T1').audit.list(9)).length).toBe(2);
  await source.destroy();
  await served.end();
});
