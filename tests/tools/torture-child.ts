/**
 * The bot under torture: its own composition (house, clock, queue, Slack and Discord over sockets) on a calendar that runs days in seconds.
 * It is killed from outside at any moment. Says "T <moment>" on standard output for each step of the calendar, and goes on when it is told to.
 */
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as realSleep } from 'node:timers/promises';
import { openStorage } from '#storage/open.ts';
import type { Storage } from '#storage/storage.ts';
import { nextSlot } from '../../src/app/next-slot.ts';
import { slotFields } from '../../src/app/slot-fields.ts';
import { storeArticles } from '../../src/app/store-articles.ts';
import { furnish, type Time } from '../../src/cli/house.ts';
import { openPlatforms, type Platforms } from '../../src/cli/platforms.ts';
import { readConfig } from '../../src/config.ts';
import { articleAt, HOUR_MS, MINUTE_MS, randomFrom, START, schedulesOf, TENANTS } from './torture-plan.ts';

const [from = '0', seed = '1', life = '0', schedules = '10', days = '1', mood = 'rough'] = process.argv.slice(2);
const plan = { seed: Number(seed), schedules: Number(schedules), days: Number(days) };
const random = randomFrom(plan.seed * 1_000 + Number(life));
const chance = (share: number): boolean => mood === 'rough' && random() < share;
const end = START + plan.days * 24 * HOUR_MS;
let now = Math.max(Number(from), START);

/** `short`: somebody in the middle of something waits, and the calendar runs on for it. */
type Timer = { readonly at: number; readonly wake: () => void; readonly short: boolean };
let timers: readonly Timer[] = [];
const setTimer = (ms: number, wake: () => void, short: boolean) => {
  const timer = { at: now + Math.max(1, ms), wake, short };
  timers = [...timers, timer];
  return () => {
    timers = timers.filter((other) => other !== timer);
  };
};
const time: Time = {
  now: () => now,
  random,
  wakeIn: (ms, wake) => setTimer(ms, wake, false),
  sleep: (ms) => new Promise<void>((resolve) => void setTimer(ms, resolve, ms <= 2 * MINUTE_MS)),
};

const told = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
/** The stand-ins' clocks are set before anything more is sent to them. */
async function moveTo(at: number): Promise<void> {
  now = at;
  writeSync(1, `T ${now}\n`);
  await told.next();
  const ready = timers.filter((timer) => timer.at <= now);
  timers = timers.filter((timer) => timer.at > now);
  for (const { wake } of ready) wake();
}

const config = { ...readConfig(process.env), zone: 'UTC', sample: null };
const storage = await openStorage({ dataDir: config.dataDir, mode: 'own', now: () => now });
/** Now and then the disk is full, before or after what was written. */
const rough: Storage = {
  ...storage,
  work: {
    ...storage.work,
    claim: async (...claimed) => {
      if (chance(0.005)) throw new Error('the disk is full');
      const done = await storage.work.claim(...claimed);
      if (chance(0.005)) throw new Error('the disk failed after the write');
      return done;
    },
  },
  tenant: (id) => {
    const tenant = storage.tenant(id);
    const save: typeof tenant.deliveries.save = async (...saved) => {
      if (chance(0.01)) throw new Error('the disk is full');
      await tenant.deliveries.save(...saved);
      if (chance(0.01)) throw new Error('the disk failed after the write');
    };
    return { ...tenant, deliveries: { ...tenant.deliveries, save } };
  },
  keyv: (namespace) => {
    const keyv = storage.keyv(namespace);
    const set: typeof keyv.set = async (...given) => {
      if (chance(0.002)) throw new Error('the disk is full');
      return keyv.set(...given);
    };
    return new Proxy(keyv, {
      get: (whole, name) => {
        const value: unknown = name === 'set' ? set : Reflect.get(whole, name);
        return typeof value === 'function' && name !== 'set' ? value.bind(whole) : value;
      },
    });
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
const known = new Set<string>();
for (const tenant of TENANTS) for (const { schedule } of await storage.tenant(tenant).schedules.list()) known.add(schedule.id);
for (const schedule of schedulesOf(plan)) {
  const fields = slotFields(schedule.when, schedule.quiet);
  if (known.has(schedule.id) || 'code' in fields) continue;
  await storage.tenant(schedule.tenant).schedules.put(schedule, nextSlot(fields, schedule.zone, START) ?? null);
}

let platforms: Platforms | undefined;
const house = await furnish(config, rough, time, { adapters: () => platforms?.adapters ?? [] });
const { clock } = house;
if (!clock) throw new Error('a house with adapters has a clock');
await moveTo(now);
platforms = await openPlatforms(house);
await platforms.start(house.handlers, () => {});
await clock.start();

/** Until nothing is under way; whoever waits in the middle of something has the calendar run on for them. */
async function settle(work: Promise<unknown>): Promise<void> {
  let isDone = false;
  const done = work.then(() => {
    isDone = true;
  });
  while (!isDone) {
    await Promise.race([done, realSleep(4)]);
    const next = Math.min(...timers.filter(({ short }) => short).map(({ at }) => at));
    if (!isDone && Number.isFinite(next)) await moveTo(Math.max(now, next));
  }
}

let hour = Math.max(0, Math.floor((now - START) / HOUR_MS) - 24);
for (;;) {
  for (; START + hour * HOUR_MS <= now; hour++) {
    const { url, title, text } = articleAt(hour);
    const article = { feedId: 'harbour', outlet: 'The harbour', url, title, text, publishedAt: START + hour * HOUR_MS, fetchedAt: now };
    await storeArticles(null, [{ article, key: url, guid: null }], storage.articles);
  }
  await settle(chance(0.1) ? Promise.all([clock.tick(), clock.tick()]) : clock.tick());
  await settle(clock.idle());
  const [due] = await storage.work.due(Number.MAX_SAFE_INTEGER, 1);
  const moments = [due?.next.at ?? end, ...timers.map(({ at }) => at), START + hour * HOUR_MS].filter((at) => at > now);
  // In the end all that waits is waited for.
  const open = (await storage.work.unfinished(1)).length > 0;
  if (now >= end && !(open && timers.length > 0)) break;
  await moveTo(now >= end ? Math.min(...timers.map(({ at }) => at)) : Math.min(end, ...moments));
}
if (mood === 'calm') {
  // Somebody mends what was refused, and sends it again.
  for (const tenant of TENANTS)
    for (const { id } of await storage.tenant(tenant).deliveries.list({ states: ['parked'], limit: 100_000 }))
      await clock.retry(tenant, id);
  await settle(clock.idle());
}
await settle(clock.stop());
await settle(platforms.stop());
await house.close();
writeSync(1, `END ${now}\n`);
process.exit(0);
