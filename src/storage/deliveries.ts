/** The `delivery` table as one tenant's ledger. */
import type { Insertable, Kysely } from 'kysely';
import type { Delivery } from '#model/schedule.ts';
import type { TenantId } from '#model/subscription.ts';
import type { DeliveryStore } from './contract/tenant.ts';
import type { Tables } from './tables.ts';
import { recordTold } from './told-records.ts';
import { inTransaction } from './transaction.ts';

export const deliveryRow = (delivery: Delivery): Insertable<Tables['delivery']> => ({
  id: delivery.id,
  tenant: delivery.tenant,
  schedule_id: delivery.scheduleId,
  slot: delivery.slot.local,
  state: delivery.state,
  due_at: delivery.slot.at,
  delivery: JSON.stringify(delivery),
});

export function createDeliveryStore(db: Kysely<Tables>, tenant: TenantId): DeliveryStore {
  const own = () => db.selectFrom('delivery').select('delivery').where('tenant', '=', tenant);
  return {
    async get(id) {
      const row = await own().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : JSON.parse(row.delivery);
    },
    async list({ states, scheduleId, limit }) {
      const rows = await own()
        .$if(states !== undefined, (query) => query.where('state', 'in', states ?? []))
        .$if(scheduleId !== undefined, (query) => query.where('schedule_id', '=', scheduleId ?? ''))
        .orderBy('due_at', 'desc')
        .orderBy('slot', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => JSON.parse(row.delivery));
    },
    async save(delivery, told = []) {
      await inTransaction(db, async (trx) => {
        const { state, delivery: json } = deliveryRow(delivery);
        const saved = await trx
          .updateTable('delivery')
          .set({ state, delivery: json })
          .where('tenant', '=', tenant)
          .where('id', '=', delivery.id)
          .executeTakeFirst();
        if (saved.numUpdatedRows !== 1n) throw new RangeError(`there is no delivery ${delivery.id} of ${tenant}`);
        await recordTold(trx, tenant, told);
      });
    },
  };
}
