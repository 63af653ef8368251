/** A new article beside articles of stories → how much of its names and telling words each has, less what sets two events apart. */
import type { ArticleId, Instant } from '#model/article.ts';
import { MAX_NAMES } from './cluster-keys.ts';
import { isOfAnyNews } from './news-words.ts';
import { contentWords } from './words.ts';

/** An article that shares keys with the new one. */
export type StoryCandidate = {
  readonly articleId: ArticleId;
  readonly storyId: string;
  readonly title: string;
  readonly publishedAt: Instant;
  readonly keys: readonly string[];
};
export type Newcomer = { readonly title: string; readonly publishedAt: Instant; readonly keys: readonly string[] };

/** `like`: the article of the story that is most like it. */
export type Likeness = { readonly story: string; readonly likeness: number; readonly like: StoryCandidate };

const HOUR_MS = 3_600_000;
const PER_DAY = 0.04;
/** Two reports that name no day in common tell of two days, unless they name the same people and places: then one goes on with the other. */
const OTHER_DAYS = 0.1;
const SAME_NAMES = 3;
const TITLE = 0.3;
/** Shared names and words that not any news may hold: who and where alone are a beat, unless they are many. */
const MIN_TELLING = 3;
const MANY_NAMES = 4;
const RECALLED = 2;
const OF_ANY_NEWS = 0.15;
/** In rare keys: the least that an article and a title are taken to hold. */
const LEAST_KEYS = 9;
const LEAST_TITLE = 3;
/** A store of few articles says little about which words are rare. */
const PRIOR_ARTICLES = 40;
/** The same opening of the same outlet's title this much later: the next issue of what comes each day. */
const NEXT_ISSUE_MS = 14 * HOUR_MS;

const RESULT = /(?<![\p{L}\d.,])(\d{1,2})[-–:](\d{1,2})(?![\p{L}\d.,])/u;

/** "Holm beat Orsa 2-1", and on another day "1-1": two matches of the same two. */
function hasOtherResult(newcomer: Newcomer, candidate: StoryCandidate): boolean {
  const [mine, theirs] = [newcomer, candidate].map(({ title }) => RESULT.exec(title)?.slice(1).sort().join('-'));
  return mine !== undefined && theirs !== undefined && mine !== theirs && isDaysApart(newcomer, candidate);
}

function isOtherStorm(newcomer: Newcomer, candidate: StoryCandidate): boolean {
  const [mine, theirs] = [newcomer, candidate].map(({ keys }) => keys.find((key) => key.startsWith('e:')));
  return mine !== undefined && theirs !== undefined && mine !== theirs;
}

/** Another event of those that come one after the other, however alike they are told. */
export const isNextOfItsKind = (newcomer: Newcomer, candidate: StoryCandidate): boolean =>
  isNextIssue(newcomer, candidate) || hasOtherResult(newcomer, candidate) || isOtherStorm(newcomer, candidate);

/** "Halmar Steel: profit up", "Tovik Steel: profit down": each title names somebody of whom the other report says nothing; where it names nobody, whoever is named most in the text. */
export function isOfOthers(newcomer: Newcomer, candidate: StoryCandidate): boolean {
  const isSilent = ({ title, keys }: Newcomer, other: Newcomer): boolean => {
    // Of ten names more may have been cut off.
    if (namesOf(other.keys) >= MAX_NAMES) return false;
    const theirs = new Set(other.keys.map(bare));
    const names = keys.filter(isName);
    const inTitle = titleKeys(title, names);
    // The first is the one named most often.
    const named = inTitle.length > 0 ? inTitle : names.slice(0, 1);
    return named.length > 0 && !named.some((key) => theirs.has(bare(key)));
  };
  return isSilent(newcomer, candidate) && isSilent(candidate, newcomer);
}

