/**
 * The `job` table as a Queue of many processes. What is to be done, in which order and when, stands in the table, as it does embedded;
 * pg-boss hands out the right to work on a lane, as a token: one a lane, fetched by whoever has room, kept alive by heartbeats, and taken
 * over by another process 10 to 13 seconds after its holder was killed. A holder that lost its token writes nothing any more.
 */
import type { Kysely } from 'kysely';
import { type Boss, HEARTBEAT_SECONDS } from './boss.ts';
import type { Job, JobOutcome, Queue, QueueSettings } from './contract/work.ts';
import { addJobs, attempt, countJobs, headOf, headsOf, jobOf, settle } from './lanes.ts';
import type { Tables } from './tables.ts';

/** How soon tokens that another process laid out are seen. */
const POLL_MS = 1_000;
const TOUCH_MS = (HEARTBEAT_SECONDS * 1_000) / 4;
/** A token whose heartbeat was confirmed within this time is held still. */
const SURE_MS = (HEARTBEAT_SECONDS * 1_000) / 2;
/** So many lanes are looked after in one go; a lane lets others pass after so many jobs. */
const MAX_OFFERED = 500;
const TURN = 20;

type Token = { readonly id: string; readonly retryCount: number };
type Held = { readonly token: Token; readonly lane: string; sureAt: number; isLost: boolean };

export function createBossQueue(db: Kysely<Tables>, boss: Boss, name: string, settings: QueueSettings): Queue {
  const { now, wakeIn, concurrency, onFault } = settings;
  const running = new Map<string, { readonly held: Held; readonly done: Promise<void> }>();
  let work: ((job: Job) => Promise<JobOutcome>) | undefined;
  let isDraining = false;
  let cancelPoll = (): void => {};
  let cancelTimer = (): void => {};
  let timerAt = Number.POSITIVE_INFINITY;
  let taking: Promise<void> = Promise.resolve();
  let heartbeat: NodeJS.Timeout | undefined;

  /** A lane whose token waits or is held already keeps the one that it has. */
  async function offer(lanes: readonly string[]): Promise<void> {
    if (lanes.length > 0)
      await (await boss.queue(name)).insert(
        name,
        [...new Set(lanes)].map((lane) => ({ singletonKey: lane, data: { lane } })),
      );
  }

  async function takeTokens(): Promise<void> {
    const server = await boss.queue(name);
    while (work && !isDraining && running.size < concurrency) {
      const free = concurrency - running.size;
      const tokens = await server.fetch<{ lane: string }>(name, { batchSize: free });
      for (const { id, retryCount, data } of tokens) {
        const before = running.get(data.lane);
        // Its own, of which it was not heard for too long: what it has under way there comes to its end first, and then this one's turn.
        if (before) before.held.isLost = true;
        else begin({ token: { id, retryCount }, lane: data.lane, sureAt: performance.now(), isLost: false }, work);
      }
      if (tokens.length < free) return;
    }
  }

  /** One after another, so that no more are taken than there is room for. */
  function take(): Promise<void> {
    taking = taking.then(async () => {
      if (!work || isDraining) return;
      cancelPoll();
      await takeTokens().catch(onFault);
      if (!isDraining) cancelPoll = wakeIn(POLL_MS, () => void take());
    });
    return taking;
  }

  /** Lanes that are due get their tokens: those of jobs whose moment has come, and those that somebody could not lay out before he died. */
  async function look(): Promise<void> {
    if (!work || isDraining) return;
    cancelTimer();
    timerAt = Number.POSITIVE_INFINITY;
    try {
      const due = await headsOf(db, name).where('run_at', '<=', now()).select('lane').limit(MAX_OFFERED).execute();
      await offer(due.map(({ lane }) => lane).filter((lane) => !running.has(lane)));
      const next = await headsOf(db, name).where('run_at', '>', now()).select('run_at').limit(1).executeTakeFirst();
      if (next) lookAt(next.run_at);
    } catch (error) {
      onFault(error);
      lookAt(now() + settings.maxMs);
    }
  }

  function lookAt(at: number): void {
    if (isDraining || at >= timerAt) return;
    cancelTimer();
    timerAt = at;
    cancelTimer = wakeIn(Math.min(Math.max(at - now(), 1), 60_000), () => {
      timerAt = Number.POSITIVE_INFINITY;
      void wake();
    });
  }

  async function wake(): Promise<void> {
    await look();
    await take();
  }

  function begin(held: Held, handle: (job: Job) => Promise<JobOutcome>): void {
    const done = workOn(held, handle)
      .catch(onFault)
      .finally(() => {
        running.delete(held.lane);
        if (running.size === 0) clearInterval(heartbeat);
        void take();
      });
    if (running.size === 0)
      heartbeat = setInterval(() => void touch([...running.values()].map((one) => one.held)).catch(onFault), TOUCH_MS).unref();
    running.set(held.lane, { held, done });
  }

  async function workOn(held: Held, handle: (job: Job) => Promise<JobOutcome>): Promise<void> {
    const { lane, token } = held;
    for (let jobs = 0; jobs < TURN && !isDraining && !held.isLost; jobs++) {
      const head = await headOf(db, name, lane);
      if (!head || head.run_at > now()) break;
      const outcome = await attempt(jobOf(head), handle, settings);
      if (performance.now() - held.sureAt > SURE_MS) await touch([held]);
      if (!held.isLost) await settle(db, head, outcome);
    }
    if (held.isLost) return;
    await (await boss.queue(name)).deleteJob(name, token);
    // What was added while the token was held found no room for one of its own.
    const next = await headOf(db, name, lane);
    if (next && next.run_at <= now()) await offer([lane]);
    else if (next) lookAt(next.run_at);
  }

  /** Who is not confirmed has been taken for dead meanwhile. */
  async function touch(all: readonly Held[]): Promise<void> {
    const server = await boss.queue(name);
    const asked = performance.now();
    // Its types leave out what the answer holds.
    const { affected } = (await server.touch(
      name,
      all.map(({ token }) => token),
    )) as { readonly affected: number };
    if (affected === all.length) for (const held of all) held.sureAt = asked;
    else if (all.length === 1) for (const held of all) held.isLost = true;
    else for (const held of all) await touch([held]);
  }

  return {
    async add(jobs) {
      if (jobs.length === 0) return;
      await addJobs(db, name, jobs, now());
      await offer(jobs.map(({ lane }) => lane));
      await take();
    },
    start(handle) {
      work = handle;
      return wake();
    },
    wake,
    async idle() {
      for (;;) {
        await wake();
        if (running.size > 0) await Promise.all([...running.values()].map(({ done }) => done));
        else if (!work || isDraining || !(await headsOf(db, name).where('run_at', '<=', now()).select('no').limit(1).executeTakeFirst()))
          return;
        // Another process has the tokens of what is due.
        else await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    waiting: () => countJobs(db, name),
    async drain() {
      isDraining = true;
      cancelPoll();
      cancelTimer();
      await taking;
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}
