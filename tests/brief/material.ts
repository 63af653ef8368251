/** Marked-up text → articles with hand-made extractions, for the tests of the briefing; the extractor has tests of its own. */
import type { Article } from '#model/article.ts';
import type { ListedFigure, ListedQuote, StoryMaterial } from '#model/briefing.ts';
import type { Extraction, Figure, Quote, Speaker } from '#model/extraction.ts';
import { read } from '#text/reading.ts';

export const HOUR = 3_600_000;
export const MORNING = Date.UTC(2025, 2, 10, 6, 0);

type QuoteMark = { readonly words: string; readonly by: string | readonly Speaker[] } & Partial<Omit<Quote, 'span' | 'speakers'>>;
type FigureMark = { readonly words: string } & Partial<Omit<Figure, 'span'>>;

export type ArticleMark = {
  readonly id: string;
  readonly outlet?: string;
  readonly title: string;
  readonly text: string;
  readonly at?: number;
  readonly quotes?: readonly QuoteMark[];
  readonly figures?: readonly FigureMark[];
  readonly names?: readonly string[];
};

export type Marked = { readonly article: Article; readonly extraction: Extraction };

export function article(mark: ArticleMark): Marked {
  const span = (words: string) => {
    const start = mark.text.indexOf(words);
    if (start < 0) throw new Error(`"${words}" does not stand in ${mark.id}`);
    return { start, end: start + words.length };
  };
  return {
    article: {
      id: mark.id,
      feedId: 'feed',
      outlet: mark.outlet ?? 'The Harbour Post',
      url: `https://news.example/${mark.id}`,
      title: mark.title,
      text: mark.text,
      publishedAt: mark.at ?? MORNING,
      fetchedAt: mark.at ?? MORNING,
    },
    extraction: {
      articleId: mark.id,
      version: 1,
      sentences: read(mark.text, mark.title).sentences,
      quotes: (mark.quotes ?? []).map(({ words, by, ...rest }) => ({
        kind: 'direct',
        confidence: 0.95,
        printed: true,
        ...rest,
        span: span(words),
        speakers: typeof by === 'string' ? [{ name: by, kind: 'person' }] : by,
      })),
      figures: (mark.figures ?? []).map(({ words, ...rest }) => ({
        value: 0,
        unit: null,
        modifier: '=',
        concept: null,
        salience: 0.6,
        printed: true,
        ...rest,
        span: span(words),
      })),
      names: mark.names ?? [],
    },
  };
}

export const story = (id: string, ...articles: readonly Marked[]): StoryMaterial => ({ id, articles });

export function listedQuotes(storyId: string, { article, extraction }: Marked): ListedQuote[] {
  return extraction.quotes.map((quote) => ({ quote, text: article.text.slice(quote.span.start, quote.span.end), article, storyId }));
}

export function listedFigures(storyId: string, { article, extraction }: Marked): ListedFigure[] {
  return extraction.figures.map((figure) => {
    const text = article.text.slice(figure.span.start, figure.span.end);
    const sentence = article.text.split(/(?<=\.)\s/).find((one) => one.includes(text)) ?? text;
    return { figure, text, sentence, article, storyId };
  });
}
