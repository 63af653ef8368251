/** A tenant that reads few articles of a large store (the sample, a workspace with a feed or two), or outlets that have few → their numbers, to search from. */
import { type Kysely, sql } from 'kysely';
import type { TenantId } from '#model/subscription.ts';
import type { Tables } from './tables.ts';
import { feedsReadBy } from './visible.ts';

const MAX_ARTICLES = 1_000;

/** All that it may see and perhaps more, so `visibleTo` still decides; undefined for a tenant that reads much. */
export async function fewArticles(db: Kysely<Tables>, tenant: TenantId): Promise<readonly number[] | undefined> {
  const carried = sql`from ${feedsReadBy(tenant)} as reads cross join feed_article where feed_article.feed_id = reads.id`;
  // Who reads much is the rule, and asks with everything: one row tells it, where a thousand would have to be carried over.
  const beyond = await sql`select 1 as one ${carried} limit 1 offset ${MAX_ARTICLES}`.execute(db);
  if (beyond.rows.length > 0) return undefined;
  const { rows } = await sql<{ no: number }>`select feed_article.article_no as no ${carried}`.execute(db);
  return [...new Set(rows.map(({ no }) => no))];
}

/** Those of these outlets and feeds; undefined where they have many. */
export async function fewOfFeeds(db: Kysely<Tables>, feeds: readonly string[]): Promise<readonly number[] | undefined> {
  const named = sql.join([...feeds]);
  const { rows } = await sql<{
    no: number;
  }>`select no from (select no from article where outlet in (${named}) limit ${MAX_ARTICLES + 1}) as published
    union select no from (select article_no as no from feed_article where feed_id in (${named}) limit ${MAX_ARTICLES + 1}) as carried`.execute(
    db,
  );
  return rows.length > MAX_ARTICLES ? undefined : rows.map(({ no }) => no);
}
