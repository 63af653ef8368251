/** Article numbers → articles with text and extraction, put together from their rows. */
import type { Kysely } from 'kysely';
import type { Article } from '#model/article.ts';
import type { Extraction, Figure, Quote } from '#model/extraction.ts';
import { readSentences } from './sentences-column.ts';
import type { Tables } from './tables.ts';

export type LoadedArticle = {
  readonly no: number;
  readonly storyId: string;
  readonly clusterKeys: readonly string[];
  readonly article: Article;
  readonly extraction: Extraction;
};

type ArticleRow = Pick<
  Tables['article'],
  'id' | 'feed_id' | 'outlet' | 'url' | 'title' | 'byline' | 'language' | 'published_at' | 'fetched_at'
>;

/** The columns that `articleFrom` reads. */
export const ARTICLE_COLUMNS = [
  'article.id',
  'article.feed_id',
  'article.outlet',
  'article.url',
  'article.title',
  'article.byline',
  'article.language',
  'article.published_at',
  'article.fetched_at',
] as const;

export function articleFrom(row: ArticleRow): Omit<Article, 'text'> {
  return {
    id: row.id,
    feedId: row.feed_id,
    outlet: row.outlet,
    url: row.url,
    title: row.title,
    ...(row.byline === null ? {} : { byline: row.byline }),
    ...(row.language === null ? {} : { language: row.language }),
    publishedAt: row.published_at,
    fetchedAt: row.fetched_at,
  };
}

function byArticle<T>(rows: readonly { readonly article_no: number; readonly fact: string }[]): Map<number, T[]> {
  const facts = new Map<number, T[]>();
  for (const { article_no, fact } of rows) {
    const list = facts.get(article_no);
    if (list === undefined) facts.set(article_no, [JSON.parse(fact)]);
    else list.push(JSON.parse(fact));
  }
  return facts;
}

/** In the order of the numbers given; unknown ones are left out. After a body's expiry `text` is its excerpt. */
export async function loadArticles(db: Kysely<Tables>, nos: readonly number[]): Promise<LoadedArticle[]> {
  if (nos.length === 0) return [];
  const rows = await db
    .selectFrom('article')
    .innerJoin('body', 'body.article_no', 'article.no')
    .innerJoin('extraction', 'extraction.article_no', 'article.no')
    .select(['article.no', 'article.story_id', 'body.text', 'body.excerpt', 'version', 'sentences', 'names', 'cluster_keys'])
    .select(ARTICLE_COLUMNS)
    .where('article.no', 'in', nos)
    .execute();
  const quoteRows = await db
    .selectFrom('quote')
    .select(['article_no', 'quote as fact'])
    .where('article_no', 'in', nos)
    .orderBy('article_no')
    .orderBy('position')
    .execute();
  const figureRows = await db
    .selectFrom('figure')
    .select(['article_no', 'figure as fact'])
    .where('article_no', 'in', nos)
    .orderBy('article_no')
    .orderBy('position')
    .execute();
  const quotes = byArticle<Quote>(quoteRows);
  const figures = byArticle<Figure>(figureRows);
  const loaded = new Map(
    rows.map((row) => [
      row.no,
      {
        no: row.no,
        storyId: row.story_id,
        clusterKeys: JSON.parse(row.cluster_keys),
        article: { ...articleFrom(row), text: row.text ?? row.excerpt ?? '' },
        extraction: {
          articleId: row.id,
          version: row.version,
          sentences: readSentences(row.sentences),
          quotes: quotes.get(row.no) ?? [],
          figures: figures.get(row.no) ?? [],
          names: JSON.parse(row.names),
        },
      },
    ]),
  );
  return nos.map((no) => loaded.get(no)).filter((article) => article !== undefined);
}
