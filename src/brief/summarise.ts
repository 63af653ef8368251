/** Articles of a story → two to four of their own sentences that tell it: early, central, about the topic's names and figures, and no two alike. */

import type { Article } from '#model/article.ts';
import type { SourcedSentence, StoryMaterial } from '#model/briefing.ts';
import type { Extraction } from '#model/extraction.ts';
import { headlineOf } from './headline.ts';
import type { PassedBy } from './passed-by.ts';
import { type Chosen, createPrinter, type Unwanted } from './printable.ts';
import { createWeigher, type Weigher } from './sentence-weight.ts';
import { inOrder, sourceOf } from './sources.ts';
import { type Candidate, findCandidates, type Readable } from './summary-candidates.ts';
import { createReader, inPrintedOrder } from './summary-order.ts';
import { containment, contentWords } from './words.ts';

export type SummaryWish = {
  /** Folded topic words; none for a story as such. */
  readonly topic: readonly string[];
  readonly maxSentences: number;
  /** The whole summary; a first sentence may pass it, none is cut. */
  readonly maxWords: number;
  /** Why a sentence must not come: told already, shown elsewhere, overtaken. */
  readonly whyUnwanted?: Unwanted;
};

/** A sentence and the rule that passed it over when its turn came by its weight, or before. */
export type PassedSentence = SourcedSentence & Passed;
type Passed = { readonly whyNot: PassedBy /** The sentence that says much of it. */; readonly as?: string };
export type Summary = { readonly sentences: readonly SourcedSentence[]; readonly passed: readonly PassedSentence[] };

/** Two sentences that share more of their words than this say the same. */
const SAME = 0.55;

export function summarise(material: StoryMaterial, wish: SummaryWish): Summary {
  const articles = inOrder(material);
  const { chosen, passed } = choose(articles, wish, headlineOf(material));
  const sourced = ({ articleIndex, span }: Candidate, text: string): SourcedSentence[] => {
    const article = articles[articleIndex]?.article;
    return article === undefined ? [] : [{ text, span, source: sourceOf(article) }];
  };
  return {
    sentences: chosen.flatMap((candidate) => sourced(candidate, candidate.text)),
    passed: [...passed].flatMap(([candidate, why]) => sourced(candidate, candidate.raw).map((sentence) => ({ ...sentence, ...why }))),
  };
}

/** About as long as what a newspaper's archivist writes above an article; each further word costs more than it tells. */
const ARTICLE_WORDS = 45;

/** One article's summary as plain text, one long sentence or two: the `summary` of `extract --jsonl`. */
export function summariseArticle(
  article: Pick<Article, 'id' | 'text'>,
  extraction: Extraction,
  { title = '' }: { readonly title?: string } = {},
): string {
  // Without a title the text may begin with it; else whom the article names most is taken to be known, as its headline would have named them.
  const known = title === '' ? article.text.slice(0, extraction.sentences[0]?.start) || extraction.names[0] : undefined;
  return choose([{ article: { ...article, title }, extraction }], { topic: [], maxSentences: 2, maxWords: ARTICLE_WORDS }, title, known)
    .chosen.map((candidate) => candidate.text)
    .join(' ');
}

function choose(
  articles: readonly Readable[],
  wish: SummaryWish,
  headline: string,
  known = headline,
): { readonly chosen: readonly Chosen[]; readonly passed: ReadonlyMap<Candidate, Passed> } {
  const candidates = findCandidates(articles);
  const weigh = createWeigher(candidates, articles, wish.topic, [...new Set(contentWords(headline))]);
  const whyNotThere = createReader(articles, known);
  const chosen: Chosen[] = [];
  const passed = new Map<Candidate, PassedBy>();
  const alike = new Map<Candidate, Passed>();
  /** For now: such a one may stand when others have come to stand before it. */
  const leaning = new Map<Candidate, PassedBy>();
  const covered = new Set<string>();
  let pool: readonly Candidate[] = candidates;
  let length = 0;
  const print = createPrinter(articles, passed, wish.whyUnwanted);
  const standing = (candidate: Candidate): Chosen | undefined => {
    const one = print(candidate);
    const whyNot = one === undefined ? undefined : whyNotThere(one, chosen);
    if (whyNot === undefined) leaning.delete(candidate);
    else leaning.set(candidate, whyNot);
    return whyNot === undefined ? one : undefined;
  };
  while (chosen.length < wish.maxSentences) {
    const best = firstOf(heaviestFirst(pool, covered, weigh), standing);
    // A first sentence may be as long as it is; where the next has no room, none that merely fits stands in for it.
    if (best === undefined) break;
    if (chosen.length > 0 && length + best.length > wish.maxWords) {
      passed.set(best, 'no room');
      break;
    }
    chosen.push(best);
    length += best.length;
    for (const word of best.words) covered.add(word);
    const like = pool.filter((candidate) => isAlike(best, candidate));
    for (const candidate of like)
      if (!isSame(candidate, best) && !passed.has(candidate)) alike.set(candidate, { whyNot: 'much the same', as: best.text });
    pool = pool.filter((candidate) => !like.includes(candidate));
  }
  // Better one that leans than none.
  const only = chosen.length === 0 ? firstOf(heaviestFirst(candidates, covered, weigh), print) : undefined;
  return {
    chosen: only === undefined ? inPrintedOrder(chosen) : [only],
    passed: new Map([...[...leaning, ...passed].map(([candidate, whyNot]): [Candidate, Passed] => [candidate, { whyNot }]), ...alike]),
  };
}

/** Equal ones in their order. */
const heaviestFirst = (candidates: readonly Candidate[], covered: ReadonlySet<string>, weigh: Weigher): Candidate[] =>
  candidates
    .map((candidate) => ({ candidate, weight: weigh(candidate, covered) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ candidate }) => candidate);

function firstOf<Found>(candidates: readonly Candidate[], find: (candidate: Candidate) => Found | undefined): Found | undefined {
  for (const candidate of candidates) {
    const found = find(candidate);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isSame = (a: Candidate, b: Candidate): boolean => a.articleIndex === b.articleIndex && a.position === b.position;

/** A sentence is like itself, too. */
const isAlike = (a: Candidate, b: Candidate): boolean =>
  containment(a.words, b.words) > SAME || a.figures.some((figure) => b.figures.includes(figure));
