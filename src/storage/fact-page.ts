/** Conditions on quotes or figures → one page of their numbers, newest first, and how many fit. */
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { TenantId } from '#model/subscription.ts';
import type { Tables } from './tables.ts';
import { visibleTo } from './visible.ts';

/** A total says how much more there is, not a census: it is counted up to here. */
export const MAX_TOTAL = 1_000;

export type FactQuery = {
  readonly table: 'quote' | 'figure';
  /** What is walked from the newest down: a table expression with the column `no`; the table itself where undefined. */
  readonly source: RawBuilder<unknown> | undefined;
  /** May name `hit.no`, the table and `article`. */
  readonly conditions: readonly RawBuilder<SqlBool>[];
  readonly skip: number;
  readonly limit: number;
};

export async function pageOfFacts(
  db: Kysely<Tables>,
  tenant: TenantId,
  { table, source, conditions, skip, limit }: FactQuery,
): Promise<{ readonly total: number; readonly nos: readonly number[] }> {
  const fact = sql.table(table);
  const hit = source ?? sql`(select no from ${fact})`;
  // `cross join` keeps SQLite from starting at another table and sorting at the end.
  const matching = sql`from ${hit} as hit cross join ${fact} cross join article
    where ${sql.join([sql`${fact}.no = hit.no`, sql`article.no = ${fact}.article_no`, visibleTo(tenant), ...conditions], sql` and `)}`;
  const page = await sql<{ no: number }>`select hit.no ${matching} order by hit.no desc limit ${limit} offset ${skip}`.execute(db);
  const nos = page.rows.map(({ no }) => no);
  if (nos.length > 0 && nos.length < limit) return { total: skip + nos.length, nos };
  const total = await sql<{ total: number }>`select count(*) as total from (select 1 ${matching} limit ${MAX_TOTAL}) as counted`.execute(
    db,
  );
  return { total: Math.max(total.rows[0]?.total ?? 0, nos.length > 0 ? skip + nos.length : 0), nos };
}
