/** Stored articles → rows for other programs: articles, quotes or figures, one flat record each, times as ISO 8601 in UTC. */
import type { Instant } from '#model/article.ts';
import type { ArticleStore, StoredArticle } from '#storage/contract/articles.ts';

export type ExportKind = 'articles' | 'quotes' | 'figures';
export type Row = Readonly<Record<string, string | number | boolean | null>>;

const PAGE = 100;

/** The oldest first, page by page: memory does not grow with the store. */
export async function* exportRows(kind: ExportKind, since: Instant, store: Pick<ArticleStore, 'page'>): AsyncGenerator<Row> {
  for (let after = -1; ; ) {
    const page = await store.page(after, PAGE);
    for (const stored of page) {
      after = stored.no;
      if (stored.article.publishedAt >= since) yield* rowsOf[kind](stored);
    }
    if (page.length < PAGE) return;
  }
}

/** The columns of each kind, in order: every row has all of them. */
export const EXPORT_COLUMNS: Readonly<Record<ExportKind, readonly string[]>> = {
  articles: ['id', 'storyId', 'outlet', 'url', 'title', 'byline', 'language', 'publishedAt', 'fetchedAt', 'text'],
  quotes: ['articleId', 'outlet', 'url', 'publishedAt', 'text', 'kind', 'speakers', 'role', 'toldTo', 'confidence', 'printed'],
  figures: [
    'articleId',
    'outlet',
    'url',
    'publishedAt',
    'text',
    'low',
    'high',
    'unit',
    'modifier',
    'concept',
    'saidBy',
    'salience',
    'printed',
  ],
};

const iso = (at: Instant): string => new Date(at).toISOString();

const rowsOf: Readonly<Record<ExportKind, (stored: StoredArticle) => readonly Row[]>> = {
  articles: ({ article, storyId }) => [
    {
      id: article.id,
      storyId,
      outlet: article.outlet,
      url: article.url,
      title: article.title,
      byline: article.byline ?? null,
      language: article.language ?? null,
      publishedAt: iso(article.publishedAt),
      fetchedAt: iso(article.fetchedAt),
      text: article.text,
    },
  ],
  quotes: (stored) =>
    stored.extraction.quotes.map(({ span, kind, speakers, role, toldTo, confidence, printed }) => ({
      ...originOf(stored),
      text: stored.article.text.slice(span.start, span.end),
      kind,
      speakers: speakers.map(({ name }) => name).join('; '),
      role: role ?? null,
      toldTo: toldTo ?? null,
      confidence,
      printed,
    })),
  figures: (stored) =>
    stored.extraction.figures.map(({ span, value, unit, modifier, concept, saidBy, salience, printed }) => {
      const [low, high] = typeof value === 'number' ? [value, value] : value;
      const text = stored.article.text.slice(span.start, span.end);
      return { ...originOf(stored), text, low, high, unit, modifier, concept, saidBy: saidBy ?? null, salience, printed };
    }),
};

const originOf = ({ article }: StoredArticle) => ({
  articleId: article.id,
  outlet: article.outlet,
  url: article.url,
  publishedAt: iso(article.publishedAt),
});
