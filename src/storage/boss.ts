/** The connections of a Storage → pg-boss on them, in a schema of its own, begun when it is first needed. */
import { PgBoss } from 'pg-boss';
import type { Connections } from './postgres-database.ts';

/** A process that is not heard of for so long is taken for dead; the least that pg-boss allows. */
export const HEARTBEAT_SECONDS = 10;
/** Longer than any job: those that run on are known by their heartbeat. */
const EXPIRE_SECONDS = 12 * 3_600;

export type Boss = {
  /** @throws Failure where the database does not allow a schema of its own. */
  readonly queue: (name: string) => Promise<PgBoss>;
  readonly stop: () => Promise<void>;
};

export function createBoss(connections: Connections): Boss {
  const queues = new Map<string, Promise<PgBoss>>();
  let begun: Promise<PgBoss> | undefined;

  async function begin(): Promise<PgBoss> {
    const boss = new PgBoss({
      schema: 'pgboss',
      db: {
        async executeSql(text, values = []) {
          const connection = await connections.connect();
          try {
            const { rows } = await connection.query(text, values);
            connection.release(false);
            return { rows: [...rows] };
          } catch (error) {
            // What it left open would be found by the next one that gets the connection.
            connection.release(true);
            throw error;
          }
        },
      },
      // Ours is the clock, and the jobs of a process that was killed must not wait for the minute.
      schedule: false,
      superviseIntervalSeconds: 1,
      monitorIntervalSeconds: 1,
      reindex: false,
      monitorVacuum: false,
      openTelemetry: { enabled: false },
    });
    // Its supervision goes on by itself at the next second; what a queue asked for is told to who asked.
    boss.on('error', () => {});
    return boss.start();
  }

  async function open(name: string): Promise<PgBoss> {
    // A server that did not answer is asked again by the next one.
    begun ??= begin().catch((error: unknown) => {
      begun = undefined;
      throw error;
    });
    const boss = await begun;
    await boss.createQueue(name, {
      // One token a lane, waiting or held.
      policy: 'exclusive',
      heartbeatSeconds: HEARTBEAT_SECONDS,
      expireInSeconds: EXPIRE_SECONDS,
      retryLimit: 1_000,
      retryDelay: 0,
      retentionSeconds: 30 * 86_400,
      deleteAfterSeconds: 60,
    });
    return boss;
  }

  return {
    queue(name) {
      const known = queues.get(name) ?? open(name);
      queues.set(name, known);
      known.catch(() => queues.delete(name));
      return known;
    },
    async stop() {
      const boss = await begun?.catch(() => undefined);
      await boss?.stop({ close: false, graceful: false });
    },
  };
}
