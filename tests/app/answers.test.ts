import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '#commands/index.ts';
import { fetchFeed } from '#ingest/fetch-feed.ts';
import type { Config } from '#model/config.ts';
import type { MessageDocument } from '#model/document.ts';
import type { Schedule } from '#model/schedule.ts';
import { DESK, SAMPLE } from '#model/subscription.ts';
import { contextFor } from '../../src/app/context.ts';
import { dailyBriefing } from '../../src/app/daily.ts';
import { createDispatcher } from '../../src/app/dispatch.ts';
import { pollFeed } from '../../src/app/poll.ts';
import { feedOf } from '../../src/cli/pipeline.ts';
import { readConfig } from '../../src/config.ts';
import { openTemporary } from '../storage/engine.ts';
import { noReading } from './no-reading.ts';

/** The sample, read as a start reads it, and asked as a reader asks. */
const now = Date.parse('2026-11-23T08:00:00Z');
let engine: Awaited<ReturnType<typeof openTemporary>>;
let config: Config;

beforeAll(async () => {
  engine = await openTemporary(() => now);
  config = {
    ...readConfig({}),
    zone: 'UTC',
    topics: [
      { slug: 'waters', title: 'Storms and ferries', all: [], any: ['storm', 'ferry'], none: ['football'], feeds: [], origin: 'config' },
      {
        slug: 'kremlin',
        title: 'The Kremlin',
        all: [],
        any: [],
        none: ['ferry'],
        feeds: [],
        speakers: ['Putin', 'Zeppelin'],
        origin: 'config',
      },
      { slug: 'zeppelins', title: 'Zeppelins', all: ['zeppelin'], any: [], none: [], feeds: [], origin: 'config' },
      { slug: 'ledger', title: 'From the Ledger', all: [], any: [], none: [], feeds: ['Northern Ledger'], origin: 'config' },
    ],
  };
  const noClient = { get: () => Promise.reject(new Error('no network')), caveats: [], stop: async () => {} };
  for (const setting of config.sample?.feeds ?? []) {
    const feed = feedOf({ ...setting, tenant: SAMPLE });
    await engine.storage.feeds.put(feed);
    const stored = await engine.storage.feeds.get(feed.id);
    if (!stored) throw new Error('the feed was not stored');
    await pollFeed(stored, {
      storage: engine.storage,
      now: () => now,
      pollMinutes: 15,
      fetchFeed: (url, validators) => fetchFeed(noClient, url, validators, { allowFile: true }),
    });
  }
});
afterAll(() => engine.end());

const handlers = () =>
  createDispatcher({
    commands,
    now: () => now,
    contextFor: (ask) =>
      contextFor(ask, { storage: engine.storage, config, commands, now: () => now, firstReading: noReading, connections: null }),
    onFault: (error) => {
      throw error;
    },
  });
const say = async (text: string): Promise<MessageDocument> =>
  (await handlers().answer({ eventId: '1', tenant: DESK, channel: 'desk', isManager: false, body: { kind: 'text', text } })).document;
const words = (document: MessageDocument) => JSON.stringify(document.blocks);

