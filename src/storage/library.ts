/** The article tables as the Library of one tenant: articles, stories and counts. Quotes, figures and speakers have files of their own. */
import { type Kysely, sql } from 'kysely';
import type { TenantId } from '#model/subscription.ts';
import type { ArticleQuery, FoundArticle, Library } from './contract/library.ts';
import { differencesOf } from './differences.ts';
import { findFigures } from './library-figures.ts';
import { findQuotes } from './library-quotes.ts';
import { findSpeakers } from './library-speakers.ts';
import { findTerms } from './library-terms.ts';
import { loadArticles } from './load-articles.ts';
import { firstNumberAt, lastNumberAt } from './numbers.ts';
import { quotesOneOf } from './quoted-by.ts';
import { recordOf, successorsOf } from './stories.ts';
import type { Tables } from './tables.ts';
import { ofFeeds, visibleTo } from './visible.ts';
import { wordQuery } from './words.ts';

async function findArticles(db: Kysely<Tables>, tenant: TenantId, query: ArticleQuery): Promise<readonly FoundArticle[]> {
  const words = wordQuery(query);
  const { hits } = differencesOf(db);
  if (words === 'nothing' || query.limit <= 0) return [];
  const isSearch = words !== undefined && words.all.length + words.any.length > 0;
  // `cross join`, so that SQLite walks the hits from the newest down and stops at the limit.
  const source = isSearch ? sql`${hits('article', words, words.none)} as hit cross join article` : sql`article`;
  const no = sql.ref(isSearch ? 'hit.no' : 'article.no');
  const conditions = [visibleTo(tenant)];
  if (isSearch) conditions.push(sql`article.no = hit.no`);
  else if (words !== undefined) conditions.push(sql`article.no not in ${hits('article', { all: [], any: words.none }, [])}`);
  if (query.since !== undefined) conditions.push(sql`${no} >= ${firstNumberAt(query.since)}`);
  if (query.until !== undefined) conditions.push(sql`${no} <= ${lastNumberAt(query.until)}`);
  if (query.feeds !== undefined && query.feeds.length > 0) conditions.push(ofFeeds(query.feeds));
  if (query.speakers !== undefined && query.speakers.length > 0) conditions.push(quotesOneOf(query.speakers, query.leastConfidence ?? 0));
  const { rows } = await sql<{ id: string; story_id: string; outlet: string; title: string; published_at: number }>`
    select article.id, article.story_id, article.outlet, article.title, article.published_at
    from ${source} where ${sql.join(conditions, sql` and `)} order by ${no} desc limit ${query.limit}`.execute(db);
  return rows.map((row) => ({
    articleId: row.id,
    storyId: row.story_id,
    outlet: row.outlet,
    title: row.title,
    publishedAt: row.published_at,
  }));
}

async function loadArticle(db: Kysely<Tables>, tenant: TenantId, id: string): ReturnType<Library['article']> {
  const row = await db.selectFrom('article').select('no').where('id', '=', id).where(visibleTo(tenant)).executeTakeFirst();
  const [loaded] = row === undefined ? [] : await loadArticles(db, [row.no]);
  return loaded === undefined ? undefined : { article: loaded.article, extraction: loaded.extraction, storyId: loaded.storyId };
}

async function loadStories(
  db: Kysely<Tables>,
  tenant: TenantId,
  ids: readonly string[],
  perStory = Number.POSITIVE_INFINITY,
): ReturnType<Library['stories']> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('article')
    .select(['no', 'story_id'])
    .where('story_id', 'in', [...new Set(ids)])
    .where(visibleTo(tenant))
    .execute();
  // Sorted here: SQLite would walk all articles from the newest down to spare itself the sorting.
  const taken = new Map<string, number>();
  const newestFirst = rows
    .sort((a, b) => b.no - a.no)
    .filter(({ story_id }) => {
      const already = taken.get(story_id) ?? 0;
      taken.set(story_id, already + 1);
      return already < perStory;
    })
    .map(({ no }) => no);
  const loaded = await loadArticles(db, newestFirst);
  const stories = new Map<string, (typeof loaded)[number][]>();
  for (const article of loaded) {
    const story = stories.get(article.storyId);
    if (story === undefined) stories.set(article.storyId, [article]);
    else story.push(article);
  }
  return [...new Set(ids)].flatMap((id) => {
    const articles = stories.get(id);
    return articles === undefined ? [] : [{ id, articles: articles.map(({ article, extraction }) => ({ article, extraction })) }];
  });
}

export function createLibrary(db: Kysely<Tables>, tenant: TenantId): Library {
  return {
    articles: (query) => findArticles(db, tenant, query),
    article: (id) => loadArticle(db, tenant, id),
    stories: (ids, perStory) => loadStories(db, tenant, ids, perStory),
    storyRecord: (id) => recordOf(db, tenant, id),
    successors: (ids) => successorsOf(db, ids),
    quotes: (query) => findQuotes(db, tenant, query),
    figures: (query) => findFigures(db, tenant, query),
    speakers: (typed, limit) => findSpeakers(db, tenant, typed, limit),
    terms: (prefix, since, limit) => findTerms(db, tenant, prefix, since, limit),
    async counts(since) {
      const { rows } = await sql<{ articles: number; outlets: number }>`
        select count(*) as articles, count(distinct article.outlet) as outlets
        from article where article.no >= ${firstNumberAt(since)} and ${visibleTo(tenant)}`.execute(db);
      return { articles: rows[0]?.articles ?? 0, outlets: rows[0]?.outlets ?? 0 };
    },
  };
}
