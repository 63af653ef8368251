/** Articles of a story → two to four of their own sentences that tell it: early, central, about the topic's names and figures, and no two alike. */

import type { Article, ArticleId, Span } from '#model/article.ts';
import type { SourcedSentence, StoryMaterial } from '#model/briefing.ts';
import type { Extraction } from '#model/extraction.ts';
import { createWeigher } from './sentence-weight.ts';
import { inOrder, sourceOf } from './sources.ts';
import { asPrinted, type Candidate, findCandidates, type Readable } from './summary-candidates.ts';
import { containment } from './words.ts';

export type SummaryWish = {
  /** Folded topic words; none for a story as such. */
  readonly topic: readonly string[];
  readonly maxSentences: number;
  /** The whole summary; a first sentence may pass it, none is cut. */
  readonly maxWords: number;
  /** Told already, shown elsewhere, overtaken: what is true of a sentence that must not come. */
  readonly isUnwanted?: (sentence: { readonly text: string; readonly span: Span; readonly articleId: ArticleId }) => boolean;
};

/** Two sentences that share more of their words than this say the same. */
const SAME = 0.55;

export function summarise(material: StoryMaterial, wish: SummaryWish): SourcedSentence[] {
  const articles = inOrder(material);
  return choose(articles, wish).flatMap(({ articleIndex, text, span }) => {
    const article = articles[articleIndex]?.article;
    return article === undefined ? [] : [{ text, span, source: sourceOf(article) }];
  });
}

/** About as long as what a newspaper's archivist writes above an article; each further word costs more than it tells. */
const ARTICLE_WORDS = 45;

/** One article's summary as plain text, one long sentence or two: the `summary` of `extract --jsonl`. */
export function summariseArticle(
  article: Pick<Article, 'id' | 'text'>,
  extraction: Extraction,
  { title = '' }: { readonly title?: string } = {},
): string {
  return choose([{ article: { ...article, title }, extraction }], { topic: [], maxSentences: 2, maxWords: ARTICLE_WORDS })
    .map((candidate) => candidate.text)
    .join(' ');
}

type Chosen = Candidate & { /** As it is printed. */ readonly text: string };

function choose(articles: readonly Readable[], wish: SummaryWish): Chosen[] {
  const candidates = findCandidates(articles);
  const weigh = createWeigher(candidates, articles, wish.topic);
  const chosen: Chosen[] = [];
  const covered = new Set<string>();
  let pool: readonly Candidate[] = candidates;
  let length = 0;
  while (chosen.length < wish.maxSentences) {
    // A first sentence may be as long as it is.
    const fitting = pool.filter((candidate) => chosen.length === 0 || length + candidate.length <= wish.maxWords);
    const best = firstPrintable(
      fitting,
      (candidate) => weigh(candidate, covered),
      (candidate) => print(candidate, articles, wish),
    );
    if (best === undefined) break;
    chosen.push(best);
    length += best.length;
    for (const word of best.words) covered.add(word);
    pool = pool.filter((candidate) => !isAlike(best, candidate));
  }
  // The latest report leads, what went before follows; inside an article its own order stands.
  return chosen.sort((a, b) => b.articleIndex - a.articleIndex || a.position - b.position);
}

function print(candidate: Candidate, articles: readonly Readable[], wish: SummaryWish): Chosen | undefined {
  const printed = asPrinted(candidate);
  if ('whyNot' in printed) return undefined;
  const { text } = printed;
  const articleId = articles[candidate.articleIndex]?.article.id ?? '';
  return wish.isUnwanted?.({ text, span: candidate.span, articleId }) ? undefined : { ...candidate, text };
}

/** A sentence is like itself, too. */
const isAlike = (a: Candidate, b: Candidate): boolean =>
  containment(a.words, b.words) > SAME || a.figures.some((figure) => b.figures.includes(figure));

/** From the heaviest down, the first that can be printed; equal ones in their order. */
function firstPrintable<T, P>(items: readonly T[], weigh: (item: T) => number, print: (item: T) => P | undefined): P | undefined {
  const heaviestFirst = items.map((item) => ({ item, weight: weigh(item) })).sort((a, b) => b.weight - a.weight);
  for (const { item } of heaviestFirst) {
    const printed = print(item);
    if (printed !== undefined) return printed;
  }
  return undefined;
}