/** The best article of a story counts most, the others too: a chain of half-alike articles is not a story. */
export function likenessOfStories(
  newcomer: Newcomer,
  candidates: readonly StoryCandidate[],
  frequencies: ReadonlyMap<string, number>,
  total: number,
): Likeness[] {
  const rarity = (articles: number): number => Math.log((total + PRIOR_ARTICLES) / (articles + 1)) ** 2;
  const mine = [...new Set(newcomer.keys.filter(isMeaning))];
  const inTitle = titleKeys(newcomer.title, mine);
  return [...Map.groupBy(candidates, ({ storyId }) => storyId)].flatMap(([story, members]): Likeness[] => {
    if (members.some((member) => isNextOfItsKind(newcomer, member))) return [];
    const shared = members.map((member) => sharedMeaning(mine, member.keys));
    // Of most candidates, which share a name or a word alone, nothing needs weighing.
    if (!shared.some(isOneMatter)) return [{ story, like: firstById(members), likeness: 0 }];
    // A story's own articles do not make its words common.
    const own = countKeys(members, mine);
    const weigh = (key: string): number => {
      const elsewhere = Math.max(0, (frequencies.get(key) ?? 0) - (own.get(key) ?? 0));
      return isTelling(key) ? rarity(elsewhere) : OF_ANY_NEWS * rarity(elsewhere);
    };
    const top = members
      .map((like, index) => ({
        like,
        likeness: likenessOf(newcomer, { mine, inTitle, shared: shared[index] ?? [] }, like, weigh, rarity(0)),
      }))
      .sort((a, b) => b.likeness - a.likeness || (a.like.articleId < b.like.articleId ? -1 : 1))
      .slice(0, 3);
    const [first] = top;
    if (first === undefined) return [];
    const mean = sum(top.map(({ likeness }) => likeness)) / top.length;
    return [{ story, like: first.like, likeness: 0.6 * first.likeness + 0.4 * mean }];
  });
}

/** Of the names and words that two reports are known by, so many in common, and so large a part of either's; in their titles so many. */
const MANY_SHARED = 9;
const MOST_SHARED = 0.45;
const MANY_IN_TITLES = 2;
/** Of the names of either: two central banks say the same of their rates. */
const MOST_NAMES = 0.5;

/** "Central bank leaves rate at 3 percent", "Maran: no hurry to cut rate": words of any news, but nearly all of them, about the same name and on one day. */
export function toldAlike(newcomer: Newcomer, candidates: readonly StoryCandidate[]): Likeness[] {
  const mine = newcomer.keys.filter(isMeaning);
  const inTitle = titleKeys(newcomer.title, mine);
  return candidates.flatMap((like): Likeness[] => {
    if (isDaysApart(newcomer, like)) return [];
    const shared = sharedMeaning(mine, like.keys);
    const share = shared.length / Math.max(1, mine.length, like.keys.filter(isMeaning).length);
    const names = namesOf(shared) / Math.max(1, namesOf(mine), namesOf(like.keys));
    if (shared.length < MANY_SHARED || share < MOST_SHARED || names < MOST_NAMES || !sharesDay(newcomer, like)) return [];
    if (isNextOfItsKind(newcomer, like) || isOfOthers(newcomer, like)) return [];
    const inItsTitle = new Set(titleKeys(like.title, inTitle));
    return inItsTitle.size < MANY_IN_TITLES ? [] : [{ story: like.storyId, like, likeness: share }];
  });
}

const firstById = ([first, ...others]: readonly StoryCandidate[]): StoryCandidate =>
  others.reduce((best, one) => (one.articleId < best.articleId ? one : best), first as StoryCandidate);

/** How many of them hold each of `wanted`. */
function countKeys(candidates: readonly StoryCandidate[], wanted: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map(wanted.map((key) => [key, 0]));
  for (const { keys } of candidates)
    for (const key of keys) {
      const count = counts.get(key);
      if (count !== undefined) counts.set(key, count + 1);
    }
  return counts;
}

type Own = {
  /** The newcomer's names and words, each once; those of its title; those that the candidate has too. */
  readonly mine: readonly string[];
  readonly inTitle: readonly string[];
  readonly shared: readonly string[];
};

