/** Addresses and files of feeds → their articles in the store, by the running bot where there is one. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type PollReport, type PollTools, pollFeed } from '#app/poll.ts';
import { probeFeed } from '#app/probe-feed.ts';
import { safeAddress, titleOf } from '#app/visible-feeds.ts';
import { Failure } from '#model/failure.ts';
import type { Feed } from '#model/feed.ts';
import { readConfig } from '../config.ts';
import { type House, openHouse } from './house.ts';
import { feedOf } from './pipeline.ts';
import { type IngestAnswer, ingestByRunningBot } from './running-bot.ts';

/** Exit code 0 when every feed could be read, else 1. */
export async function ingest(named: readonly string[]): Promise<number> {
  const config = readConfig();
  const feeds = named.map(toAddress);
  const answer = await ingestAlone().catch((error: unknown) => {
    if (error instanceof Failure && error.code === 'already-running') return ingestByRunningBot(config.dataDir, feeds);
    throw error;
  });
  process.stdout.write(`${answer.lines.join('\n')}\n`);
  return answer.failed > 0 ? 1 : 0;

  async function ingestAlone(): Promise<IngestAnswer> {
    const house = await openHouse(config, { mode: 'own' });
    try {
      return await ingestFeeds(house, { ...house.pipeline.tools, onArticle: showProgress }, feeds);
    } finally {
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
      await house.close();
    }
  }
}

type Store = Pick<House['storage'], 'feeds'>;

/** What both the command line and the running bot do: enrol for everybody, poll now, say what came of it. A page leads to the feed that it names. */
export async function ingestFeeds(
  { storage }: { readonly storage: Store },
  tools: PollTools,
  feeds: readonly string[],
): Promise<IngestAnswer> {
  const lines: string[] = [];
  let failed = 0;
  for (const url of feeds) {
    const first = await tryFeed(url, storage, tools);
    const named = isPage(first) ? await probeFeed(url, tools) : undefined;
    const found = named?.kind === 'feed' ? await tryFeed(named.url, storage, tools) : undefined;
    const why = named?.kind === 'refused' ? [named.problem] : first.problems;
    if (isLost(found ?? first)) failed++;
    if (found) lines.push(`${safeAddress(url)} is a web page; its feed is ${safeAddress(found.feed.url)}.`);
    lines.push(...(found ? describe(found.feed.url, found) : describe(url, { ...first, problems: why })));
  }
  return { lines, failed };
}

const isPage = ({ problems }: PollReport) => problems.some(({ code }) => code === 'html-page');

/** A first try that brings nothing leaves nothing behind. */
async function tryFeed(url: string, storage: Store, tools: PollTools): Promise<PollReport> {
  const feed = feedOf({ url, page: 'auto' });
  const known = await storage.feeds.get(feed.id);
  if (!known) await storage.feeds.put(feed);
  const enrolled = known ?? (await storage.feeds.get(feed.id));
  if (!enrolled) throw new Error('a feed that was stored a moment ago is gone');
  const report = await pollFeed(enrolled, tools);
  if (isLost(report) && !known) await storage.feeds.remove(feed.id);
  return report;
}

const isLost = ({ outcome, added, updated, unchanged, problems }: PollReport): boolean =>
  outcome === 'failed' || outcome === 'later' || (outcome === 'fresh' && !added && !updated && !unchanged && problems.length > 0);

function showProgress(feed: Feed, done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${titleOf(feed)}: ${done} of ${total}`);
}

function describe(url: string, report: PollReport): string[] {
  const { feed, outcome, added, updated, unchanged, problems } = report;
  const name = feed.title || safeAddress(url);
  const remarks = problems.slice(0, 5).map(({ message, hint }) => `  ${message}${hint ? ` ${hint}` : ''}`);
  if (outcome === 'failed' || outcome === 'later') return [`${name}: nothing could be read.`, ...remarks];
  if (outcome === 'unchanged') return [`${name}: nothing has changed since the last time.`];
  if (isLost(report)) return [`${name}: no articles.`, ...remarks];
  return [`${name}: ${added} new, ${updated} updated, ${unchanged} known.`, ...remarks];
}

/** A path of an existing file becomes a file: address; what looks like a host gets https. @throws Failure 'not-a-feed-address'. */
function toAddress(named: string): string {
  if (/^(https?|file):/i.test(named)) return named;
  if (existsSync(named)) return pathToFileURL(resolve(named)).href;
  if (/^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(named)) return `https://${named}`;
  throw new Failure({
    code: 'not-a-feed-address',
    message: `“${named}” is neither an address nor a file that is there.`,
    hint: 'Write https://… or the path of a feed file.',
  });
}
