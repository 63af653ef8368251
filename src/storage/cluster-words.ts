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

/** Any key of any owner as one word: 60 bits, so that two keys share one about never. */
const wordOf = (owner: string, key: string): string => hash('sha256', `${owner}\n${key}`, 'hex').slice(0, 15);

export function clusterText(owner: string, keys: readonly string[]): string {
  return keys.map((key) => wordOf(owner, key)).join(' ');
}

/** Articles that share keys, most shared first, then newest. */
export async function sharing(
  db: Kysely<Tables>,
  owner: string,
  keys: readonly string[],
  from: Instant,
  to: Instant,
  limit: number,
): Promise<readonly number[]> {
  if (keys.length === 0) return [];
  const words = [...new Set(keys)].map((key) => wordOf(owner, key));
  const { rows } = await sql<{ no: number }>`select no from ${differencesOf(db).hitsOfEach('cluster', words)} as hits
    where no >= ${firstNumberAt(from)} and no <= ${lastNumberAt(to)} group by no order by count(*) desc, no desc limit ${limit}`.execute(
    db,
  );
  return rows.map(({ no }) => no);
}

export async function countHolding(db: Kysely<Tables>, owner: string, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const keyOf = new Map(keys.map((key) => [wordOf(owner, key), key]));
  if (keyOf.size === 0) return new Map();
  const counts = differencesOf(db).countsOfEach('cluster', [...keyOf.keys()], MAX_FREQUENCY);
  const { rows } = await sql<{ word: string; rows: number }>`select word, rows from ${counts} as counts`.execute(db);
  return new Map(rows.map(({ word, rows: articles }) => [keyOf.get(word) ?? word, articles]));
}
