/** Permanent redirects seen poll after poll → the address that is asked from then on. The feed keeps its own, and its id. */
import { shownUrl } from '#lib/http-problem.ts';
import type { Instant } from '#model/article.ts';
import type { Problem } from '#model/failure.ts';
import type { Feed, FeedPace } from '#model/feed.ts';
import { phrases } from '#phrases/feed-walls.ts';
import { hasCredentials } from './web-address.ts';

/** A redirect by mistake is often mended within the day. */
const SETTLED_TIMES = 3;
const SETTLED_MS = 24 * 3_600_000;
/** An address that was remembered and fails so often is forgotten, and the feed's own asked again. */
const DOUBTED_FAILURES = 3;

type Moved = FeedPace['moved'];

/** Where to ask now. */
export function addressOf(feed: Pick<Feed, 'url'>, { moved }: FeedPace, failures: number, now: Instant): string {
  return moved && isSettled(moved, now) && failures < DOUBTED_FAILURES ? moved.to : feed.url;
}

const isSettled = (moved: NonNullable<Moved>, now: Instant): boolean => moved.times >= SETTLED_TIMES && now - moved.since >= SETTLED_MS;

/** What is known after an answer from `asked`. A login in the new address is not remembered for a feed that others read too. */
export function moveOn(feed: Feed, { moved }: FeedPace, asked: string, movedTo: string | undefined, now: Instant): Moved {
  if (asked !== feed.url && movedTo === undefined) return moved;
  if (movedTo === undefined || movedTo === feed.url || (feed.owner === null && hasCredentials(movedTo))) return undefined;
  // From the remembered address on to a third one: it begins anew there, and goes on being asked by way of the second.
  if (moved?.to === movedTo) return { ...moved, times: moved.times + 1 };
  return asked === feed.url ? { to: movedTo, times: 1, since: now } : { to: movedTo, times: SETTLED_TIMES, since: moved?.since ?? now };
}

/** Null where only the scheme, "www." or a slash at the end differ: that is worth no word. */
export function movedProblem(feed: Pick<Feed, 'url'>, moved: Moved, now: Instant): Problem | null {
  if (!moved || bare(moved.to) === bare(feed.url)) return null;
  const address = hasCredentials(moved.to) ? shownUrl(moved.to) : moved.to;
  return {
    code: 'moved',
    message: phrases.moved(address),
    hint: isSettled(moved, now) ? phrases.askedThere : phrases.askedThereSoon,
  };
}

const bare = (url: string) => url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
