/** What was found about a feed → the walls it met, each with its name, what was seen and what to do; the gravest first. */
import type { Instant } from '#model/article.ts';
import type { Problem } from '#model/failure.ts';
import type { FeedItem, ParsedFeed } from '#model/feed.ts';

/** `code`: stable, for programs. */
export type Wall = { readonly code: string; readonly name: string; readonly seen: string; readonly advice: string | null };

/** wall: nothing could be read. remark: something is amiss with what was. note: it was mended, and nobody need do anything. */
type Gravity = 'wall' | 'remark' | 'note';

const WALLS: Readonly<Record<string, readonly [name: string, gravity: Gravity]>> = {
  dns: ['Unknown host', 'wall'],
  tls: ['Broken certificate', 'wall'],
  refused: ['Nobody answers', 'wall'],
  timeout: ['Too slow', 'wall'],
  'broken-answer': ['Broken connection', 'wall'],
  'bad-encoding': ['Cannot be unpacked', 'wall'],
  'bad-address': ['Bad address', 'wall'],
  'private-address': ['Private address', 'wall'],
  'too-many-redirects': ['Redirects in a circle', 'wall'],
  forbidden: ['Programs kept out', 'wall'],
  'bot-wall': ['Programs kept out', 'wall'],
  unauthorized: ['Password wanted', 'wall'],
  paywall: ['Payment wanted', 'wall'],
  'proxy-login': ['Proxy wants a password', 'wall'],
  legal: ['Withheld by law', 'wall'],
  'not-found': ['Not there', 'wall'],
  gone: ['Gone for good', 'wall'],
  'rate-limited': ['Too many requests', 'wall'],
  'server-error': ['Server in trouble', 'wall'],
  'http-status': ['Refused', 'wall'],
  'too-large': ['Too large', 'wall'],
  'html-page': ['A page instead of a feed', 'wall'],
  'not-a-feed': ['No feed', 'wall'],
  'empty-answer': ['Empty answer', 'wall'],
  'empty-feed': ['Empty feed', 'remark'],
  moved: ['Moved', 'remark'],
  stale: ['Nothing new for long', 'remark'],
  'no-dates': ['No dates', 'remark'],
  'equal-dates': ['Equal dates', 'remark'],
  'future-date': ['Dates in the future', 'remark'],
  'bad-date': ['Dates that cannot be read', 'remark'],
  charset: ['Wrong charset', 'remark'],
  slow: ['Slow', 'remark'],
  truncated: ['Breaks off', 'remark'],
  'lost-items': ['Articles lost', 'remark'],
  'too-many-items': ['Too many articles', 'remark'],
  rerun: ['Old articles again', 'remark'],
  'mended-xml': ['Mended', 'note'],
};

export const toWall = ({ code, message, hint }: Problem): Wall => ({
  code,
  name: WALLS[code]?.[0] ?? 'Trouble',
  seen: message,
  advice: hint ?? null,
});

const ORDER: readonly Gravity[] = ['wall', 'remark', 'note'];
const gravityOf = ({ code }: Problem): Gravity => WALLS[code]?.[1] ?? 'wall';

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
    .map(({ problem, count }) => (count > 1 ? { ...problem, message: `${problem.message} So it is with ${count} articles.` } : problem))
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
      message: `All ${items.length} articles bear the same date.`,
      hint: 'Nothing to do: an article keeps the date under which it was first seen. Its publisher may want to know.',
    });
  if (dates.length && now - newest > STALE_MS)
    found.push({
      code: 'stale',
      message: `Its latest article is of ${new Date(newest).toISOString().slice(0, 10)}.`,
      hint: 'Look whether the site has a newer feed; until then it is asked less often.',
    });
  if (tookMs !== undefined && tookMs > SLOW_MS)
    found.push({
      code: 'slow',
      message: `It took ${Math.round(tookMs / 1000)} seconds to answer.`,
      hint: 'Nothing to do as long as it answers; past fetch.timeoutMs it is given up.',
    });
  return found;
}

const datesOf = (items: readonly FeedItem[]): readonly Instant[] =>
  items.flatMap(({ publishedAt }) => (publishedAt === null ? [] : [publishedAt]));
