/**
 * A feed's articles that nobody knows by address or GUID, and the stored ones with the same texts → which of them are the stored ones again: a
 * feed that moves to another host, numbers its items anew and dates them of today brings nothing new.
 */
import type { Instant } from '#model/article.ts';
import type { Problem } from '#model/failure.ts';
import type { FeedPace } from '#model/feed.ts';
import { phrases } from '#phrases/feed-walls.ts';
import type { Twin } from '#storage/contract/articles.ts';
import type { NewArticle } from './store-articles.ts';

/** So long a text under the same title is the same article; a shorter one may be a notice that stands below many. */
const WHOLE_TEXT = 200;
/** A text may be a line that a paywall gives for every article, so that a mass counts only where each has a text of its own. */
const LEAST_TEXT = 40;
const MASS = 5;
const MASS_SHARE = 0.5;
/** The remark stays so long for a manager to see. */
const REMARK_MS = 7 * 86_400_000;

export type Reruns = {
  /** Key of the article that came → id of the stored one. */
  readonly again: ReadonlyMap<string, string>;
  /** So many at once that a manager is told. */
  readonly isMass: boolean;
};

export function findReruns(fresh: readonly NewArticle[], twins: ReadonlyMap<string, readonly Twin[]>): Reruns {
  const again = new Map<string, string>();
  for (const { article, key } of fresh) {
    if (article.text.length < WHOLE_TEXT) continue;
    const same = (twins.get(article.text) ?? []).filter(({ title }) => fold(title) === fold(article.title));
    const [only] = same;
    if (same.length === 1 && only) again.set(key, only.id);
  }
  const alone = oneToOne(fresh, twins);
  const isMass = alone.size >= MASS && alone.size >= fresh.length * MASS_SHARE;
  if (!isMass) return { again: withoutDoubles(again), isMass: false };
  return { again: withoutDoubles(new Map([...again, ...alone])), isMass: true };
}

/** @param count Of the items that the feed carries. */
export const mayBeMass = (fresh: readonly unknown[], count: number): boolean => fresh.length >= MASS && fresh.length >= count * MASS_SHARE;

/** Texts that one article of the feed has, and one of those that came; whatever their titles are now. */
function oneToOne(fresh: readonly NewArticle[], twins: ReadonlyMap<string, readonly Twin[]>): ReadonlyMap<string, string> {
  const came = Map.groupBy(fresh, ({ article }) => article.text);
  const pairs = new Map<string, string>();
  for (const [text, articles] of came) {
    const [article] = articles;
    const [twin, ...others] = twins.get(text) ?? [];
    if (text.length >= LEAST_TEXT && articles.length === 1 && article && twin && others.length === 0) pairs.set(article.key, twin.id);
  }
  return pairs;
}

/** No stored article comes back as two. */
function withoutDoubles(again: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map([...again].filter(([, id]) => !taken.has(id) && taken.add(id)));
}

const fold = (title: string): string => title.toLowerCase().replace(/\s+/g, ' ').trim();

/** Null once it has been said for long enough. */
export function rerunProblem(rerun: FeedPace['rerun'], now: Instant): Problem | null {
  if (!rerun || now - rerun.at > REMARK_MS) return null;
  return {
    code: 'rerun',
    message: phrases.rerun(rerun.articles),
    hint: phrases.takenForOld,
  };
}
