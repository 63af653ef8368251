/** What was found about a feed → the walls it met, each with its name, what was seen and what to do; the gravest first. */
import type { Instant } from '#model/article.ts';
import type { Problem } from '#model/failure.ts';
import type { FeedItem, ParsedFeed } from '#model/feed.ts';
import { phrases } from '#phrases/feed-walls.ts';

/** `code`: stable, for programs. */
export type Wall = { readonly code: string; readonly name: string; readonly seen: string; readonly advice: string | null };

/** wall: nothing could be read. remark: something is amiss with what was. note: it was mended, and nobody need do anything. */
type Gravity = 'wall' | 'remark' | 'note';

/** Those that are no wall. */
const LIGHTER: Readonly<Record<string, Gravity>> = {
  'empty-feed': 'remark',
  moved: 'remark',
  stale: 'remark',
  'no-dates': 'remark',
  'equal-dates': 'remark',
  'future-date': 'remark',
  'bad-date': 'remark',
  charset: 'remark',
  slow: 'remark',
  truncated: 'remark',
  'lost-items': 'remark',
  'too-many-items': 'remark',
  rerun: 'remark',
  'mended-xml': 'note',
};

export const toWall = ({ code, message, hint }: Problem): Wall => ({
  code,
  name: phrases.walls[code] ?? phrases.trouble,
  seen: message,
  advice: hint ?? null,
});

const ORDER: readonly Gravity[] = ['wall', 'remark', 'note'];
const gravityOf = ({ code }: Problem): Gravity => LIGHTER[code] ?? 'wall';

export const isNote = (problem: Problem): boolean => gravityOf(problem) === 'note';

/** Those of single articles become one for each kind. */
export function gatherProblems(problems: readonly (Problem & { readonly item?: number })[]): readonly Problem[] {
  const byCode = new Map<string, { readonly problem: Problem; count: number }>();
  for (const { item, ...problem } of problems) {
    const known = byCode.get(problem.code);
    if (known && item !== undefined) known.count++;
    else byCode.set(problem.code, { problem, count: item === undefined ? 0 : 1 });
  }
  return [...byCode.values()]
    .map(({ problem, count }) => (count > 1 ? { ...problem, message: phrases.ofArticles(problem.message, count) } : problem))
    .sort((a, b) => ORDER.indexOf(gravityOf(a)) - ORDER.indexOf(gravityOf(b)));
}

const DAY_MS = 86_400_000;
const STALE_MS = 60 * DAY_MS;
const SLOW_MS = 8_000;
/** Two articles of one minute are nothing to wonder at. */
const MIN_EQUAL = 4;

/** What the articles of a feed that was read well, and the time it took, give away. */
export function doubtsAbout({ items }: ParsedFeed, now: Instant, tookMs: number | undefined): readonly Problem[] {
  const found: Problem[] = [];
  const dates = datesOf(items);
  const newest = Math.max(...dates);
  if (dates.length >= MIN_EQUAL && dates.length === items.length && new Set(dates).size === 1)
    found.push({
      code: 'equal-dates',
      message: phrases.equalDates(items.length),
      hint: phrases.firstSeen,
    });
  if (dates.length && now - newest > STALE_MS)
    found.push({
      code: 'stale',
      message: phrases.stale(new Date(newest).toISOString().slice(0, 10)),
      hint: phrases.newerFeed,
    });
  if (tookMs !== undefined && tookMs > SLOW_MS)
    found.push({
      code: 'slow',
      message: phrases.slow(Math.round(tookMs / 1000)),
      hint: phrases.asLongAsItAnswers,
    });
  return found;
}

const datesOf = (items: readonly FeedItem[]): readonly Instant[] =>
  items.flatMap(({ publishedAt }) => (publishedAt === null ? [] : [publishedAt]));
