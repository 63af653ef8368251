/** What a feed says and what its articles show → when to ask it again. Pure. */
import type { Instant } from '#model/article.ts';
import type { FeedItem, FeedPace, FeedRhythm } from '#model/feed.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** So many of a feed's latest articles tell how often one comes. */
const HISTORY = 12;
/** A feed is asked about so many times between two articles, at most four times as seldom as a busy one. */
const ASKS_BETWEEN = 4;
const SELDOM = 4;
/** One that has been quiet for two weeks, twelve times as seldom. */
const DORMANT_MS = 14 * DAY_MS;
const DORMANT = 12;
/** A publisher's wish holds up to here: a day-old briefing helps nobody. */
const MAX_WISH_MS = 6 * HOUR_MS;
/** A feed that keeps failing is asked once a day in the end, never forgotten. */
const MAX_BACKOFF_MINUTES = 24 * 60;

/** What the dates of a feed's articles say of it; those without a date say nothing. */
export function learnPace(items: readonly FeedItem[]): Pick<FeedPace, 'usualMinutes' | 'newestAt'> {
  const dates = items
    .flatMap(({ publishedAt }) => (publishedAt === null ? [] : [publishedAt]))
    .sort((a, b) => b - a)
    .slice(0, HISTORY);
  const [newestAt] = dates;
  if (newestAt === undefined) return {};
  const gaps = dates
    .slice(1)
    .map((date, index) => (dates[index] ?? date) - date)
    .sort((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)];
  return { newestAt, ...(median !== undefined && gaps.length >= 3 && { usualMinutes: Math.max(1, Math.round(median / MINUTE_MS)) }) };
}

/** The next time to ask a feed that answered. `pollMinutes`: how often a busy one is asked. */
export function nextAfterAnswer(
  pace: FeedPace,
  now: Instant,
  { pollMinutes, freshForMs = 0 }: { readonly pollMinutes: number; readonly freshForMs?: number | undefined },
): Instant {
  const isDormant = pace.newestAt !== undefined && now - pace.newestAt > DORMANT_MS;
  const learned = Math.min((pace.usualMinutes ?? 0) / ASKS_BETWEEN, pollMinutes * (isDormant ? DORMANT : SELDOM));
  const wishedMs = Math.min(MAX_WISH_MS, Math.max(freshForMs, (pace.rhythm?.everyMinutes ?? 0) * MINUTE_MS));
  const waitMs = Math.max(pollMinutes * MINUTE_MS, isDormant ? pollMinutes * DORMANT * MINUTE_MS : learned * MINUTE_MS, wishedMs);
  return afterSkipped(now + waitMs, pace.rhythm);
}

/** Out of the hours and days at which the feed says that nothing comes; where it says so of all, it means nothing. */
function afterSkipped(at: Instant, rhythm: FeedRhythm | undefined): Instant {
  if (!rhythm) return at;
  const isSkipped = (moment: Instant) => {
    const date = new Date(moment);
    return rhythm.skipHours.includes(date.getUTCHours()) || rhythm.skipDays.includes(date.getUTCDay());
  };
  let next = at;
  for (let hours = 0; hours < 7 * 24 && isSkipped(next); hours++) next = (Math.floor(next / HOUR_MS) + 1) * HOUR_MS;
  return isSkipped(next) ? at : next;
}

/** The next time to ask a feed that failed so many times in a row: twice as long each time, once a day in the end. */
export const nextAfterFailure = (failures: number, now: Instant, pollMinutes: number): Instant =>
  now + Math.min(pollMinutes * 2 ** Math.min(failures, 12), MAX_BACKOFF_MINUTES) * MINUTE_MS;

/** It failed for so long that it is tried once a day only. */
export const isAsleep = ({
  failures,
  polledAt,
  nextPollAt,
}: {
  readonly failures: number;
  readonly polledAt: Instant | null;
  readonly nextPollAt: Instant | null;
}): boolean => failures > 1 && nextPollAt !== null && polledAt !== null && nextPollAt - polledAt >= DAY_MS - MINUTE_MS;
