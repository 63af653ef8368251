/** What is to be done and whose turn it is: schedules that fall due, leases, the queue of jobs. */
import type { Instant } from '#model/article.ts';
import type { Report } from '#model/correction.ts';
import type { Delivery, Schedule, ScheduleId, Slot } from '#model/schedule.ts';
import type { ScheduledNext } from './tenant.ts';

/** What falls due, whoever's it is. */
export interface Work {
  /** Schedules whose next slot is not later than `now`, the earliest first. */
  due(now: Instant, limit: number): Promise<readonly { readonly schedule: Schedule; readonly next: Slot }[]>;
  /**
   * In one transaction: the schedule moves from the slot `from` to `next`, and the deliveries are written, one a slot at most.
   * False, and nothing done, where `from` is its next slot no longer: another process was first, or it was changed.
   */
  claim(id: ScheduleId, from: Slot, next: Slot | null, deliveries: readonly Delivery[]): Promise<boolean>;
  /** Every schedule, the paused ones too; the oldest first. */
  schedules(): Promise<readonly ScheduledNext[]>;
  /** The latest slot first; all of them, whoever's they are. */
  latest(limit: number): Promise<readonly Delivery[]>;
  /** Planned, composing or sending; the earliest slot first. */
  unfinished(limit: number): Promise<readonly Pick<Delivery, 'id' | 'tenant' | 'channel'>[]>;
  /** Reports whose correction is still to be done, the earliest first. */
  withdrawn(limit: number): Promise<readonly Report[]>;
  queue(name: string, settings: QueueSettings): Queue;
}

/** Turns that the processes of a fleet take: each name has one holder at a time, and who does not renew it in time has lost it. */
export interface Leases {
  /** True where it is the holder's from now until then; his own he may take again. */
  take(name: string, holder: string, now: Instant, until: Instant): Promise<boolean>;
  /** Where it is the holder's: free for anybody from then on, and for nobody before. */
  giveBack(name: string, holder: string, until: Instant): Promise<void>;
}

export type QueueSettings = {
  readonly now: () => Instant;
  /** From 0 to 1, for jitter. */
  readonly random: () => number;
  /** Calls `wake` after that time, unless it is cancelled by what this returns. */
  readonly wakeIn: (ms: number, wake: () => void) => () => void;
  /** Jobs under way at once. */
  readonly concurrency: number;
  /** The wait after a job that threw doubles from `baseMs` to `maxMs`, less up to a half by chance. */
  readonly baseMs: number;
  readonly maxMs: number;
  /** Told of what a job or the store threw; the job is done again. */
  readonly onFault: (error: unknown, job?: Job) => void;
};

export type NewJob = {
  /** A job that waits or runs under this id already is not added again. */
  readonly id: string;
  /** Jobs of one lane run one after another in the order in which they were added; one that waits holds up those behind it. */
  readonly lane: string;
  readonly payload: string;
};

export type Job = NewJob & { /** Earlier tries. */ readonly attempts: number };

export type JobOutcome = 'done' | { readonly againAt: Instant };

/** Jobs that are done at least once, also over a restart. Each driver passes tests/contract/queue.ts. */
export interface Queue {
  add(jobs: readonly NewJob[]): Promise<void>;
  /** Begins to work, with what was left over first. A job that throws is done again after a while. */
  start(work: (job: Job) => Promise<JobOutcome>): Promise<void>;
  /** Looks for jobs whose time has come: after a jump of the clock, or to be sure. */
  wake(): Promise<void>;
  /** Settles when nothing is under way and nothing is due. */
  idle(): Promise<void>;
  /** Jobs not done yet. */
  waiting(): Promise<number>;
  /** Takes no further job and settles when none is under way; what is left waits for the next start. */
  drain(): Promise<void>;
}
