/** OPML ↔ a list of feeds: folders of a reader become topics, and the other way round. */
import { generateOpml, parseOpml } from 'feedsmith';
import type { Problem } from '#model/failure.ts';
import { phrases } from '#phrases/feed-reading.ts';
import { decodeBytes } from './decode.ts';
import { plainLine } from './plain-text.ts';

export type OpmlFeed = {
  /** http or https. */
  readonly url: string;
  readonly title: string;
  /** Names of the folders and categories that hold it. */
  readonly topics: readonly string[];
};

export type OpmlReading =
  | { readonly ok: true; readonly title: string; readonly feeds: readonly OpmlFeed[]; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem };

const MAX_FEEDS = 10_000;
const MAX_DEPTH = 50;

type Outline = {
  readonly text?: string;
  readonly title?: string;
  readonly xmlUrl?: string;
  readonly url?: string;
  readonly type?: string;
  readonly category?: string;
  readonly outlines?: readonly Outline[];
};

/** A feed that stands in several folders is one feed with several topics. Never throws. */
export const readOpml = (bytes: Uint8Array): OpmlReading => {
  let document: ReturnType<typeof parseOpml>;
  try {
    document = parseOpml(decodeBytes(bytes).text.trim());
  } catch {
    return {
      ok: false,
      problem: { code: 'not-opml', message: phrases.noOpml, hint: phrases.exportAsOpml },
    };
  }
  const feeds = new Map<string, { title: string; topics: Set<string> }>();
  let unusable = 0;
  const waiting: { readonly outline: Outline; readonly folder: string | undefined; readonly depth: number }[] = [];
  const open = (outlines: readonly Outline[] | undefined, folder: string | undefined, depth: number): void => {
    for (const outline of [...(outlines ?? [])].reverse()) waiting.push({ outline, folder, depth });
  };
  open(document.body?.outlines as readonly Outline[] | undefined, undefined, 0);
  for (let next = waiting.pop(); next && feeds.size < MAX_FEEDS; next = waiting.pop()) {
    const { outline, folder, depth } = next;
    const name = plainLine(outline.title || outline.text || '', 'html');
    const address = outline.xmlUrl ?? (outline.type === 'rss' ? outline.url : undefined);
    if (address === undefined) {
      if (depth < MAX_DEPTH) open(outline.outlines, name || folder, depth + 1);
      continue;
    }
    const url = toFeedUrl(address);
    if (url === undefined) {
      unusable++;
      continue;
    }
    const known = feeds.get(url) ?? { title: name || new URL(url).hostname, topics: new Set() };
    for (const topic of [folder, ...categoriesOf(outline.category)]) if (topic) known.topics.add(topic);
    feeds.set(url, known);
  }
  const problems: Problem[] = [];
  if (unusable > 0)
    problems.push({
      code: 'bad-address',
      message: phrases.noAddress(unusable),
      hint: phrases.onlyWeb,
    });
  if (feeds.size >= MAX_FEEDS)
    problems.push({
      code: 'too-many-feeds',
      message: phrases.onlyFirst(MAX_FEEDS),
      hint: phrases.importRest,
    });
  if (feeds.size === 0)
    problems.push({
      code: 'no-feeds',
      message: phrases.namesNone,
      hint: phrases.exportWithFeeds,
    });
  return {
    ok: true,
    title: plainLine(document.head?.title ?? '', 'html'),
    feeds: [...feeds].map(([url, { title, topics }]) => ({ url, title, topics: [...topics] })),
    problems,
  };
};

/** "feed://host/path" and "feed:https://host/path" are how browsers once wrote it. */
const toFeedUrl = (address: string): string | undefined => {
  const url = URL.parse(
    address
      .trim()
      .replace(/^feed:(?=https?:)/i, '')
      .replace(/^feed:\/\//i, 'http://'),
  );
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : undefined;
};

/** "/News/World,Economy": paths and plain names (OPML 2.0, "category"). */
const categoriesOf = (category: string | undefined): readonly string[] =>
  (category ?? '').split(',').flatMap((path) =>
    path
      .split('/')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .slice(-1),
  );

/** Feeds without a topic stand first, then a folder for each topic in the order of its first feed. */
export const writeOpml = (title: string, feeds: readonly OpmlFeed[]): string => {
  const toOutline = (feed: OpmlFeed) => ({ type: 'rss', text: feed.title, title: feed.title, xmlUrl: feed.url });
  const topics = new Set(feeds.flatMap((feed) => feed.topics));
  const loose = feeds.filter((feed) => feed.topics.length === 0).map(toOutline);
  const folders = [...topics].map((topic) => ({
    text: topic,
    title: topic,
    outlines: feeds.filter((feed) => feed.topics.includes(topic)).map(toOutline),
  }));
  return generateOpml({ head: { title }, body: { outlines: [...loose, ...folders] } });
};
