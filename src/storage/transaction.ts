/** A change that must be whole → the same in a transaction, and again where others who wrote at the same time made it fail. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { differencesOf } from './differences.ts';
import type { Tables } from './tables.ts';

const MAX_TRIES = 6;

/** @param change May run several times; what it leaves outside of the database must be the same then. */
export async function inTransaction<T>(db: Kysely<Tables>, change: (trx: Kysely<Tables>) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction().execute(change);
    } catch (error) {
      if (tries >= MAX_TRIES || !differencesOf(db).isTransient(error)) throw error;
      // By chance, so that those who met once do not meet again.
      await sleep(Math.random() * 10 * 2 ** tries);
    }
  }
}
