/** The `mute` table of one tenant as a MuteStore. */
import type { Kysely } from 'kysely';
import type { TenantId } from '#model/subscription.ts';
import type { MuteStore } from './contract/tenant.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

/** @param change Runs a change after the tenant's own row is there. */
export function createMuteStore(db: Db, tenant: TenantId, change: <T>(run: (trx: Db) => Promise<T>) => Promise<T>): MuteStore {
  return {
    async of(channel) {
      const rows = await db
        .selectFrom('mute')
        .select(['kind', 'what'])
        .where('tenant', '=', tenant)
        .where('channel', '=', channel)
        .orderBy('kind')
        .orderBy('what')
        .execute();
      return rows.map((row) => ({ ...row }));
    },
    add: (channel, { kind, what }) =>
      change(async (trx) => {
        await trx
          .insertInto('mute')
          .values({ tenant, channel, kind, what })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }),
    async remove(channel, { kind, what }) {
      const gone = await db
        .deleteFrom('mute')
        .where('tenant', '=', tenant)
        .where('channel', '=', channel)
        .where('kind', '=', kind)
        .where('what', '=', what)
        .executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
  };
}
