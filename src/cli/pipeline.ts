/** A House → its feeds polled: fetching, pages and the sample, put together for start and ingest. */
import { createHash } from 'node:crypto';
import { type PollReport, type PollTools, pollFeed } from '#app/poll.ts';
import { fetchFeed } from '#ingest/fetch-feed.ts';
import { createReadable } from '#ingest/readable.ts';
import { createHttpClient } from '#lib/http.ts';
import type { Config, FeedSetting } from '#model/config.ts';
import type { Feed } from '#model/feed.ts';
import { SAMPLE, type TenantId } from '#model/subscription.ts';
import type { House } from './house.ts';

export type Pipeline = { readonly tools: PollTools; readonly stop: () => Promise<void> };

export function createPipeline({ config, storage, now }: House): Pipeline {
  const { userAgent, timeoutMs, maxBytes, allow, proxy, noProxy, pollMinutes } = config.fetch;
  const client = createHttpClient({
    userAgent,
    timeoutMs,
    maxBytes,
    allow,
    now,
    ...(proxy && { proxy: { url: proxy, ...(noProxy && { noProxy }) } }),
  });
  let readable: ReturnType<typeof createReadable> | undefined;
  const neverPage = new Set(config.feeds.filter(({ page }) => page === 'never').map(({ url }) => url));
  return {
    tools: {
      storage,
      now,
      pollMinutes,
      fetchFeed: (url, validators) => fetchFeed(client, url, validators, { maxBytes, allowFile: true }),
      readPage: async (url, feed) => {
        if (neverPage.has(feed.url)) return { code: 'page-off', message: 'Pages of this feed are not fetched.' };
        const outcome = await client.get(url, { accept: 'text/html, application/xhtml+xml' });
        if (outcome.kind !== 'fresh')
          return outcome.kind === 'unchanged' ? { code: 'unchanged', message: 'The page has not changed.' } : outcome.problem;
        readable ??= createReadable({ workers: 1 });
        return readable.read({ url: outcome.url, html: new TextDecoder().decode(outcome.bytes) });
      },
    },
    stop: async () => {
      await readable?.stop();
      await client.stop();
    },
  };
}

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