describe('asking for a briefing', () => {
  test('a slug that nobody defined is a topic by its words', async () =>
    expect(words(await say('brief putin-xi'))).toMatch(/Putin heads to Beijing/));
  test('a free question is the same briefing', async () =>
    expect(words(await say('what happened with putin and xi'))).toMatch(/Putin heads to Beijing/));
  test('a defined topic has its title, and its any-words', async () => {
    const text = words(await say('brief waters detail:full'));
    expect(text).toContain('Storms and ferries');
    expect(text).toMatch(/Storm Halina/);
    expect(text).toMatch(/[Ff]erry/);
    expect(text).not.toContain('Putin heads');
  });
  test('a topic of speakers takes the articles that quote one of them', async () => {
    const text = words(await say('brief kremlin detail:full'));
    expect(text).toContain('The Kremlin');
    expect(text).toContain('Vladimir Putin');
    expect(text).not.toMatch(/Storm Halina|[Ff]erry deaths/);
  });
  test('a topic of one outlet takes that outlet only', async () => {
    const links = (await say('brief ledger detail:full')).blocks.flatMap((block) => (block.kind === 'links' ? block.links : []));
    expect(links.length).toBeGreaterThan(0);
    expect(links.map(({ note }) => note).filter((outlet) => outlet !== 'Northern Ledger')).toEqual([]);
  });
  test('nothing but "since" may empty it, and then it says what is the latest', async () =>
    expect(words(await say('brief putin-xi since:2023-10-17'))).toMatch(
      /Nothing new since 17 October 2023; the latest is from 16 October 2023/,
    ));
  test('several topics are one briefing, each with its turn and its name', async () => {
    const text = words(await say('brief putin-xi, ferry, zeppelin detail:full'));
    expect(text).toMatch(/Putin heads to Beijing.*capsizes|capsizes.*Putin heads to Beijing/);
    expect(text).toMatch(/Ferry · New · 3 outlets/);
    expect(text).toContain('Nothing about “zeppelin”.');
  });
  test('several topics: each has its name as the articles spell it, in short too', async () => {
    const text = words(await say('brief putin-xi, ferry, storm'));
    expect(text).toContain('Putin, Xi · Ferry · Storm');
    expect(text).toMatch(/Ferry · (?:New|Ferry deaths)/);
    expect(text).toMatch(/Storm · (?:New|Storm Halina)/);
  });
  test('of a sentence of three words one may be missing, and it is said which', async () => {
    expect(words(await say('brief "ferry deaths geneva since monday"'))).toContain('these have all but “geneva”');
    expect(words(await say('brief "ferry since monday"'))).toContain('Ferry deaths reach 34');
  });
  test.each(['news', 'latest', 'The latest news', 'top stories', "what's new", 'today'])('“%s” is the day, not a topic', async (asked) => {
    const day = await say('brief');
    expect(words(await say(`brief "${asked}"`))).toBe(words(day));
  });
  test('without words it is about the topics that the channel has scheduled, and the day is a word away', async () => {
    const { schedules } = engine.storage.tenant(DESK);
    const schedule: Schedule = {
      id: 'news',
      tenant: DESK,
      channel: 'desk',
      topics: ['storm', 'zeppelin'],
      when: { kind: 'days', days: [1], at: '08:00' },
      zone: 'UTC',
      locale: 'en-GB',
      detail: 'short',
      empty: 'nothing',
      quiet: [],
      paused: false,
      addedAt: now,
      origin: 'store',
    };
    const day = words(await say('brief'));
    await schedules.put(schedule, null);
    const own = words(await say('brief'));
    expect(own).toContain('Storm Halina');
    expect(own).not.toContain('Ferry deaths reach 34');
    expect(words(await say('brief news'))).toBe(day);
    await schedules.put({ ...schedule, topics: ['zeppelin'] }, null);
    expect(words(await say('brief'))).toBe(day);
    await schedules.put({ ...schedule, paused: true }, null);
    expect(words(await say('brief'))).toBe(day);
    await schedules.put({ ...schedule, id: 'all', topics: [] }, null);
    await schedules.put(schedule, null);
    expect(words(await say('brief'))).toBe(day);
    for (const id of ['news', 'all']) await schedules.remove(id);
  });
  test('a question behind the command is its topic', async () => {
    expect(words(await say('brief what happened with the ferry'))).toContain('Ferry deaths reach 34');
    expect(words(await say('brief ferry news yesterday'))).toContain('Ferry deaths reach 34');
  });
  test('a time alone, and a time behind the topic, are no words of it', async () => {
    expect(words(await say('brief "since monday"'))).toContain('Top stories');
    for (const asked of ['ferry this week', 'ferry last week', 'the ferry this month'])
      expect(words(await say(`brief "${asked}"`))).toContain('Ferry deaths reach 34');
  });
  test.each(['putin/xi', 'putin_xi', 'putin–xi'])('%s is putin-xi', async (asked) =>
    expect(words(await say(`brief ${asked}`))).toContain('Putin, Xi'),
  );
  test('of a sentence the words that tell something do not go first', async () =>
    expect(words(await say('brief "zeppelin later said"'))).toContain('Found nothing'));
  test('a possessive finds the name, no word finds nothing', async () => {
    expect(words(await say("brief putin's talks"))).toContain('Putin heads to Beijing');
    expect(words(await say('brief 🚢'))).toContain('Found nothing');
  });
  test('of misspelt words the whole is spelled anew', async () =>
    expect(JSON.stringify(await say('brief "marena ferryy"'))).toContain('brief marenna ferry'));
  test('suggestions complete the last word with what stands beside the first, and are no small words', async () => {
    const suggest = async (typed: string) =>
      (
        await handlers().suggest(
          { eventId: '1', tenant: DESK, channel: 'desk', isManager: false, body: { kind: 'command', name: 'brief', options: {} } },
          'topic',
          typed,
        )
      ).map(({ value }) => value);
    expect(await suggest('putin-x')).toEqual(['putin-xi']);
    expect(await suggest('ferry ma')).toContain('ferry marenna');
    expect(await suggest('zeppelin qqq')).toEqual([]);
    expect(await suggest('')).not.toEqual(expect.arrayContaining(['the']));
    expect(await suggest('f')).not.toEqual(expect.arrayContaining(['for']));
  });
  test('a defined topic that nothing fits is not offered again', async () => {
    const document = await say('brief zeppelins');
    expect(words(document)).toContain('Found nothing');
    expect(document.blocks.some(({ kind }) => kind === 'actions')).toBe(false);
  });
  test('an unknown topic names what is spelled like it', async () => {
    const document = await say('brief ferryy');
    expect(document.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions.map(({ ask }) => ask) : [])).join()).toMatch(
      /brief ferry/i,
    );
  });
});

