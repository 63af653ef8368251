/** The beginning of a word → words of recent titles and names, most frequent first. */
import { type Kysely, sql } from 'kysely';
import { fold, foldedWords } from '#lib/fold.ts';
import type { Instant } from '#model/article.ts';
import type { TenantId } from '#model/subscription.ts';
import { firstNumberAt } from './numbers.ts';
import type { Tables } from './tables.ts';
import { visibleTo } from './visible.ts';

/** The newest articles are enough for a suggestion; more would hold the loop up. */
const MAX_ARTICLES = 600;
/** "xi", "eu". */
const MIN_LETTERS = 2;
/** A word that every second article holds tells nothing apart; below so many articles there is no such share. */
const MAX_SHARE = 0.5;
const MIN_ARTICLES_FOR_SHARE = 20;

export async function findTerms(
  db: Kysely<Tables>,
  tenant: TenantId,
  prefix: string,
  since: Instant,
  limit: number,
): Promise<readonly string[]> {
  const start = fold(prefix).trim();
  const { rows } = await sql<{ title: string; names: string }>`
    select article.title, extraction.names from article join extraction on extraction.article_no = article.no
    where article.no >= ${firstNumberAt(since)} and ${visibleTo(tenant)}
    order by article.no desc limit ${MAX_ARTICLES}`.execute(db);
  const articles = new Map<string, number>();
  for (const { title, names } of rows) {
    const found: readonly string[] = JSON.parse(names);
    for (const word of new Set([title, ...found].flatMap(foldedWords)))
      if (word.length >= MIN_LETTERS && word.startsWith(start)) articles.set(word, (articles.get(word) ?? 0) + 1);
  }
  const most = rows.length < MIN_ARTICLES_FOR_SHARE ? rows.length : rows.length * MAX_SHARE;
  return [...articles]
    .filter(([, count]) => count <= most)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([word]) => word);
}
