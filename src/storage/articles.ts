/** The article tables as an ArticleStore: what ingestion and clustering ask. */
import { type Kysely, sql } from 'kysely';
import type { TenantId } from '#model/subscription.ts';
import { writeFacts } from './facts.ts';
import { loadArticles } from './load-articles.ts';
import { firstNumberAt, lastNumberAt } from './numbers.ts';
import { putArticles } from './put-articles.ts';
import type { ArticleStore } from './storage.ts';
import { SHARED, type Tables } from './tables.ts';

/** Counting a key of everywhere to the end would cost more than its weight is worth. */
const MAX_FREQUENCY = 5_000;

const ownerOf = (tenant: TenantId | null): string => tenant ?? SHARED;

export function createArticleStore(db: Kysely<Tables>): ArticleStore {
  return {
    put: (owner, batch) => putArticles(db, owner, batch),

    async get(id) {
      const row = await db.selectFrom('article').select('no').where('id', '=', id).executeTakeFirst();
      if (row === undefined) return undefined;
      const [loaded] = await loadArticles(db, [row.no]);
      return loaded === undefined ? undefined : { article: loaded.article, extraction: loaded.extraction, storyId: loaded.storyId };
    },

    async known(owner, feedId, keys) {
      if (keys.length === 0) return new Set();
      const byKey = await db.selectFrom('article').select('key').where('owner', '=', ownerOf(owner)).where('key', 'in', keys).execute();
      const byGuid = await db
        .selectFrom('feed_article')
        .innerJoin('article', 'article.no', 'feed_article.article_no')
        .select('guid')
        .where('article.owner', '=', ownerOf(owner))
        .where('feed_article.feed_id', '=', feedId)
        .where('guid', 'in', keys)
        .execute();
      return new Set([...byKey.map(({ key }) => key), ...byGuid.map(({ guid }) => guid).filter((guid) => guid !== null)]);
    },

    async candidates(owner, keys, from, to, limit) {
      if (keys.length === 0) return [];
      const best = await db
        .selectFrom('cluster_key')
        .select(['article_no', sql<number>`count(*)`.as('shared')])
        .where('owner', '=', ownerOf(owner))
        .where('key', 'in', [...new Set(keys)])
        .where('article_no', '>=', firstNumberAt(from))
        .where('article_no', '<=', lastNumberAt(to))
        .groupBy('article_no')
        .orderBy('shared', 'desc')
        .orderBy('article_no', 'desc')
        .limit(limit)
        .execute();
      if (best.length === 0) return [];
      const order = best.map(({ article_no }) => article_no);
      const rows = await db
        .selectFrom('article')
        .innerJoin('extraction', 'extraction.article_no', 'article.no')
        .select(['no', 'id', 'story_id', 'title', 'published_at', 'cluster_keys'])
        .where('no', 'in', order)
        .execute();
      const byNo = new Map(rows.map((row) => [row.no, row]));
      return order.flatMap((no) => {
        const row = byNo.get(no);
        if (row === undefined) return [];
        const keysOfRow: readonly string[] = JSON.parse(row.cluster_keys);
        return [{ articleId: row.id, storyId: row.story_id, title: row.title, publishedAt: row.published_at, keys: keysOfRow }];
      });
    },

    async frequencies(owner, keys) {
      const wanted = [...new Set(keys)];
      if (wanted.length === 0) return new Map();
      const one = (key: string) => sql`select ${key} as key, count(*) as articles from (
        select 1 from cluster_key where owner = ${ownerOf(owner)} and cluster_key.key = ${key} limit ${MAX_FREQUENCY}) as held`;
      const counts = new Map<string, number>();
      // SQLite joins at most 500 selects.
      for (let start = 0; start < wanted.length; start += 400) {
        const query = sql<{ key: string; articles: number }>`${sql.join(wanted.slice(start, start + 400).map(one), sql` union all `)}`;
        for (const { key, articles } of (await query.execute(db)).rows) counts.set(key, articles);
      }
      return counts;
    },

    async outdated(version, limit) {
      const rows = await db
        .selectFrom('extraction')
        .select('article_no')
        .where('version', '<', version)
        .where(sql<boolean>`frozen = 0`)
        .orderBy('version')
        .orderBy('article_no')
        .limit(limit)
        .execute();
      const loaded = await loadArticles(
        db,
        rows.map(({ article_no }) => article_no),
      );
      return loaded.map(({ article }) => article);
    },

    async reextract(extractions) {
      await db.transaction().execute(async (trx) => {
        for (const extraction of extractions) {
          const row = await trx
            .selectFrom('article')
            .innerJoin('body', 'body.article_no', 'article.no')
            .innerJoin('extraction', 'extraction.article_no', 'article.no')
            .select(['no', 'title', 'text', 'published_at', 'version'])
            .where('id', '=', extraction.articleId)
            .executeTakeFirst();
          // Not older means that the article changed while its former text was being read again.
          if (row?.text == null || row.version >= extraction.version) continue;
          await writeFacts(trx, { no: row.no, title: row.title, text: row.text, publishedAt: row.published_at }, extraction);
        }
      });
    },

    async count() {
      const { articles } = await db.selectFrom('article').select(sql<number>`count(*)`.as('articles')).executeTakeFirstOrThrow();
      return articles;
    },
  };
}
