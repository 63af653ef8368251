/** What a channel was told → rows of the `told` table; a later telling of a key replaces the earlier one. */
import type { Kysely } from 'kysely';
import type { TenantId, ToldRecord } from '#model/subscription.ts';
import type { Tables } from './tables.ts';

export async function recordTold(trx: Kysely<Tables>, tenant: TenantId, records: readonly ToldRecord[]): Promise<void> {
  for (const { channel, kind, key, detail, at } of records)
    await trx
      .insertInto('told')
      .values({ tenant, channel, kind, key, detail, at })
      .onConflict((conflict) => conflict.columns(['tenant', 'channel', 'kind', 'key']).doUpdateSet({ detail, at }))
      .execute();
}
