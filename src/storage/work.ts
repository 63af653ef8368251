/** What falls due across the tenants: schedules claimed slot by slot, deliveries that are not finished, and both for whoever runs the bot. */
import type { Kysely } from 'kysely';
import type { Work } from './contract/work.ts';
import { deliveryRow } from './deliveries.ts';
import { withdrawnReports } from './reports.ts';
import { scheduleFromRow } from './schedules.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** @param queue The engine's driver. */
export function createWork(db: Kysely<Tables>, queue: Work['queue']): Work {
  return {
    async due(now, limit) {
      const rows = await db
        .selectFrom('schedule')
        .selectAll()
        .where('next_at', 'is not', null)
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(scheduleFromRow).flatMap(({ schedule, next }) => (next ? [{ schedule, next }] : []));
    },

    claim: (id, from, next, deliveries) =>
      inTransaction(db, async (trx) => {
        const moved = await trx
          .updateTable('schedule')
          .set({ next_slot: next?.local ?? null, next_at: next?.at ?? null })
          .where('id', '=', id)
          .where('next_slot', '=', from.local)
          .where('next_at', '=', from.at)
          .executeTakeFirst();
        if (moved.numUpdatedRows !== 1n) return false;
        for (const delivery of deliveries)
          await trx
            .insertInto('delivery')
            .values(deliveryRow(delivery))
            .onConflict((conflict) => conflict.columns(['schedule_id', 'slot']).doNothing())
            .execute();
        return true;
      }),

    async schedules() {
      return (await db.selectFrom('schedule').selectAll().orderBy('added_at').orderBy('id').execute()).map(scheduleFromRow);
    },

    async latest(limit) {
      const rows = await db.selectFrom('delivery').select('delivery').orderBy('due_at', 'desc').orderBy('id').limit(limit).execute();
      return rows.map((row) => JSON.parse(row.delivery));
    },

    async unfinished(limit) {
      const rows = await db
        .selectFrom('delivery')
        .select('delivery')
        .where('state', 'in', ['planned', 'composing', 'sending'])
        .orderBy('due_at')
        .orderBy('slot')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => JSON.parse(row.delivery));
    },

    withdrawn: (limit) => withdrawnReports(db, limit),
    queue,
  };
}
