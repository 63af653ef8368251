/** Articles of a story → the sentences that a summary may take, tidied, each with where it stood. */
import type { Article, Span } from '#model/article.ts';
import type { Extraction } from '#model/extraction.ts';
import { insideQuotation } from './inside-quotation.ts';
import { whyNotAlone } from './standing.ts';
import { tidySentence } from './tidy.ts';
import { contentWords, wordsOf } from './words.ts';

export type Readable = { readonly article: Pick<Article, 'id' | 'title' | 'text'>; readonly extraction: Extraction };

export type Candidate = {
  /** Index into the articles given. */
  readonly articleIndex: number;
  /** Index into the article's sentences. */
  readonly position: number;
  readonly span: Span;
  /** As it would be printed. */
  readonly text: string;
  readonly length: number;
  readonly words: readonly string[];
  /** Printed figures, as value and unit: two sentences with the same one say the same. */
  readonly figures: readonly string[];
  /** Undefined: it may be taken. */
  readonly whyNot?: string;
};

export function findCandidates(articles: readonly Readable[]): Candidate[] {
  return articles.flatMap(({ article, extraction }, articleIndex) => {
    const isInside = insideQuotation(article.text, extraction.sentences);
    return extraction.sentences.map((span, position): Candidate => {
      const text = tidySentence(article.text.slice(span.start, span.end), { opensArticle: position === 0, isNearTop: position < 4 });
      const whyNot = isInside[position] ? 'inside a quotation' : whyNotAlone(text);
      return {
        articleIndex,
        position,
        span: { start: span.start, end: span.end },
        text,
        length: wordsOf(text).length,
        words: contentWords(text),
        figures: extraction.figures
          .filter((figure) => figure.printed && figure.span.start >= span.start && figure.span.end <= span.end)
          .map((figure) => `${figure.value} ${figure.unit}`),
        ...(whyNot === undefined ? {} : { whyNot }),
      };
    });
  });
}
