/** A tenant → the condition that an article row is for it to see. Every query of the Library goes through this one. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { SAMPLE, type TenantId } from '#model/subscription.ts';
import { SHARED } from './tables.ts';

/** For an article that stands in the query as `article`: its own, or shared and carried by a feed that it reads. The sample sees its own only. */
export function visibleTo(tenant: TenantId): RawBuilder<SqlBool> {
  if (tenant === SAMPLE) return sql<SqlBool>`article.owner = ${tenant}`;
  return sql<SqlBool>`(article.owner = ${tenant} or (article.owner = ${SHARED} and exists (
    select 1 from feed_article join feed on feed.id = feed_article.feed_id
    where feed_article.article_no = article.no and feed.owner = ${SHARED} and (feed.everybody = 1 or exists (
      select 1 from subscription where subscription.tenant = ${tenant} and subscription.feed_id = feed.id)))))`;
}
