/** Articles of a story → their sentences as a summary may weigh them; and one of them → as it would be printed, or why it cannot be. */
import type { Article, Span } from '#model/article.ts';
import type { Extraction } from '#model/extraction.ts';
import { insideQuotation } from './inside-quotation.ts';
import type { PassedBy } from './passed-by.ts';
import { whyNotAlone } from './standing.ts';
import { tidySentence } from './tidy.ts';
import { isCommon, stem, wordsOf } from './words.ts';

export type Readable = {
  readonly article: Pick<Article, 'id' | 'title' | 'text'> & Partial<Pick<Article, 'publishedAt'>>;
  readonly extraction: Extraction;
};

export type Candidate = {
  /** Index into the articles given. */
  readonly articleIndex: number;
  /** Index into the article's sentences. */
  readonly position: number;
  readonly span: Span;
  /** As it stands in the article. */
  readonly raw: string;
  /** In words. */
  readonly length: number;
  /** What it is about: content words, stemmed. */
  readonly words: ReadonlySet<string>;
  /** Printed figures, as value and unit: two sentences with the same one say the same. */
  readonly figures: readonly string[];
  /** Somebody's words, though without marks of its own. */
  readonly isQuoted: boolean;
};

export function findCandidates(articles: readonly Readable[]): Candidate[] {
  return articles.flatMap(({ article, extraction }, articleIndex) => {
    const isQuoted = insideQuotation(article.text, extraction.sentences);
    const quotedElsewhere = sentencesInMarks(article.text);
    const figures = figuresBySentence(extraction);
    return extraction.sentences.map(({ start, end }, position): Candidate => {
      const raw = article.text.slice(start, end);
      const words = wordsOf(raw);
      return {
        articleIndex,
        position,
        span: { start, end },
        raw,
        length: words.length,
        words: new Set(words.filter((word) => !isCommon(word)).map(stem)),
        figures: figures[position] ?? [],
        isQuoted: (isQuoted[position] ?? false) || quotedElsewhere.has(lettersOf(raw)),
      };
    });
  });
}

/** A post that stands below the text whose words the text quotes: no marks of its own, but somebody's all the same. */
function sentencesInMarks(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, words = ''] of text.matchAll(/[“"]([^“”"]{20,1200})[”"]/g))
    for (const sentence of words.split(/(?<=[.!?…]) /)) if (sentence.length >= 20) found.add(lettersOf(sentence));
  return found;
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Both lists follow the text, so one walk is enough. */
function figuresBySentence({ sentences, figures }: Extraction): string[][] {
  const printed = figures.filter((figure) => figure.printed).sort((a, b) => a.span.start - b.span.start);
  let next = 0;
  return sentences.map(({ start, end }) => {
    const inside: string[] = [];
    for (let figure = printed[next]; figure !== undefined && figure.span.start < end; figure = printed[next]) {
      if (figure.span.start >= start) inside.push(`${figure.value} ${figure.unit}`);
      next += 1;
    }
    return inside;
  });
}

/** Its beginning is missing: "has blocked 115 accounts"; against "al-Karim", "eBay". */
const opensSmall = /^\s*(?!(?:al|el|de|van|von|bin|ibn|da|di|du|la|le)[ -])\p{Ll}+(?=[ ,]|$)/u;

/** The rules cost more than the weights, so they are asked of the heaviest sentences only. */
export function asPrinted({ raw, position, isQuoted }: Candidate): { readonly text: string } | { readonly whyNot: PassedBy } {
  if (isQuoted) return { whyNot: 'inside a quotation' };
  if (opensSmall.test(raw)) return { whyNot: 'a fragment' };
  const text = tidySentence(raw, { opensArticle: position === 0, isNearTop: position < 4 });
  const whyNot = whyNotAlone(text);
  return whyNot === undefined ? { text } : { whyNot };
}
