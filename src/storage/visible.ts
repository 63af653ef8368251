/** A tenant → the condition that an article row is for it to see. Every query of the Library goes through this one. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { SAMPLE, type TenantId } from '#model/subscription.ts';
import { SHARED } from './tables.ts';

/**
 * For an article that stands in the query as `article`: its own, or shared and carried by a feed that it reads. The sample sees its own only.
 * A `case`, because no engine takes one for a way into the table: with `or` SQLite collected all shared articles first. And `<> 0`, because
 * PostgreSQL takes one in two hundred rows to equal what it knows nothing of, and would gather those first; unequal are nearly all. And the limit
 * with its offset, because without them PostgreSQL may gather the articles of all feeds in order to look one up (hashed subplan).
 */
export function visibleTo(tenant: TenantId): RawBuilder<SqlBool> {
  if (tenant === SAMPLE) return sql<SqlBool>`article.owner = ${tenant}`;
  return sql<SqlBool>`case when article.owner = ${tenant} then 1 when article.owner = ${SHARED} and exists (
    select 1 from feed_article join feed on feed.id = feed_article.feed_id
    where feed_article.article_no = article.no and feed.owner = ${SHARED} and (feed.everybody = 1 or exists (
      select 1 from subscription where subscription.tenant = ${tenant} and subscription.feed_id = feed.id)) limit 1 offset 0) then 1 else 0 end <> 0`;
}

/** The feeds that a tenant reads, as a table expression with the column `id`. Of what they carry it sees what `visibleTo` says. */
export function feedsReadBy(tenant: TenantId): RawBuilder<unknown> {
  if (tenant === SAMPLE) return sql`(select id from feed where owner = ${tenant})`;
  return sql`(select id from feed where everybody = 1 or owner = ${tenant}
    union select feed_id from subscription where tenant = ${tenant})`;
}

/** For an article that stands in the query as `article`: of one of these outlets, or carried by one of these feeds. */
export function ofFeeds(feeds: readonly string[]): RawBuilder<SqlBool> {
  const named = sql.join([...feeds]);
  return sql<SqlBool>`(article.outlet in (${named}) or exists (
    select 1 from feed_article as carried where carried.article_no = article.no and carried.feed_id in (${named})))`;
}
