/**
 * The bot under torture: clock, ledger and queue over a real database, on a calendar that runs days in seconds. It is killed from outside at
 * any moment; its posts stand in a file that outlives it. Says "T <moment>" on standard output for each step of the calendar.
 */
import { appendFileSync, existsSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openStorage } from '#storage/open.ts';
import type { Storage } from '#storage/storage.ts';
import { type Clock, createClock } from '../../src/app/clock.ts';
import { nextSlot } from '../../src/app/next-slot.ts';
import { slotFields } from '../../src/app/slot-fields.ts';
import { storeArticles } from '../../src/app/store-articles.ts';
import type { ChatAdapter, PostOutcome } from '../../src/chat/chat.ts';
import { readConfig } from '../../src/config.ts';
import { articleAt, HOUR_MS, MINUTE_MS, randomFrom, START, schedulesOf, TENANT } from './torture-plan.ts';

const [folder = '', from = '0', seed = '1', life = '0', schedules = '10', days = '1', mood = 'rough'] = process.argv.slice(2);
const plan = { seed: Number(seed), schedules: Number(schedules), days: Number(days) };
const random = randomFrom(plan.seed * 1_000 + Number(life));
const chance = (share: number): boolean => mood === 'rough' && random() < share;
const end = START + plan.days * 24 * HOUR_MS;
let now = Math.max(Number(from), START);
let timers: { readonly at: number; readonly wake: () => void }[] = [];

const worldFile = join(folder, 'world.jsonl');
const standing = new Set<string>();
if (existsSync(worldFile))
  for (const line of readFileSync(worldFile, 'utf8').split('\n').filter(Boolean)) {
    const { channel, key } = JSON.parse(line);
    standing.add(`${channel} ${key}`);
  }

const problem = (code: string) => ({ code, message: `The stand-in answered ${code}.` });
const adapter: ChatAdapter = {
  platform: 'chat',
  start: async () => {},
  stop: async () => {},
  health: () => ({ state: 'connected' }),
  post: async (channel, document, key): Promise<PostOutcome> => {
    const posted: PostOutcome = { kind: 'posted', message: { channel, ids: [key] } };
    if (standing.has(`${channel} ${key}`)) return posted;
    if (chance(0.06)) return { kind: 'later', retryAt: now + Math.ceil(random() * 20) * MINUTE_MS, problem: problem('429') };
    if (chance(0.02)) return { kind: 'later', retryAt: now + 2 * HOUR_MS, problem: problem('503') };
    if (chance(0.02)) throw new Error('a socket was dropped');
    if (chance(0.02)) return { kind: 'unknown', problem: problem('lost-on-the-way') };
    if (chance(0.01)) return { kind: 'refused', problem: problem('not-in-channel') };
    standing.add(`${channel} ${key}`);
    const quotes = document.blocks.flatMap((block) => (block.kind === 'quote' ? [block.text] : []));
    appendFileSync(worldFile, `${JSON.stringify({ channel, key, at: now, quotes })}\n`);
    return chance(0.03) ? { kind: 'unknown', problem: problem('lost-on-the-way-back') } : posted;
  },
};

const storage = await openStorage({ dataDir: folder, mode: 'own', now: () => now });
/** Now and then the disk is full, before or after what was written. */
const rough: Storage = {
  ...storage,
  tenant: (id) => {
    const tenant = storage.tenant(id);
    const save: typeof tenant.deliveries.save = async (...saved) => {
      if (chance(0.01)) throw new Error('the disk is full');
      await tenant.deliveries.save(...saved);
      if (chance(0.01)) throw new Error('the disk failed after the write');
    };
    return { ...tenant, deliveries: { ...tenant.deliveries, save } };
  },
};

if ((await storage.feeds.list()).length === 0) {
  const feed = { id: 'harbour', url: 'https://harbour.example/', title: 'The harbour', owner: null, everybody: true };
  await storage.feeds.put(feed);
  await storage.feeds.recordPoll('harbour', {
    validators: {},
    polledAt: START - 24 * HOUR_MS,
    nextPollAt: null,
    failures: 0,
    problem: null,
  });
}
const known = new Set((await storage.tenant(TENANT).schedules.list()).map(({ schedule }) => schedule.id));
for (const schedule of schedulesOf(plan)) {
  const fields = slotFields(schedule.when, schedule.quiet);
  if (known.has(schedule.id) || 'code' in fields) continue;
  await storage.tenant(TENANT).schedules.put(schedule, nextSlot(fields, schedule.zone, START) ?? null);
}

const clock: Clock = createClock({
  storage: rough,
  config: { ...readConfig({}), zone: 'UTC', sample: null },
  now: () => now,
  random,
  wakeIn: (ms, wake) => {
    const timer = { at: now + ms, wake };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  },
  adapters: () => [adapter],
  onFault: () => {},
});
await clock.start();

let hour = Math.max(0, Math.floor((now - START) / HOUR_MS) - 24);
for (;;) {
  for (; START + hour * HOUR_MS <= now; hour++) {
    const { url, title, text } = articleAt(hour);
    const article = { feedId: 'harbour', outlet: 'The harbour', url, title, text, publishedAt: START + hour * HOUR_MS, fetchedAt: now };
    await storeArticles(null, [{ article, key: url, guid: null }], storage.articles);
  }
  writeSync(1, `T ${now}\n`);
  await (chance(0.1) ? Promise.all([clock.tick(), clock.tick()]) : clock.tick());
  await clock.idle();
  const [due] = await storage.work.due(Number.MAX_SAFE_INTEGER, 1);
  const moments = [due?.next.at ?? end, ...timers.map(({ at }) => at), START + hour * HOUR_MS].filter((at) => at > now);
  // In the end all that waits is waited for.
  const open = (await storage.work.unfinished(1)).length > 0;
  if (now >= end && !(open && timers.length > 0)) break;
  now = now >= end ? Math.min(...timers.map(({ at }) => at)) : Math.min(end, ...moments);
  const ready = timers.filter(({ at }) => at <= now);
  timers = timers.filter(({ at }) => at > now);
  for (const { wake } of ready) wake();
}
if (mood === 'calm') {
  // Somebody mends what was refused, and sends it again.
  for (const { id } of await storage.tenant(TENANT).deliveries.list({ states: ['parked'], limit: 100_000 })) await clock.retry(TENANT, id);
  await clock.idle();
}
await clock.stop();
await storage.close();
writeSync(1, `END ${now}\n`);
