/** The article tables as an ArticleStore: what ingestion and clustering ask. */
import { type Kysely, sql } from 'kysely';
import { SAMPLE, type TenantId } from '#model/subscription.ts';
import { countHolding, sharing } from './cluster-words.ts';
import { rememberCommon } from './common-keys.ts';
import type { ArticleStore } from './contract/articles.ts';
import { differencesOf } from './differences.ts';
import { dropFacts, writeFacts } from './facts.ts';
import { loadArticles } from './load-articles.ts';
import { putArticles } from './put-articles.ts';
import { shortKey } from './short-key.ts';
import { byBeginning, changeStory } from './stories.ts';
import { SHARED, type Tables } from './tables.ts';
import { textHash } from './text-hash.ts';
import { inTransaction } from './transaction.ts';
import { createWordWriter } from './word-writer.ts';

const ownerOf = (tenant: TenantId | null): string => tenant ?? SHARED;

export function createArticleStore(db: Kysely<Tables>): ArticleStore {
  const frequencies = rememberCommon((owner, keys) => countHolding(db, owner, keys));
  return {
    put: (owner, batch) => putArticles(db, owner, batch),

    async get(id) {
      const row = await db.selectFrom('article').select('no').where('id', '=', id).executeTakeFirst();
      if (row === undefined) return undefined;
      const [loaded] = await loadArticles(db, [row.no]);
      return loaded === undefined ? undefined : { article: loaded.article, extraction: loaded.extraction, storyId: loaded.storyId };
    },

    async known(owner, feedId, given) {
      if (given.length === 0) return new Set();
      const keys = given.map(shortKey);
      const byKey = await db.selectFrom('article').select('key').where('owner', '=', ownerOf(owner)).where('key', 'in', keys).execute();
      const byGuid = await db
        .selectFrom('feed_article')
        .innerJoin('article', 'article.no', 'feed_article.article_no')
        .select('guid')
        .where('article.owner', '=', ownerOf(owner))
        .where('feed_article.feed_id', '=', feedId)
        .where('guid', 'in', keys)
        .execute();
      const found = new Set([...byKey.map(({ key }) => key), ...byGuid.map(({ guid }) => guid)]);
      return new Set(given.filter((key) => found.has(shortKey(key))));
    },

    async byKey(owner, key) {
      const row = await db
        .selectFrom('article')
        .select('no')
        .where('owner', '=', ownerOf(owner))
        .where('key', '=', shortKey(key))
        .executeTakeFirst();
      const [loaded] = row === undefined ? [] : await loadArticles(db, [row.no]);
      return loaded?.article;
    },

    async twins(owner, feedId, texts) {
      const byHash = new Map(texts.map((text) => [textHash(text), text]));
      if (byHash.size === 0) return new Map();
      const rows = await db
        .selectFrom('body')
        .innerJoin('article', 'article.no', 'body.article_no')
        .innerJoin('feed_article', 'feed_article.article_no', 'article.no')
        .select(['article.id', 'article.title', 'body.text_hash'])
        .where('body.text_hash', 'in', [...byHash.keys()])
        .where('article.owner', '=', ownerOf(owner))
        .where('feed_article.feed_id', '=', feedId)
        .orderBy('article.no')
        .execute();
      return Map.groupBy(rows, ({ text_hash }) => byHash.get(text_hash) ?? '') as ReadonlyMap<string, typeof rows>;
    },

    async candidates(owner, keys, from, to, limit) {
      const order = await sharing(db, ownerOf(owner), keys, from, to, limit);
      if (order.length === 0) return [];
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

    byBeginning: (ids) => byBeginning(db, ids),
    changeStory: (owner, change, joining) => changeStory(db, ownerOf(owner), change, joining),

    frequencies: (owner, keys) => frequencies(ownerOf(owner), keys),

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
      await inTransaction(db, async (trx) => {
        await differencesOf(trx).hold(trx, 'facts', 'together');
        const words = createWordWriter(trx);
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
          await dropFacts(trx, row.no);
          await writeFacts(trx, words, { no: row.no, title: row.title, text: row.text, publishedAt: row.published_at }, extraction);
          await words.flush();
        }
      });
    },

    async page(after, limit) {
      const rows = await db
        .selectFrom('article')
        .select('no')
        .where('no', '>', after)
        .where('owner', '<>', SAMPLE)
        .orderBy('no')
        .limit(limit)
        .execute();
      return loadArticles(
        db,
        rows.map(({ no }) => no),
      );
    },

    async count() {
      const { articles } = await db.selectFrom('article').select(sql<number>`count(*)`.as('articles')).executeTakeFirstOrThrow();
      return articles;
    },
  };
}
