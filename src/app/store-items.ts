/** The items of a feed → articles with their whole text, stored oldest first, so that a story begins with its first report. */
import { canonicalUrl, withoutTracking } from '#ingest/canonical-url.ts';
import { htmlToText } from '#ingest/html-text.ts';
import type { Feed, FeedItem, ParsedFeed } from '#model/feed.ts';
import type { ArticleStore } from '#storage/contract/articles.ts';
import { read } from '#text/reading.ts';
import type { PollTools } from './poll.ts';
import { findReruns, mayBeMass, type Reruns } from './rerun-shield.ts';
import { BATCH, type NewArticle, storeArticles } from './store-articles.ts';

export type StoreCounts = { readonly added: number; readonly updated: number; readonly unchanged: number };
/**
 * stopped: the program ends, and the rest comes with the next poll. postponed: so many wait for their pages. reruns: so many are its old articles
 * again, where these are worth a word.
 */
export type Stored = StoreCounts & { readonly postponed: number; readonly isStopped: boolean; readonly reruns: number };

/** A shorter body is a teaser, and its page is asked for where that is allowed. */
const SHORT_TEXT = 400;
/** A page that is out of reach for a moment is waited for so long, counted from the article's date; then the teaser has to do. */
const PATIENCE_MS = 2 * 3_600_000;
const PASSING: ReadonlySet<string> = new Set(['rate-limited', 'server-error', 'timeout', 'refused', 'dns', 'broken-answer']);

export async function storeItems(feed: Feed, { items, link, language }: ParsedFeed, tools: PollTools, wasRead: boolean): Promise<Stored> {
  const counts = { added: 0, updated: 0, unchanged: 0, postponed: 0, isStopped: false };
  const now = tools.now();
  const inOrder = items.toSorted((a, b) => (a.publishedAt ?? now) - (b.publishedAt ?? now));
  // Whether all of them are old ones is seen in all of them only.
  const atOnce =
    wasRead &&
    mayBeMass(
      await freshOf(
        feed,
        inOrder.map((item) => nameOf(item, feed)),
        tools.storage.articles,
      ),
      items.length,
    )
      ? items.length
      : BATCH;
  let came: NewArticle[] = [];
  let reruns = 0;
  const flush = async () => {
    const { again, isMass } = await shield(feed, came, tools.storage.articles);
    if (isMass) reruns += again.size;
    const articles = came.map((each) => withSameAs(each, again.get(each.key)));
    came = [];
    for (let start = 0; start < articles.length; start += BATCH) {
      const outcomes = await storeArticles(feed.owner, articles.slice(start, start + BATCH), tools.storage.articles, tools.onExtracted);
      for (const outcome of outcomes) counts[outcome]++;
      // Lets the page answer between two batches.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  for (const [index, item] of inOrder.entries()) {
    tools.onArticle?.(feed, index, inOrder.length);
    const url = withoutTracking(item.link ?? link ?? feed.url);
    const { key } = nameOf(item, feed);
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
    came.push({ article, key, guid: item.guid });
    if (came.length >= atOnce) await flush();
  }
  await flush();
  return { ...counts, reruns };
}

const withSameAs = (article: NewArticle, sameAs: string | undefined): NewArticle =>
  sameAs === undefined ? article : { ...article, sameAs };

type Named = { readonly key: string; readonly guid: string | null };
const nameOf = ({ link, guid, title }: FeedItem, feed: Feed): Named => ({
  key: link ? canonicalUrl(link) : `${feed.id}#${guid ?? title}`,
  guid,
});

/** Those that nobody knows by address or GUID. */
async function freshOf<Article extends Named>(feed: Feed, came: readonly Article[], store: ArticleStore): Promise<readonly Article[]> {
  const known = await store.known(
    feed.owner,
    feed.id,
    came.flatMap(({ key, guid }) => (guid === null ? [key] : [key, guid])),
  );
  return came.filter(({ key, guid }) => !known.has(key) && !(guid !== null && known.has(guid)));
}

async function shield(feed: Feed, came: readonly NewArticle[], store: ArticleStore): Promise<Reruns> {
  const fresh = await freshOf(feed, came, store);
  const texts = [...new Set(fresh.map(({ article }) => article.text))];
  return findReruns(fresh, await store.twins(feed.owner, feed.id, texts));
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
  const stored = await tools.storage.articles.byKey(feed.owner, key);
  if (stored) return { text: stored.text };
  if (feed.page === 'never') return { text: own };
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
