/** A tenant → the feeds that it reads, and which of them a word means. */
import { fold } from '#lib/fold.ts';
import { shownUrl } from '#lib/http-problem.ts';
import type { Feed } from '#model/feed.ts';
import { phrases } from '#phrases/feeds.ts';
import type { StoredFeed } from '#storage/contract/feeds.ts';
import { nearest } from './nearest.ts';
import type { Scene } from './scene.ts';
import { hasCredentials, toWebAddress } from './web-address.ts';

/** file: of the configuration; everybody: from the terminal; ours: the tenant's own. */
export type FeedOrigin = 'file' | 'everybody' | 'ours';
export type VisibleFeed = StoredFeed & { readonly origin: FeedOrigin };

export async function visibleFeeds({
  asker,
  tenant,
  storage,
  config,
}: Pick<Scene, 'asker' | 'tenant' | 'storage' | 'config'>): Promise<readonly VisibleFeed[]> {
  const subscribed = new Set((await tenant.subscriptions.list()).map(({ feedId }) => feedId));
  const configured = new Set(config.feeds.map(({ url }) => url));
  const seen = (await storage.feeds.list()).flatMap((feed): VisibleFeed[] => {
    if (feed.owner === null && feed.everybody) return [{ ...feed, origin: configured.has(feed.url) ? 'file' : 'everybody' }];
    if (feed.owner === asker.tenant && configured.has(feed.url)) return [{ ...feed, origin: 'file' }];
    const isOurs = feed.owner === asker.tenant || (feed.owner === null && subscribed.has(feed.id));
    return isOurs ? [{ ...feed, origin: 'ours' }] : [];
  });
  return seen.sort((a, b) => titleOf(a).localeCompare(titleOf(b)));
}

export const titleOf = (feed: Pick<Feed, 'title' | 'url'>): string => feed.title || (URL.parse(feed.url)?.hostname ?? '') || phrases.feed;

/** What may be shown of its address; null for files and for what holds a login. */
export const openAddress = ({ url }: Pick<Feed, 'url'>): string | null => (url.startsWith('http') && !hasCredentials(url) ? url : null);

/** For messages and the audit: without user name, password and the values of its query where these may be secret. */
export const safeAddress = (url: string): string => (hasCredentials(url) ? shownUrl(url) : url);

/** How one asks for it again. */
export const nameOf = (feed: Feed): string => `"${titleOf(feed).replaceAll('"', '')}"`;

/** By id, address, title, host, or a part of the title; several where it stays unclear. */
export function findFeeds(asked: string, feeds: readonly VisibleFeed[]): readonly VisibleFeed[] {
  const wanted = fold(asked).trim();
  const address = toWebAddress(asked);
  const tests: readonly ((feed: VisibleFeed) => boolean)[] = [
    (feed) => feed.id === wanted || feed.url === asked.trim() || (address.ok && feed.url === address.url),
    (feed) => fold(titleOf(feed)).trim() === wanted,
    (feed) => (URL.parse(feed.url)?.hostname ?? '').replace(/^www\./, '') === wanted.replace(/^www\./, ''),
    (feed) => fold(titleOf(feed)).includes(wanted),
  ];
  for (const test of tests) {
    const found = feeds.filter(test);
    if (found.length) return found;
  }
  return [];
}

export const nearFeeds = (asked: string, feeds: readonly VisibleFeed[]): readonly string[] => nearest(asked, feeds.map(titleOf));
