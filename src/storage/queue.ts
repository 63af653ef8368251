/**
 * The `job` table as a Queue of this one process. Nothing is leased: the process holds the directory's lock, so that a job which nobody in
 * here works on is worked on by nobody, and after kill -9 the next start finds it waiting.
 */
import type { Kysely } from 'kysely';
import { backoffMs } from '#lib/backoff.ts';
import type { Job, JobOutcome, Queue, QueueSettings } from './contract/work.ts';
import { addJobs, attempt, countJobs, headsOf, type JobRow, jobOf, settle } from './lanes.ts';
import type { Tables } from './tables.ts';

/** A process that slept must not miss its moment for longer than this; timers of Node end at 24 days anyway. */
const MAX_TIMER_MS = 60_000;

export function createTableQueue(db: Kysely<Tables>, name: string, settings: QueueSettings): Queue {
  const { now, wakeIn, concurrency, onFault } = settings;
  /** By lane. */
  const running = new Map<string, Promise<void>>();
  /** Lanes whose last outcome could not be written: their job is due still, and would be taken again at once. */
  const resting = new Map<string, number>();
  let work: ((job: Job) => Promise<JobOutcome>) | undefined;
  let isDraining = false;
  let cancelTimer = (): void => {};
  let looking: Promise<void> = Promise.resolve();

  const heads = () => headsOf(db, name);

  async function look(): Promise<void> {
    if (!work || isDraining) return;
    cancelTimer();
    try {
      for (const [lane, until] of resting) if (until <= now()) resting.delete(lane);
      const taken = () => [...running.keys(), ...resting.keys()];
      const free = concurrency - running.size;
      const notTaken = taken();
      const query = heads().where('run_at', '<=', now());
      const rows = await (notTaken.length > 0 ? query.where('lane', 'not in', notTaken) : query)
        .selectAll()
        .limit(Math.max(free, 0))
        .execute();
      for (const row of rows) if (!isDraining) run(row, work);
      const busy = taken();
      const [next] = await (busy.length > 0 ? heads().where('lane', 'not in', busy) : heads()).select('run_at').limit(1).execute();
      const moments = [...resting.values(), ...(next && running.size < concurrency ? [next.run_at] : [])];
      if (moments.length > 0) sleepUntil(Math.min(...moments));
    } catch (error) {
      onFault(error);
      sleepUntil(now() + settings.maxMs);
    }
  }

  /** One look after another: two at once would take the same row. */
  function wake(): Promise<void> {
    looking = looking.then(look);
    return looking;
  }

  function sleepUntil(at: number): void {
    cancelTimer();
    if (isDraining) return;
    cancelTimer = wakeIn(Math.min(Math.max(at - now(), 1), MAX_TIMER_MS), () => void wake());
  }

  function run(row: JobRow, handle: (job: Job) => Promise<JobOutcome>): void {
    const done = runToItsEnd(row, handle).finally(() => {
      running.delete(row.lane);
      void wake();
    });
    running.set(row.lane, done);
  }

  async function runToItsEnd(row: JobRow, handle: (job: Job) => Promise<JobOutcome>): Promise<void> {
    const job = jobOf(row);
    const outcome = await attempt(job, handle, settings);
    try {
      await settle(db, row, outcome);
    } catch (error) {
      onFault(error, job);
      resting.set(row.lane, now() + backoffMs(job.attempts, settings, settings.random()));
    }
  }

  return {
    async add(jobs) {
      if (jobs.length === 0) return;
      await addJobs(db, name, jobs, now());
      await wake();
    },
    start(handle) {
      work = handle;
      return wake();
    },
    wake,
    async idle() {
      for (;;) {
        const look = wake();
        await look;
        // A job that ended meanwhile has asked for another look, at what stood behind it.
        if (running.size === 0 && looking === look) return;
        await Promise.all(running.values());
      }
    },
    waiting: () => countJobs(db, name),
    async drain() {
      isDraining = true;
      cancelTimer();
      await looking;
      await Promise.all(running.values());
      await looking;
    },
  };
}
