/** What every storage engine must do. `open` gives an empty Storage; `reopen` closes it and opens the same data again. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Feed } from '#model/feed.ts';
import { DESK, SAMPLE, type Topic } from '#model/subscription.ts';
import type { FeedState } from '#storage/contract/feeds.ts';
import type { Storage } from '#storage/storage.ts';
import { anyText } from '../any-text.ts';
import { HOUR_MS, ingested, manyIngested, NOON } from './ingested.ts';

export type EngineUnderTest = {
  readonly storage: Storage;
  readonly reopen: () => Promise<Storage>;
  readonly end: () => Promise<void>;
};

const feed = (id: string, more: Partial<Feed> = {}): Feed => ({
  id,
  url: `https://${id}.example/feed.xml`,
  title: `The ${id}`,
  owner: null,
  everybody: true,
  ...more,
});

const topic = (slug: string): Topic => ({ slug, title: slug, all: ['harbour'], any: [], none: [], feeds: [], origin: 'store' });

const polled: FeedState = {
  validators: { etag: '"1"' },
  polledAt: NOON,
  nextPollAt: NOON + HOUR_MS,
  failures: 2,
  problem: { code: 'not-a-feed', message: 'It is a page.', hint: 'Look for its feed.' },
};

export function describeStorage(engine: string, open: () => Promise<EngineUnderTest>): void {
  let tested: EngineUnderTest;
  let storage: Storage;

  beforeEach(async () => {
    tested = await open();
    storage = tested.storage;
    await storage.feeds.put(feed('harbour'));
  });
  afterEach(() => tested.end());

  const library = (tenant = DESK) => storage.tenant(tenant).library;
  const idsOf = async (query: object, tenant = DESK) =>
    (await library(tenant).articles({ limit: 100, ...query })).map(({ articleId }) => articleId);

  describe(`${engine}: feeds`, () => {
    test('a feed is put, polled, changed and removed; a change keeps how its polls went', async () => {
      await storage.feeds.recordPoll('harbour', polled);
      await storage.feeds.put(feed('harbour', { title: 'The Harbour Post', everybody: false }));
      expect(await storage.feeds.get('harbour')).toEqual({
        page: 'auto',
        ...feed('harbour', { title: 'The Harbour Post', everybody: false }),
        ...polled,
        pace: {},
      });
      const pace = { usualMinutes: 90, newestAt: NOON, rhythm: { everyMinutes: 60, skipHours: [3], skipDays: [] }, digest: 'd' };
      await storage.feeds.recordPoll('harbour', { ...polled, pace });
      await storage.feeds.recordPoll('harbour', polled);
      expect((await storage.feeds.get('harbour'))?.pace).toEqual(pace);
      await storage.feeds.remove('harbour');
      expect(await storage.feeds.get('harbour')).toBeUndefined();
      expect(await storage.feeds.list()).toEqual([]);
    });

    test('a feed that nobody reads any longer goes; one that somebody reads stays', async () => {
      await storage.feeds.put(feed('ours', { everybody: false }));
      await storage.tenant('one').subscriptions.add('ours', NOON);
      await storage.tenant('two').subscriptions.add('ours', NOON);
      await storage.tenant('one').subscriptions.remove('ours');
      expect([await storage.feeds.removeUnread('ours'), await storage.feeds.removeUnread('harbour')]).toEqual([false, false]);
      await storage.tenant('two').subscriptions.remove('ours');
      expect([await storage.feeds.removeUnread('ours'), await storage.feeds.removeUnread('ours')]).toEqual([true, false]);
      expect((await storage.feeds.list()).map(({ id }) => id)).toEqual(['harbour']);
    });

    test('a paused feed is not due until it is resumed, and says since when', async () => {
      await storage.feeds.pause('harbour', NOON);
      expect([await storage.feeds.due(NOON, 9), (await storage.feeds.get('harbour'))?.pausedAt]).toEqual([[], NOON]);
      expect(await storage.feeds.claim(NOON, NOON + 1, 9)).toEqual([]);
      await storage.feeds.put(feed('harbour', { title: 'Renamed' }));
      expect((await storage.feeds.list())[0]?.pausedAt).toBe(NOON);
      await storage.feeds.pause('harbour', null);
      expect([(await storage.feeds.due(NOON, 9)).length, (await storage.feeds.get('harbour'))?.pausedAt]).toEqual([1, undefined]);
    });

    test('whether a feed’s pages are fetched is kept, whoever puts the feed again without saying so', async () => {
      expect((await storage.feeds.get('harbour'))?.page).toBe('auto');
      await storage.feeds.put(feed('harbour', { page: 'never' }));
      await storage.feeds.put(feed('harbour', { title: 'Renamed' }));
      expect((await storage.feeds.due(NOON, 9))[0]).toMatchObject({ title: 'Renamed', page: 'never' });
      await storage.feeds.put(feed('harbour', { page: 'auto' }));
      expect((await storage.feeds.list())[0]?.page).toBe('auto');
    });

    test('feeds are due that were never polled, then those whose time came longest ago', async () => {
      for (const id of ['later', 'now', 'before', 'never']) await storage.feeds.put(feed(id));
      await storage.feeds.recordPoll('later', { ...polled, nextPollAt: NOON + 1 });
      await storage.feeds.recordPoll('now', { ...polled, nextPollAt: NOON });
      await storage.feeds.recordPoll('before', { ...polled, nextPollAt: NOON - 1 });
      expect((await storage.feeds.due(NOON, 10)).map(({ id }) => id)).toEqual(['harbour', 'never', 'before', 'now']);
      expect((await storage.feeds.due(NOON, 1)).map(({ id }) => id)).toEqual(['harbour']);
    });

    test('a due feed is claimed by one at a time, until it was polled, given back, or the claim ran out', async () => {
      for (const id of ['later', 'now', 'never']) await storage.feeds.put(feed(id));
      await storage.feeds.recordPoll('later', { ...polled, nextPollAt: NOON + 1 });
      await storage.feeds.recordPoll('now', { ...polled, nextPollAt: NOON });
      const claim = async (now: number, limit = 10) => (await storage.feeds.claim(now, now + 15_000, limit)).map(({ id }) => id);
      expect(await claim(NOON, 2)).toEqual(['harbour', 'never']);
      expect(await claim(NOON)).toEqual(['now']);
      expect(await claim(NOON)).toEqual([]);
      await storage.feeds.keep(['never'], 0);
      await storage.feeds.keep(['now'], NOON + 60_000);
      await storage.feeds.recordPoll('harbour', { ...polled, nextPollAt: NOON + HOUR_MS });
      expect(await claim(NOON)).toEqual(['never']);
      expect(await claim(NOON + 15_000)).toEqual(['never', 'later']);
      expect(await claim(NOON + 60_000)).toEqual(['never', 'now', 'later']);
      await storage.feeds.recordPoll('now', { ...polled, nextPollAt: NOON });
      const many = await Promise.all(Array.from({ length: 5 }, () => claim(NOON)));
      expect(many.flat()).toEqual(['now']);
    });

    test('articles of a removed feed are no longer seen, unless another feed carries them', async () => {
      await storage.feeds.put(feed('second'));
      await storage.articles.put(null, [ingested({ id: 'a' }), ingested({ id: 'b' })]);
      await storage.articles.put(null, [ingested({ id: 'x', feedId: 'second', key: 'https://harbour.example/b' })]);
      await storage.feeds.remove('harbour');
      expect(await idsOf({})).toEqual(['b']);
    });
  });

  describe(`${engine}: articles`, () => {
    test('an article comes back as it was put, with its extraction and story', async () => {
      const item = ingested({
        id: 'a',
        marked: 'The mayor spoke. "«We are open.|Ada Lind|Port Authority»" [1,400 people] came.\n\nNoël’s 🚢 — «naïve|residents».',
        names: ['Ada Lind', 'Zoë Ångström'],
      });
      const article = { ...item.article, byline: 'By Jo Reed', language: 'en' };
      expect(await storage.articles.put(null, [{ ...item, article }])).toEqual([{ id: 'a', outcome: 'added' }]);
      expect(await storage.articles.get('a')).toEqual({ article, extraction: item.extraction, storyId: 'story-a' });
      expect(await storage.articles.get('b')).toBeUndefined();
      expect(await storage.articles.count()).toBe(1);
    });

    test('the same article is unchanged, also under another date', async () => {
      await storage.articles.put(null, [ingested({ id: 'a' })]);
      expect(await storage.articles.put(null, [ingested({ id: 'a', at: NOON + HOUR_MS })])).toEqual([{ id: 'a', outcome: 'unchanged' }]);
      expect((await storage.articles.get('a'))?.article.publishedAt).toBe(NOON);
    });

    test('a changed article keeps id, story and date; its old facts and words are gone', async () => {
      await storage.articles.put(null, [ingested({ id: 'a', marked: '"«Old words.|Ada Lind»" [20 ships] sank.', storyId: 's1' })]);
      const next = ingested({
        id: 'other',
        key: 'https://harbour.example/a',
        guid: null,
        title: 'Corrected',
        marked: '"«New words.|Bo Falk»" [30 ships] sank.',
        at: NOON + HOUR_MS,
        storyId: 's2',
      });
      expect(await storage.articles.put(null, [next])).toEqual([{ id: 'a', outcome: 'updated' }]);
      const stored = await storage.articles.get('a');
      expect(stored).toMatchObject({ storyId: 's1', article: { id: 'a', title: 'Corrected', publishedAt: NOON } });
      expect(stored?.extraction).toEqual({ ...next.extraction, articleId: 'a' });
      expect(await idsOf({ all: ['old'] })).toEqual([]);
      expect(await idsOf({ all: ['new', 'corrected'] })).toEqual(['a']);
      expect((await library().quotes({ limit: 9 })).quotes.map(({ text }) => text)).toEqual(['New words.']);
      expect((await library().quotes({ about: ['old'], limit: 9 })).total).toBe(0);
      expect((await library().figures({ limit: 9 })).figures.map(({ text }) => text)).toEqual(['30 ships']);
      expect(await library().speakers('ada', 5)).toEqual([]);
    });

    test('an article is known by its guid where its address changed, but not by a guid that a feed gives to all', async () => {
      await storage.articles.put(null, [ingested({ id: 'a', guid: 'tag:1' })]);
      expect(await storage.articles.put(null, [ingested({ id: 'b', guid: 'tag:1' })])).toEqual([{ id: 'a', outcome: 'updated' }]);
      const all = [ingested({ id: 'c', guid: 'the-same' }), ingested({ id: 'd', guid: 'the-same' })];
      expect((await storage.articles.put(null, all)).map(({ outcome }) => outcome)).toEqual(['added', 'added']);
      expect(await storage.articles.known(null, 'harbour', ['tag:1', 'the-same', 'https://harbour.example/c', 'nothing'])).toEqual(
        new Set(['tag:1', 'https://harbour.example/c']),
      );
    });

    test('keys and guids may be of any length, and are still told apart', async () => {
      const long = (end: string) => 'https://harbour.example/?q='.padEnd(9_000, 'é') + end;
      const items = ['1', '2'].map((end) => ingested({ id: `a${end}`, key: long(end), guid: long(`guid${end}`) }));
      expect((await storage.articles.put(null, items)).map(({ outcome }) => outcome)).toEqual(['added', 'added']);
      expect((await storage.articles.put(null, items)).map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
      const asked = [long('1'), long('3'), long('guid2')];
      expect(await storage.articles.known(null, 'harbour', asked)).toEqual(new Set([long('1'), long('guid2')]));
    });

    test('a teaser from another feed does not take the place of the article', async () => {
      await storage.feeds.put(feed('second'));
      await storage.articles.put(null, [ingested({ id: 'a', marked: 'A whole article.' })]);
      const teaser = ingested({ id: 'b', feedId: 'second', key: 'https://harbour.example/a', marked: 'A teaser.' });
      expect(await storage.articles.put(null, [teaser])).toEqual([{ id: 'a', outcome: 'unchanged' }]);
      expect((await storage.articles.get('a'))?.article.text).toBe('A whole article.');
      await storage.feeds.remove('harbour');
      expect(await storage.articles.put(null, [teaser])).toEqual([{ id: 'a', outcome: 'updated' }]);
    });

    test('one article twice in a batch is stored once, with its last words', async () => {
      const twice = [ingested({ id: 'a', marked: '"«First.|Ada Lind»"' }), ingested({ id: 'a', marked: '"«Second.|Ada Lind»"' })];
      expect((await storage.articles.put(null, twice)).map(({ outcome }) => outcome)).toEqual(['added', 'updated']);
      expect((await library().quotes({ about: ['first'], limit: 9 })).total).toBe(0);
      expect((await library().quotes({ about: ['second'], limit: 9 })).total).toBe(1);
    });

    test('a batch is stored whole or not at all', async () => {
      const clash = { ...ingested({ id: 'c' }), article: { ...ingested({ id: 'c' }).article, id: 'a' } };
      await expect(storage.articles.put(null, [ingested({ id: 'a' }), ingested({ id: 'b' }), clash])).rejects.toThrow();
      expect(await storage.articles.count()).toBe(0);
      expect(await idsOf({ all: ['harbour'] })).toEqual([]);
      const unknown = storage.articles.put(null, [ingested({ id: 'a' }), ingested({ id: 'b', feedId: 'nowhere' })]);
      await expect(unknown).rejects.toMatchObject({ code: 'unknown-feed' });
      expect(await storage.articles.count()).toBe(0);
      expect(await storage.articles.put(null, [ingested({ id: 'a' })])).toEqual([{ id: 'a', outcome: 'added' }]);
    });

    test('stories are merged and split, and why an article stands where it does is kept', async () => {
      const joining = { why: 'same event', likeness: 0.4, like: 'a', shared: ['Lunde', 'ferry'] } as const;
      const two = { ...ingested({ id: 'b', storyId: 'story-a', at: NOON + HOUR_MS }), joining };
      await storage.articles.put(null, [ingested({ id: 'a' }), two, ingested({ id: 'c', at: NOON - HOUR_MS })]);
      const { library } = storage.tenant('slack:T1');
      const record = async (id: string) => {
        const { articles, changes } = await library.storyRecord(id);
        return { articles: articles.map((article) => [article.id, article.joining]), changes };
      };
      expect(await record('story-a')).toEqual({
        articles: [
          ['a', undefined],
          ['b', joining],
        ],
        changes: [],
      });
      expect(await storage.articles.byBeginning(['story-a', 'story-c', 'none'])).toEqual(['story-c', 'story-a']);
      const merge = { kind: 'merge', from: 'story-a', into: 'story-c', at: NOON, article: 'b' } as const;
      expect(await storage.articles.changeStory(null, merge)).toBe(true);
      expect(await storage.articles.changeStory(null, merge)).toBe(false);
      expect((await record('story-c')).articles.map(([id]) => id)).toEqual(['c', 'a', 'b']);
      expect(await library.successors(['story-a', 'story-c'])).toEqual(new Map([['story-a', 'story-c']]));
      const split = { kind: 'split', from: 'story-c', into: 'story-b2', at: NOON, article: 'b' } as const;
      expect(await storage.articles.changeStory(null, split, { ...joining, why: 'split' })).toBe(true);
      expect(await storage.articles.changeStory(null, { ...split, from: 'story-b2', into: 'story-b3' })).toBe(false);
      expect(await record('story-b2')).toEqual({ articles: [['b', { ...joining, why: 'split' }]], changes: [split] });
      expect((await record('story-c')).changes).toEqual([merge, split]);
      await storage.articles.put(null, [ingested({ id: 'd', storyId: 'story-d', at: NOON - 2 * HOUR_MS })]);
      await storage.articles.changeStory(null, { kind: 'merge', from: 'story-c', into: 'story-d', at: NOON, article: 'd' });
      expect((await library.successors(['story-a', 'story-c'])).get('story-a')).toBe('story-d');
    });

    test('candidates share keys, belong to the same owner and stand in the window; most shared first', async () => {
      await storage.feeds.put(feed('own', { owner: 'slack:T1', everybody: false }));
      const keys = { a: ['x', 'y', 'z'], b: ['x'], c: ['x', 'y'], d: ['q'] };
      for (const [index, [id, clusterKeys]] of Object.entries(keys).entries())
        await storage.articles.put(null, [ingested({ id, clusterKeys, at: NOON + index * HOUR_MS })]);
      await storage.articles.put('slack:T1', [ingested({ id: 'private', feedId: 'own', clusterKeys: ['x', 'y', 'z'] })]);
      const ask = async (from: number, to: number, limit = 9) =>
        (await storage.articles.candidates(null, ['x', 'y', 'z', 'X'], from, to, limit)).map(({ articleId }) => articleId);
      expect(await ask(0, NOON + 9 * HOUR_MS)).toEqual(['a', 'c', 'b']);
      expect(await ask(NOON + 1, NOON + HOUR_MS)).toEqual(['b']);
      expect(await ask(NOON, NOON + 2 * HOUR_MS, 1)).toEqual(['a']);
      expect(await storage.articles.candidates(null, ['y'], NOON, NOON, 9)).toEqual([
        { articleId: 'a', storyId: 'story-a', title: 'Title of a', publishedAt: NOON, keys: ['x', 'y', 'z'] },
      ]);
      expect(await storage.articles.candidates(null, [], 0, NOON, 9)).toEqual([]);
      expect(await storage.articles.frequencies(null, ['x', 'q', 'none'])).toEqual(
        new Map([
          ['x', 3],
          ['q', 1],
          ['none', 0],
        ]),
      );
      await storage.articles.put(null, [ingested({ id: 'a', clusterKeys: ['new'], marked: 'Changed.' })]);
      expect(await storage.articles.frequencies(null, ['x', 'new'])).toEqual(
        new Map([
          ['x', 2],
          ['new', 1],
        ]),
      );
    });

    test('outdated extractions are found and replaced; one of older rules, or of a text that changed, is not taken', async () => {
      await storage.articles.put(null, [
        ingested({ id: 'a', version: 2 }),
        ingested({ id: 'b', version: 1 }),
        ingested({ id: 'c', version: 3 }),
      ]);
      expect((await storage.articles.outdated(3, 9)).map(({ id }) => id)).toEqual(['b', 'a']);
      expect((await storage.articles.outdated(3, 1)).map(({ id }) => id)).toEqual(['b']);
      const again = ingested({ id: 'b', version: 3, names: ['Ada Lind'] }).extraction;
      await storage.articles.reextract([again, ingested({ id: 'c', version: 2 }).extraction, { ...again, articleId: 'gone' }]);
      expect((await storage.articles.get('b'))?.extraction).toEqual(again);
      expect((await storage.articles.get('c'))?.extraction.version).toBe(3);
      expect((await storage.articles.outdated(3, 9)).map(({ id }) => id)).toEqual(['a']);
    });
  });

  describe(`${engine}: searching articles`, () => {
    beforeEach(async () => {
      await storage.feeds.put(feed('ledger'));
      await storage.articles.put(null, [
        ingested({ id: 'tariffs', title: 'New tariffs on steel', marked: 'Xi Jinping’s ministers met Erdoğan in the old harbour.' }),
        ingested({ id: 'trumpets', title: 'Trumpets in Xinjiang', marked: 'Cities heard a concert.', at: NOON + HOUR_MS }),
        ingested({
          id: 'steel',
          feedId: 'ledger',
          outlet: 'Northern Ledger',
          title: 'Steel is back',
          marked: 'The prime minister of the city spoke.',
          at: NOON + 2 * HOUR_MS,
        }),
      ]);
    });

    test.each([
      [{ all: ['steel'] }, ['steel', 'tariffs']],
      [{ all: ['STEEL', 'tariff'] }, ['tariffs']],
      [{ all: ['city'] }, ['steel', 'trumpets']],
      [{ all: ['xi'] }, ['tariffs']],
      [{ all: ['trump'] }, []],
      [{ all: ['erdogan'] }, ['tariffs']],
      [{ all: ['ERDOĞAN'] }, ['tariffs']],
      [{ all: ['"prime minister"'] }, ['steel']],
      [{ all: ['prime ministers'] }, ['steel']],
      [{ all: ['"prime ministers"'] }, []],
      [{ all: ['minister prime'] }, []],
      [{ any: ['tariffs', 'concert'] }, ['trumpets', 'tariffs']],
      [{ all: ['steel'], any: ['harbour', 'concert'] }, ['tariffs']],
      [{ all: ['steel'], none: ['harbour'] }, ['steel']],
      [{ none: ['steel', 'harbour'] }, ['trumpets']],
      [{ all: ['steel', '!!!'] }, []],
      [{ all: [''] }, []],
      [{ none: ['***'] }, ['steel', 'trumpets', 'tariffs']],
      [{ feeds: ['ledger'] }, ['steel']],
      [{ feeds: ['The Harbour Post'], all: ['steel'] }, ['tariffs']],
      [{ since: NOON + 1 }, ['steel', 'trumpets']],
      [{ since: NOON + HOUR_MS, until: NOON + HOUR_MS }, ['trumpets']],
      [{ all: ['steel'], until: NOON }, ['tariffs']],
      [{ limit: 1 }, ['steel']],
      [{ limit: 0 }, []],
    ])('%j finds %j', async (query, expected) => {
      expect(await idsOf(query)).toEqual(expected);
    });

    test('what is found says its story, outlet, title and date', async () => {
      expect(await library().articles({ all: ['tariff'], limit: 1 })).toEqual([
        { articleId: 'tariffs', storyId: 'story-tariffs', outlet: 'The Harbour Post', title: 'New tariffs on steel', publishedAt: NOON },
      ]);
    });

    test('no words that anybody types are syntax', async () => {
      const hostile = [
        '"',
        "'",
        '*',
        'NEAR(a b)',
        'a OR b',
        'title:steel',
        '-steel',
        '^steel',
        'steel*',
        '{title}: x',
        '(',
        'NOT',
        '\0',
        '"a""',
      ];
      for (const word of hostile) {
        await idsOf({ all: [word], any: [word], none: [word] });
        await library().quotes({ about: [word], limit: 1 });
        await library().figures({ words: [word], limit: 1 });
        await library().speakers(word, 3);
        await library().terms(word, 0, 3);
      }
      expect(await idsOf({ all: ['steel" OR "concert'] })).toEqual([]);
      expect(await idsOf({ all: ['title:steel'] })).toEqual([]);
      await fc.assert(
        fc.asyncProperty(fc.array(anyText(), { maxLength: 4 }), async (words) => {
          const found = await idsOf({ all: ['steel', ...words] });
          expect(['steel', 'tariffs']).toEqual(expect.arrayContaining(found));
          await library().speakers(words.join(' '), 3);
        }),
        { numRuns: 60 },
      );
    });
  });

  describe(`${engine}: quotes, figures, speakers`, () => {
    test('a quote comes with its words, article and story, newest first, first of the article first', async () => {
      const item = ingested({ id: 'a', marked: 'The ice 🧊 broke. "«One 🚢.|Ada Lind»" and "«Two.|Bo Falk»" they said.' });
      await storage.articles.put(null, [item, ingested({ id: 'b', marked: '"«Three.|Ada Lind»"', at: NOON + 1 })]);
      const { total, quotes } = await library().quotes({ limit: 9 });
      expect([total, ...quotes.map(({ text }) => text)]).toEqual([3, 'Three.', 'One 🚢.', 'Two.']);
      const { text: _, ...origin } = item.article;
      expect(quotes[1]).toEqual({ quote: item.extraction.quotes[0], text: 'One 🚢.', article: origin, storyId: 'story-a' });
    });

    test('quotes are found by speakers, words of their surroundings and time; what is not printed only where asked', async () => {
      await storage.articles.put(null, [
        ingested({ id: 'a', title: 'Talks', marked: 'On Ukraine she said: "«No peace.|Ada Lind»"\n\nOn fish: "«Cod.|Ada Lind|Bo Falk»"' }),
        ingested({ id: 'b', title: 'Fish', marked: '"«Herring.|Bo Falk»" and "«Nobody said it.»"', at: NOON + HOUR_MS }),
      ]);
      const ask = async (query: object) => (await library().quotes({ limit: 9, ...query })).quotes.map(({ text }) => text);
      expect(await ask({ speakers: ['Ada Lind'] })).toEqual(['No peace.', 'Cod.']);
      expect(await ask({ speakers: ['ada lind', 'Bo Falk'] })).toEqual(['Herring.', 'No peace.', 'Cod.']);
      expect(await ask({ speakers: ['Ada'] })).toEqual([]);
      expect(await ask({ speakers: [] })).toEqual([]);
      expect(await ask({ speakers: ['Ada Lind'], about: ['ukraine'] })).toEqual(['No peace.']);
      expect(await ask({ about: ['fish'] })).toEqual(['Herring.', 'Nobody said it.', 'Cod.']);
      expect(await ask({ about: ['fish'], leastConfidence: 0.9 })).toEqual(['Herring.', 'Cod.']);
      expect(await ask({ since: NOON + HOUR_MS, leastConfidence: 0.9 })).toEqual(['Herring.']);
    });

    test('articles in which one of the named is quoted are found by any part of a name, and by how sure it is', async () => {
      await storage.articles.put(null, [
        ingested({ id: 'a', title: 'Talks', marked: 'On Ukraine she said: "«No peace.|Ada Lind»"' }),
        ingested({ id: 'b', title: 'Fish', marked: '"«Herring.|Bo Falk»" and Ada Lind left.', at: NOON + 1 }),
        ingested({ id: 'c', title: 'Ice', marked: '"«Nobody said it.»"', at: NOON + 2 }),
      ]);
      expect(await idsOf({ speakers: ['Ada Lind'] })).toEqual(['a']);
      expect(await idsOf({ speakers: ['LIND'] })).toEqual(['a']);
      expect(await idsOf({ speakers: ['Lind', 'Bo Falk', 'Nobody', '…'] })).toEqual(['b', 'a']);
      expect(await idsOf({ speakers: ['Ada Falk'] })).toEqual([]);
      expect(await idsOf({ speakers: ['…'] })).toEqual([]);
      expect(await idsOf({ speakers: ['Lind'], all: ['fish'] })).toEqual([]);
      expect(await idsOf({ speakers: ['Lind'], none: ['talks'] })).toEqual([]);
      expect(await idsOf({ speakers: ['Lind'], leastConfidence: 1.01 })).toEqual([]);
      expect(await idsOf({ speakers: [] })).toEqual(['c', 'b', 'a']);
    });

    test('quotes and figures are narrowed by a topic’s words, by outlets and feeds, and by an end in time', async () => {
      await storage.feeds.put(feed('tide'));
      await storage.articles.put(null, [
        ingested({ id: 'a', title: 'Talks', marked: 'On Ukraine: "«No peace.|Ada Lind»" with [20 ships]' }),
        ingested({
          id: 'b',
          title: 'Fish',
          outlet: 'The Tide',
          feedId: 'tide',
          marked: '"«Herring.|Bo Falk»" with [30 ships]',
          at: NOON + HOUR_MS,
        }),
        ingested({ id: 'c', title: 'Fish and talks', marked: '"«Cod.|Ada Lind»" with [40 ships]', at: NOON + 2 * HOUR_MS }),
      ]);
      const ask = async (query: object) => [
        (await library().quotes({ limit: 9, ...query })).quotes.map(({ text }) => text).join(' '),
        (await library().figures({ limit: 9, ...query })).figures.map(({ text }) => text).join(' '),
      ];
      expect(await ask({ any: ['talks', 'ukraine'] })).toEqual(['Cod. No peace.', '40 ships 20 ships']);
      expect(await ask({ any: ['talks'], none: ['fish'] })).toEqual(['No peace.', '20 ships']);
      expect(await ask({ none: ['fish'] })).toEqual(['No peace.', '20 ships']);
      expect(await ask({ feeds: ['The Tide'] })).toEqual(['Herring.', '30 ships']);
      expect(await ask({ feeds: ['tide', 'nowhere'] })).toEqual(['Herring.', '30 ships']);
      expect(await ask({ feeds: ['The Harbour Post'], any: ['fish'] })).toEqual(['Cod.', '40 ships']);
      expect(await ask({ until: NOON + HOUR_MS })).toEqual(['Herring. No peace.', '30 ships 20 ships']);
      expect(await ask({ since: NOON + 1, until: NOON + HOUR_MS })).toEqual(['Herring.', '30 ships']);
    });

    test('figures are found by words, unit and time; only printed ones; each with its sentence', async () => {
      const item = ingested({
        id: 'a',
        title: 'Storm in Vale',
        marked: 'It rained. The storm took [1,400 roofs] and [1 roof]. Then [20 ships] came.',
      });
      await storage.articles.put(null, [item, ingested({ id: 'b', marked: 'It has [30 ships].', at: NOON + HOUR_MS })]);
      const ask = async (query: object) => (await library().figures({ limit: 9, ...query })).figures.map(({ text }) => text);
      expect(await ask({})).toEqual(['30 ships', '1,400 roofs', '20 ships']);
      expect(await ask({ words: ['vale'] })).toEqual(['1,400 roofs', '20 ships']);
      expect(await ask({ words: ['storm', 'took'] })).toEqual(['1,400 roofs']);
      expect(await ask({ units: ['ships'] })).toEqual(['30 ships', '20 ships']);
      expect(await ask({ units: ['roof', 'ships'], since: NOON + 1 })).toEqual(['30 ships']);
      const { total, figures } = await library().figures({ words: ['roof'], limit: 1 });
      expect(total).toBe(1);
      const { text: _, ...origin } = item.article;
      expect(figures[0]).toEqual({
        figure: item.extraction.figures[0],
        text: '1,400 roofs',
        sentence: 'The storm took 1,400 roofs and 1 roof.',
        article: origin,
        storyId: 'story-a',
      });
    });

    test('pages follow each other without gap or repeat, also while articles come in', async () => {
      for (const item of manyIngested(30)) await storage.articles.put(null, [item]);
      const pages = [];
      for (let skip = 0; skip < 30; skip += 7) pages.push(await library().quotes({ speakers: ['Ada Lind'], skip, limit: 7 }));
      const texts = pages.flatMap(({ quotes }) => quotes.map(({ text }) => text));
      expect(new Set(texts).size).toBe(30);
      expect(pages.map(({ total }) => total)).toEqual([30, 30, 30, 30, 30]);
      expect(await library().quotes({ skip: 30, limit: 7 })).toEqual({ total: 30, quotes: [] });
      expect(await library().figures({ skip: 28, limit: 7 })).toMatchObject({ total: 30, figures: [{}, {}] });
    });

    test('speakers: whole words before beginnings of words, then who said most lately; descriptions are nobody', async () => {
      const said = (id: string, days: number, names: string) =>
        ingested({ id, at: NOON - days * 24 * HOUR_MS, marked: `"«Words of ${id}.|${names}»"` });
      await storage.articles.put(null, [
        said('a', 0, 'Xi Jinping'),
        said('b', 1, 'Xiomara Paz'),
        said('c', 1, 'Xiomara Paz'),
        said('d', 2, 'Vladimir Putin=Владимир Путин'),
        said('e', 2, 'Kremlin'),
        said('f', 3, 'residents'),
        said('g', 3, 'Siân O’Neill'),
        said('h', 4, 'José Bové'),
        said('i', 90, 'Old Timer'),
        said('j', 91, 'Old Timer'),
        said('k', 92, 'Old Timer'),
      ]);
      const ask = async (typed: string, limit = 20) => (await library().speakers(typed, limit)).map(({ name }) => name);
      expect(await ask('xi')).toEqual(['Xi Jinping', 'Xiomara Paz']);
      expect(await ask('x')).toEqual(['Xiomara Paz', 'Xi Jinping']);
      expect(await ask('xi', 1)).toEqual(['Xi Jinping']);
      expect(await ask('putin')).toEqual(['Vladimir Putin']);
      expect(await ask('vlad put')).toEqual(['Vladimir Putin']);
      expect(await ask('Путин')).toEqual(['Vladimir Putin']);
      expect(await ask('putin xi')).toEqual([]);
      expect(await ask('kremlin')).toEqual(['Kremlin']);
      expect(await ask('jose bove')).toEqual(['José Bové']);
      expect(await ask('oneill')).toEqual(['Siân O’Neill']);
      expect(await ask("o'neill")).toEqual(['Siân O’Neill']);
      expect(await ask('residents')).toEqual([]);
      expect(await ask('!!')).toEqual([]);
      expect(await ask('')).toEqual(['Xiomara Paz', 'Xi Jinping', 'Kremlin', 'Vladimir Putin', 'Siân O’Neill', 'José Bové', 'Old Timer']);
      expect(await library().speakers('old', 1)).toEqual([{ name: 'Old Timer', quotes: 3, lastAt: NOON - 90 * 24 * HOUR_MS }]);
    });

    test('a span outside of the text is no quote and no figure', async () => {
      const item = ingested({ id: 'a', marked: '"«One.|Ada Lind»" [20 ships]' });
      const [quote, figure] = [item.extraction.quotes[0], item.extraction.figures[0]];
      if (quote === undefined || figure === undefined) throw new Error('the draft has both');
      const spans = [
        { start: 4, end: 400 },
        { start: 4, end: 4 },
        { start: -3, end: 2 },
        { start: 0.5, end: 2 },
        { start: Number.NaN, end: 2 },
      ];
      const extraction = {
        ...item.extraction,
        quotes: [...spans.map((span) => ({ ...quote, span })), quote],
        figures: [...spans.map((span) => ({ ...figure, span })), figure],
      };
      await storage.articles.put(null, [{ ...item, extraction }]);
      expect((await library().quotes({ limit: 9 })).quotes.map(({ text }) => text)).toEqual(['One.']);
      expect((await library().figures({ limit: 9 })).figures.map(({ text }) => text)).toEqual(['20 ships']);
    });
  });

  describe(`${engine}: stories, terms, counts`, () => {
    test('stories come whole, in the order asked for, newest article first', async () => {
      const [a, b, c] = [
        ingested({ id: 'a', storyId: 's1', marked: '"«One.|Ada Lind»"' }),
        ingested({ id: 'b', storyId: 's1', at: NOON + 1 }),
        ingested({ id: 'c', storyId: 's2', marked: '[20 ships]' }),
      ];
      if (a === undefined || b === undefined || c === undefined) throw new Error('three drafts');
      await storage.articles.put(null, [a, b, c]);
      const material = ({ article, extraction }: typeof a) => ({ article, extraction });
      expect(await library().stories(['s2', 'none', 's1', 's2'], 10)).toEqual([
        { id: 's2', articles: [material(c)] },
        { id: 's1', articles: [material(b), material(a)] },
      ]);
      expect(await library().stories([], 10)).toEqual([]);
    });

    test('terms are words of recent titles and names', async () => {
      await storage.articles.put(null, [
        ingested({ id: 'a', title: 'Gaza talks', names: ['Ada Lind', 'Gaza City'] }),
        ingested({ id: 'b', title: 'Gauges of Gdańsk', names: ['Gaza'], at: NOON + HOUR_MS }),
        ingested({ id: 'c', title: 'Gavel', at: NOON - HOUR_MS }),
      ]);
      expect(await library().terms('ga', NOON, 9)).toEqual(['gaza', 'gauges']);
      expect(await library().terms('GDAŃ', 0, 9)).toEqual(['gdansk']);
      expect(await library().terms('', NOON + HOUR_MS, 2)).toEqual(['gauges', 'gaza']);
    });

    test('counts are of articles and outlets since a moment', async () => {
      await storage.articles.put(
        null,
        manyIngested(5, (index) => ({ outlet: index < 3 ? 'One' : 'Two' })),
      );
      expect(await library().counts(0)).toEqual({ articles: 5, outlets: 2 });
      expect(await library().counts(NOON + 3 * HOUR_MS)).toEqual({ articles: 2, outlets: 1 });
    });
  });

  describe(`${engine}: tenants`, () => {
    const ONE = 'slack:T1';
    const TWO = 'discord:2';
    beforeEach(async () => {
      await storage.feeds.put(feed('subscribed', { everybody: false }));
      await storage.feeds.put(feed('private', { owner: ONE, everybody: false }));
      await storage.feeds.put(feed('sample', { owner: SAMPLE, everybody: false }));
      const mine = (id: string, name: string) =>
        ingested({
          id,
          feedId: id,
          title: `Secret ${id}`,
          storyId: 'shared-story',
          marked: `"«Secret of ${id}.|${name}»" [20 ${id}s]`,
          names: [name],
          clusterKeys: ['k'],
        });
      await storage.articles.put(null, [mine('harbour', 'Public Person'), mine('subscribed', 'Sub Person')]);
      await storage.articles.put(ONE, [mine('private', 'Private Person')]);
      await storage.articles.put(SAMPLE, [mine('sample', 'Sample Person')]);
      await storage.tenant(ONE).subscriptions.add('subscribed', NOON);
    });

    /** Everything that a Library gives, as the ids or names in it. */
    async function seen(tenant: string) {
      const { article, articles, stories, quotes, figures, speakers, terms, counts } = library(tenant);
      return {
        articles: (await articles({ limit: 9 })).map(({ articleId }) => articleId).sort(),
        whole: (await Promise.all(['harbour', 'private', 'sample', 'subscribed'].map(article))).flatMap((one) => one?.article.id ?? []),
        searched: (await articles({ all: ['secret'], limit: 9 })).map(({ articleId }) => articleId).sort(),
        stories: (await stories(['shared-story'])).flatMap((story) => story.articles.map(({ article }) => article.id)).sort(),
        quotes: (await quotes({ limit: 9 })).quotes.map(({ article }) => article.id).sort(),
        quotesAbout: (await quotes({ about: ['secret'], limit: 9 })).quotes.map(({ article }) => article.id).sort(),
        quotesBy: (await quotes({ speakers: ['Public Person', 'Sub Person', 'Private Person', 'Sample Person'], limit: 9 })).total,
        figures: (await figures({ limit: 9 })).figures.map(({ article }) => article.id).sort(),
        figuresOf: (await figures({ words: ['secret'], limit: 9 })).total,
        speakers: (await speakers('person', 9)).length + (await speakers('', 9)).length,
        terms: (await terms('', 0, 20)).filter((term) => ['public', 'sub', 'private', 'sample'].includes(term)).length,
        counts: await counts(0),
      };
    }
    const sees = (ids: readonly string[]) => ({
      articles: ids,
      whole: ids,
      searched: ids,
      stories: ids,
      quotes: ids,
      quotesAbout: ids,
      quotesBy: ids.length,
      figures: ids,
      figuresOf: ids.length,
      speakers: 2 * ids.length,
      terms: expect.any(Number),
      counts: { articles: ids.length, outlets: 1 },
    });

    test('a tenant reads what everybody reads, what it subscribes to, and its own; the sample its own only', async () => {
      expect(await seen(ONE)).toMatchObject(sees(['harbour', 'private', 'subscribed']));
      expect(await seen(TWO)).toMatchObject(sees(['harbour']));
      expect(await seen(DESK)).toMatchObject(sees(['harbour']));
      expect(await seen(SAMPLE)).toMatchObject(sees(['sample']));
      expect(await library(TWO).terms('private', 0, 9)).toEqual([]);
    });

    test('a subscription opens a feed and its end closes it', async () => {
      expect(await storage.tenant(TWO).subscriptions.remove('subscribed')).toBe(false);
      await storage.tenant(TWO).subscriptions.add('subscribed', NOON);
      expect((await seen(TWO)).articles).toEqual(['harbour', 'subscribed']);
      expect(await storage.tenant(TWO).subscriptions.remove('subscribed')).toBe(true);
      expect((await seen(TWO)).articles).toEqual(['harbour']);
      expect((await seen(ONE)).articles).toContain('subscribed');
    });

    test("another tenant's private feed cannot be subscribed to, and answers like one that is not there", async () => {
      const { subscriptions } = storage.tenant(TWO);
      const refused = await subscriptions.add('private', NOON).catch((error) => error.code);
      expect([refused, await subscriptions.add('nowhere', NOON).catch((error) => error.code)]).toEqual(['unknown-feed', 'unknown-feed']);
      await storage.tenant(ONE).subscriptions.add('private', NOON);
      expect(await subscriptions.list()).toEqual([]);
    });

    test('articles of one owner are unknown to another, whatever their address', async () => {
      const key = 'https://private.example/private';
      expect(await storage.articles.known(null, 'private', [key, 'guid-private'])).toEqual(new Set());
      expect(await storage.articles.known(ONE, 'private', [key, 'guid-private'])).toEqual(new Set([key, 'guid-private']));
      const copy = ingested({ id: 'copy', key, guid: null });
      expect(await storage.articles.put(null, [copy])).toEqual([{ id: 'copy', outcome: 'added' }]);
      expect((await storage.articles.candidates(TWO, ['k'], 0, NOON, 9)).length).toBe(0);
      expect((await storage.articles.frequencies(ONE, ['k'])).get('k')).toBe(1);
    });

    test('topics, subscriptions, told and audit of one tenant are neither read nor changed by another', async () => {
      const [one, two] = [storage.tenant(ONE), storage.tenant(TWO)];
      const told = { channel: 'C1', kind: 'story', key: 's1', detail: '', at: NOON } as const;
      const entry = { at: NOON, who: 'U1', what: 'topics add', detail: 'harbour' };
      await one.topics.put(topic('harbour'));
      await one.told.record([told]);
      await one.audit.append(entry);
      expect([await two.topics.list(), await two.subscriptions.list(), await two.told.of('C1'), await two.audit.list(9)]).toEqual([
        [],
        [],
        [],
        [],
      ]);
      expect([await two.topics.remove('harbour'), await two.subscriptions.remove('subscribed')]).toEqual([false, false]);
      await two.topics.put({ ...topic('harbour'), title: 'Other' });
      await two.told.record([{ ...told, detail: 'other' }]);
      await two.audit.append({ ...entry, who: 'U2' });
      expect(await one.topics.list()).toEqual([topic('harbour')]);
      expect(await one.subscriptions.list()).toEqual([{ tenant: ONE, feedId: 'subscribed', addedAt: NOON }]);
      expect(await one.told.of('C1')).toEqual([told]);
      expect(await one.audit.list(9)).toEqual([entry]);
    });

    test('a tenant without a name is refused: it would be everybody', () => {
      expect(() => storage.tenant('')).toThrow(RangeError);
    });
  });

  describe(`${engine}: what tenants keep`, () => {
    test('topics are put, replaced, listed by slug and removed', async () => {
      const { topics } = storage.tenant(DESK);
      await topics.put(topic('b'));
      await topics.put(topic('a'));
      await topics.put({ ...topic('b'), title: 'Changed', none: ['x'] });
      expect(await topics.list()).toEqual([topic('a'), { ...topic('b'), title: 'Changed', none: ['x'] }]);
      expect([await topics.remove('b'), await topics.remove('b')]).toEqual([true, false]);
      expect(await topics.list()).toEqual([topic('a')]);
    });

    test('told records are per channel; the last word on a key counts', async () => {
      const { told } = storage.tenant(DESK);
      const record = (channel: string, key: string, detail: string, at: number) => ({ channel, kind: 'figure', key, detail, at }) as const;
      await told.record([record('C1', 'dead', '1,300', NOON), record('C2', 'dead', '1,300', NOON), record('C1', 'hurt', '20', NOON)]);
      await told.record([record('C1', 'dead', '1,400', NOON + 1)]);
      await told.record([]);
      expect(await told.of('C1')).toEqual([record('C1', 'hurt', '20', NOON), record('C1', 'dead', '1,400', NOON + 1)]);
      expect(await told.of('C2')).toEqual([record('C2', 'dead', '1,300', NOON)]);
      expect(await told.of('C3')).toEqual([]);
    });

    test('mutes are per channel and tenant', async () => {
      const { mutes } = storage.tenant(DESK);
      const football = { kind: 'word', what: 'football' } as const;
      const ada = { kind: 'speaker', what: 'Ada Lind' } as const;
      await mutes.add('C1', football);
      await mutes.add('C1', football);
      await mutes.add('C1', ada);
      expect([await mutes.of('C1'), await mutes.of('C2'), await storage.tenant('slack:T1').mutes.of('C1')]).toEqual([
        [ada, football],
        [],
        [],
      ]);
      expect([await mutes.remove('C2', football), await mutes.remove('C1', football), await mutes.remove('C1', football)]).toEqual([
        false,
        true,
        false,
      ]);
      expect(await mutes.of('C1')).toEqual([ada]);
    });

    test('the audit lists the newest first', async () => {
      const { audit } = storage.tenant(DESK);
      for (const at of [1, 3, 2, 3]) await audit.append({ at, who: 'U1', what: 'feeds add', detail: `${at}` });
      expect((await audit.list(3)).map(({ at }) => at)).toEqual([3, 3, 2]);
    });
  });

  describe(`${engine}: forgetting`, () => {
    const marked =
      'It began. Nobody knew.\n\nA paragraph to forget.\n\n"«We are open.|Ada Lind»" she said.\n\nMore to forget.\n\nThe storm took [1,400 roofs] there.';

    test('an expired body leaves the paragraphs of its quotes and figures, with spans into them', async () => {
      await storage.articles.put(null, [ingested({ id: 'a', marked }), ingested({ id: 'b', marked, at: NOON + HOUR_MS })]);
      expect([await storage.retention.expireBodies(NOON + 1, 9), await storage.retention.expireBodies(NOON + 1, 9)]).toEqual([1, 0]);
      const { article, extraction } = (await storage.articles.get('a')) ?? {};
      expect(article?.text).toBe('"We are open." she said.\n\nThe storm took 1,400 roofs there.');
      const slice = ({ start, end }: { start: number; end: number }) => article?.text.slice(start, end);
      expect(extraction?.quotes.map(({ span }) => slice(span))).toEqual(['We are open.']);
      expect(extraction?.figures.map(({ span }) => slice(span))).toEqual(['1,400 roofs']);
      expect(extraction?.sentences.map((span) => [span.paragraph, slice(span)])).toEqual([
        [0, '"We are open." she said.'],
        [1, 'The storm took 1,400 roofs there.'],
      ]);
      expect((await library().quotes({ about: ['open'], limit: 9 })).quotes.map(({ text }) => text)).toEqual([
        'We are open.',
        'We are open.',
      ]);
      expect((await library().figures({ words: ['storm'], limit: 9 })).figures.map(({ sentence }) => sentence)).toEqual(
        Array(2).fill('The storm took 1,400 roofs there.'),
      );
      expect(await idsOf({ all: ['forget'] })).toEqual(['b']);
      expect(await idsOf({ all: ['storm'] })).toEqual(['b', 'a']);
      expect((await storage.articles.outdated(9, 9)).map(({ id }) => id)).toEqual(['b']);
      expect(await storage.articles.put(null, [ingested({ id: 'a', marked, version: 2 })])).toEqual([{ id: 'a', outcome: 'unchanged' }]);
    });

    test('all articles are walked through page by page, each once, whoever owns them; the sample is passed over', async () => {
      await storage.articles.put(null, [ingested({ id: 'a', marked }), ingested({ id: 'b', marked, at: NOON + HOUR_MS })]);
      await storage.articles.put('slack:T1', [ingested({ id: 'c', marked, at: NOON + 2 * HOUR_MS })]);
      await storage.articles.put(SAMPLE, [ingested({ id: 'd', marked })]);
      const first = await storage.articles.page(-1, 2);
      const rest = await storage.articles.page(first.at(-1)?.no ?? -1, 2);
      expect([...first, ...rest].map(({ article }) => article.id)).toEqual(['a', 'b', 'c']);
      expect(first[0]?.extraction.quotes).toHaveLength(1);
      expect(await storage.articles.page(rest.at(-1)?.no ?? -1, 2)).toEqual([]);
    });

    test('what is to be forgotten is looked through, taken out and noted', async () => {
      await storage.feeds.put(feed('own', { owner: 'one', everybody: false }));
      await storage.articles.put(null, [ingested({ id: 'a', marked, names: ['Ada Lind'] }), ingested({ id: 'b', at: NOON + HOUR_MS })]);
      await storage.articles.put('one', [ingested({ id: 'c', feedId: 'own' })]);
      const { forgetting } = storage;
      const pages = [await forgetting.articles(-1, 2)];
      pages.push(await forgetting.articles(pages[0]?.at(-1)?.no ?? -1, 2));
      expect(pages.map((page) => page.length)).toEqual([2, 1]);
      expect(pages.flat().find(({ id }) => id === 'a')?.facts).toContain('Ada Lind');
      await storage.tenant('one').mutes.add('c1', { kind: 'speaker', what: 'Ada Lind' });
      await storage.tenant('two').mutes.add('c2', { kind: 'word', what: 'football' });
      await storage.tenant('two').audit.append({ at: NOON, who: 'u', what: 'mute', detail: 'Ada Lind' });
      await storage.tenant('two').topics.put(topic('ada-lind'));
      await storage.keyv('answers').set('k', 'Ada Lind');
      await storage.keyv('answers').set('other', 'nobody');
      expect(await forgetting.scrub((text) => /ada.lind/i.test(text))).toBeGreaterThanOrEqual(4);
      expect([await storage.keyv('answers').get('k'), await storage.keyv('answers').get('other')]).toEqual([undefined, 'nobody']);
      expect([
        await storage.tenant('one').mutes.of('c1'),
        (await storage.tenant('two').mutes.of('c2')).length,
        await storage.tenant('two').topics.list(),
      ]).toEqual([[], 1, []]);
      expect((await storage.tenant('two').audit.list(9)).map(({ detail }) => detail)).toEqual(['(forgotten)']);
      expect([...(await forgetting.tenants())].sort()).toEqual(['one', 'two']);
      expect(await forgetting.articlesOf('one')).toBe(1);
      await forgetting.removeTenant('one');
      expect([await forgetting.articlesOf('one'), await forgetting.tenants(), await storage.feeds.get('own')]).toEqual([
        0,
        ['two'],
        undefined,
      ]);
      const mark = { id: 'speaker:x', kind: 'speaker', hash: 'x', salt: 's', words: 2, check: 7, at: NOON } as const;
      await forgetting.note(mark);
      await forgetting.note({ ...mark, at: NOON + 1 });
      expect(await forgetting.list()).toEqual([mark]);
      await forgetting.compact();
      expect(await idsOf({})).toEqual(['b', 'a']);
    });

    test('a removed article is found nowhere, and what is left of it is swept', async () => {
      await storage.articles.put(null, [ingested({ id: 'a', marked, clusterKeys: ['k'], names: ['Ada Lind'] })]);
      expect([await storage.retention.removeArticles(['a', 'none']), await storage.retention.removeArticles([])]).toEqual([1, 0]);
      expect(await storage.articles.get('a')).toBeUndefined();
      expect([await idsOf({}), await idsOf({ all: ['storm'] }), await library().speakers('', 9)]).toEqual([[], [], []]);
      expect(
        (await library().quotes({ about: ['open'], limit: 9 })).total + (await library().figures({ words: ['storm'], limit: 9 })).total,
      ).toBe(0);
      expect((await storage.articles.frequencies(null, ['k'])).get('k')).toBe(0);
      expect(await storage.retention.sweep(100)).toBeGreaterThan(0);
      expect(await storage.retention.sweep(100)).toBe(0);
    });

    test('articles of before a moment go, and no other', async () => {
      await storage.articles.put(null, [ingested({ id: 'a', marked }), ingested({ id: 'b', marked, at: NOON + HOUR_MS })]);
      expect([await storage.retention.removeBefore(NOON, 9), await storage.retention.removeBefore(NOON + 1, 9)]).toEqual([0, 1]);
      expect([await storage.retention.removeBefore(NOON + 1, 9), await idsOf({}), await idsOf({ all: ['storm'] })]).toEqual([
        0,
        ['b'],
        ['b'],
      ]);
    });

    test('articles that no feed carries are swept', async () => {
      await storage.articles.put(null, [ingested({ id: 'a' })]);
      await storage.feeds.remove('harbour');
      await storage.retention.sweep(100);
      expect(await storage.articles.count()).toBe(0);
    });
  });

  describe(`${engine}: turns`, () => {
    test('a name has one holder until he gives it back or is late; he may take it again', async () => {
      const { leases } = storage;
      expect(await leases.take('host', 'one', NOON, NOON + 10)).toBe(true);
      expect([await leases.take('host', 'two', NOON + 9, NOON + 20), await leases.take('other', 'two', NOON, NOON + 10)]).toEqual([
        false,
        true,
      ]);
      expect(await leases.take('host', 'one', NOON + 9, NOON + 20)).toBe(true);
      expect([await leases.take('host', 'two', NOON + 19, NOON + 30), await leases.take('host', 'two', NOON + 20, NOON + 30)]).toEqual([
        false,
        true,
      ]);
      await leases.giveBack('host', 'one', NOON);
      expect(await leases.take('host', 'one', NOON + 29, NOON + 40)).toBe(false);
      await leases.giveBack('host', 'two', NOON + 25);
      expect([await leases.take('host', 'two', NOON + 24, NOON + 40), await leases.take('host', 'one', NOON + 25, NOON + 40)]).toEqual([
        false,
        true,
      ]);
      const many = await Promise.all(Array.from({ length: 8 }, (_, number) => leases.take('once', `${number}`, NOON, NOON + 1)));
      expect(many.filter(Boolean).length).toBe(1);
    });
  });

  describe(`${engine}: as a whole`, () => {
    test('what was acknowledged is there after closing and opening again', async () => {
      const items = manyIngested(12);
      await storage.articles.put(null, items);
      await storage.tenant(DESK).topics.put(topic('harbour'));
      storage = await tested.reopen();
      expect(await storage.articles.count()).toBe(12);
      for (const { article, extraction } of items) expect(await storage.articles.get(article.id)).toMatchObject({ article, extraction });
      expect(await storage.tenant(DESK).topics.list()).toEqual([topic('harbour')]);
      expect((await library().quotes({ speakers: ['Ada Lind'], limit: 1 })).total).toBe(12);
    });

    test('a key is claimed by one of many at the same time, and again once it has expired', async () => {
      const soon = Date.now() + 60_000;
      const claims = await Promise.all(Array.from({ length: 8 }, () => storage.keyv('events').claim('Ev1', soon)));
      expect(claims.filter(Boolean).length).toBe(1);
      expect(await storage.keyv('others').claim('Ev1', soon)).toBe(true);
      expect([await storage.keyv('events').claim('Ev2', Date.now() - 1), await storage.keyv('events').claim('Ev2', soon)]).toEqual([
        true,
        true,
      ]);
    });

    test('calls at the same time do not mix: one that fails takes nothing of another with it', async () => {
      const items = manyIngested(20);
      const calls = items.map((item, index) =>
        index % 5 === 4
          ? storage.articles.put(null, [item, ingested({ id: `x${index}`, feedId: 'nowhere' })])
          : storage.articles.put(null, [item]),
      );
      const reads = items.map(() => library().quotes({ limit: 3 }));
      const settled = await Promise.allSettled(calls);
      await Promise.all(reads);
      expect(settled.filter(({ status }) => status === 'rejected').length).toBe(4);
      expect(await storage.articles.count()).toBe(16);
    });

    test('spans are exact for any text', async () => {
      const words = anyText({ minLength: 1, maxLength: 12 }).map((text) => text.replace(/[«»[\]|]/g, '') || 'x');
      let number = 0;
      await fc.assert(
        fc.asyncProperty(words, words, words, async (before, said, after) => {
          number += 1;
          const item = ingested({ id: `p${number}`, marked: `${before}«${said}|Ada Lind»${after}`, at: NOON + number });
          await storage.articles.put(null, [item]);
          const { quotes } = await library().quotes({ limit: 1 });
          expect(quotes[0]?.text).toBe(said);
          expect((await storage.articles.get(item.article.id))?.article.text).toBe(item.article.text);
        }),
        { numRuns: 40 },
      );
    });

    test('an ended storage is closed once, and again without harm', async () => {
      await storage.close();
      await storage.close();
      await expect(storage.articles.count()).rejects.toThrow();
    });
  });
}
