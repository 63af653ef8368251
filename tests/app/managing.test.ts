import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '#commands/index.ts';
import type { Config } from '#model/config.ts';
import type { MessageDocument } from '#model/document.ts';
import type { FetchOutcome } from '#model/feed.ts';
import { contextFor } from '../../src/app/context.ts';
import { createDispatcher } from '../../src/app/dispatch.ts';
import { feedId } from '../../src/app/feed-id.ts';
import { pollFeed } from '../../src/app/poll.ts';
import { readConfig } from '../../src/config.ts';
import { openTemporary } from '../storage/engine.ts';

const now = Date.parse('2026-11-23T08:00:00Z');
const TEAM = 'slack:T1';
const FEED = 'https://harbour.example/feed.xml';

const rss = (
  title: string,
  items: readonly (readonly [title: string, text: string])[],
) => `<?xml version="1.0"?><rss version="2.0"><channel>
<title>${title}</title><link>https://harbour.example/</link>${items
  .map(
    ([heading, text], index) =>
      `<item><title>${heading}</title><link>https://harbour.example/${index}</link><pubDate>Mon, 23 Nov 2026 0${index}:00:00 GMT</pubDate><description>${text}</description></item>`,
  )
  .join('')}</channel></rss>`;
const HARBOUR = rss('The Harbour Post', [
  ['Ferry line reopens', '“The pier is ready,” Ada Pell said. The ferry carried 240 people on its first day.'],
  ['Football club moves', '“We need the space,” Tom Reed said. The football club moves to the old yard.'],
]);

let engine: Awaited<ReturnType<typeof openTemporary>>;
let web: Map<string, string | FetchOutcome>;
let config: Config;
let reading: Promise<unknown>[];
let asked: string[];
let patience: () => Promise<void>;

beforeEach(async () => {
  engine = await openTemporary(() => now);
  web = new Map([[FEED, HARBOUR]]);
  asked = [];
  reading = [];
  patience = () => new Promise(() => {});
  config = {
    ...readConfig({}),
    zone: 'UTC',
    topics: [{ slug: 'grid', title: 'The grid', all: ['grid'], any: [], none: [], feeds: [], origin: 'config' }],
  };
});
afterEach(() => engine.end());

const fetchFeed = async (url: string): Promise<FetchOutcome> => {
  asked.push(url);
  const found = web.get(url);
  if (typeof found === 'object') return found;
  if (found === undefined)
    return { kind: 'failed', problem: { code: 'not-found', message: `${url} is not there (HTTP 404).`, hint: 'Check the address.' } };
  return { kind: 'fresh', bytes: Buffer.from(found), contentType: undefined, url, validators: {} };
};

type Who = { readonly tenant?: string; readonly channel?: string; readonly isManager?: boolean };

async function answer(text: string, { tenant = TEAM, channel = 'C1', isManager = true }: Who = {}): Promise<MessageDocument> {
  const tools = { storage: engine.storage, now: () => now, pollMinutes: 15, fetchFeed };
  const firstReading = { tools, patience, finish: (work: Promise<unknown>) => void reading.push(work) };
  const handlers = createDispatcher({
    commands,
    now: () => now,
    contextFor: (ask) =>
      contextFor(ask, { storage: engine.storage, config, commands, now: () => now, firstReading, connections: () => [] }),
    onFault: (error) => {
      throw error;
    },
  });
  const ask = { eventId: '1', tenant, channel, user: 'U1', isManager, body: { kind: 'text', text } as const };
  return (await handlers.answer(ask)).document;
}
const say = async (text: string, who?: Who): Promise<string> => JSON.stringify(await answer(text, who));
const audited = async (tenant = TEAM) =>
  (await engine.storage.tenant(tenant).audit.list(20)).map(({ who, what, detail }) => `${who} ${what} ${detail}`);
const feeds = async () => (await engine.storage.feeds.list()).map(({ url, owner, everybody }) => ({ url, owner, everybody }));

describe('feeds add', () => {
  test('reads the feed at once, for the tenant that added it and nobody else', async () => {
    expect(await say(`feeds add ${FEED}`)).toContain('The Harbour Post was added, with 2 articles.');
    expect(await feeds()).toEqual([{ url: FEED, owner: null, everybody: false }]);
    expect(await say('quotes pell')).toContain('The pier is ready');
    expect(await say('quotes pell', { tenant: 'slack:T2' })).not.toContain('The pier is ready');
    expect(await say('feeds list', { tenant: 'slack:T2' })).toContain('No feed is read here yet');
    expect(await audited()).toEqual([`U1 feeds add ${FEED}`]);
    expect(asked).toEqual([FEED]);
    expect(await say(`feeds add ${FEED}`)).toContain('is read here already');
  });

  test('takes whether its articles’ pages are fetched, where it is new; what others read stays as it was', async () => {
    const page = async () => (await engine.storage.feeds.get(feedId(null, FEED)))?.page;
    expect(await say(`feeds add ${FEED} page:never`)).toContain('was added');
    expect(await page()).toBe('never');
    expect(await say('feeds check harbour')).toContain('Its articles’ pages are not fetched.');
    expect(await say(`feeds add ${FEED} page:auto`)).toMatch(/already.*The desk changes it/);
    expect(await say(`feeds add ${FEED} page:auto`, { tenant: 'slack:T2' })).toMatch(/was added.*stays as it was/);
    expect(await page()).toBe('never');
    expect(await say('feeds add https://other.example/feed page:sometimes')).toContain('page:auto or never');
  });

  test('a first try that fails says why and leaves nothing', async () => {
    expect(await say('feeds add https://nowhere.example/feed')).toMatch(/HTTP 404.*Check the address.*Nothing was added/);
    web.set('https://page.example/', '<!doctype html><html><head><title>Page</title></head><body>Words</body></html>');
    expect(await say('feeds add page.example')).toMatch(/web page.*names no feed/);
    expect([await feeds(), await audited(), await engine.storage.tenant(TEAM).subscriptions.list()]).toEqual([[], [], []]);
  });

  test('a page leads to the feed that it names', async () => {
    web.set(
      'https://harbour.example/',
      '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body>Words</body></html>',
    );
    expect(await say('feeds add harbour.example')).toContain('The Harbour Post was added');
    expect((await feeds()).map(({ url }) => url)).toEqual([FEED]);
  });

  test('never a file, and nothing but the web', async () => {
    for (const address of ['file:///etc/passwd', 'ftp://x.example/', 'javascript:alert(1)', 'nonsense'])
      expect(await say(`feeds add "${address}"`)).toContain('Nothing was added');
    expect(asked).toEqual([]);
  });

  test('an address with a login in it belongs to its tenant, and its login is never shown', async () => {
    const secret = 'https://ada:hush-hush@harbour.example/feed.xml';
    web.set(secret, HARBOUR);
    web.set('https://harbour.example/feed?token=hush-too', HARBOUR);
    const said = [
      await say(`feeds add ${secret}`),
      await say('feeds add https://harbour.example/feed?token=hush-too'),
      await say('feeds list'),
      await say('feeds check harbour.example'),
      await say('feeds export'),
      ...(await audited()),
    ].join('\n');
    expect((await feeds()).map(({ owner }) => owner)).toEqual([TEAM, TEAM]);
    expect(said).not.toContain('hush');
    expect(said).toContain('The Harbour Post was added');
  });

  test('what takes long goes on behind the answer', async () => {
    patience = async () => {};
    expect(await say(`feeds add ${FEED}`)).toContain('was added and is being read');
    await Promise.all(reading);
    expect(await say('quotes pell')).toContain('The pier is ready');
  });

  test('is for managers', async () => {
    expect(await say(`feeds add ${FEED}`, { isManager: false })).toContain('Only a manager');
    expect(asked).toEqual([]);
  });
});

describe('feeds remove, check, import, export', () => {
  test('a removed feed is no longer read; another tenant keeps it', async () => {
    await say(`feeds add ${FEED}`);
    await say(`feeds add ${FEED}`, { tenant: 'slack:T2' });
    expect(await say('feeds remove harbour post')).toContain('no longer read here');
    expect(await say('quotes pell')).not.toContain('The pier is ready');
    expect(await say('quotes pell', { tenant: 'slack:T2' })).toContain('The pier is ready');
    await say('feeds remove "The Harbour Post"', { tenant: 'slack:T2' });
    expect(await feeds()).toEqual([]);
    expect(await say('feeds remove "The Harbour Post"')).toContain('No feed here is called');
  });

  test('what the configuration defines, and what is everybody’s, stays', async () => {
    config = { ...config, feeds: [{ url: FEED, page: 'auto' }] };
    await engine.storage.feeds.put({ id: feedId(null, FEED), url: FEED, title: 'The Harbour Post', owner: null, everybody: true });
    await engine.storage.feeds.put({ id: 'b', url: 'https://bridge.example/', title: 'Bridge', owner: null, everybody: true });
    expect(await say('feeds remove harbour post')).toContain('configuration file');
    expect(await say('feeds remove bridge')).toContain('everybody’s');
    expect((await feeds()).length).toBe(2);
    expect(await say('feeds remove bridge', { tenant: 'desk' })).toContain('no longer read');
    expect((await feeds()).length).toBe(1);
  });

  test('check names the wall and the way round it', async () => {
    await say(`feeds add ${FEED}`);
    web.set(FEED, {
      kind: 'failed',
      problem: { code: 'forbidden', message: 'Cloudflare keeps programs away from it (HTTP 403).', hint: 'Ask the publisher.' },
    });
    const feed = await engine.storage.feeds.get(feedId(null, FEED));
    if (feed) await pollFeed(feed, { storage: engine.storage, now: () => now, pollMinutes: 15, fetchFeed });
    for (const ask of ['feeds check', 'feeds check harbour']) {
      const said = await say(ask);
      expect(said).toContain('Cloudflare keeps programs away');
      expect(said).toMatch(/The way round: .*Ask the publisher/);
    }
    expect(await say('feeds check harbour')).toContain('Its latest article is of');
    expect(await say('status')).toContain('Trouble: 1 of 1 feeds silent');
    expect(await say('feeds check harbor')).toContain('The Harbour Post');
  });

  test('a moved feed says where it is now', async () => {
    await say(`feeds add ${FEED}`);
    web.set(FEED, {
      kind: 'fresh',
      bytes: Buffer.from(HARBOUR),
      contentType: undefined,
      url: 'https://new.example/feed',
      validators: {},
      movedTo: 'https://new.example/feed',
    });
    const feed = await engine.storage.feeds.get(feedId(null, FEED));
    if (feed) await pollFeed(feed, { storage: engine.storage, now: () => now, pollMinutes: 15, fetchFeed });
    expect(await say('feeds check harbour')).toMatch(/moved.*new\.example/);
  });

  test('a list of feeds comes in with its folders as topics, and goes out again', async () => {
    const opml = `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body><outline text="Sea and shore">
      <outline type="rss" text="Impostor" xmlUrl="${FEED}"/></outline>
      <outline type="rss" text="A file" xmlUrl="file:///etc/passwd"/></body></opml>`;
    web.set('https://reader.example/mine.opml', opml);
    expect(await say('feeds import https://reader.example/mine.opml')).toMatch(/1 of 1 feeds were added.*sea-and-shore/);
    expect((await engine.storage.feeds.due(now, 9)).map(({ url }) => url)).toEqual([FEED]);
    const { attachment } = await answer('feeds export');
    expect(attachment).toMatchObject({ name: 'wirebrief.opml', text: expect.stringContaining(`xmlUrl="${FEED}"`) });
    expect(attachment?.text).toContain('Sea and shore');
    expect(await say('brief')).toContain('The one feed here has brought no news of late.');
    const asData = `data:text/x-opml;base64,${Buffer.from(opml).toString('base64')}`;
    expect(await say(`feeds import file:"${asData}"`, { tenant: 'slack:T2' })).toContain('1 of 1 feeds were added');
    expect(await say('feeds import file:///etc/passwd')).toContain('Nothing was added');
    for (const feed of await engine.storage.feeds.due(now, 9))
      await pollFeed(feed, { storage: engine.storage, now: () => now, pollMinutes: 15, fetchFeed });
    asked = asked.filter((url) => url !== FEED);
    // Its name is the feed's own, not the one that somebody's list gives it: others may read the same feed.
    expect(await say('feeds list')).not.toContain('Impostor');
    expect(await say('topics list')).toContain('from The Harbour Post');
    expect(await say('brief sea-and-shore')).toContain('Ferry line reopens');
    expect(asked).toEqual(['https://reader.example/mine.opml']);
  });
});

describe('topics', () => {
  beforeEach(async () => {
    await say(`feeds add ${FEED}`);
  });

  test('are added, changed, asked for, listed and removed; every change is in the audit', async () => {
    expect(await say('topics add sea any:"ferry, boat trip" none:football')).toMatch(
      /“sea” was added.*ferry or boat trip; not football.*1 article/,
    );
    expect(await say('brief sea')).toContain('Ferry line reopens');
    expect(await say('topics add sea words:pier')).toContain('was changed');
    expect(await say('topics list')).toMatch(/sea.*pier.*grid/);
    expect(await say('topics list', { tenant: 'slack:T2' })).not.toContain('pier');
    expect(await say('topics add sea feeds:"The Harbor"')).toContain('No feed here is called “The Harbor”');
    expect(await say('topics add from-the-post feeds:"the harbour post"')).toContain('2 articles');
    expect(await say('topics remove sea')).toContain('is gone');
    expect(await say('topics remove sea')).toContain('No topic here is called');
    expect(await say('topics add x', { isManager: false })).toContain('Only a manager');
    expect((await audited()).map((line) => line.split(' ').slice(1, 4).join(' '))).toEqual([
      'topics remove sea',
      'topics add from-the-post:',
      'topics add sea:',
      'topics add sea:',
      `feeds add ${FEED}`,
    ]);
  });

  test('are of speakers too', async () => {
    expect(await say('topics add their-words speakers:"Ada Lind, Zeppelin" none:football')).toMatch(
      /not football; where Ada Lind or Zeppelin speaks/,
    );
  });

  test('of the configuration file are read-only', async () => {
    expect(await say('topics add grid any:power')).toContain('configuration file');
    expect(await say('topics remove grid')).toContain('configuration file');
    expect(await engine.storage.tenant(TEAM).topics.list()).toEqual([]);
  });

  test('a muted word leaves its articles out of this channel, and only of this one', async () => {
    expect(await say('brief detail:full')).toContain('Football club moves');
    expect(await say('topics mute football')).toContain('Articles that hold “football” are left out');
    const here = await say('brief detail:full');
    expect(here).toContain('Ferry line reopens');
    expect(here).not.toMatch(/football/i);
    expect(await say('brief detail:full', { channel: 'C2' })).toContain('Football club moves');
    expect(await say('brief football')).toContain('this channel has muted');
    expect(await say('topics list')).toContain('Muted in this channel');
    expect(await say('topics mute football undo:yes')).toContain('is back');
    expect(await say('brief detail:full')).toContain('Football club moves');
  });

  test('a muted speaker is not quoted; a muted outlet is not read', async () => {
    expect(await say('topics mute pell')).toContain('Quotes of Ada Pell are left out');
    const quoted = (await answer('brief detail:full')).blocks.flatMap((block) => (block.kind === 'quote' ? block.speakers : []));
    expect(quoted).toEqual(['Tom Reed']);
    expect(await say('topics mute Pell undo:yes')).toContain('“Ada Pell” is back');
    await say('topics mute pell');
    expect(await say('topics mute the harbour post')).toContain('Articles of The Harbour Post are left out');
    expect(await say('brief')).toContain('this channel has muted');
    expect(await say('topics mute pell as:word')).toContain('Articles that hold “pell”');
  });
});

describe('an invitation', () => {
  test('is answered with what the bot is, a story, and the daily briefing where it can be had', async () => {
    await say(`feeds add ${FEED}`);
    const tools = { storage: engine.storage, now: () => now, pollMinutes: 15, fetchFeed };
    const firstReading = { tools, patience, finish: () => {} };
    const handlers = createDispatcher({
      commands,
      now: () => now,
      contextFor: (ask) => contextFor(ask, { storage: engine.storage, config, commands, now: () => now, firstReading, connections: null }),
      onFault: () => {},
    });
    const ask = {
      eventId: '1',
      tenant: TEAM,
      channel: 'C1',
      isManager: true,
      zone: 'Europe/Paris',
      body: { kind: 'text', text: 'help' } as const,
    };
    const said = JSON.stringify(await handlers.joined?.(ask));
    expect(said).toMatch(/I am Wirebrief.*(?:Ferry|Football)/);
    if (commands.some(({ name }) => name === 'schedule')) expect(said).toContain('schedule add days:daily at:08:00 zone:Europe/Paris');
    else expect(said).not.toContain('schedule add');
  });
});
