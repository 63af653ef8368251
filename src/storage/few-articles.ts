/** A tenant that reads few articles of a large store (the sample, a workspace with a feed or two) → their numbers, to search from. */
import { type Kysely, sql } from 'kysely';
import type { TenantId } from '#model/subscription.ts';
import type { Tables } from './tables.ts';
import { feedsReadBy } from './visible.ts';

const MAX_ARTICLES = 1_000;

/** All that it may see and perhaps more, so `visibleTo` still decides; undefined for a tenant that reads much. */
export async function fewArticles(db: Kysely<Tables>, tenant: TenantId): Promise<readonly number[] | undefined> {
  const { rows } = await sql<{ no: number }>`select feed_article.article_no as no from ${feedsReadBy(tenant)} as reads
    cross join feed_article where feed_article.feed_id = reads.id limit ${MAX_ARTICLES + 1}`.execute(db);
  return rows.length > MAX_ARTICLES ? undefined : [...new Set(rows.map(({ no }) => no))];
}
