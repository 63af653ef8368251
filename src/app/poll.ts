/** A feed → its new articles in the store, and a report of what became of it. */
import { canonicalUrl, withoutTracking } from '#ingest/canonical-url.ts';
import type { PageOutcome } from '#ingest/fetch-page.ts';
import { htmlToText } from '#ingest/html-text.ts';
import { parseFeed } from '#ingest/parse-feed.ts';
import { shownUrl } from '#lib/http-problem.ts';
import type { Instant } from '#model/article.ts';
import type { Problem } from '#model/failure.ts';
import type { Feed, FeedItem, FetchOutcome, ParsedFeed, Validators } from '#model/feed.ts';
import type { FeedState, Storage } from '#storage/storage.ts';
import { read } from '#text/reading.ts';
import { articleId, BATCH, type NewArticle, storeArticles } from './store-articles.ts';
import { hasCredentials } from './web-address.ts';

export type PollTools = {
  readonly storage: Storage;
  readonly now: () => Instant;
  readonly fetchFeed: (url: string, validators: Validators) => Promise<FetchOutcome>;
  /** The article in a web page; absent where pages are not fetched. */
  readonly readPage?: (url: string, feed: Feed) => Promise<PageOutcome>;
  readonly pollMinutes: number;
  /** After each article of a feed, for a line of progress. */
  readonly onArticle?: (feed: Feed, done: number, total: number) => void;
};

export type PollReport = {
  readonly feed: Feed;
  readonly outcome: FetchOutcome['kind'];
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly problems: readonly Problem[];
};

const MINUTE_MS = 60_000;
/** A feed that keeps failing is asked once a day in the end, never forgotten. */
const MAX_BACKOFF_MINUTES = 24 * 60;
/** A shorter body is a teaser, and its page is asked for where that is allowed. */
const SHORT_TEXT = 400;

export async function pollFeed(feed: Feed & FeedState, tools: PollTools): Promise<PollReport> {
  const outcome = await tools.fetchFeed(feed.url, feed.validators);
  const nothing = { feed, outcome: outcome.kind, added: 0, updated: 0, unchanged: 0 };
  const base: FeedState = {
    validators: feed.validators,
    polledAt: tools.now(),
    nextPollAt: tools.now() + tools.pollMinutes * MINUTE_MS,
    failures: 0,
    problem: null,
  };
  const failed = async (problem: Problem, retryAt?: Instant): Promise<PollReport> => {
    const failures = feed.failures + 1;
    const waitMinutes = Math.min(tools.pollMinutes * 2 ** Math.min(failures, 12), MAX_BACKOFF_MINUTES);
    await tools.storage.feeds.recordPoll(feed.id, {
      ...base,
      nextPollAt: retryAt ?? tools.now() + waitMinutes * MINUTE_MS,
      failures,
      problem,
    });
    return { ...nothing, problems: [problem] };
  };
  if (outcome.kind === 'failed') return failed(outcome.problem);
  if (outcome.kind === 'later') return failed(outcome.problem, outcome.retryAt);
  if (outcome.kind === 'unchanged') {
    await tools.storage.feeds.recordPoll(feed.id, base);
    return { ...nothing, problems: [] };
  }
  const parsed = await parseFeed(outcome.bytes, {
    url: outcome.url,
    now: tools.now(),
    ...(outcome.contentType && { contentType: outcome.contentType }),
  });
  if (!parsed.ok) return failed(parsed.problem);
  const known = feed.title ? feed : { ...feed, title: parsed.feed.title || hostOf(feed.url) };
  if (known !== feed) await tools.storage.feeds.put(known);
  const problems = [...(outcome.movedTo && outcome.movedTo !== feed.url ? [movedTo(outcome.movedTo)] : []), ...parsed.feed.problems];
  const counts = await storeItems(known, parsed.feed, tools);
  await tools.storage.feeds.recordPoll(feed.id, { ...base, validators: outcome.validators, problem: problems[0] ?? null });
  return { ...nothing, feed: known, ...counts, problems };
}

/** Oldest first, so that a story begins with its first report. */
async function storeItems(
  feed: Feed,
  { items, link, language }: ParsedFeed,
  tools: PollTools,
): Promise<Pick<PollReport, 'added' | 'updated' | 'unchanged'>> {
  const counts = { added: 0, updated: 0, unchanged: 0 };
  const now = tools.now();
  const inOrder = items.toSorted((a, b) => (a.publishedAt ?? now) - (b.publishedAt ?? now));
  let batch: NewArticle[] = [];
  const flush = async () => {
    for (const outcome of await storeArticles(feed.owner, batch, tools.storage.articles)) counts[outcome]++;
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

/** Still read by way of the redirect, which one day will end. */
const movedTo = (url: string): Problem => ({
  code: 'moved',
  message: `The feed has moved for good to ${hasCredentials(url) ? shownUrl(url) : url}.`,
  hint: 'Add it under its new address, and remove this one.',
});

const hostOf = (url: string) => URL.parse(url)?.hostname || url;
const firstWords = (text: string) => text.split(/\s+/, 12).join(' ');
