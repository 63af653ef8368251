import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FetchOutcome } from '#model/feed.ts';
import { openStorage } from '#storage/open.ts';
import type { Storage } from '#storage/storage.ts';
import { type PollTools, pollFeed } from '../../src/app/poll.ts';

const start = Date.parse('2023-10-17T08:00:00Z');
const MINUTE_MS = 60_000;
let folder: string;
let storage: Storage;
let now: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wirebrief-poll-'));
  now = start;
  storage = await openStorage({ dataDir: folder, mode: 'own', now: () => now });
  await storage.feeds.put({ id: 'vale', url: 'https://vale.example/feed', title: '', owner: null, everybody: true });
});
afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

const BODY = '<p>The bridge over the Orle was closed on Monday.</p><p>“We could hear it move,” Ada Pell, the mayor, said.</p>';
const item = (over: { link?: string; guid?: string; title?: string; body?: string; description?: string } = {}) =>
  `<item><title>${over.title ?? 'Bridge closed'}</title><link>${over.link ?? 'https://vale.example/bridge?utm_source=rss'}</link><guid isPermaLink="false">${over.guid ?? 'g1'}</guid><pubDate>Mon, 16 Oct 2023 10:00:00 GMT</pubDate><description>${over.description ?? 'A bridge was closed.'}</description>${over.body === '' ? '' : `<content:encoded><![CDATA[${over.body ?? BODY}]]></content:encoded>`}</item>`;
const feed = (...items: string[]): Extract<FetchOutcome, { kind: 'fresh' }> => ({
  kind: 'fresh',
  bytes: Buffer.from(
    `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Vale</title><link>https://vale.example/</link>${items.join('')}</channel></rss>`,
  ),
  contentType: 'application/rss+xml',
  url: 'https://vale.example/feed',
  validators: { etag: '"1"' },
});

async function poll(outcome: FetchOutcome, over: Partial<PollTools> = {}) {
  const stored = await storage.feeds.get('vale');
  if (!stored) throw new Error('the feed is gone');
  return pollFeed(stored, { storage, now: () => now, pollMinutes: 15, fetchFeed: async () => outcome, ...over });
}
const state = async () => storage.feeds.get('vale');
const articles = () => storage.tenant('desk').library.articles({ limit: 10 });

