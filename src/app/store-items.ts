/** The items of a feed → articles with their whole text, stored oldest first, so that a story begins with its first report. */
import { canonicalUrl, withoutTracking } from '#ingest/canonical-url.ts';
import { htmlToText } from '#ingest/html-text.ts';
import type { Feed, FeedItem, ParsedFeed } from '#model/feed.ts';
import { read } from '#text/reading.ts';
import type { PollTools } from './poll.ts';
import { articleId, BATCH, type NewArticle, storeArticles } from './store-articles.ts';

export type StoreCounts = { readonly added: number; readonly updated: number; readonly unchanged: number };

/** stopped: the program ends, and the rest comes with the next poll. postponed: so many wait for their pages. */
export type Stored = StoreCounts & { readonly postponed: number; readonly isStopped: boolean };

/** A shorter body is a teaser, and its page is asked for where that is allowed. */
const SHORT_TEXT = 400;
/** A page that is out of reach for a moment is waited for so long, counted from the article's date; then the teaser has to do. */
const PATIENCE_MS = 2 * 3_600_000;
const PASSING: ReadonlySet<string> = new Set(['rate-limited', 'server-error', 'timeout', 'refused', 'dns', 'broken-answer']);

export async function storeItems(feed: Feed, { items, link, language }: ParsedFeed, tools: PollTools): Promise<Stored> {
  const counts = { added: 0, updated: 0, unchanged: 0, postponed: 0, isStopped: false };
  const now = tools.now();
  const inOrder = items.toSorted((a, b) => (a.publishedAt ?? now) - (b.publishedAt ?? now));
  let batch: NewArticle[] = [];
  const flush = async () => {
    for (const outcome of await storeArticles(feed.owner, batch, tools.storage.articles, tools.onExtracted)) counts[outcome]++;
    batch = [];
    // Lets the page answer between two batches.
    await new Promise((resolve) => setImmediate(resolve));
  };
  for (const [index, item] of inOrder.entries()) {
    tools.onArticle?.(feed, index, inOrder.length);
    const url = withoutTracking(item.link ?? link ?? feed.url);
    const key = item.link ? canonicalUrl(item.link) : `${feed.id}#${item.guid ?? item.title}`;
    const body = await bodyOf(item, key, feed, tools);
    if (body === 'stopped') {
      counts.isStopped = true;
      break;
    }
    if (body === 'postponed') {
      counts.postponed++;
      continue;
    }
    const { text } = body;
    if (!text && !(item.title && item.link)) continue;
    const article = {
      feedId: feed.id,
      outlet: feed.title,
      url,
      title: item.title || firstWords(text),
      text,
      publishedAt: item.publishedAt ?? now,
      fetchedAt: now,
      ...(item.byline && { byline: item.byline }),
      ...(language && { language }),
    };
    if (tools.isForgotten?.({ ...article, key })) continue;
    batch.push({ article, key, guid: item.guid });
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  return counts;
}

/** The feed's own text where it is whole, else the page's where one may ask; without captions, related links and the like. */
async function bodyOf(
  item: FeedItem,
  key: string,
  feed: Feed,
  tools: PollTools,
): Promise<{ readonly text: string } | 'stopped' | 'postponed'> {
  const own = bodyParagraphs(htmlToText(item.html ?? ''), item.title);
  if (item.isFullText || own.length >= SHORT_TEXT || !item.link || !tools.readPage) return { text: own };
  // A page is fetched once; what it gave is kept while the feed still carries the article.
  const stored = await tools.storage.articles.get(articleId(feed.owner, key));
  if (stored) return { text: stored.article.text };
  const page = await tools.readPage(item.link, feed);
  if (page.kind !== 'page') {
    if (page.problem.code === 'stopped') return 'stopped';
    const isFresh = item.publishedAt !== null && tools.now() - item.publishedAt < PATIENCE_MS;
    return isFresh && (page.kind === 'later' || PASSING.has(page.problem.code)) ? 'postponed' : { text: own };
  }
  const text = bodyParagraphs(page.text, item.title);
  return { text: text.length > own.length ? text : own };
}

function bodyParagraphs(text: string, title: string): string {
  const { paragraphs } = read(text, title);
  return paragraphs
    .filter(({ kind }) => kind === 'body')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n\n');
}

const firstWords = (text: string) => text.split(/\s+/, 12).join(' ');
