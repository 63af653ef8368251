/** Candidates → a weight each, from named features: what is weighed, and how much, stands in one table. */
import type { Candidate, Readable } from './summary-candidates.ts';
import { topicFit } from './topic.ts';
import { contentWords } from './words.ts';

export type Features = {
  /** 1 at the top of an article, falling. */
  readonly position: number;
  /** How much of the story's frequent words it holds, by word. */
  readonly centrality: number;
  /** Shared with the title. */
  readonly title: number;
  readonly topic: number;
  /** Names that the story repeats. */
  readonly names: number;
  readonly figures: number;
  /** 1 at eighteen to thirty-five words, less outside. */
  readonly length: number;
  readonly quotation: number;
};

export const weights: Readonly<Record<keyof Features, number>> = {
  position: 0.6,
  centrality: 1,
  title: 0.5,
  topic: 0.5,
  names: 0.3,
  figures: 0.1,
  length: 0.3,
  quotation: -0.3,
};

export function weighCandidates(candidates: readonly Candidate[], articles: readonly Readable[], topic: readonly string[]): number[] {
  return featuresOf(candidates, articles, topic).map((features) =>
    Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * features[name as keyof Features], 0),
  );
}

export function featuresOf(candidates: readonly Candidate[], articles: readonly Readable[], topic: readonly string[]): Features[] {
  const inSentences = countWords(candidates);
  const most = Math.max(1, ...inSentences.values());
  const titles = articles.map(({ article }) => new Set(contentWords(article.title)));
  const names = new Set(articles.flatMap(({ extraction }) => extraction.names.slice(0, 6).flatMap((name) => contentWords(name).slice(-1))));
  return candidates.map((candidate): Features => {
    const distinct = [...new Set(candidate.words)];
    const title = titles[candidate.articleIndex] ?? new Set();
    const figures = articles[candidate.articleIndex]?.extraction.figures ?? [];
    return {
      position: 1 / (1 + candidate.position / 4),
      centrality:
        distinct.reduce((sum, word) => sum + Math.log(inSentences.get(word) ?? 1), 0) / (Math.log(most + 1) * Math.max(8, distinct.length)),
      title: title.size === 0 ? 0 : distinct.filter((word) => title.has(word)).length / title.size,
      topic: topicFit(topic, candidate.text),
      names: Math.min(1, distinct.filter((word) => names.has(word)).length / 2),
      figures: figures.some(
        (figure) => figure.printed && figure.span.start >= candidate.span.start && figure.span.end <= candidate.span.end,
      )
        ? 1
        : 0,
      length: lengthFit(candidate.length),
      quotation: /["“”]|''/.test(candidate.text) ? 1 : 0,
    };
  });
}

function countWords(candidates: readonly Candidate[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of candidates) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function lengthFit(words: number): number {
  if (words < 18) return words / 18;
  return words <= 35 ? 1 : Math.max(0, 1 - (words - 35) / 25);
}
