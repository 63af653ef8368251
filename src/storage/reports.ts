/** The `report` table as one tenant's ReportStore, and what of all tenants waits to be corrected. */
import type { Kysely } from 'kysely';
import type { Report } from '#model/correction.ts';
import type { TenantId } from '#model/subscription.ts';
import type { ReportStore } from './contract/tenant.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;

/** @param change Runs a change after the tenant's own row is there. */
export function createReportStore(db: Db, tenant: TenantId, change: <T>(run: (trx: Db) => Promise<T>) => Promise<T>): ReportStore {
  const own = () => db.selectFrom('report').select('report').where('tenant', '=', tenant);
  return {
    async get(id) {
      const row = await own().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : JSON.parse(row.report);
    },
    async list({ states, limit }) {
      const rows = await own()
        .$if(states !== undefined, (query) => query.where('state', 'in', states ?? []))
        .orderBy('at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => JSON.parse(row.report));
    },
    put: (report) =>
      change(async (trx) => {
        if (report.tenant !== tenant) throw new RangeError(`the report is ${report.tenant}'s, not ${tenant}'s`);
        const changed = { state: report.state, report: JSON.stringify(report) };
        await trx
          .insertInto('report')
          .values({ id: report.id, tenant, at: report.at, ...changed })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(changed).where('report.tenant', '=', tenant))
          .execute();
      }),
  };
}

export async function withdrawnReports(db: Db, limit: number): Promise<readonly Report[]> {
  const rows = await db
    .selectFrom('report')
    .select('report')
    .where('state', '=', 'withdrawn')
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => JSON.parse(row.report));
}
