/** What a tenant's managers withdrew → stories, quotes and figures without it: what was called wrong once is printed no more. */
import { pageOf } from '#brief/correct.ts';
import type { Article, Span } from '#model/article.ts';
import type { StoryMaterial } from '#model/briefing.ts';
import { isWithdrawn } from '#model/correction.ts';
import type { TenantStorage } from '#storage/contract/tenant.ts';

export type Withdrawn = {
  /** Lines and articles. */
  readonly count: number;
  readonly article: (article: Pick<Article, 'url'>) => boolean;
  /** By its words, as they stand in the article. */
  readonly quote: (article: Pick<Article, 'url'>, text: string) => boolean;
  readonly figure: (article: Pick<Article, 'url'>, amount: string) => boolean;
};

type Spanned = { readonly span: Span };

const MAX_REPORTS = 5_000;
const keyOf = (...parts: readonly string[]): string => JSON.stringify(parts);
/** A briefing shows a quote without the comma that closes it in the article. */
const isPart = (a: string, b: string): boolean => a.includes(b) || b.includes(a);
const bare = (text: string): string => text.toLowerCase().replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');

export async function withdrawnOf({ reports }: Pick<TenantStorage, 'reports'>): Promise<Withdrawn> {
  const withdrawn = (await reports.list({ states: ['withdrawn', 'corrected', 'failed'], limit: MAX_REPORTS })).filter(isWithdrawn);
  const keys = new Set(
    withdrawn.map(({ what }) => {
      if (what.kind === 'article') return keyOf('article', pageOf(what.url));
      return keyOf(what.kind, pageOf(what.url), what.kind === 'quote' ? bare(what.text) : '');
    }),
  );
  const figures = withdrawn.flatMap(({ what }) => (what.kind === 'figure' ? [{ url: pageOf(what.url), amount: bare(what.amount) }] : []));
  const article = ({ url }: Pick<Article, 'url'>): boolean => keys.has(keyOf('article', pageOf(url)));
  return {
    count: withdrawn.length,
    article,
    quote: (of, text) => article(of) || keys.has(keyOf('quote', pageOf(of.url), bare(text))),
    // A briefing may word the hedge in another way.
    figure: (of, amount) => article(of) || figures.some((wrong) => wrong.url === pageOf(of.url) && isPart(bare(amount), wrong.amount)),
  };
}

export function withoutWithdrawn(stories: readonly StoryMaterial[], withdrawn: Withdrawn): readonly StoryMaterial[] {
  if (withdrawn.count === 0) return stories;
  return stories
    .map(({ id, articles }) => ({
      id,
      articles: articles
        .filter(({ article }) => !withdrawn.article(article))
        .map(({ article, extraction }) => {
          const words = ({ span: { start, end } }: Spanned) => article.text.slice(start, end);
          const wrong: readonly Spanned[] = [
            ...extraction.quotes.filter((quote) => withdrawn.quote(article, words(quote))),
            ...extraction.figures.filter((figure) => withdrawn.figure(article, words(figure))),
          ];
          if (wrong.length === 0) return { article, extraction };
          const isClear = ({ start, end }: Span) => !wrong.some(({ span }) => span.start < end && start < span.end);
          return {
            article,
            extraction: {
              ...extraction,
              // What is no quote any more must not come back as a sentence of the summary.
              sentences: extraction.sentences.filter(isClear),
              quotes: extraction.quotes.filter(({ span }) => isClear(span)),
              figures: extraction.figures.filter(({ span }) => isClear(span)),
            },
          };
        }),
    }))
    .filter(({ articles }) => articles.length > 0);
}
