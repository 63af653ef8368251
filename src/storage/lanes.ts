/** The `job` table: jobs in the order in which they were added, each waiting behind the first of its lane. */
import type { Kysely, Selectable } from 'kysely';
import { backoffMs } from '#lib/backoff.ts';
import type { Job, JobOutcome, NewJob, QueueSettings } from './contract/work.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

export type JobRow = Selectable<Tables['job']>;

/** Parameters of a statement are limited, on SQLite to 32,766. */
const MAX_ROWS = 1_000;

export async function addJobs(db: Kysely<Tables>, queue: string, jobs: readonly NewJob[], now: number): Promise<void> {
  await inTransaction(db, async (trx) => {
    for (let start = 0; start < jobs.length; start += MAX_ROWS)
      await trx
        .insertInto('job')
        .values(
          jobs.slice(start, start + MAX_ROWS).map(({ id, lane, payload }) => ({ queue, id, lane, payload, run_at: now, attempts: 0 })),
        )
        .onConflict((conflict) => conflict.columns(['queue', 'id']).doNothing())
        .execute();
  });
}

/** First jobs of their lanes, the longest due first. */
export const headsOf = (db: Kysely<Tables>, queue: string) =>
  db
    .selectFrom('job')
    .where('queue', '=', queue)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('job as earlier')
            .select('earlier.no')
            .where('earlier.queue', '=', queue)
            .whereRef('earlier.lane', '=', 'job.lane')
            .whereRef('earlier.no', '<', 'job.no'),
        ),
      ),
    )
    .orderBy('run_at')
    .orderBy('no');

export async function headOf(db: Kysely<Tables>, queue: string, lane: string): Promise<JobRow | undefined> {
  return db.selectFrom('job').selectAll().where('queue', '=', queue).where('lane', '=', lane).orderBy('no').limit(1).executeTakeFirst();
}

export const jobOf = ({ id, lane, payload, attempts }: JobRow): Job => ({ id, lane, payload, attempts });

/** What comes of a job; one that throws is told of, and done again after a while. */
export async function attempt(
  job: Job,
  handle: (job: Job) => Promise<JobOutcome>,
  { now, random, onFault, ...waits }: QueueSettings,
): Promise<JobOutcome> {
  try {
    return await handle(job);
  } catch (error) {
    onFault(error, job);
    return { againAt: now() + backoffMs(job.attempts, waits, random()) };
  }
}

export async function settle(db: Kysely<Tables>, { no, attempts }: JobRow, outcome: JobOutcome): Promise<void> {
  await (outcome === 'done'
    ? db.deleteFrom('job').where('no', '=', no).execute()
    : db
        .updateTable('job')
        .set({ run_at: outcome.againAt, attempts: attempts + 1 })
        .where('no', '=', no)
        .execute());
}

export async function countJobs(db: Kysely<Tables>, queue: string): Promise<number> {
  const { jobs } = await db
    .selectFrom('job')
    .select(({ fn }) => fn.countAll<number>().as('jobs'))
    .where('queue', '=', queue)
    .executeTakeFirstOrThrow();
  return jobs;
}