/** Share of the newcomer's names and words, by rarity, that the candidate has; and of its title's. One name alone is a beat, not an event. */
function likenessOf(
  newcomer: Newcomer,
  { mine, inTitle, shared }: Own,
  candidate: StoryCandidate,
  weigh: (key: string) => number,
  most: number,
): number {
  if (!isOneMatter(shared)) return 0;
  // Where there is little to share, sharing it says little.
  const share = (part: readonly string[], whole: readonly string[], least: number): number =>
    sum(part.map(weigh)) / Math.max(sum(whole.map(weigh)), least * most);
  const inItsTitle = new Set(titleKeys(candidate.title, mine));
  const inBothTitles = inTitle.filter((key) => inItsTitle.has(key));
  if (isBackground(shared, inBothTitles) || isRemembered(newcomer, candidate, inBothTitles)) return 0;
  const titleShare = share(inBothTitles, inTitle, LEAST_TITLE);
  const days = Math.abs(newcomer.publishedAt - candidate.publishedAt) / (24 * HOUR_MS);
  const apart = sharesDay(newcomer, candidate) || namesOf(shared) >= SAME_NAMES ? 0 : OTHER_DAYS;
  return (1 - TITLE) * share(shared, mine, LEAST_KEYS) + TITLE * titleShare - PER_DAY * days - apart;
}

/** Names and words of the first that the second has too. */
export function sharedMeaning(keys: readonly string[], others: readonly string[]): string[] {
  const theirs = new Set(others.filter(isMeaning).map(bare));
  return keys.filter((key) => isMeaning(key) && theirs.has(bare(key)));
}

const isName = (key: string): boolean => key.startsWith('n:');
export const namesOf = (keys: readonly string[]): number => keys.filter(isName).length;

function isOneMatter(shared: readonly string[]): boolean {
  const names = namesOf(shared);
  const telling = shared.filter(isTelling).length;
  return names > 0 && telling >= MIN_TELLING && (telling > names || names >= MANY_NAMES);
}

/** "Hours after the town had remembered the tram bombing": a name and two words may be what one report recalls of the other's event, unless a title says them. */
function isBackground(shared: readonly string[], inBothTitles: readonly string[]): boolean {
  return namesOf(shared) === 1 && shared.filter(isTellingWord).length <= RECALLED && !inBothTitles.some(isTellingWord);
}

const REMEMBERS = /\b(?:anniversary|remember(?:s|ed|ing)?|commemorat\w+|memorial|years? (?:on|after|later))\b/i;

/** "Ten years after: Ruda remembers its miners", and on that day a rock fall in the same pit: who tells the one recalls the other with all its names. */
const isRemembered = (newcomer: Newcomer, candidate: StoryCandidate, inBothTitles: readonly string[]): boolean =>
  REMEMBERS.test(newcomer.title) !== REMEMBERS.test(candidate.title) && !inBothTitles.some(isTellingWord);

const isTellingWord = (key: string): boolean => isTelling(key) && !isName(key);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Those of the keys whose word stands in the title. */
function titleKeys(title: string, keys: readonly string[]): string[] {
  const words = new Set(contentWords(title));
  return keys.filter((key) => words.has(bare(key)));
}

/** One article's name may be another's word. */
export const bare = (key: string): string => key.slice(2);
const isMeaning = (key: string): boolean => key.startsWith('n:') || key.startsWith('w:');
export const isTelling = (key: string): boolean => key.startsWith('n:') || !isOfAnyNews(bare(key));

export function sharesDay(a: Pick<Newcomer, 'keys'>, b: Pick<Newcomer, 'keys'>): boolean {
  const days = a.keys.filter((key) => key.startsWith('d:'));
  const others = b.keys.filter((key) => key.startsWith('d:'));
  return days.length === 0 || others.length === 0 || days.some((day) => others.includes(day));
}

type Dated = Pick<Newcomer, 'publishedAt'>;
const isDaysApart = (a: Dated, b: Dated): boolean => Math.abs(a.publishedAt - b.publishedAt) >= NEXT_ISSUE_MS;

function isNextIssue(newcomer: Pick<Newcomer, 'keys' | 'publishedAt'>, { keys, publishedAt }: StoryCandidate): boolean {
  if (!isDaysApart(newcomer, { publishedAt })) return false;
  return newcomer.keys.some((key) => key.startsWith('o:') && keys.includes(key));
}
