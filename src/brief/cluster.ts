/** A new article and the stories near it → the one that it belongs to, or a new one. Two events must not be one story: in doubt, new. */
import type { ArticleId, Instant } from '#model/article.ts';
import { SAME_TEXT } from '#text/shingles.ts';
import { contentWords } from './words.ts';

export { clusterKeys } from './cluster-keys.ts';

/** An article that shares keys with the new one. */
export type StoryCandidate = {
  readonly articleId: ArticleId;
  readonly storyId: string;
  readonly title: string;
  readonly publishedAt: Instant;
  readonly keys: readonly string[];
};
export type Newcomer = { readonly title: string; readonly publishedAt: Instant; readonly keys: readonly string[] };
export type Assignment =
  /** `why`: recorded, for "what was merged". */
  { readonly storyId: string; readonly why: 'near-duplicate' | 'same event'; readonly likeness: number } | 'new';

const HOUR_MS = 3_600_000;
/** How far back and ahead candidates are worth asking for. */
export const STORY_WINDOW_MS = 96 * HOUR_MS;
/** Of the sample of runs of four words: one or two in common are a quotation. */
const MIN_SHARED_RUNS = 3;
/** Likeness that one event has; it rises with the hours between the two, as the next event of a kind is days away. */
const SAME_EVENT = 0.22;
const PER_DAY = 0.04;
const TITLE = 0.3;
const MIN_SHARED = 5;
/** A store of few articles says little about which words are rare. */
const PRIOR_ARTICLES = 40;

export function assignStory(
  newcomer: Newcomer,
  candidates: readonly StoryCandidate[],
  /** How many articles hold each of the newcomer's keys, of `total`. */
  frequencies: ReadonlyMap<string, number>,
  total: number,
): Assignment {
  const near = candidates.filter((candidate) => Math.abs(candidate.publishedAt - newcomer.publishedAt) <= STORY_WINDOW_MS);
  const copy = best(near.map((candidate) => ({ storyId: candidate.storyId, likeness: sharedRuns(newcomer.keys, candidate.keys) })));
  if (copy !== undefined && copy.likeness >= SAME_TEXT) return { ...copy, why: 'near-duplicate' };
  const alike = best(likenessOfStories(newcomer, near, frequencies, total));
  return alike !== undefined && alike.likeness >= SAME_EVENT ? { ...alike, why: 'same event' } : 'new';
}

type Likeness = { readonly storyId: string; readonly likeness: number };

/** Ties go to the id, so that the order of the candidates does not matter. */
const best = (items: readonly Likeness[]): Likeness | undefined =>
  [...items].sort((a, b) => b.likeness - a.likeness || (a.storyId < b.storyId ? -1 : 1))[0];

/** The best article of a story counts most, the others too: a chain of half-alike articles is not a story. */
function likenessOfStories(
  newcomer: Newcomer,
  candidates: readonly StoryCandidate[],
  frequencies: ReadonlyMap<string, number>,
  total: number,
): Likeness[] {
  const byStory = new Map<string, StoryCandidate[]>();
  for (const candidate of candidates) byStory.set(candidate.storyId, [...(byStory.get(candidate.storyId) ?? []), candidate]);
  return [...byStory].map(([storyId, members]) => {
    // A story's own articles do not make its words common.
    const own = countKeys(members);
    const weigh = (key: string): number => {
      const elsewhere = Math.max(0, (frequencies.get(key) ?? 0) - (own.get(key) ?? 0));
      return Math.log((total + PRIOR_ARTICLES) / (elsewhere + 1)) ** 2;
    };
    const top = members
      .map((member) => likenessOf(newcomer, member, weigh))
      .sort((a, b) => b - a)
      .slice(0, 3);
    return { storyId, likeness: 0.6 * (top[0] ?? 0) + (0.4 * sum(top)) / top.length };
  });
}

function countKeys(candidates: readonly StoryCandidate[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { keys } of candidates) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Share of the newcomer's names and words, by rarity, that the candidate has; and of its title's. One name alone is a beat, not an event. */
function likenessOf(newcomer: Newcomer, candidate: StoryCandidate, weigh: (key: string) => number): number {
  const mine = [...new Set(newcomer.keys.filter(isMeaning))];
  const theirs = new Set(candidate.keys);
  const shared = mine.filter((key) => theirs.has(key));
  if (shared.length < MIN_SHARED || !shared.some((key) => key.startsWith('n:'))) return 0;
  const share = (part: readonly string[], whole: readonly string[]): number =>
    sum(part.map(weigh)) / Math.max(sum(whole.map(weigh)), Number.EPSILON);
  const inTitle = titleKeys(newcomer.title, mine);
  const inBothTitles = new Set(titleKeys(candidate.title, mine));
  const titleShare = share(
    inTitle.filter((key) => inBothTitles.has(key)),
    inTitle,
  );
  const days = Math.abs(newcomer.publishedAt - candidate.publishedAt) / (24 * HOUR_MS);
  return (1 - TITLE) * share(shared, mine) + TITLE * titleShare - PER_DAY * days;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Those of the keys whose word stands in the title. */
function titleKeys(title: string, keys: readonly string[]): string[] {
  const words = new Set(contentWords(title));
  return keys.filter((key) => words.has(key.slice(2)));
}

const isMeaning = (key: string): boolean => !key.startsWith('s:');

/** Share of the smaller sample that the other has, compared where both samples reach. */
function sharedRuns(a: readonly string[], b: readonly string[]): number {
  const [runsA, runsB] = [a, b].map((keys) => keys.filter((key) => key.startsWith('s:')).sort());
  const reach = [runsA?.at(-1) ?? '', runsB?.at(-1) ?? ''].sort()[0] ?? '';
  const [inA, inB] = [runsA ?? [], runsB ?? []].map((runs) => runs.filter((run) => run <= reach));
  const held = new Set(inB);
  const shared = (inA ?? []).filter((run) => held.has(run)).length;
  return shared < MIN_SHARED_RUNS ? 0 : shared / Math.min(inA?.length ?? 0, held.size);
}
