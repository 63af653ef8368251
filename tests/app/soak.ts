/** Feeds on loopback, one address each, most of them well and the rest failing in every way there is; polled round after round by the real client. */

import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { fetchFeed } from '#ingest/fetch-feed.ts';
import { createHostQueue } from '#ingest/politeness.ts';
import { createHttpClient } from '#lib/http.ts';
import { createPoller } from '../../src/app/poller.ts';
import { startLocalServer } from '../lib/local-server.ts';
import { openTemporary } from '../storage/engine.ts';

const MINUTE_MS = 60_000;
const START = Date.parse('2026-11-25T10:00:00Z');

export type SoakReport = {
  /** Articles of the feeds that are well: brought, and how often each stands in the store. */
  readonly brought: number;
  readonly stored: number;
  readonly twice: number;
  /** The fewest polls that a feed that is well got, of so many rounds. */
  readonly fewestPolls: number;
  readonly rounds: number;
  /** After each round, garbage collected. */
  readonly heapMb: readonly number[];
  readonly rssMb: number;
  readonly faults: readonly unknown[];
  readonly moods: Readonly<Record<string, number>>;
  readonly secondsPerRound: number;
};

/** Each answers as no feed should. */
const FAILURES: readonly ((response: ServerResponse, url: string) => unknown)[] = [
  (response) => response.writeHead(500).end(),
  (response) => response.writeHead(404).end('<html>No</html>'),
  (response) => response.writeHead(410).end(),
  (response) => response.writeHead(403, { server: 'cloudflare', 'cf-ray': '1' }).end(),
  (response) => response.writeHead(429, { 'retry-after': '1800' }).end(),
  (response, url) => response.writeHead(302, { location: url }).end(),
  (response) => response.end('<!doctype html><html><body>A page</body></html>'),
  (response) => response.end(Buffer.alloc(3000, 0xfe)),
  (response) => response.end(),
  (response) => response.destroy(),
  (response) => response.writeHead(200, { 'content-length': '999' }).write('<rss>') && response.destroy(),
  (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(30_000_000))),
  (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not packed'),
  (response) => response.end(`<rss version="2.0"><channel>${'<item><title>'.repeat(20_000)}`),
];

/** These cost the whole time limit. */
const HANGING: typeof FAILURES = [(response) => void response.write('<rss version="2.0"><channel><item>'), () => {}];

const address = (index: number) => `127.${1 + Math.floor(index / 200)}.7.${1 + (index % 200)}`;

export async function soak({
  feeds,
  rounds,
  failing,
  timeoutMs,
  isHanging,
}: {
  readonly feeds: number;
  readonly rounds: number;
  readonly failing: number;
  readonly timeoutMs: number;
  readonly isHanging: boolean;
}): Promise<SoakReport> {
  let now = START;
  let round = 0;
  const every = Math.round(1 / failing);
  const isFailing = (index: number) => index % every === 0;
  const failures = isHanging ? [...FAILURES, ...HANGING] : FAILURES;
  const polls = new Map<number, number>();
  const server = await startLocalServer((request, response): unknown => {
    const index = Number(/\d+/.exec(request.url ?? '')?.[0]);
    if (isFailing(index)) return failures[(index / every) % failures.length]?.(response, request.url ?? '');
    polls.set(index, (polls.get(index) ?? 0) + 1);
    // A third has validators, a third says the same without them every second time, a third has news each time.
    const version = index % 3 === 2 ? round : Math.floor(round / 2);
    const etag = `"${version}"`;
    if (index % 3 === 0 && request.headers['if-none-match'] === etag) return response.writeHead(304).end();
    return response.writeHead(200, index % 3 === 0 ? { etag } : {}).end(feedText(index, version));
  }, '0.0.0.0');
  const engine = await openTemporary(() => now);
  const client = createHttpClient({
    userAgent: 'Wirebrief-soak',
    timeoutMs,
    maxBytes: 1_000_000,
    allow: Array.from({ length: feeds }, (_, index) => `${address(index)}:${server.port}`),
    now: Date.now,
  });
  const queue = createHostQueue({ delayMs: 0, now: Date.now });
  const faults: unknown[] = [];
  const poller = createPoller({
    tools: {
      storage: engine.storage,
      now: () => now,
      pollMinutes: 15,
      fetchFeed: (url, validators) => queue.run(url, () => fetchFeed(client, url, validators, { maxBytes: 1_000_000 })),
    },
    atOnce: 16,
    onReport: () => {},
    onFault: (error) => void faults.push(error),
  });
  for (let index = 0; index < feeds; index++)
    await engine.storage.feeds.put({
      id: `f${index}`,
      url: `http://${address(index)}:${server.port}/${index}`,
      title: `Feed ${index}`,
      owner: null,
      everybody: true,
    });
  const heapMb: number[] = [];
  const began = performance.now();
  for (; round < rounds; round++) {
    poller.tick();
    await poller.idle();
    global.gc?.();
    heapMb.push(Math.round(process.memoryUsage().heapUsed / 1e5) / 10);
    now += 15 * MINUTE_MS;
  }
  const secondsPerRound = (performance.now() - began) / 1000 / rounds;
  const well = Array.from({ length: feeds }, (_, index) => index).filter((index) => !isFailing(index));
  const brought = well.reduce((sum, index) => sum + ITEMS + versions(index, rounds) - 1, 0);
  const counts = await engine.storage.articles.count();
  const known = new Set<string>();
  let twice = 0;
  for (
    let after = -1, page = await engine.storage.forgetting.articles(after, 500);
    page.length;
    page = await engine.storage.forgetting.articles(after, 500)
  ) {
    for (const { no, title } of page) {
      after = no;
      if (known.has(title)) twice++;
      known.add(title);
    }
  }
  const moods: Record<string, number> = {};
  for (const { failures, problem } of await engine.storage.feeds.list()) {
    const mood = failures > 0 ? (problem?.code ?? 'none') : 'well';
    moods[mood] = (moods[mood] ?? 0) + 1;
  }
  const rssMb = Math.round(process.memoryUsage().rss / 1e6);
  await poller.stop();
  await Promise.all([client.stop(), server.stop()]);
  await engine.end();
  return {
    brought,
    stored: counts,
    twice,
    fewestPolls: Math.min(...well.map((index) => polls.get(index) ?? 0)),
    rounds,
    heapMb,
    rssMb,
    faults,
    moods,
    secondsPerRound,
  };
}

/** Articles that a feed carries at once. */
const ITEMS = 3;
const versions = (index: number, rounds: number): number => (index % 3 === 2 ? rounds : Math.floor((rounds - 1) / 2) + 1);

/** Its articles move on by one with each version; guid, date and the address's parameters change as feeds change them. */
function feedText(index: number, version: number): string {
  const items = Array.from({ length: ITEMS }, (_, place) => {
    const number = version + ITEMS - 1 - place;
    const date = new Date(START - (100 - number) * MINUTE_MS).toUTCString();
    const text = `Place ${index} counted ${number * 7 + index} boats. “We saw ${number} of them,” Ada Pell of pier ${index}-${number} said. The rest went to harbour ${(index * 31 + number * 17) % 997}.`;
    return `<item><title>Pier ${index} report ${number}</title><link>https://pier${index}.example/${number}?utm_source=v${version}</link><guid isPermaLink="false">${version % 2}-${number}</guid><pubDate>${date}</pubDate><description>${text}</description></item>`;
  });
  return `<rss version="2.0"><channel><title>Feed ${index}</title>${items.join('')}</channel></rss>`;
}