describe('polling a feed', () => {
  test('stores its articles once, whatever its guids, tracking parameters and dates do', async () => {
    expect(await poll(feed(item()))).toMatchObject({ outcome: 'fresh', added: 1, problems: [] });
    expect(await state()).toMatchObject({
      title: 'The Vale',
      validators: { etag: '"1"' },
      failures: 0,
      nextPollAt: start + 15 * MINUTE_MS,
    });
    expect(await poll(feed(item()))).toMatchObject({ outcome: 'unchanged', added: 0 });
    expect(await poll(feed(item(), '<!-- built again -->'))).toMatchObject({ added: 0, unchanged: 1 });
    expect(await poll(feed(item({ guid: 'other', link: 'https://vale.example/bridge?utm_medium=x' })))).toMatchObject({ added: 0 });
    expect(await poll(feed(item({ title: 'Bridge closed for repairs' })))).toMatchObject({ added: 0, updated: 1 });
    expect((await articles()).map(({ title }) => title)).toEqual(['Bridge closed for repairs']);
  });

  test('finds the quote with its speaker in what it stored', async () => {
    await poll(feed(item()));
    const { quotes } = await storage.tenant('desk').library.quotes({ limit: 5 });
    expect(quotes.map(({ text, quote }) => [text, quote.speakers[0]?.name])).toEqual([['We could hear it move,', 'Ada Pell']]);
  });

  test('is asked where it has moved to, once that has been so for a day', async () => {
    const asked: string[] = [];
    const redirected: Partial<PollTools> = {
      fetchFeed: async (url) => {
        asked.push(url);
        return { ...feed(item()), ...(url.includes('vale') && { movedTo: 'https://new.example/feed' }) };
      },
    };
    for (let hour = 0; hour < 30; hour += 6) {
      now = start + hour * 60 * MINUTE_MS;
      await poll(feed(), redirected);
    }
    expect(asked).toEqual([...Array(4).fill('https://vale.example/feed'), 'https://new.example/feed']);
    expect(await state()).toMatchObject({ url: 'https://vale.example/feed', problem: { code: 'moved' } });
  });

  test('a dead feed is a value: it is asked less and less often, once a day at the least, and never forgotten', async () => {
    const dead: FetchOutcome = { kind: 'failed', problem: { code: 'dns', message: 'The host is not known.' } };
    const waits: number[] = [];
    for (let failures = 1; failures <= 9; failures++) {
      expect((await poll(dead)).problems).toEqual([{ code: 'dns', message: 'The host is not known.' }]);
      const { nextPollAt } = (await state()) ?? {};
      waits.push(((nextPollAt ?? 0) - now) / MINUTE_MS);
      now = nextPollAt ?? now;
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1440, 1440, 1440]);
    await poll(feed(item()));
    expect(await state()).toMatchObject({ failures: 0, problem: null });
  });

  test('Retry-After is honoured to the instant', async () => {
    await poll({ kind: 'later', retryAt: start + 7 * MINUTE_MS, problem: { code: 'rate-limited', message: 'Too many requests.' } });
    expect((await state())?.nextPollAt).toBe(start + 7 * MINUTE_MS);
  });

  test('an unchanged feed keeps its validators', async () => {
    await poll(feed(item()));
    await poll({ kind: 'unchanged' });
    expect(await state()).toMatchObject({ validators: { etag: '"1"' }, failures: 0 });
  });

  test('what is no feed is said so, and costs nothing', async () => {
    const report = await poll({ ...feed(), bytes: Buffer.from('<!doctype html><html><body>Hello</body></html>') } as FetchOutcome);
    expect(report.problems[0]?.code).toMatch(/html|not-a-feed/);
    expect((await state())?.failures).toBe(1);
  });

  test('a teaser gets its page, once; a page that fails leaves the teaser', async () => {
    const asked: string[] = [];
    const text = `The bridge over the Orle was closed on Monday. ${'Traffic goes by the mill road until spring. '.repeat(12)}`.trim();
    const readPage: PollTools['readPage'] = async (url) => {
      asked.push(url);
      return url.includes('gone')
        ? { kind: 'failed', problem: { code: 'gone', message: 'Gone.' } }
        : { kind: 'page', url, title: 'Bridge closed', text };
    };
    const teasers = feed(
      item({ body: '' }),
      item({ body: '', guid: 'g2', title: 'Mill sold', link: 'https://vale.example/gone', description: 'The mill was sold on Friday.' }),
    );
    expect(await poll(teasers, { readPage })).toMatchObject({ added: 2 });
    await poll(teasers, { readPage });
    expect(asked.length).toBe(2);
    const stories = await storage.tenant('desk').library.stories(
      (await articles()).map(({ storyId }) => storyId),
      10,
    );
    const texts = stories.flatMap((story) => story.articles.map(({ article }) => article.text)).sort();
    expect(texts).toEqual([text, 'The mill was sold on Friday.'].sort());
  });

  test('a feed whose pages are not wanted gives its teasers; what came from a page before stays', async () => {
    const asked: string[] = [];
    const long = `The bridge was closed on Monday. ${'Traffic goes by the mill road until spring. '.repeat(12)}`.trim();
    const readPage: PollTools['readPage'] = async (url) => {
      asked.push(url);
      return { kind: 'page', url, title: 'Bridge closed', text: long };
    };
    await poll(feed(item({ body: '' })), { readPage });
    await storage.feeds.put({ id: 'vale', url: 'https://vale.example/feed', title: '', owner: null, everybody: true, page: 'never' });
    const next = item({ body: '', guid: 'g2', title: 'Mill sold', link: 'https://vale.example/mill', description: 'The mill was sold.' });
    await poll(feed(item({ body: '' }), next), { readPage });
    expect(asked.length).toBe(1);
    const texts = (await storage.articles.page(-1, 9)).map(({ article }) => article.text);
    expect(texts.sort()).toEqual([long, 'The mill was sold.'].sort());
  });

  test('a page that is out of reach for a moment is waited for, two hours at most', async () => {
    const later = { kind: 'later', retryAt: start, problem: { code: 'rate-limited', message: 'Too many.' } } as const;
    const text = 'The whole of it, at last, with all its words. '.repeat(12).trim();
    let page: Awaited<ReturnType<NonNullable<PollTools['readPage']>>> = later;
    const readPage: PollTools['readPage'] = async () => page;
    const stored = async () => (await storage.articles.get((await articles())[0]?.articleId ?? ''))?.article.text;
    now = Date.parse('2023-10-16T10:20:00Z');
    expect(await poll(feed(item({ body: '' })), { readPage })).toMatchObject({ added: 0 });
    expect(await state()).toMatchObject({ validators: {}, failures: 0 });
    page = { kind: 'page', url: 'https://vale.example/bridge', title: 'T', text };
    expect(await poll(feed(item({ body: '' })), { readPage })).toMatchObject({ added: 1 });
    expect(await stored()).toBe(text);
    page = later;
    now = start;
    const other = feed(item({ body: '', link: 'https://vale.example/two', guid: 'g2', description: 'A teaser.' }));
    expect(await poll(other, { readPage })).toMatchObject({ added: 1 });
  });

  test('an article without a link is cited by the website, and two of them stay two', async () => {
    const bare = (title: string, guid: string) => item({ title, guid }).replace(/<link>.*?<\/link>/, '');
    await poll(feed(bare('One', 'a'), bare('Two', 'b')));
    expect((await articles()).map(({ title }) => title).sort()).toEqual(['One', 'Two']);
  });
});
