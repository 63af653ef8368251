/** An address → the feed behind it, or the one that the page there names, or why there is none. */
import { decodeBytes } from '#ingest/decode.ts';
import { type DiscoveredFeed, discoverFeeds } from '#ingest/discover.ts';
import { parseFeed } from '#ingest/parse-feed.ts';
import type { Problem } from '#model/failure.ts';
import type { FetchOutcome, ParsedFeed } from '#model/feed.ts';
import { phrases } from '#phrases/feeds.ts';
import type { PollTools } from './poll.ts';

type Fresh = Extract<FetchOutcome, { readonly kind: 'fresh' }>;

export type Probe =
  | {
      readonly kind: 'feed';
      readonly url: string;
      readonly outcome: Fresh;
      readonly feed: ParsedFeed;
      readonly others: readonly DiscoveredFeed[];
    }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Of the feeds that a page names, so many are tried. */
const MAX_TRIED = 3;

export async function probeFeed(url: string, tools: Pick<PollTools, 'fetchFeed' | 'now'>): Promise<Probe> {
  const first = await tryFeed(url, tools);
  if (first.kind !== 'page') return first;
  const named = discoverFeeds(decodeBytes(first.outcome.bytes, first.outcome.contentType).text, first.outcome.url);
  for (const { url: candidate } of named.slice(0, MAX_TRIED)) {
    const next = await tryFeed(candidate, tools);
    if (next.kind === 'feed') return { ...next, others: named.filter((other) => other.url !== candidate) };
  }
  return {
    kind: 'refused',
    problem: named.length
      ? { ...first.problem, hint: phrases.pageNames(named[0]?.url ?? '') }
      : { ...first.problem, hint: phrases.pageNamesNone },
  };
}

async function tryFeed(
  url: string,
  { fetchFeed, now }: Pick<PollTools, 'fetchFeed' | 'now'>,
): Promise<Probe | { readonly kind: 'page'; readonly outcome: Fresh; readonly problem: Problem }> {
  const outcome = await fetchFeed(url, {});
  switch (outcome.kind) {
    case 'failed':
    case 'later':
      return { kind: 'refused', problem: outcome.problem };
    case 'unchanged':
      return { kind: 'refused', problem: { code: 'empty-answer', message: phrases.emptyAnswer, hint: phrases.tryLater } };
    case 'fresh': {
      const read = await parseFeed(outcome.bytes, {
        url: outcome.url,
        now: now(),
        ...(outcome.contentType && { contentType: outcome.contentType }),
      });
      if (read.ok) return { kind: 'feed', url: outcome.movedTo ?? url, outcome, feed: read.feed, others: [] };
      return read.problem.code === 'html-page'
        ? { kind: 'page', outcome, problem: read.problem }
        : { kind: 'refused', problem: read.problem };
    }
    default:
      return outcome satisfies never;
  }
}
