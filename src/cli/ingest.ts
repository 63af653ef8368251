/** Addresses and files of feeds → their articles in the store, by the running bot where there is one. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type PollReport, type PollTools, pollFeed } from '#app/poll.ts';
import { safeAddress, titleOf } from '#app/visible-feeds.ts';
import { Failure } from '#model/failure.ts';
import type { Feed } from '#model/feed.ts';
import { readConfig } from '../config.ts';
import { type House, openHouse } from './house.ts';
import { type IngestAnswer, ingestByRunningBot } from './local-api.ts';
import { feedOf } from './pipeline.ts';

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

/** What both the command line and the running bot do: enrol for everybody, poll now, say what came of it. */
export async function ingestFeeds({ storage }: House, tools: PollTools, feeds: readonly string[]): Promise<IngestAnswer> {
  const lines: string[] = [];
  let failed = 0;
  for (const url of feeds) {
    const feed = feedOf({ url, page: 'auto' });
    const known = await storage.feeds.get(feed.id);
    if (!known) await storage.feeds.put(feed);
    const enrolled = await storage.feeds.get(feed.id);
    if (!enrolled) continue;
    const report = await pollFeed(enrolled, tools);
    const isLost =
      report.outcome === 'failed' ||
      report.outcome === 'later' ||
      (report.outcome === 'fresh' && !report.added && !report.updated && !report.unchanged && report.problems.length > 0);
    if (isLost) failed++;
    // A first try that brought nothing leaves nothing behind.
    if (isLost && !known) await storage.feeds.remove(feed.id);
    lines.push(...describe(url, report));
  }
  return { lines, failed };
}

function showProgress(feed: Feed, done: number, total: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${titleOf(feed)}: ${done} of ${total}`);
}

function describe(url: string, { feed, outcome, added, updated, unchanged, problems }: PollReport): string[] {
  const name = feed.title || safeAddress(url);
  const remarks = problems.slice(0, 5).map(({ message, hint }) => `  ${message}${hint ? ` ${hint}` : ''}`);
  if (outcome === 'failed' || outcome === 'later') return [`${name}: nothing could be read.`, ...remarks];
  if (outcome === 'unchanged') return [`${name}: nothing has changed since the last time.`];
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
