/** The items of a feed → articles with their whole text, stored oldest first, so that a story begins with its first report. */
import { canonicalUrl, withoutTracking } from '#ingest/canonical-url.ts';
import { htmlToText } from '#ingest/html-text.ts';
import type { Feed, FeedItem, ParsedFeed } from '#model/feed.ts';
import { read } from '#text/reading.ts';
import type { PollTools } from './poll.ts';
import { articleId, BATCH, type NewArticle, storeArticles } from './store-articles.ts';

export type StoreCounts = { readonly added: number; readonly updated: number; readonly unchanged: number };

/** A shorter body is a teaser, and its page is asked for where that is allowed. */
const SHORT_TEXT = 400;

export async function storeItems(feed: Feed, { items, link, language }: ParsedFeed, tools: PollTools): Promise<StoreCounts> {
  const counts = { added: 0, updated: 0, unchanged: 0 };
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
    const text = await bodyOf(item, key, feed, tools);
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
async function bodyOf(item: FeedItem, key: string, feed: Feed, tools: PollTools): Promise<string> {
  const own = bodyParagraphs(htmlToText(item.html ?? ''), item.title);
  if (item.isFullText || own.length >= SHORT_TEXT || !item.link || !tools.readPage) return own;
  // A page is fetched once; what it gave is kept while the feed still carries the article.
  const stored = await tools.storage.articles.get(articleId(feed.owner, key));
  if (stored) return stored.article.text;
  const page = await tools.readPage(item.link, feed);
  const text = page.kind === 'page' ? bodyParagraphs(page.text, item.title) : '';
  return text.length > own.length ? text : own;
}

function bodyParagraphs(text: string, title: string): string {
  const { paragraphs } = read(text, title);
  return paragraphs
    .filter(({ kind }) => kind === 'body')
    .map(({ start, end }) => text.slice(start, end))
    .join('\n\n');
}

const firstWords = (text: string) => text.split(/\s+/, 12).join(' ');
