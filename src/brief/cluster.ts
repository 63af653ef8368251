/** A new article and the stories near it → the one that it belongs to, or a new one. Two events must not be one story: in doubt, new. */
import type { ArticleId, Instant } from '#model/article.ts';
import { SAME_TEXT } from '#text/shingles.ts';
import { isOfAnyNews } from './news-words.ts';
import { contentWords } from './words.ts';

export { clusterKeys, isLookedUp } from './cluster-keys.ts';

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
/** Of the sample of runs of four words: fewer in common are a quotation or a phrase. */
const MIN_SHARED_RUNS = 4;
/** A run that more articles than this have is an outlet's own note, unless a report is copied often: then its other runs are found first. */
const BOILERPLATE = 6;
/** Likeness that one event has; it rises with the hours between the two, as the next event of a kind is days away. */
const SAME_EVENT = 0.22;
const PER_DAY = 0.04;
/** Two reports that name no day in common tell of two days, unless they name the same people and places: then one goes on with the other. */
const OTHER_DAYS = 0.1;
const SAME_NAMES = 3;
const TITLE = 0.3;
/** Shared names and words that not any news may hold: who and where alone are a beat, unless they are many. */
const MIN_TELLING = 3;
const MANY_NAMES = 4;
const OF_ANY_NEWS = 0.15;
/** In rare keys: the least that an article and a title are taken to hold. */
const LEAST_KEYS = 9;
const LEAST_TITLE = 3;
/** A store of few articles says little about which words are rare. */
const PRIOR_ARTICLES = 40;
/** The same opening of the same outlet's title this much later: the next issue of what comes each day. */
const NEXT_ISSUE_MS = 14 * HOUR_MS;

export function assignStory(
  newcomer: Newcomer,
  candidates: readonly StoryCandidate[],
  /** How many articles hold each of the newcomer's keys, of `total`. */
  frequencies: ReadonlyMap<string, number>,
  total: number,
): Assignment {
  const near = candidates.filter((candidate) => Math.abs(candidate.publishedAt - newcomer.publishedAt) <= STORY_WINDOW_MS);
  const ownRuns = newcomer.keys.filter((key) => isRun(key) && (frequencies.get(key) ?? 0) <= BOILERPLATE);
  const copy = best(near.map((candidate) => ({ storyId: candidate.storyId, likeness: sharedRuns(ownRuns, candidate.keys.filter(isRun)) })));
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
    if (members.some((member) => isNextIssue(newcomer, member))) return { storyId, likeness: 0 };
    // A story's own articles do not make its words common.
    const own = countKeys(members);
    const rarity = (articles: number): number => Math.log((total + PRIOR_ARTICLES) / (articles + 1)) ** 2;
    const weigh = (key: string): number => {
      const elsewhere = Math.max(0, (frequencies.get(key) ?? 0) - (own.get(key) ?? 0));
      return isTelling(key) ? rarity(elsewhere) : OF_ANY_NEWS * rarity(elsewhere);
    };
    const top = members
      .map((member) => likenessOf(newcomer, member, weigh, rarity(0)))
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
function likenessOf(newcomer: Newcomer, candidate: StoryCandidate, weigh: (key: string) => number, most: number): number {
  const mine = [...new Set(newcomer.keys.filter(isMeaning))];
  const theirs = new Set(candidate.keys.filter(isMeaning).map(bare));
  const shared = mine.filter((key) => theirs.has(bare(key)));
  if (!isOneMatter(shared)) return 0;
  // Where there is little to share, sharing it says little.
  const share = (part: readonly string[], whole: readonly string[], least: number): number =>
    sum(part.map(weigh)) / Math.max(sum(whole.map(weigh)), least * most);
  const inTitle = titleKeys(newcomer.title, mine);
  const inBothTitles = new Set(titleKeys(candidate.title, mine));
  const titleShare = share(
    inTitle.filter((key) => inBothTitles.has(key)),
    inTitle,
    LEAST_TITLE,
  );
  const days = Math.abs(newcomer.publishedAt - candidate.publishedAt) / (24 * HOUR_MS);
  const apart = sharesDay(newcomer, candidate) || namesOf(shared) >= SAME_NAMES ? 0 : OTHER_DAYS;
  return (1 - TITLE) * share(shared, mine, LEAST_KEYS) + TITLE * titleShare - PER_DAY * days - apart;
}

const namesOf = (keys: readonly string[]): number => keys.filter((key) => key.startsWith('n:')).length;

function isOneMatter(shared: readonly string[]): boolean {
  const names = namesOf(shared);
  const telling = shared.filter(isTelling).length;
  return names > 0 && telling >= MIN_TELLING && (telling > names || names >= MANY_NAMES);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Those of the keys whose word stands in the title. */
function titleKeys(title: string, keys: readonly string[]): string[] {
  const words = new Set(contentWords(title));
  return keys.filter((key) => words.has(bare(key)));
}

/** One article's name may be another's word. */
const bare = (key: string): string => key.slice(2);
const isRun = (key: string): boolean => key.startsWith('s:');
const isMeaning = (key: string): boolean => key.startsWith('n:') || key.startsWith('w:');
const isTelling = (key: string): boolean => key.startsWith('n:') || !isOfAnyNews(bare(key));

function sharesDay(a: Newcomer, b: StoryCandidate): boolean {
  const days = a.keys.filter((key) => key.startsWith('d:'));
  const others = b.keys.filter((key) => key.startsWith('d:'));
  return days.length === 0 || others.length === 0 || days.some((day) => others.includes(day));
}

function isNextIssue(newcomer: Newcomer, { keys, publishedAt }: StoryCandidate): boolean {
  if (Math.abs(newcomer.publishedAt - publishedAt) < NEXT_ISSUE_MS) return false;
  return newcomer.keys.some((key) => key.startsWith('o:') && keys.includes(key));
}

/** Share of the smaller sample that the other has, compared where both samples reach. */
function sharedRuns(a: readonly string[], b: readonly string[]): number {
  const reach = [[...a].sort().at(-1) ?? '', [...b].sort().at(-1) ?? ''].sort()[0] ?? '';
  const [inA, inB] = [a, b].map((runs) => new Set(runs.filter((run) => run <= reach)));
  if (inA === undefined || inB === undefined) return 0;
  const shared = [...inA].filter((run) => inB.has(run)).length;
  return shared < MIN_SHARED_RUNS ? 0 : shared / Math.min(inA.size, inB.size);
}