describe('asking for quotes and figures', () => {
  test('a part of a name, the whole name and a typo', async () => {
    expect(words(await say('quotes gabuev'))).toContain('Alexander Gabuev');
    expect(words(await say('quotes "Alexander Gabuev"'))).toContain('China holds all of the cards');
    expect(words(await say('quotes gabuyev'))).toContain('China holds all of the cards');
    expect(words(await say('quotes gubyv'))).not.toContain('China holds');
  });
  test('about narrows it', async () => {
    const quotes = (await say('quotes about ferry')).blocks.filter(({ kind }) => kind === 'quote');
    expect(quotes.length).toBeGreaterThan(3);
    expect(words(await say('quotes putin about ferry'))).toMatch(/nothing for quotes by Vladimir Putin about ferry/i);
  });
  test('since when is said, and that there may be older ones', async () => {
    expect(words(await say('quotes putin since 2023-10-01'))).toMatch(/Quotes · Vladimir Putin.* · since /);
    const none = await say('quotes about:putin since:2023-10-17');
    expect(words(none)).toMatch(/Found nothing for quotes about putin since 17 October 2023/);
    expect(JSON.stringify(none)).toContain('"ask":"quotes about:putin"');
    expect(words(none)).not.toContain('Nothing in the store');
    expect(JSON.stringify(await say('figures putin since:2023-10-17'))).toContain('"ask":"figures putin"');
  });
  test('pages follow one another without a gap', async () => {
    const shown = new Set<string>();
    let ask: string | undefined = 'quotes';
    let pages = 0;
    while (ask && pages < 20) {
      const document: MessageDocument = await say(ask);
      for (const block of document.blocks) if (block.kind === 'quote') shown.add(`${block.speakers.join()}: ${block.text}`);
      ask = document.blocks
        .flatMap((block) => (block.kind === 'actions' ? block.actions : []))
        .find((action) => action.ask.includes('skip:'))?.ask;
      pages++;
    }
    const { total } = await engine.storage.tenant(SAMPLE).library.quotes({ leastConfidence: 0.3, limit: 1 });
    expect(pages).toBeGreaterThan(3);
    expect(shown.size).toBe(total);
  });

  test('an office leads to whoever holds it, and two names to both', async () => {
    const vastri = words(await say('what did the prime minister say'));
    expect(vastri).toContain('Quotes · Leona Vastri');
    expect(vastri).toContain('I will not have the dead of Brae settled like an account');
    const both = words(await say('what did vastri and odrin say'));
    expect(both).toContain('Quotes · Leona Vastri and Pavel Odrin');
    expect(both).toContain('nobody here is talking about giving up');
    expect(words(await say('quotes vastri and zeppelin'))).toContain('Found nothing');
    // Several ministers: who is meant is asked.
    expect(JSON.stringify(await say('quotes the minister'))).toMatch(/"ask":"quotes [^"]+"/);
  });

  test('“on” behind a name leads to the subject', async () => {
    const found = JSON.stringify(await say('quotes of putin on china'));
    expect(found).toContain('Vladimir Putin');
    expect(found).toContain('about china');
  });

  test('of somebody who is quoted nowhere, but named beside quotes, those are offered', async () => {
    const said = JSON.stringify(await say('what did the coast guard say'));
    expect(said).toContain('quotes by “the coast guard”');
    expect(said).toContain('quotes about:\\"the coast guard\\"');
  });

  test('figures for words that are not all found are those of the topic among them, and it is said', async () => {
    const said = JSON.stringify(await say('how many people died in gaza yesteryear'));
    expect(said).toContain('these are about “gaza”');
    expect(said).toContain('more than 1,400 people');
  });

  test('figures by words and by unit', async () => {
    const lines = (document: MessageDocument) =>
      document.blocks.flatMap((block) => (block.kind === 'figures' ? block.lines.map(({ amount }) => amount) : []));
    expect(lines(await say('figures gaza')).join(' · ')).toMatch(/more than 1,400 people/);
    const percent = lines(await say('figures unit:percent'));
    expect(percent.length).toBeGreaterThan(0);
    expect(percent.filter((amount) => !/percent|%/.test(amount))).toEqual([]);
  });
});

describe('the daily briefing', () => {
  const asker = { tenant: DESK, channel: 'daily', isManager: true, zone: 'UTC', locale: 'en-GB' };
  const daily = () => dailyBriefing(asker, 'full', engine.storage, config, now);
  test('is new once; told, it comes again as it was and nothing in it is new', async () => {
    const first = await daily();
    expect(words(first?.document as MessageDocument)).toMatch(/"New/);
    await first?.recordTold();
    const second = await daily();
    expect(words(second?.document as MessageDocument)).not.toMatch(/"New/);
    const headlines = (document?: MessageDocument) => document?.blocks.filter((block) => block.kind === 'heading' && block.level === 2);
    expect(headlines(second?.document)).toEqual(headlines(first?.document));
  });
});
