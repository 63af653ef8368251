/** Articles of a story → two to four of their own sentences that tell it: early, central, about the topic's names and figures, and no two alike. */

import type { Article, ArticleId, Span } from '#model/article.ts';
import type { SourcedSentence, StoryMaterial } from '#model/briefing.ts';
import type { Extraction } from '#model/extraction.ts';
import { createWeigher } from './sentence-weight.ts';
import { inOrder, sourceOf } from './sources.ts';
import { type Candidate, findCandidates, type Readable } from './summary-candidates.ts';
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

/** One article's summary as plain text: the `summary` of `extract --jsonl`. */
export function summariseArticle(
  article: Pick<Article, 'id' | 'text'>,
  extraction: Extraction,
  { title = '' }: { readonly title?: string } = {},
): string {
  return choose([{ article: { ...article, title }, extraction }], { topic: [], maxSentences: 2, maxWords: 60 })
    .map((candidate) => candidate.text)
    .join(' ');
}

function choose(articles: readonly Readable[], wish: SummaryWish): Candidate[] {
  const candidates = findCandidates(articles);
  const weigh = createWeigher(candidates, articles, wish.topic);
  const isUnwanted = ({ text, span, articleIndex }: Candidate): boolean =>
    wish.isUnwanted?.({ text, span, articleId: articles[articleIndex]?.article.id ?? '' }) ?? false;
  const pool = candidates.filter((candidate) => candidate.whyNot === undefined && !isUnwanted(candidate));
  const chosen: Candidate[] = [];
  const covered = new Set<string>();
  let length = 0;
  while (chosen.length < wish.maxSentences) {
    const fitting = pool.filter(
      (candidate) =>
        !chosen.some((other) => isAlike(other, candidate)) && (chosen.length === 0 || length + candidate.length <= wish.maxWords),
    );
    const best = heaviest(fitting, (candidate) => weigh(candidate, covered));
    if (best === undefined) break;
    chosen.push(best);
    length += best.length;
    for (const word of best.words) covered.add(word);
  }
  // The latest report leads, what went before follows; inside an article its own order stands.
  return chosen.sort((a, b) => b.articleIndex - a.articleIndex || a.position - b.position);
}

/** A sentence is like itself, too. */
const isAlike = (a: Candidate, b: Candidate): boolean =>
  containment(new Set(a.words), new Set(b.words)) > SAME || a.figures.some((figure) => b.figures.includes(figure));

/** The first of the heaviest. */
function heaviest<T>(items: readonly T[], weigh: (item: T) => number): T | undefined {
  let best: T | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const weight = weigh(item);
    if (weight > most) [best, most] = [item, weight];
  }
  return best;
}
