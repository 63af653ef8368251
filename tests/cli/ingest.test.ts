/** What somebody gives to `ingest` → its articles, or why there are none and nothing left behind. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ingestFeeds } from '../../src/cli/ingest.ts';
import type { FetchOutcome } from '../../src/model/feed.ts';
import { openTemporary } from '../storage/engine.ts';

const SITE: Readonly<Record<string, string>> = {
  'https://vale.example/': '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>The Vale</body></html>',
  'https://vale.example/feed':
    '<rss version="2.0"><channel><title>The Vale</title><item><title>Bridge closed</title><link>https://vale.example/bridge</link></item></channel></rss>',
  'https://bare.example/': '<html><head><title>Bare</title></head><body>Nothing</body></html>',
  'https://broken.example/': '<html><head><link rel="alternate" type="application/rss+xml" href="/gone"></head><body>Broken</body></html>',
};
const fetchFeed = async (url: string): Promise<FetchOutcome> => {
  const text = SITE[url];
  if (text === undefined) return { kind: 'failed', problem: { code: 'not-found', message: 'Not there.' } };
  const contentType = text.startsWith('<rss') ? 'application/rss+xml' : 'text/html';
  return { kind: 'fresh', bytes: Buffer.from(text), contentType, url, validators: {} };
};

let engine: Awaited<ReturnType<typeof openTemporary>>;
const now = () => Date.parse('2026-11-23T08:00:00Z');
beforeEach(async () => {
  engine = await openTemporary(now);
});
afterEach(() => engine.end());

async function give(...urls: string[]) {
  const { storage } = engine;
  const { lines, failed } = await ingestFeeds({ storage }, { storage, now, pollMinutes: 15, fetchFeed }, urls);
  return { said: lines.join('\n'), failed, kept: (await storage.feeds.list()).map(({ url }) => url) };
}

test('a web page is answered with the feed that it names, and that one is kept', async () => {
  const { said, failed, kept } = await give('https://vale.example/');
  expect(said).toMatch(/^https:\/\/vale\.example\/ is a web page; its feed is https:\/\/vale\.example\/feed\.\nThe Vale: 1 new/);
  expect([failed, kept]).toEqual([0, ['https://vale.example/feed']]);
  expect(await give('https://vale.example/')).toMatchObject({ failed: 0, kept, said: expect.stringContaining('nothing has changed') });
});

test('a page without a feed, or with one that cannot be read, says so and leaves nothing', async () => {
  const { said, failed, kept } = await give('https://bare.example/', 'https://broken.example/');
  expect(said).toContain('https://bare.example/: no articles.');
  expect(said).toContain('The page names no feed.');
  expect(said).toContain('The page names https://broken.example/gone, but that could not be read either.');
  expect([failed, kept]).toEqual([2, []]);
});
