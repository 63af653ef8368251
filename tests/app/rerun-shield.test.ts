/** A feed that brings its old articles again, whatever it changed about them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FetchOutcome } from '#model/feed.ts';
import { openStorage } from '#storage/open.ts';
import type { Storage } from '#storage/storage.ts';
import { pollFeed } from '../../src/app/poll.ts';

const start = Date.parse('2026-11-02T08:00:00Z');
const DAY_MS = 86_400_000;
let folder: string;
let storage: Storage;
let now: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wirebrief-rerun-'));
  now = start;
  storage = await openStorage({ dataDir: folder, mode: 'own', now: () => now });
  await storage.feeds.put({ id: 'vale', url: 'https://vale.example/feed', title: 'The Vale', owner: null, everybody: true });
});
afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

const PLACES = ['Marrow', 'Tessel', 'Oriel', 'Vantry', 'Holm', 'Brack', 'Quill', 'Sedge'];
type Item = { readonly title: string; readonly link: string; readonly guid: string; readonly at: number; readonly text: string };
const itemOf = (place: string, index: number): Item => ({
  title: `The bridge of ${place} is shut`,
  link: `https://vale.example/${place.toLowerCase()}`,
  guid: `g${index}`,
  at: start - index * 3_600_000,
  text: `<p>The bridge of ${place} was shut on Monday after ${index + 3} planks broke, said clerk Ada ${place}son.</p><p>“We could hear it move,” Bo ${place}berg, who lives below it in ${place}, told reporters.</p><p>It will open again in ${index + 20} days, the council of ${place} says, and until then the ferry runs.</p>`,
});
const ITEMS = PLACES.map(itemOf);
const feed = (items: readonly Item[]): FetchOutcome => ({
  kind: 'fresh',
  bytes: Buffer.from(
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Vale</title><link>https://vale.example/</link>${items
      .map(
        ({ title, link, guid, at, text }) =>
          `<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">${guid}</guid><pubDate>${new Date(at).toUTCString()}</pubDate><content:encoded><![CDATA[${text}]]></content:encoded></item>`,
      )
      .join('')}</channel></rss>`,
  ),
  contentType: 'application/rss+xml',
  url: 'https://vale.example/feed',
  validators: {},
});
async function poll(items: readonly Item[]) {
  const stored = await storage.feeds.get('vale');
  if (!stored) throw new Error('the feed is gone');
  return pollFeed(stored, { storage, now: () => now, pollMinutes: 15, fetchFeed: async () => feed(items) });
}
const articles = () => storage.tenant('desk').library.articles({ limit: 50 });
const problem = async () => (await storage.feeds.get('vale'))?.problem?.code;

/** Everything at once, and long after any story's window. */
const rerun = (item: Item, index: number): Item => ({
  ...item,
  title: `UPDATED: ${item.title}`,
  link: `https://www.new-vale.example/news/${900 + index}`,
  guid: `urn:new:${index}`,
  at: now - index * 60_000,
});

describe('a feed that brings its old articles again', () => {
  test('under new hosts, numbers, dates and titles is taken for what it is, and a manager is told for a week', async () => {
    await poll(ITEMS);
    const before = new Map((await articles()).map(({ articleId, publishedAt, storyId }) => [articleId, [publishedAt, storyId]]));
    now += 20 * DAY_MS;
    const moved = ITEMS.map(rerun);
    expect(await poll(moved)).toMatchObject({ added: 0, updated: 8 });
    const after = await articles();
    expect(new Map(after.map(({ articleId, publishedAt, storyId }) => [articleId, [publishedAt, storyId]]))).toEqual(before);
    expect(after[0]?.title).toMatch(/^UPDATED/);
    expect(await problem()).toBe('rerun');
    expect((await storage.tenant('desk').audit.list(5)).map(({ what }) => what)).toEqual(['feed rerun']);
    now += 3_600_000;
    const more = itemOf('Arden', 9);
    expect(await poll([{ ...more, at: now }, ...moved])).toMatchObject({ added: 1, updated: 0, unchanged: 8 });
    expect(await problem()).toBe('rerun');
    now += 8 * DAY_MS;
    await poll([{ ...more, at: now }, ...moved.slice(0, 7)]);
    expect(await problem()).toBeUndefined();
  });

  test('one by one, with the same title, makes nothing new and no fuss', async () => {
    await poll(ITEMS);
    now += 20 * DAY_MS;
    const [first] = ITEMS;
    if (!first) throw new Error('no item');
    const again = { ...rerun(first, 0), title: first.title };
    expect(await poll([again, ...ITEMS.slice(1)])).toMatchObject({ added: 0, updated: 1 });
    expect(await problem()).toBeUndefined();
  });

  test('is not taken for one that gives the same words below many titles, as a paywall does', async () => {
    const walled = (place: string, index: number): Item => ({
      ...itemOf(place, index),
      text: '<p>This article is for subscribers only. Log in or take out a subscription to read it to its end, wherever you are, on any device and at any hour of the day or night. There is a trial of four weeks.</p>',
    });
    await poll(PLACES.map(walled));
    now += DAY_MS;
    const next = ['Arden', 'Lorne', 'Pell', 'Isken', 'Gorse', 'Fenn'].map((place, index) => walled(place, index + 20));
    expect(await poll(next)).toMatchObject({ added: 6, updated: 0 });
    expect(await problem()).toBeUndefined();
  });
});
