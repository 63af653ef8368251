/** A worker and a page for an hour of their own calendar: feeds polled, briefings posted, commands answered each minute; memory at its quarters. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage } from '#storage/open.ts';
import type { Storage } from '#storage/storage.ts';
import { commands } from '../../commands/index.ts';
import { claimFeeds } from '../../src/app/claimed-feeds.ts';
import { createClock } from '../../src/app/clock.ts';
import { contextFor } from '../../src/app/context.ts';
import { createDispatcher } from '../../src/app/dispatch.ts';
import { nextSlot } from '../../src/app/next-slot.ts';
import { pollFeed } from '../../src/app/poll.ts';
import { slotFields } from '../../src/app/slot-fields.ts';
import type { ChatAdapter } from '../../src/chat/chat.ts';
import { readConfig } from '../../src/config.ts';
import type { Schedule } from '../../src/model/schedule.ts';
import { noReading } from '../app/no-reading.ts';
import { createDatabase, noServer } from '../storage/server.ts';
import { mb, type Table } from './bench-table.ts';
import { generateArticle } from './generated-news.ts';

const MINUTES = 60;
const FEEDS = 20;
const CHANNELS = 12;
const START = Date.UTC(2026, 2, 2, 8);
const TENANT = 'chat:T1';

export async function benchSoak(table: Table): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wirebrief-soak-'));
  await soak(table, 'SQLite', (now) => openStorage({ dataDir: folder, mode: 'own', now }));
  rmSync(folder, { recursive: true });
  if (await noServer()) return;
  const database = await createDatabase();
  await soak(table, 'PostgreSQL', (now) => openStorage({ dataDir: '', databaseUrl: database.url, mode: 'own', now }));
  await database.drop();
}

async function soak(table: Table, engine: string, open: (now: () => number) => Promise<Storage>): Promise<void> {
  let time = START;
  let minute = 0;
  const now = () => time;
  const storage = await open(now);
  const config = { ...readConfig({}), zone: 'UTC', sample: null };
  let posts = 0;
  const adapter: ChatAdapter = {
    platform: 'chat',
    start: async () => {},
    stop: async () => {},
    health: () => ({ state: 'connected' }),
    post: async (channel, _document, key) => {
      posts += 1;
      return { kind: 'posted', message: { channel, ids: [key] } };
    },
  };
  const fail = (error: unknown): never => {
    throw error;
  };
  const wakeIn = (ms: number, wake: () => void) => {
    const timer = setTimeout(wake, ms).unref();
    return () => clearTimeout(timer);
  };
  const clock = createClock({ storage, config, now, random: Math.random, wakeIn, adapters: () => [adapter], onFault: fail });
  const handlers = createDispatcher({
    commands,
    now,
    contextFor: (ask) => contextFor(ask, { storage, config, commands, now, firstReading: noReading, connections: null }),
    onFault: fail,
  });
  for (let index = 0; index < FEEDS; index++)
    await storage.feeds.put({
      id: `feed${index}`,
      url: `https://f${index}.example/feed`,
      title: `Feed ${index}`,
      owner: null,
      everybody: true,
    });
  for (let index = 0; index < CHANNELS; index++) await enrol(storage, index);
  const fetchFeed = async (url: string) => {
    const { title, text } = generateArticle(minute * FEEDS + Number(/\d+/.exec(url)?.[0]));
    const item = `<item><title>${title}</title><link>${url}/${minute}</link><description><![CDATA[${text}]]></description></item>`;
    const bytes = Buffer.from(`<rss version="2.0"><channel><title>F</title>${item}</channel></rss>`);
    return { kind: 'fresh' as const, bytes, contentType: 'text/xml', url, validators: {} };
  };
  await clock.start();
  const heaps: number[] = [];
  for (; minute < MINUTES; minute++) {
    time = START + minute * 60_000;
    const claimed = claimFeeds(storage.feeds, now, fail);
    for (let feed = await claimed.next(); feed; feed = await claimed.next()) {
      await pollFeed(feed, { storage, now, pollMinutes: 1, fetchFeed });
      const state = await storage.feeds.get(feed.id);
      if (state) await storage.feeds.recordPoll(feed.id, { ...state, nextPollAt: time + 60_000 });
      claimed.done(feed.id);
    }
    await claimed.stop();
    await clock.tick();
    await clock.idle();
    for (const text of ['brief', 'quotes about ferry', 'figures hospital', 'status'])
      await handlers.answer({
        eventId: `${minute}${text}`,
        tenant: TENANT,
        channel: `${TENANT}:C1`,
        isManager: false,
        body: { kind: 'text', text },
      });
    if ((minute + 1) % 15 === 0) {
      globalThis.gc?.();
      heaps.push(process.memoryUsage().heapUsed);
    }
  }
  await clock.stop();
  const articles = await storage.articles.count();
  await storage.close();
  table.add(
    `an hour on ${engine}: heap at each quarter`,
    heaps.map(mb).join(', '),
    `${articles} articles, ${posts} posts${globalThis.gc ? '' : '; without --expose-gc'}`,
  );
}

async function enrol(storage: Storage, index: number): Promise<void> {
  const when = { kind: 'cron', expression: `${index}-59/${CHANNELS} * * * *` } as const;
  const fields = slotFields(when, []);
  if ('code' in fields) throw new Error(fields.message);
  const schedule: Schedule = {
    id: `s${index}`,
    tenant: TENANT,
    channel: `${TENANT}:C${index}`,
    topics: [],
    when,
    zone: 'UTC',
    locale: 'en-GB',
    detail: 'short',
    empty: 'nothing',
    quiet: [],
    paused: false,
    addedAt: START,
    origin: 'store',
  };
  await storage.tenant(TENANT).schedules.put(schedule, nextSlot(fields, 'UTC', START) ?? null);
}
