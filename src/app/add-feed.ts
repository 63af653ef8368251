/** The address of a feed → the feed among the asker's own and its first articles, or why it could not be read; then nothing is left of it. */
import type { DiscoveredFeed } from '#ingest/discover.ts';
import type { Problem } from '#model/failure.ts';
import type { Feed, PageSetting } from '#model/feed.ts';
import { phrases } from '#phrases/feeds.ts';
import { feedId } from './feed-id.ts';
import { type PollReport, pollFeed } from './poll.ts';
import { probeFeed } from './probe-feed.ts';
import { audit, type Scene } from './scene.ts';
import { safeAddress, type VisibleFeed, visibleFeeds } from './visible-feeds.ts';
import { hasCredentials, toWebAddress } from './web-address.ts';

export type Added =
  | {
      readonly kind: 'added';
      readonly feed: Feed;
      /** Null where it goes on behind the answer. */
      readonly report: PollReport | null;
      readonly progress: { readonly done: number; readonly total: number };
      /** Further feeds that the page named. */
      readonly others: readonly DiscoveredFeed[];
    }
  | { readonly kind: 'known'; readonly feed: VisibleFeed }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** So that one tenant cannot fill the machine. */
export const MAX_OWN_FEEDS = 500;
const MINUTE_MS = 60_000;

/** @param page Of a feed that is new here; what others read already stays as it is. */
export async function addFeed(typed: string, page: PageSetting | undefined, scene: Scene): Promise<Added> {
  const address = toWebAddress(typed);
  if (!address.ok) return { kind: 'refused', problem: address.problem };
  const known = await visibleFeeds(scene);
  const same = (url: string) => known.find((feed) => feed.url === url);
  const already = same(address.url);
  if (already) return { kind: 'known', feed: already };
  if (known.filter(({ origin }) => origin === 'ours').length >= MAX_OWN_FEEDS) return { kind: 'refused', problem: TOO_MANY };
  const probe = await probeFeed(address.url, scene.firstReading.tools);
  if (probe.kind === 'refused') return probe;
  const found = same(probe.url);
  if (found) return { kind: 'known', feed: found };
  const owner = hasCredentials(address.url) || hasCredentials(probe.url) ? scene.asker.tenant : null;
  const feed = await subscribe({ url: probe.url, title: probe.feed.title, owner, ...(page && { page }) }, scene);
  await audit(scene, 'feeds add', safeAddress(feed.url));
  return { kind: 'added', feed, others: probe.others, ...(await readFirst(feed, probe.outcome, scene)) };
}

const TOO_MANY: Problem = {
  code: 'too-many-feeds',
  message: phrases.tooMany(MAX_OWN_FEEDS),
  hint: phrases.removeSome,
};

/**
 * Puts the feed into the store where it is new, and makes the asker's tenant read it.
 * @param feed `title`: as the feed calls itself, or empty; never a name that somebody chose, for others may read the same feed.
 */
export async function subscribe(
  { url, title, owner, page = 'auto' }: Pick<Feed, 'url' | 'title' | 'owner' | 'page'>,
  { storage, tenant, config, now }: Scene,
  options: { readonly dueNow?: boolean } = {},
): Promise<Feed> {
  const id = feedId(owner, url);
  const stored = await storage.feeds.get(id);
  if (!stored) {
    await storage.feeds.put({ id, url, title, owner, everybody: false, page });
    // Not due at once: it is being read right now.
    if (!options.dueNow)
      await storage.feeds.recordPoll(id, {
        validators: {},
        polledAt: null,
        nextPollAt: now() + config.fetch.pollMinutes * MINUTE_MS,
        failures: 0,
        problem: null,
      });
  }
  await tenant.subscriptions.add(id, now());
  return stored ?? { id, url, title, owner, everybody: false, page };
}

type Probed = Extract<Awaited<ReturnType<typeof probeFeed>>, { readonly kind: 'feed' }>;

/** What was fetched to see whether it is a feed is not fetched again. */
async function readFirst(
  { id }: Feed,
  outcome: Probed['outcome'],
  { storage, firstReading: { tools, patience, finish } }: Scene,
): Promise<{ readonly report: PollReport | null; readonly progress: { readonly done: number; readonly total: number } }> {
  const progress = { done: 0, total: 0 };
  const state = await storage.feeds.get(id);
  if (!state) return { report: null, progress };
  const reading = pollFeed(state, {
    ...tools,
    fetchFeed: async () => outcome,
    onArticle: (feed, done, total) => {
      Object.assign(progress, { done, total });
      tools.onArticle?.(feed, done, total);
    },
  });
  finish(reading);
  const report = await Promise.race([reading, patience().then(() => null)]);
  return { report, progress };
}
