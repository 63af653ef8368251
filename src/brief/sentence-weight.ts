/** Candidates → how much each would add to a summary so far: what its words weigh in the story, where it stood, and how it reads. */
import type { Candidate, Readable } from './summary-candidates.ts';

/**
 * Set on the 99 abstracts of PolNeAR's train half, in the middle of what scores well on both halves of it rather than at its best point,
 * and held beside the headlines of its other 741 articles.
 */
const weights = {
  /** A word's share in the first sentences of the articles, beside its share in all of them. */
  lead: 1,
  /** What a word still gives that the summary has already. */
  repeated: 0.5,
  /** 0: the sum of the words counts; 1: their mean. Between them, length neither wins nor loses. */
  perWord: 0.3,
  position: 0.4,
  /** An opening that names the day tells the news; one that does not may set a scene. */
  newsLead: 0.15,
  /** A short report opens with its news: it has no room for a scene. */
  shortLead: 0.2,
  quotation: -0.1,
  short: -0.2,
  long: -0.2,
  /** What the story's headline says; its report leads. */
  headline: 0.2,
  topic: 0.4,
  /** Of several articles the latest knows most. */
  recency: 0.35,
} as const;

const namesDay = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/;
const LEAD_SENTENCES = 6;
const SHORT_REPORT = 20;
/** The position's weight has halved here. */
const HALF_POSITION = 8;
const SHORT_WORDS = 15;
const DAY_MS = 24 * 3_600_000;
const LONG_WORDS = 40;

export type Weigher = (candidate: Candidate, covered: ReadonlySet<string>) => number;

/** `topic`, `headline`: content words, stemmed. */
export function createWeigher(
  candidates: readonly Candidate[],
  articles: readonly Readable[],
  topic: readonly string[],
  headline: readonly string[],
): Weigher {
  const wordWeights = weighWords(candidates, articles.length);
  const norm =
    [...wordWeights.values()]
      .sort((a, b) => b - a)
      .slice(0, 10)
      .reduce((sum, weight) => sum + weight, 0) || 1;
  const backgrounds = backgroundOf(articles);
  const fixed = new Map<Candidate, number>();
  for (const candidate of candidates) {
    const background = backgrounds[candidate.articleIndex];
    if (background !== undefined) fixed.set(candidate, weighPlace(candidate, background, topic, headline));
  }
  return (candidate, covered) => {
    let gain = 0;
    for (const word of candidate.words) gain += (wordWeights.get(word) ?? 0) * (covered.has(word) ? weights.repeated : 1);
    const perWord = (Math.max(8, candidate.words.size) / 10) ** weights.perWord;
    return gain / norm / perWord + (fixed.get(candidate) ?? 0);
  };
}

/** Frequent words of the story weigh more, those that its articles open with most; a word of one sentence weighs by the opening alone. */
function weighWords(candidates: readonly Candidate[], articles: number): ReadonlyMap<string, number> {
  const inAll = new Map<string, number>();
  const inLead = new Map<string, number>();
  for (const { words, position } of candidates) {
    for (const word of words) {
      inAll.set(word, (inAll.get(word) ?? 0) + 1);
      if (position < LEAD_SENTENCES) inLead.set(word, (inLead.get(word) ?? 0) + 1);
    }
  }
  return new Map(
    [...inAll].map(([word, count]) => [word, Math.sqrt(count - 1) + (weights.lead * (inLead.get(word) ?? 0)) / Math.sqrt(articles)]),
  );
}

/** What all sentences of an article share. */
type Background = {
  readonly sentences: number;
  readonly recency: number;
};

function backgroundOf(articles: readonly Readable[]): Background[] {
  const newest = Math.max(...articles.map(({ article }) => article.publishedAt ?? 0));
  return articles.map(({ article, extraction }) => ({
    sentences: extraction.sentences.length,
    // 1 for the latest report, 0 for one that is a day older.
    recency: Math.max(0, 1 - (newest - (article.publishedAt ?? 0)) / DAY_MS),
  }));
}

/** What does not depend on the rest of the summary. */
function weighPlace(
  candidate: Candidate,
  { sentences, recency }: Background,
  topic: readonly string[],
  headline: readonly string[],
): number {
  const share = (words: readonly string[]): number =>
    words.length === 0 ? 0 : words.filter((word) => candidate.words.has(word)).length / words.length;
  return (
    weights.position / (1 + candidate.position / HALF_POSITION) +
    (candidate.position === 0 ? weighLead(candidate.raw, sentences) : 0) +
    weights.recency * recency +
    weights.headline * share(headline) +
    weights.topic * share(topic) +
    (/["“”]|''/.test(candidate.raw) ? weights.quotation : 0) +
    (weights.short * Math.max(0, SHORT_WORDS - candidate.length)) / SHORT_WORDS +
    (weights.long * Math.max(0, candidate.length - LONG_WORDS)) / 20
  );
}

/** What the first sentence is worth beyond its place. */
const weighLead = (lead: string, sentences: number): number =>
  (namesDay.test(lead) ? weights.newsLead : 0) + (sentences <= SHORT_REPORT ? weights.shortLead : 0);
