/** A House → its feeds polled: fetching, pages and the sample, put together for start and ingest. */
import { setTimeout as sleep } from 'node:timers/promises';
import { feedId } from '#app/feed-id.ts';
import { createHostTurns } from '#app/host-turns.ts';
import type { PollTools } from '#app/poll.ts';
import { hasCredentials } from '#app/web-address.ts';
import { fetchFeed } from '#ingest/fetch-feed.ts';
import type { PageFetcher } from '#ingest/fetch-page.ts';
import type { HostQueue } from '#ingest/politeness.ts';
import type { HttpClient } from '#lib/http.ts';
import type { Instant } from '#model/article.ts';
import type { Config, FeedSetting } from '#model/config.ts';
import type { Problem } from '#model/failure.ts';
import type { Feed } from '#model/feed.ts';
import { DESK, SAMPLE } from '#model/subscription.ts';
import type { Storage } from '#storage/storage.ts';
import type { House } from './house.ts';

export type Pipeline = {
  readonly tools: PollTools;
  /** What the guard cannot promise here, and says so. */
  readonly caveats: () => Promise<readonly Problem[]>;
  readonly stop: () => Promise<void>;
};

/** Between two requests to one host. */
const HOST_PAUSE_MS = 500;

/** What reaches out is loaded when it is first needed: a start with files only needs neither HTTP client nor page reader. */
type PipelineParts = Pick<House, 'config' | 'storage' | 'now' | 'log'> &
  Pick<PollTools, 'isForgotten' | 'onExtracted' | 'onPolled'> & { readonly hostPauseMs?: number };

export function createPipeline(parts: PipelineParts): Pipeline {
  const { config, storage, now, log, isForgotten, onExtracted, onPolled, hostPauseMs = HOST_PAUSE_MS } = parts;
  const { maxBytes, pollMinutes } = config.fetch;
  let web: Promise<Web> | undefined;
  const theWeb = () => {
    web ??= openWeb(config, now, hostPauseMs, config.databaseUrl === null ? undefined : turnsOf(storage, now, log));
    return web;
  };
  const settings = new Map(config.feeds.map((setting) => [feedOf(setting).id, setting]));
  /** A login goes to the feed's own site only, whatever it links or moves to. */
  const headersFor = (url: string, feed: Feed | undefined): Record<string, string> => {
    const setting = feed && settings.get(feed.id);
    const isOwnSite = feed !== undefined && URL.parse(url)?.origin === URL.parse(feed.url)?.origin;
    return {
      ...(setting?.userAgent && { 'user-agent': setting.userAgent }),
      ...(setting?.authorization && isOwnSite && { authorization: setting.authorization }),
    };
  };
  return {
    tools: {
      storage,
      now,
      pollMinutes,
      onExtracted,
      onPolled,
      ...(isForgotten && { isForgotten }),
      fetchFeed: async (url, validators, feed) => {
        if (url.startsWith('file:')) return fetchFeed(noClient, url, validators, { maxBytes, allowFile: true });
        const { client, queue } = await theWeb();
        return queue.run(url, () => fetchFeed(client, url, validators, { maxBytes, headers: headersFor(url, feed) }));
      },
      readPage: async (url, feed) => (await theWeb()).pages.fetch(url, { headers: headersFor(url, feed) }),
    },
    caveats: async () => (config.fetch.proxy === null ? [] : (await theWeb()).client.caveats),
    stop: async () => {
      await (await web)?.stop();
    },
  };
}

type Web = { readonly client: HttpClient; readonly queue: HostQueue; readonly pages: PageFetcher; readonly stop: () => Promise<void> };

/** Among the processes of a fleet; one that is alone needs none. */
const turnsOf = (storage: Storage, now: () => Instant, log: House['log']) =>
  createHostTurns({
    leases: storage.leases,
    holder: crypto.randomUUID(),
    now,
    pause: async (ms) => void (await sleep(ms, undefined, { ref: false })),
    random: Math.random,
    onFault: (error) => log.warn({ err: error }, 'a turn of a host could not be kept'),
  });

async function openWeb(config: Config, now: () => Instant, delayMs: number, turns: ReturnType<typeof turnsOf> | undefined): Promise<Web> {
  const { createHttpClient } = await import('#lib/http.ts');
  const { createPageFetcher } = await import('#ingest/fetch-page.ts');
  const { createHostQueue } = await import('#ingest/politeness.ts');
  const { createReadable } = await import('#ingest/readable.ts');
  const { userAgent, timeoutMs, maxBytes, allow, proxy, noProxy } = config.fetch;
  const client = createHttpClient({
    userAgent,
    timeoutMs,
    maxBytes,
    allow,
    now,
    ...(proxy && { proxy: { url: proxy, ...(noProxy && { noProxy }) } }),
  });
  const queue = createHostQueue({ delayMs, now, turns });
  const readable = createReadable();
  const pages = createPageFetcher({ client, readable, queue, now, product: 'wirebrief' });
  return {
    client,
    queue,
    pages,
    stop: async () => {
      turns?.stop();
      await readable.stop();
      await client.stop();
    },
  };
}

/** Files need none. */
const noClient: HttpClient = { get: () => Promise.reject(new Error('a file needs no HTTP client')), caveats: [], stop: async () => {} };

/** Everybody's, unless it is somebody's or only a login opens it. */
export function feedOf({ url, title, page, tenant, authorization }: FeedSetting): Feed {
  const owner = tenant ?? (authorization !== undefined || hasCredentials(url) ? DESK : null);
  return { id: feedId(owner, url), url, title: title ?? '', owner, everybody: owner === null, page };
}

/** Puts the feeds of the configuration, and the sample's, into the store. */
export async function enrolFeeds({ config, storage }: House): Promise<void> {
  for (const setting of config.feeds) {
    const feed = feedOf(setting);
    await storage.feeds.put(feed);
    // It was everybody's before it got its login.
    if (feed.owner !== null) await storage.feeds.remove(feedId(null, feed.url));
  }
  await enrolSample(config, storage.feeds);
}

export async function enrolSample(config: Config, feeds: House['storage']['feeds']): Promise<void> {
  for (const setting of config.sample?.feeds ?? []) await feeds.put(feedOf({ ...setting, tenant: SAMPLE }));
}
