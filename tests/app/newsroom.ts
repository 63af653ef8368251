/** A store with a feed, articles that are read as the bot reads them, a chat that remembers, and a clock that the test drives. */
import type { Config } from '#model/config.ts';
import type { Schedule } from '#model/schedule.ts';
import type { TenantId } from '#model/subscription.ts';
import type { Storage } from '#storage/storage.ts';
import { type Clock, createClock } from '../../src/app/clock.ts';
import { nextSlot } from '../../src/app/next-slot.ts';
import { slotFields } from '../../src/app/slot-fields.ts';
import { storeArticles } from '../../src/app/store-articles.ts';
import { readConfig } from '../../src/config.ts';
import { type ChatWorld, chatWorld } from '../fakes/chat-world.ts';
import { openTemporary } from '../storage/engine.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/** A Monday. */
export const MONDAY = Date.parse('2026-11-23T00:00:00Z');
export const LAB = 'chat:LAB';
export const NEWS = `${LAB}:news`;

export type Newsroom = {
  readonly config: Config;
  readonly world: ChatWorld;
  readonly faults: unknown[];
  now: number;
  storage: Storage;
  clock: Clock;
  /** Of the storage and the adapters that the next start is given; for faults. */
  wrap: (storage: Storage, world: ChatWorld) => { readonly storage: Storage; readonly world: Pick<ChatWorld, 'adapter'> };
  /** The process ends as by kill -9, and starts again. */
  readonly restart: () => Promise<void>;
  readonly publish: (article: {
    readonly title: string;
    readonly text: string;
    readonly at?: number;
    readonly url?: string;
    readonly feed?: string;
    readonly owner?: TenantId;
  }) => Promise<void>;
  readonly addSchedule: (more?: Partial<Schedule>) => Promise<Schedule>;
  /** Moves the clock on, a tick each minute at which something is due, until nothing is under way. */
  readonly runUntil: (at: number) => Promise<void>;
  /** Until a post has given up waiting for its answer: nothing else can happen before. */
  readonly untilHung: () => Promise<void>;
  readonly end: () => Promise<void>;
};

export async function openNewsroom(start = MONDAY): Promise<Newsroom> {
  const engine = await openTemporary(() => room.now);
  const world = chatWorld(() => room.now);
  let timers: { readonly at: number; readonly wake: () => void }[] = [];
  let lives = 0;
  const build = async (): Promise<Clock> => {
    timers = [];
    const life = lives;
    const wrapped = room.wrap(room.storage, world);
    const clock = createClock({
      storage: wrapped.storage,
      config: room.config,
      now: () => room.now,
      random: () => 0.5,
      wakeIn: (ms, wake) => {
        const timer = { at: room.now + ms, wake };
        timers.push(timer);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
      adapters: () => [wrapped.world.adapter('chat'), wrapped.world.adapter('web')],
      directChannel: (tenant, user) => `${tenant}:@${user}`,
      // What a process that is gone would have complained of does not count.
      onFault: (error) => void (life === lives && room.faults.push(error)),
    });
    return clock;
  };
  let schedules = 0;
  const room: Newsroom = {
    config: { ...readConfig({}), zone: 'UTC', sample: null },
    world,
    faults: [],
    now: start,
    storage: engine.storage,
    clock: undefined as unknown as Clock,
    wrap: (storage, chat) => ({ storage, world: chat }),
    restart: async () => {
      lives += 1;
      room.storage = await engine.reopen();
      room.clock = await build();
      await room.clock.start();
    },
    publish: async ({ title, text, at = room.now - MINUTE_MS, url, feed = 'harbour', owner }) => {
      const address = url ?? `https://${feed}.example/${encodeURIComponent(title)}`;
      const article = { feedId: feed, outlet: `The ${feed}`, url: address, title, text, publishedAt: at, fetchedAt: room.now };
      await storeArticles(owner ?? null, [{ article, key: address, guid: null }], room.storage.articles);
    },
    addSchedule: async (more = {}) => {
      schedules += 1;
      const schedule: Schedule = {
        id: `s${schedules}`,
        tenant: LAB,
        channel: NEWS,
        topics: [],
        when: { kind: 'days', days: [0, 1, 2, 3, 4, 5, 6], at: '08:00' },
        zone: 'UTC',
        locale: 'en-GB',
        detail: 'short',
        empty: 'nothing',
        quiet: [],
        paused: false,
        addedAt: room.now,
        origin: 'store',
        ...more,
      };
      const fields = slotFields(schedule.when, schedule.quiet);
      if ('code' in fields) throw new Error(fields.message);
      await room.storage.tenant(schedule.tenant).schedules.put(schedule, nextSlot(fields, schedule.zone, room.now) ?? null);
      return schedule;
    },
    runUntil: async (at) => {
      for (;;) {
        await room.clock.tick();
        await room.clock.idle();
        const [due] = await room.storage.work.due(Number.MAX_SAFE_INTEGER, 1);
        // The next thing to happen: a slot, or a job that waits.
        const moments = [due?.next.at, ...timers.map((timer) => timer.at)].filter((moment) => moment !== undefined && moment > room.now);
        const next = Math.min(at, ...moments.map((moment) => moment ?? at));
        if (next <= room.now) return;
        room.now = next;
        const ready = timers.filter((timer) => timer.at <= next);
        timers = timers.filter((timer) => timer.at > next);
        for (const { wake } of ready) wake();
      }
    },
    untilHung: async () => {
      // The timer is set once the delivery is composed.
      while (!timers.some(({ at }) => at - room.now === 15 * MINUTE_MS)) await new Promise((resolve) => setImmediate(resolve));
      room.now += 15 * MINUTE_MS;
      const ready = timers.filter((timer) => timer.at <= room.now);
      timers = timers.filter((timer) => timer.at > room.now);
      for (const { wake } of ready) wake();
    },
    end: engine.end,
  };
  await room.storage.feeds.put({ id: 'harbour', url: 'https://harbour.example/', title: 'The harbour', owner: null, everybody: true });
  await room.storage.feeds.recordPoll('harbour', {
    validators: {},
    polledAt: start - 30 * DAY_MS,
    nextPollAt: null,
    failures: 0,
    problem: null,
  });
  room.clock = await build();
  await room.clock.start();
  return room;
}

/** Three stories that have nothing to do with each other. */
export const FERRY = {
  title: 'Ferry runs aground off Lunde',
  text: 'A ferry with 140 passengers ran aground off Lunde on Monday night, the coast guard said.\n\n“Everyone is off the ship and safe,” Mara Holm, the harbour master, told reporters.\n\nThree people were taken to hospital with minor injuries.',
};
export const BUDGET = {
  title: 'Aldery council passes its budget',
  text: 'The council of Aldery passed a budget of 82 million euros after nine hours of debate.\n\n“This pays for the schools first,” said Tom Reyes, the council leader.\n\nTaxes rise by 2 percent next year.',
};
export const STORM = {
  title: 'Storm Halina cuts power in the north',
  text: 'Storm Halina cut power to 31,000 homes in the north overnight, the grid operator said.\n\n“Crews have been out since four in the morning,” said Ines Kofler of the operator.\n\nWinds reached 140 kilometres per hour on the coast.',
};
