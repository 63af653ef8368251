/** What the feed tests share: a feed's text or a fixture's name → the reading. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FeedOrigin, parseFeed } from '#ingest/parse-feed.ts';
import type { FeedItem, ParsedFeed } from '#model/feed.ts';

const ORIGIN: FeedOrigin = { url: 'https://feed.example/dir/feed.xml' };

export const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures/feeds', name));

export const readFeed = async (feed: string | Uint8Array, origin: Partial<FeedOrigin> = {}): Promise<ParsedFeed> => {
  const reading = await parseFeed(typeof feed === 'string' ? Buffer.from(feed) : feed, { ...ORIGIN, ...origin });
  if (!reading.ok) throw new Error(`${reading.problem.code}: ${reading.problem.message}`);
  return reading.feed;
};

export const refusal = async (feed: string | Uint8Array): Promise<string> => {
  const reading = await parseFeed(typeof feed === 'string' ? Buffer.from(feed) : feed, ORIGIN);
  return reading.ok ? 'no refusal' : reading.problem.code;
};

/** The first item of an RSS feed with this inside its item. */
export const rssItem = async (inside: string, attributes = ''): Promise<FeedItem> =>
  firstOf(await readFeed(`<rss version="2.0" ${attributes}><channel><title>T</title><item>${inside}</item></channel></rss>`));

export const atomEntry = async (inside: string, attributes = ''): Promise<FeedItem> =>
  firstOf(await readFeed(`<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>T</title><entry>${inside}</entry></feed>`));

export const firstOf = (feed: ParsedFeed): FeedItem => {
  const [item] = feed.items;
  if (!item) throw new Error('the feed has no items');
  return item;
};
