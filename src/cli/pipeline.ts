/** A House → its feeds polled: fetching, pages and the sample, put together for start and ingest. */
import { createHash } from 'node:crypto';
import { type PollReport, type PollTools, pollFeed } from '#app/poll.ts';
import { decodeBytes } from '#ingest/decode.ts';
import { fetchFeed } from '#ingest/fetch-feed.ts';
import type { Readable } from '#ingest/readable.ts';
import type { HttpClient } from '#lib/http.ts';
import type { Instant } from '#model/article.ts';
import type { Config, FeedSetting } from '#model/config.ts';
import type { Feed } from '#model/feed.ts';
import { SAMPLE, type TenantId } from '#model/subscription.ts';
import type { House } from './house.ts';

export type Pipeline = { readonly tools: PollTools; readonly stop: () => Promise<void> };

/** The HTTP client and the page reader are loaded when they are first needed: a start with files only needs neither. */
export function createPipeline({ config, storage, now }: Pick<House, 'config' | 'storage' | 'now'>): Pipeline {
  const { maxBytes, pollMinutes } = config.fetch;
  let client: Promise<HttpClient> | undefined;
  let readable: Promise<Readable> | undefined;
  const theClient = () => {
    client ??= connect(config, now);
    return client;
  };
  const theReadable = () => {
    readable ??= import('#ingest/readable.ts').then(({ createReadable }) => createReadable({ workers: 1 }));
    return readable;
  };
  const neverPage = new Set(config.feeds.filter(({ page }) => page === 'never').map(({ url }) => url));
  return {
    tools: {
      storage,
      now,
      pollMinutes,
      fetchFeed: async (url, validators) =>
        fetchFeed(url.startsWith('file:') ? noClient : await theClient(), url, validators, { maxBytes, allowFile: true }),
      readPage: async (url, feed) => {
        if (neverPage.has(feed.url)) return { code: 'page-off', message: 'Pages of this feed are not fetched.' };
        const outcome = await (await theClient()).get(url, { accept: 'text/html, application/xhtml+xml' });
        if (outcome.kind === 'unchanged') return { code: 'unchanged', message: 'The page has not changed.' };
        if (outcome.kind !== 'fresh') return outcome.problem;
        return (await theReadable()).read({ url: outcome.url, html: decodeBytes(outcome.bytes, outcome.contentType).text });
      },
    },
    stop: async () => {
      await (await readable)?.stop();
      await (await client)?.stop();
    },
  };
}

async function connect(config: Config, now: () => Instant): Promise<HttpClient> {
  const { createHttpClient } = await import('#lib/http.ts');
  const { userAgent, timeoutMs, maxBytes, allow, proxy, noProxy } = config.fetch;
  return createHttpClient({
    userAgent,
    timeoutMs,
    maxBytes,
    allow,
    now,
    ...(proxy && { proxy: { url: proxy, ...(noProxy && { noProxy }) } }),
  });
}

/** Files need none. */
const noClient: HttpClient = { get: () => Promise.reject(new Error('a file needs no HTTP client')), caveats: [], stop: async () => {} };

export const feedOf = ({ url, title }: FeedSetting, owner: TenantId | null): Feed => ({
  id: createHash('sha256')
    .update(`${owner ?? ''}\n${url}`)
    .digest('hex')
    .slice(0, 12),
  url,
  title: title ?? '',
  owner,
  everybody: owner === null,
});

/** Puts the feeds of the configuration, and the sample's, into the store. */
export async function enrolFeeds({ config, storage }: House): Promise<void> {
  for (const setting of config.feeds) await storage.feeds.put(feedOf(setting, null));
  await enrolSample(config, storage.feeds);
}

async function enrolSample(config: Config, feeds: House['storage']['feeds']): Promise<void> {
  for (const setting of config.sample?.feeds ?? []) await feeds.put(feedOf(setting, SAMPLE));
}

/** Polls what is due, eight feeds at a time; `onReport` after each. */
export async function pollDue(house: House, tools: PollTools, onReport: (report: PollReport, left: number) => void): Promise<void> {
  const due = await house.storage.feeds.due(house.now(), 1000);
  let next = 0;
  const worker = async () => {
    for (let feed = due[next++]; feed; feed = due[next++]) {
      const report = await pollFeed(feed, tools);
      for (const problem of report.problems) house.log.warn({ feed: feed.url, code: problem.code }, problem.message);
      onReport(report, due.length - next);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

/** The sample alone, for a first question asked before any start. */
export async function loadSample(house: House): Promise<void> {
  await enrolSample(house.config, house.storage.feeds);
  const pipeline = createPipeline(house);
  try {
    await pollDue(house, pipeline.tools, () => {});
  } finally {
    await pipeline.stop();
  }
}
