/**
 * A tick of the clock → the schedules that are due claimed, their slots written into the ledger, and the ledger's open rows handed to the
 * queue. A tick does the same at a start as at any minute: what was begun before the end of the last process is one of the open rows.
 */
import type { ChatAdapter } from '#chat/chat.ts';
import type { Instant } from '#model/article.ts';
import type { Config } from '#model/config.ts';
import type { Report } from '#model/correction.ts';
import type { Problem } from '#model/failure.ts';
import type { Delivery, Schedule, Slot } from '#model/schedule.ts';
import type { ChannelId, TenantId } from '#model/subscription.ts';
import type { QueueSettings } from '#storage/contract/work.ts';
import type { Storage } from '#storage/storage.ts';
import { markedAsTest } from './compose-parts.ts';
import { type CorrectionJob, correctPosted } from './correct-posted.ts';
import { composeFor, type DeliverTools, type DeliveryJob, type DeliveryWatch, deliver, post } from './deliver.ts';
import { dueSlots } from './due-slots.ts';
import { again, plan } from './ledger.ts';
import { retimed } from './next-slot.ts';
import { tellParked } from './parked.ts';
import type { Rewriter } from './rewrite.ts';
import { slotFields } from './slot-fields.ts';
import { tellReported } from './tell-reported.ts';

export type ClockSettings = {
  readonly storage: Storage;
  readonly config: Config;
  readonly now: () => Instant;
  readonly random: () => number;
  readonly wakeIn: QueueSettings['wakeIn'];
  /** As they are now: a platform may be set up after the clock. */
  readonly adapters: () => readonly ChatAdapter[];
  /** Where a person reads what is meant for them alone; undefined where the platform has no such place. */
  readonly directChannel?: (tenant: TenantId, user: string) => ChannelId | undefined;
  readonly onFault: (error: unknown) => void;
  readonly rewriter?: Rewriter | undefined;
  readonly watch?: DeliveryWatch | undefined;
  /** Runs a delivery's work, so that what is logged meanwhile bears its id. */
  readonly within?: (<Result>(id: string, work: () => Result) => Result) | undefined;
};

/** What became of a test: null where it stands in the channel. */
export type TestOutcome = Problem | null;

export type Clock = {
  /** Once, before the first tick: sets the slots right after a change of the zones' rules, and begins to work. */
  readonly start: () => Promise<void>;
  /** Every minute; it settles when all that is due has been handed to the queue. */
  readonly tick: () => Promise<void>;
  /** Settles when nothing is under way; what waits is kept for the next start. */
  readonly stop: () => Promise<void>;
  readonly idle: () => Promise<void>;
  /** Posts what the schedule would post now, marked as a test, and records nothing. */
  readonly test: (schedule: Schedule) => Promise<TestOutcome>;
  /** Where a person reads what is meant for them alone; undefined where there is no such place. */
  readonly directChannel: (tenant: TenantId, user: string) => ChannelId | undefined;
  /** A parked delivery, sent again. False where it is not parked. */
  readonly retry: (tenant: TenantId, id: string) => Promise<boolean>;
  /** Begins to edit what was withdrawn; whatever is left of it, the next ticks do. */
  readonly correct: () => Promise<void>;
  /** Tells whoever decides about a report; a failure is ours to know. */
  readonly tellReported: (report: Report) => Promise<void>;
};

const HOUR_MS = 3_600_000;
/** A missed slot is caught up where it is not older than this; a delivery in trouble for as long is parked. */
const CATCH_UP_MS = 6 * HOUR_MS;
const PAGE = 200;
const MAX_OPEN = 1_000;
const STALE = 3;

