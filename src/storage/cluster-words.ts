/**
 * Cluster keys ↔ words of a full-text index. An index that appends takes an article's keys in one small write; as rows of a table each
 * would dirty a page of its own, which made storing an article three times as slow (measured with 60 keys an article).
 */
import { hash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Instant } from '#model/article.ts';
import { differencesOf } from './differences.ts';
import { firstNumberAt, lastNumberAt } from './numbers.ts';
import type { Tables } from './tables.ts';

/** Counting a key of everywhere to the end would cost more than its weight is worth. */
const MAX_FREQUENCY = 5_000;
/** SQLite joins at most 500 selects. */
const MAX_SELECTS = 400;

/** Any key of any owner as one word: 60 bits, so that two keys share one about never. */
const wordOf = (owner: string, key: string): string => hash('sha256', `${owner}\n${key}`, 'hex').slice(0, 15);

export function clusterText(owner: string, keys: readonly string[]): string {
  return keys.map((key) => wordOf(owner, key)).join(' ');
}

const holding = (db: Kysely<Tables>, owner: string, key: string) =>
  differencesOf(db).hits('cluster', { all: [[[wordOf(owner, key)]]], any: [] }, []);

/** Articles that share keys, most shared first, then newest. */
export async function sharing(
  db: Kysely<Tables>,
  owner: string,
  keys: readonly string[],
  from: Instant,
  to: Instant,
  limit: number,
): Promise<readonly number[]> {
  const selects = [...new Set(keys)]
    .slice(0, MAX_SELECTS)
    .map((key) => sql`select no from ${holding(db, owner, key)} as hit where no >= ${firstNumberAt(from)} and no <= ${lastNumberAt(to)}`);
  if (selects.length === 0) return [];
  const { rows } = await sql<{ no: number }>`select no from (${sql.join(selects, sql` union all `)}) as hits
    group by no order by count(*) desc, no desc limit ${limit}`.execute(db);
  return rows.map(({ no }) => no);
}

export async function countHolding(db: Kysely<Tables>, owner: string, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const wanted = [...new Set(keys)];
  const counts = new Map<string, number>();
  for (let start = 0; start < wanted.length; start += MAX_SELECTS) {
    const selects = wanted
      .slice(start, start + MAX_SELECTS)
      .map(
        (key) =>
          sql`select ${key} as key, count(*) as articles from (select no from ${holding(db, owner, key)} as hit limit ${MAX_FREQUENCY}) as held`,
      );
    const { rows } = await sql<{ key: string; articles: number }>`${sql.join(selects, sql` union all `)}`.execute(db);
    for (const { key, articles } of rows) counts.set(key, articles);
  }
  return counts;
}
