/** A new article and the stories near it → the one that it belongs to, or a new one. Two events must not be one story: in doubt, new. */
import type { Joining } from '#model/story.ts';
import { SAME_TEXT } from '#text/shingles.ts';
import {
  bare,
  isNextOfItsKind,
  isOfOthers,
  isTelling,
  type Likeness,
  likenessOfStories,
  type Newcomer,
  namesOf,
  type StoryCandidate,
  sharedMeaning,
  sharesDay,
  toldAlike,
} from './likeness.ts';

export { clusterKeys, isLookedUp } from './cluster-keys.ts';
export type { StoryCandidate } from './likeness.ts';

export type Assignment =
  | {
      readonly storyId: string;
      readonly joining: Joining;
      /** Stories that it shows to be the same one: two that began apart and are told together now. */
      readonly alsoOf: readonly string[];
    }
  | 'new';

/** How far back and ahead candidates are worth asking for. */
export const STORY_WINDOW_MS = 96 * 3_600_000;
/** Of the sample of runs of four words: fewer in common are a quotation or a phrase. */
const MIN_SHARED_RUNS = 4;
/** A run that more articles than this have is an outlet's own note, unless a report is copied often: then its other runs are found first. */
const BOILERPLATE = 6;
/** What comes each day, and what is filled in for one firm after the other, repeats its own phrases: only this much of one notice is that notice again. */
const SAME_ISSUE = 0.9;
/** Likeness that one event has. */
const SAME_EVENT = 0.22;
/** Likeness to two stories from which they are one. */
const ONE_STORY = 0.32;
/** Names that these two have in common at least. */
const BETWEEN_STORIES = 2;
/** Names and words that are recorded. */
const MAX_SHARED = 6;

export function assignStory(
  newcomer: Newcomer,
  candidates: readonly StoryCandidate[],
  /** How many articles hold each of the newcomer's keys, of `total`. */
  frequencies: ReadonlyMap<string, number>,
  total: number,
): Assignment {
  const ownRuns = new Set(newcomer.keys.filter((key) => isRun(key) && (frequencies.get(key) ?? 0) <= BOILERPLATE));
  const near = candidates
    .filter((candidate) => Math.abs(candidate.publishedAt - newcomer.publishedAt) <= STORY_WINDOW_MS)
    .map((candidate) => ({ story: candidate.storyId, like: candidate, likeness: sharedRuns(ownRuns, candidate.keys) }))
    .filter(({ like, likeness }) => likeness < SAME_TEXT || likeness > SAME_ISSUE || !isOfOthers(newcomer, like));
  const [copy] = inOrder(
    near.filter(({ like, likeness }) => likeness >= SAME_TEXT && (likeness > SAME_ISSUE || !isNextOfItsKind(newcomer, like))),
  );
  const others = near.map(({ like }) => like);
  const alike = copy === undefined ? inOrder(likenessOfStories(newcomer, others, frequencies, total)) : [];
  const best = copy ?? alike.find(({ likeness }) => likeness >= SAME_EVENT) ?? inOrder(toldAlike(newcomer, others))[0];
  if (best === undefined || isRoundUp(best, alike)) return 'new';
  const joining: Joining = {
    why: copy === undefined ? 'same event' : 'near-duplicate',
    likeness: Math.min(1, best.likeness),
    like: best.like.articleId,
    shared: mostTelling(newcomer, best.like, frequencies),
  };
  return { storyId: best.story, joining, alsoOf: alsoOf(best, alike) };
}

/** Ties go to the id, so that the order of the candidates does not matter. */
const inOrder = (items: readonly Likeness[]): Likeness[] =>
  [...items].sort(
    (a, b) => b.likeness - a.likeness || (a.story < b.story ? -1 : a.story > b.story ? 1 : a.like.articleId < b.like.articleId ? -1 : 1),
  );

/** An article that was rewritten beside the others of its story: half of what would bring it there keeps it there. */
export function isStillOf(
  article: Newcomer,
  others: readonly StoryCandidate[],
  frequencies: ReadonlyMap<string, number>,
  total: number,
): boolean {
  const [found] = likenessOfStories(article, others, frequencies, total);
  return (
    others.some(({ keys }) => sharedRuns(new Set(article.keys.filter(isRun)), keys) >= SAME_TEXT) ||
    (found?.likeness ?? 0) >= SAME_EVENT / 2
  );
}

/** "Halmar shines, Tovik slips", when each is a story of its own: in neither would it tell one event. */
const isRoundUp = (best: Likeness, alike: readonly Likeness[]): boolean =>
  alike.some(({ story, likeness, like }) => story !== best.story && likeness >= SAME_EVENT && isOfOthers(like, best.like));

/** It must be much like both, and they must have people or places and a day in common: a round-up is like many stories, each a little. */
function alsoOf(best: Likeness, alike: readonly Likeness[]): string[] {
  if (best.likeness < ONE_STORY) return [];
  const isOne = ({ like }: Likeness): boolean =>
    namesOf(sharedMeaning(like.keys, best.like.keys)) >= BETWEEN_STORIES && sharesDay(like, best.like) && !isNextOfItsKind(like, best.like);
  return alike.filter((other) => other.story !== best.story && other.likeness >= ONE_STORY && isOne(other)).map(({ story }) => story);
}

/** The rarest first, names before words. */
function mostTelling(newcomer: Newcomer, { keys }: StoryCandidate, frequencies: ReadonlyMap<string, number>): string[] {
  const shared = sharedMeaning(newcomer.keys, keys).filter(isTelling);
  const rank = (key: string): number => (frequencies.get(key) ?? 0) + (key.startsWith('n:') ? 0 : 1_000);
  const spelled = (key: string): string =>
    key.startsWith('n:') ? bare(key).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : bare(key);
  return [...new Set(shared.sort((a, b) => rank(a) - rank(b)).map(spelled))].slice(0, MAX_SHARED);
}

const isRun = (key: string): boolean => key.startsWith('s:');

/** Share of the smaller sample that the other has, compared where both samples reach. @param keys Of which the runs count. */
function sharedRuns(own: ReadonlySet<string>, keys: readonly string[]): number {
  const theirs = new Set(keys.filter(isRun));
  const shared = [...theirs].filter((run) => own.has(run)).length;
  if (shared < MIN_SHARED_RUNS) return 0;
  const reach = [last(own), last(theirs)].sort()[0] ?? '';
  const within = (runs: ReadonlySet<string>): number => [...runs].filter((run) => run <= reach).length;
  return shared / Math.min(within(own), within(theirs));
}

const last = (runs: ReadonlySet<string>): string => [...runs].reduce((highest, run) => (run > highest ? run : highest), '');
