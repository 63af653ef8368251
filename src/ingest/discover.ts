/** A web page → the feeds that it names in its head, the site's own before those of comments. */
import { decodeEntities } from './html-entities.ts';
import { plainLine } from './plain-text.ts';
import { readAttributes, scanTags } from './xml-tags.ts';

export type DiscoveredFeed = { readonly url: string; readonly title: string; readonly kind: 'rss' | 'atom' | 'json' };

/** Links stand in the head; what comes this far down is the page's matter. */
const MAX_LENGTH = 2_000_000;
const MAX_FEEDS = 50;

const KINDS: ReadonlyMap<string, DiscoveredFeed['kind']> = new Map([
  ['application/rss+xml', 'rss'],
  ['application/rdf+xml', 'rss'],
  ['text/rss+xml', 'rss'],
  ['application/x-rss+xml', 'rss'],
  ['application/atom+xml', 'atom'],
  ['text/atom+xml', 'atom'],
  ['application/feed+json', 'json'],
]);

/** `pageUrl`: after redirects; relative addresses are resolved against it, or against the page's <base>. */
export const discoverFeeds = (html: string, pageUrl: string): readonly DiscoveredFeed[] => {
  const found = new Map<string, DiscoveredFeed>();
  let base = pageUrl;
  for (const tag of scanTags(html.slice(0, MAX_LENGTH)).tags) {
    const name = tag.name.toLowerCase();
    if (tag.kind === 'close' || (name !== 'link' && name !== 'base')) continue;
    const attributes = readAttributes(html.slice(tag.start, tag.end));
    const href = decodeEntities(attributes.get('href') ?? '').trim();
    if (href === '') continue;
    if (name === 'base') {
      base = URL.parse(href, pageUrl)?.href ?? base;
      continue;
    }
    const rel = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
    const type = (attributes.get('type') ?? '').toLowerCase().split(';')[0]?.trim() ?? '';
    const kind = KINDS.get(type) ?? (rel.includes('feed') ? 'rss' : undefined);
    if (kind === undefined || !(rel.includes('alternate') || rel.includes('feed'))) continue;
    const url = URL.parse(href.replace(/^feed:(?:\/\/)?(?=https?:)/i, ''), base);
    if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || found.has(url.href)) continue;
    found.set(url.href, { url: url.href, title: plainLine(attributes.get('title') ?? '', 'html'), kind });
    if (found.size >= MAX_FEEDS) break;
  }
  const isOfComments = ({ url, title }: DiscoveredFeed) => /\/comments\b|comments\/feed/i.test(url) || /\bcomments?\b/i.test(title);
  const feeds = [...found.values()];
  return [...feeds.filter((feed) => !isOfComments(feed)), ...feeds.filter(isOfComments)];
};
