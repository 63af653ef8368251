/** Articles of a story → two to four of their own sentences that tell it: early, central, about the topic's names and figures, and no two alike. */

import type { Article } from '#model/article.ts';
import type { SourcedSentence, StoryMaterial } from '#model/briefing.ts';
import type { Extraction } from '#model/extraction.ts';
import { weighCandidates } from './sentence-weight.ts';
import { inOrder, sourceOf } from './sources.ts';
import { type Candidate, findCandidates, type Readable } from './summary-candidates.ts';
import { containment } from './words.ts';

export type SummaryWish = {
  /** Folded topic words; none for a story as such. */
  readonly topic: readonly string[];
  readonly maxSentences: number;
  /** The whole summary; a first sentence may pass it, none is cut. */
  readonly maxWords: number;
  /** Told already or shown elsewhere: sentences that `isShown` accepts are passed over. */
  readonly isShown?: (text: string) => boolean;
};

/** Two sentences that share more of their words than this say the same. */
const SAME = 0.55;
/** How much a candidate loses for what the chosen ones have said already. */
const REPETITION = 0.6;

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
  const weights = weighCandidates(candidates, articles, wish.topic);
  const pool = candidates
    .map((candidate, index) => ({ candidate, weight: weights[index] ?? 0, words: new Set(candidate.words) }))
    .filter(({ candidate }) => candidate.whyNot === undefined && !(wish.isShown?.(candidate.text) ?? false));
  const chosen: typeof pool = [];
  let length = 0;
  while (chosen.length < wish.maxSentences) {
    let best: (typeof pool)[number] | undefined;
    let bestWeight = Number.NEGATIVE_INFINITY;
    for (const item of pool) {
      if (chosen.includes(item) || (chosen.length > 0 && length + item.candidate.length > wish.maxWords)) continue;
      const repetition = Math.max(0, ...chosen.map((other) => containment(other.words, item.words)));
      if (repetition > SAME) continue;
      const weight = item.weight - REPETITION * repetition;
      if (weight > bestWeight) [best, bestWeight] = [item, weight];
    }
    if (best === undefined) break;
    chosen.push(best);
    length += best.candidate.length;
  }
  return chosen.map((item) => item.candidate).sort((a, b) => a.articleIndex - b.articleIndex || a.position - b.position);
}
