/** The `lease` table as Leases. */
import type { Kysely } from 'kysely';
import type { Leases } from './contract/work.ts';
import type { Tables } from './tables.ts';

export function createLeases(db: Kysely<Tables>): Leases {
  return {
    async take(name, holder, now, until) {
      const taken = await db
        .insertInto('lease')
        .values({ name, holder, until })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ holder, until })
            .where((where) => where.or([where('lease.holder', '=', holder), where('lease.until', '<=', now)])),
        )
        .executeTakeFirst();
      return (taken.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    async giveBack(name, holder, until) {
      await db.updateTable('lease').set({ holder: '', until }).where('name', '=', name).where('holder', '=', holder).execute();
    },
  };
}

/** Embedded there is one process, and it has just begun: whatever is held, nobody holds it. */
export async function forgetHolders(db: Kysely<Tables>): Promise<void> {
  await db.updateTable('feed').set({ claimed_until: null }).where('claimed_until', 'is not', null).execute();
  await db.deleteFrom('lease').execute();
}