export function createClock(settings: ClockSettings): Clock {
  const { storage, config, now, random, wakeIn, adapters, onFault } = settings;
  const { work } = storage;
  const within = settings.within ?? ((_id, run) => run());
  const queue = work.queue('deliveries', { now, random, wakeIn, concurrency: 8, baseMs: 5_000, maxMs: 10 * 60_000, onFault });
  const tools: DeliverTools = {
    storage,
    config,
    now,
    adapterOf: (channel) => adapters().find(({ platform }) => platform === platformOf(channel)),
    catchUpMs: CATCH_UP_MS,
    giveUpMs: CATCH_UP_MS,
    onParked: (delivery, problem) => tellParked(delivery, problem, settings, tools).catch(onFault),
    onFault,
    rewriter: settings.rewriter,
    watch: settings.watch,
    wakeIn,
  };

  async function claimDue(): Promise<void> {
    const failed = new Set<string>();
    for (;;) {
      const due = (await work.due(now(), PAGE + failed.size)).filter(({ schedule }) => !failed.has(schedule.id));
      if (due.length === 0) return;
      // In no order: other processes of a fleet have the same page before them.
      const planned: Delivery[] = [];
      let overtaken = 0;
      for (const { schedule, next } of shuffled(due, random)) {
        try {
          const claimed = await claim(schedule, next);
          if (claimed) planned.push(...claimed);
          // Another process is at this page: what is left of it is looked for anew.
          else if (++overtaken >= STALE) break;
        } catch (error) {
          // One that cannot be claimed must not keep the others from it; the next tick tries it again.
          failed.add(schedule.id);
          onFault(error);
        }
      }
      await enqueue(planned);
    }
  }

  /** What this process is to deliver by that; undefined where another one was first. */
  async function claim(schedule: Schedule, slot: Slot): Promise<readonly Delivery[] | undefined> {
    const at = now();
    const fields = slotFields(schedule.when, schedule.quiet);
    if ('code' in fields) {
      return (await work.claim(schedule.id, slot, null, [plan(schedule, slot, at, fields)])) ? [] : undefined;
    }
    const right = retimed(slot, schedule.zone);
    if (right.at > at) {
      return (await work.claim(schedule.id, slot, right, [])) ? [] : undefined;
    }
    const { post: latest, skipped, next } = dueSlots(fields, schedule.zone, slot, at, CATCH_UP_MS);
    const rows = skipped.map(({ slot: missed, problem }) => plan(schedule, missed, at, problem));
    const planned = latest ? [plan(schedule, latest, at)] : [];
    return (await work.claim(schedule.id, slot, next, [...rows, ...planned])) ? planned : undefined;
  }

  async function enqueueOpen(): Promise<void> {
    await enqueue(await work.unfinished(MAX_OPEN));
  }

  async function enqueue(open: readonly Pick<Delivery, 'id' | 'tenant' | 'channel'>[]): Promise<void> {
    await queue.add(open.map(({ id, tenant, channel }) => ({ id, lane: `${tenant} ${channel}`, payload: JSON.stringify({ tenant, id }) })));
  }

  async function enqueueCorrections(): Promise<void> {
    const reports = await work.withdrawn(MAX_OPEN);
    await queue.add(
      reports.map(({ id, tenant, channel }) => ({
        id: `correct ${id}`,
        lane: `${tenant} ${channel}`,
        payload: JSON.stringify({ tenant, report: id } satisfies CorrectionJob),
      })),
    );
  }

  /** Where the zone's rules were changed by a new version of the runtime, the same local time is another moment. */
  async function retime(): Promise<void> {
    for (const { schedule, next } of await work.due(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)) {
      const right = retimed(next, schedule.zone);
      if (right.at !== next.at) await work.claim(schedule.id, next, right, []);
    }
  }

  const tick = async (): Promise<void> => {
    await claimDue();
    await enqueueOpen();
    await enqueueCorrections();
    await queue.wake();
  };

  return {
    start: async () => {
      await retime();
      await queue.start((job) => {
        const work: DeliveryJob | CorrectionJob = JSON.parse(job.payload);
        return 'report' in work ? correctPosted(work, tools) : within(work.id, () => deliver(work, tools));
      });
    },
    tick,
    idle: queue.idle,
    directChannel: (tenant, user) => settings.directChannel?.(tenant, user),
    stop: queue.drain,
    correct: enqueueCorrections,
    tellReported: (report) => tellReported(report, settings, tools).catch(onFault),
    test: async (schedule) => {
      const at = now();
      const composed = await composeFor({ ...schedule, empty: 'best' }, `test:${schedule.id}@${at}`, at, tools);
      if ('skip' in composed) return composed.skip;
      for (const part of composed.parts) {
        if (part.under !== undefined) continue;
        const outcome = await post(schedule.channel, { key: part.key, document: markedAsTest(part.document) }, tools);
        if (outcome.kind !== 'posted') return outcome.problem;
      }
      return null;
    },
    retry: async (tenant, id) => {
      const { deliveries } = storage.tenant(tenant);
      const delivery = await deliveries.get(id);
      if (delivery?.state !== 'parked') return false;
      await deliveries.save(again(delivery, now()));
      await enqueueOpen();
      return true;
    },
  };
}

/** Fisher and Yates. @param random From 0 to 1. */
function shuffled<T>(list: readonly T[], random: () => number): readonly T[] {
  const mixed = [...list];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1)) % (last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
  }
  return mixed;
}

/** "chat:T0LAB:C0LAB" is on "chat"; a name without a platform is the local page. */
const platformOf = (channel: ChannelId): string => (channel.includes(':') ? channel.slice(0, channel.indexOf(':')) : 'web');
