/** The `schedule` table as one tenant's ScheduleStore. */
import type { Kysely, Selectable } from 'kysely';
import type { Schedule } from '#model/schedule.ts';
import type { TenantId } from '#model/subscription.ts';
import type { ScheduledNext, ScheduleStore } from './contract/tenant.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

export function scheduleFromRow(row: Selectable<Tables['schedule']>): ScheduledNext {
  const schedule: Schedule = JSON.parse(row.schedule);
  return { schedule, next: row.next_slot === null || row.next_at === null ? null : { local: row.next_slot, at: row.next_at } };
}

/** @param change Runs a change after the tenant's own row is there. */
export function createScheduleStore(db: Db, tenant: TenantId, change: <T>(run: (trx: Db) => Promise<T>) => Promise<T>): ScheduleStore {
  const own = () => db.selectFrom('schedule').selectAll().where('tenant', '=', tenant);
  return {
    async list() {
      return (await own().orderBy('added_at').orderBy('id').execute()).map(scheduleFromRow);
    },
    async get(id) {
      const row = await own().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : scheduleFromRow(row);
    },
    put: (schedule, next) =>
      change(async (trx) => {
        if (schedule.tenant !== tenant) throw new RangeError(`the schedule is ${schedule.tenant}'s, not ${tenant}'s`);
        const changed = {
          channel: schedule.channel,
          schedule: JSON.stringify(schedule),
          next_slot: next?.local ?? null,
          next_at: next?.at ?? null,
        };
        await trx
          .insertInto('schedule')
          .values({ id: schedule.id, tenant, added_at: schedule.addedAt, ...changed })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(changed).where('schedule.tenant', '=', tenant))
          .execute();
      }),
    async remove(id) {
      const gone = await db.deleteFrom('schedule').where('tenant', '=', tenant).where('id', '=', id).executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
  };
}
