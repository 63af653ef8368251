/** Conditions on quotes or figures → one page of their numbers, newest first, and how many fit. */
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { TenantId } from '#model/subscription.ts';
import type { FactWords } from './contract/library.ts';
import { differencesOf } from './differences.ts';
import { fewArticles, fewOfFeeds } from './few-articles.ts';
import { firstNumberAt, lastNumberAt } from './numbers.ts';
import type { Tables } from './tables.ts';
import { ofFeeds, visibleTo } from './visible.ts';
import type { WordQuery } from './words.ts';

/** A total says how much more there is, not a census: it is counted up to here, or to the one after the page. */
const MAX_TOTAL = 200;

/** More than so few articles hold. */
const MAX_NARROW = 1_000_000;

export type FactQuery = {
  readonly table: 'quote' | 'figure';
  /** Each is walked from the newest down: table expressions with the column `no`; what stands in several counts once. */
  readonly sources: readonly RawBuilder<unknown>[];
  /** May name `hit.no`, the table and `article`. */
  readonly conditions: readonly RawBuilder<SqlBool>[];
  /** Outlets or ids of feeds that the conditions ask for, where they do. */
  readonly feeds?: readonly string[] | undefined;
  readonly skip: number;
  readonly limit: number;
};

/** Only words that are wanted can be walked through; unwanted ones alone are a condition. */
export const isSearch = (words: WordQuery): boolean => words.all.length + words.any.length > 0;

/** What quotes and figures are narrowed by alike, apart from their words. */
export function factConditions(
  db: Kysely<Tables>,
  table: FactQuery['table'],
  words: WordQuery | undefined,
  query: FactWords,
): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = [];
  if (words !== undefined && !isSearch(words))
    conditions.push(sql<SqlBool>`hit.no not in ${differencesOf(db).hits(table, { all: [], any: words.none }, [])}`);
  if (query.since !== undefined) conditions.push(sql<SqlBool>`hit.no >= ${firstNumberAt(query.since)}`);
  if (query.until !== undefined) conditions.push(sql<SqlBool>`hit.no <= ${lastNumberAt(query.until)}`);
  if (query.feeds !== undefined && query.feeds.length > 0) conditions.push(ofFeeds(query.feeds));
  return conditions;
}

/** Where there are few articles to see or to choose from, those of their facts that stand in the sources: they are fewer than the hits of a common word. */
async function narrowed(db: Kysely<Tables>, tenant: TenantId, { table, sources, feeds }: FactQuery) {
  const articles = (await fewArticles(db, tenant)) ?? (feeds?.length ? await fewOfFeeds(db, feeds) : undefined);
  if (articles === undefined) return sources;
  if (articles.length === 0) return [];
  const fact = sql.table(table);
  // "+" and the limit keep SQLite from walking the sources, or all facts from the newest down, after all.
  return sources.map(
    (source) => sql`(select no from ${fact} where article_no in (${sql.join([...articles])}) and +no in ${source} limit ${MAX_NARROW})`,
  );
}

export async function pageOfFacts(
  db: Kysely<Tables>,
  tenant: TenantId,
  query: FactQuery,
): Promise<{ readonly total: number; readonly nos: readonly number[] }> {
  const { table, conditions, skip, limit } = query;
  const fact = sql.table(table);
  const most = Math.max(MAX_TOTAL, skip + limit + 1);
  const where = sql.join([sql`${fact}.no = hit.no`, sql`article.no = ${fact}.article_no`, ...conditions, visibleTo(tenant)], sql` and `);
  const nos = new Set<number>();
  for (const source of await narrowed(db, tenant, query)) {
    // `cross join` keeps SQLite from starting at another table and sorting at the end.
    const { rows } = await sql<{ no: number }>`select hit.no from ${source} as hit cross join ${fact} cross join article
      where ${where} order by hit.no desc limit ${most}`.execute(db);
    for (const { no } of rows) nos.add(no);
  }
  const found = [...nos].sort((a, b) => b - a).slice(0, most);
  return { total: found.length, nos: found.slice(skip, skip + limit) };
}
