/** What a channel is posted: what is new to it, what changed, and what is said when there is neither. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SAMPLE } from '#model/subscription.ts';
import { BUDGET, DAY_MS, FERRY, HOUR_MS, LAB, MINUTE_MS, MONDAY, NEWS, type Newsroom, openNewsroom, STORM } from './newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
});
afterEach(() => room.end());

const words = (index: number): string => JSON.stringify(room.world.standing[index]?.document ?? null);
const last = (): string => JSON.stringify(room.world.standing.at(-1)?.document ?? null);
/** Through the slot of this day, counted from 0. */
const day = (number: number): Promise<void> => room.runUntil(MONDAY + number * DAY_MS + 9 * HOUR_MS);
const reasons = async () =>
  (await room.storage.tenant(LAB).deliveries.list({ limit: 9 })).map(({ state, steps }) => [state, steps.at(-1)?.problem?.code]).reverse();

describe('told is told', () => {
  test('the second slot has what is new, and not what the first one had', async () => {
    await room.addSchedule();
    await room.publish(FERRY);
    await day(0);
    await room.publish(STORM);
    await day(1);
    expect(words(1)).toContain('Storm Halina');
    expect(words(1)).not.toContain('Ferry');
    await day(2);
    expect(await reasons()).toEqual([
      ['sent', undefined],
      ['sent', undefined],
      ['skipped', 'nothing-new'],
    ]);
  });

  test('a story that moved says what changed and quotes only what was not quoted', async () => {
    await room.addSchedule();
    await room.publish(FERRY);
    await day(0);
    await room.publish({
      title: 'Ferry runs aground off Lunde: five in hospital',
      url: 'https://harbour.example/ferry-2',
      text: 'Five people were taken to hospital after a ferry with 140 passengers ran aground off Lunde, the coast guard said on Tuesday.\n\n“The rocks are on every chart,” Jon Aske, the coast guard commander, told reporters.\n\n“Everyone is off the ship and safe,” Mara Holm, the harbour master, had said on Monday.',
    });
    await day(1);
    expect(room.world.standing.length).toBe(2);
    expect(words(1)).toContain('The rocks are on every chart');
    expect(words(1)).toContain('Changed since the last briefing');
    const quotes = room.world.standing[1]?.document.blocks.flatMap((block) => (block.kind === 'quote' ? [block.text] : []));
    expect(quotes).toEqual(['The rocks are on every chart,']);
  });

  test('a count that moved is told as a change', async () => {
    await room.addSchedule();
    const rest =
      'Villages around Mount Teska in the province of Orvane were hit hardest, and the road from Sarn to Belloch is closed.\n\n“We dig with our hands,” said Lena Orsova, a teacher in Belloch.\n\nThe interior minister, Pavel Drenko, is to visit Sarn with rescuers of the Red Cross.';
    await room.publish({
      title: 'Quake in Orvane kills 1,300 around Mount Teska',
      text: `The quake in Orvane killed 1,300 people, the government said on Sunday.\n\n${rest}`,
    });
    await day(0);
    await room.publish({
      title: 'Quake in Orvane: toll around Mount Teska rises to 1,400',
      text: `The quake in Orvane killed at least 1,400 people, the government said on Monday.\n\nA hospital ship has left for the port of Sarn with forty doctors, and planes bring tents from three countries.\n\n${rest}`,
    });
    await day(1);
    expect(words(1)).toMatch(/at least 1,400.*1,300/i);
  });

  test('each channel has its own memory', async () => {
    await room.addSchedule();
    await room.addSchedule({ channel: `${LAB}:other`, when: { kind: 'cron', expression: '0 20 * * *' } });
    await room.publish(FERRY);
    await room.runUntil(MONDAY + 21 * HOUR_MS);
    expect(room.world.standing.map(({ channel }) => channel)).toEqual([NEWS, `${LAB}:other`]);
    expect(words(1)).toContain('Everyone is off the ship');
  });

  test('a feed that edits titles, moves to another host or gives new dates repeats nothing', async () => {
    await room.addSchedule();
    for (const article of [FERRY, BUDGET, STORM]) await room.publish(article);
    await day(0);
    const now = room.now;
    for (const article of [FERRY, BUDGET, STORM]) {
      await room.publish({
        ...article,
        title: `Live: ${article.title}`,
        url: `https://harbour.example/${encodeURIComponent(article.title)}`,
      });
      await room.publish({ ...article, url: `https://www.harbour-news.example/${encodeURIComponent(article.title)}`, at: now });
    }
    await day(1);
    expect(room.world.standing.length).toBe(1);
    expect((await reasons())[1]).toEqual(['skipped', 'nothing-new']);
  });

  test('what a parked briefing would have told is in the next one', async () => {
    await room.addSchedule();
    await room.publish(FERRY);
    room.world.trouble = () => ({ kind: 'refused', problem: { code: 'x', message: 'Gone.' } });
    await day(0);
    room.world.trouble = () => undefined;
    await day(1);
    expect(words(0)).toContain('Everyone is off the ship');
  });
});

describe('a feed that was just added', () => {
  const many = Array.from({ length: 40 }, (_, number) => ({
    title: `Harbour note ${number} about pier ${number * 7}`,
    text: `The pier ${number * 7} was painted in shade ${number} this week, as clerk ${String.fromCharCode(65 + (number % 26))}orin wrote in note ${number}.`,
  }));

  test('floods nothing with its backlog, however it is dated; what it brings later is news', async () => {
    await room.addSchedule();
    room.now = MONDAY + 2 * HOUR_MS;
    await room.storage.feeds.put({ id: 'quay', url: 'https://quay.example/', title: 'The quay', owner: null, everybody: true });
    for (const article of many) await room.publish({ ...article, feed: 'quay', at: room.now - MINUTE_MS });
    await room.publish({ ...BUDGET, feed: 'quay', at: room.now + HOUR_MS });
    await room.storage.feeds.recordPoll('quay', { validators: {}, polledAt: room.now, nextPollAt: null, failures: 0, problem: null });
    await day(0);
    expect(await reasons()).toEqual([['skipped', 'nothing-new']]);
    await room.publish({ ...STORM, feed: 'quay' });
    await room.publish(FERRY);
    await day(1);
    expect(words(0)).toContain('Storm Halina');
    expect(words(0)).toContain('Ferry runs aground');
    expect(words(0)).not.toContain('Harbour note');
    expect(words(0)).not.toContain('Aldery');
  });

  test('still answers when it is asked: the backlog is in the store', async () => {
    await room.storage.feeds.put({ id: 'quay', url: 'https://quay.example/', title: 'The quay', owner: null, everybody: true });
    for (const article of many) await room.publish({ ...article, feed: 'quay' });
    await room.storage.feeds.recordPoll('quay', { validators: {}, polledAt: room.now, nextPollAt: null, failures: 0, problem: null });
    expect((await room.storage.tenant(LAB).library.articles({ all: ['pier'], limit: 100 })).length).toBe(40);
  });
});

describe('when nothing is new', () => {
  test('nothing, one line or the best of the quiet day, as the schedule says', async () => {
    await room.addSchedule();
    await room.addSchedule({ channel: `${LAB}:line`, empty: 'one-line' });
    await room.addSchedule({ channel: `${LAB}:best`, empty: 'best' });
    await room.publish({ ...FERRY, at: MONDAY + 7 * HOUR_MS });
    await day(0);
    expect(room.world.standing.length).toBe(3);
    await room.runUntil(MONDAY + DAY_MS + 6 * HOUR_MS);
    await room.addSchedule({ channel: `${LAB}:best`, when: { kind: 'cron', expression: '30 6 * * *' }, empty: 'best' });
    await room.runUntil(MONDAY + DAY_MS + 6.8 * HOUR_MS);
    expect(room.world.standing.length).toBe(4);
    expect(words(3)).toContain('Nothing new since the last briefing here');
    expect(words(3)).toContain('Ferry runs aground');
    await day(1);
    const posted = room.world.standing.slice(4).map(({ channel }) => channel);
    expect(posted).toContain(`${LAB}:line`);
    expect(posted).not.toContain(NEWS);
    expect(JSON.stringify(room.world.standing.filter(({ channel }) => channel.endsWith('line')).at(-1))).toContain(
      'Top stories: nothing new since the last briefing.',
    );
  });
});

test('a first briefing without news speaks of no last one', async () => {
  await room.addSchedule({ empty: 'one-line' });
  await day(0);
  expect(words(0)).toContain('Top stories: nothing new.');
});

describe('topics', () => {
  test('several share a briefing, each with its button; a schedule hears of nothing else', async () => {
    await room.addSchedule({ topics: ['ferry', 'storm'] });
    for (const article of [FERRY, BUDGET, STORM]) await room.publish(article);
    await day(0);
    expect(words(0)).toContain('Ferry · Storm');
    expect(words(0)).toContain('Storm Halina');
    expect(words(0)).toContain('Ferry runs aground');
    expect(words(0)).not.toContain('Aldery');
    expect(words(0)).toContain('brief storm detail:full');
  });

  test('what the channel muted stays out', async () => {
    await room.addSchedule();
    await room.storage.tenant(LAB).mutes.add(NEWS, { kind: 'word', what: 'ferry' });
    await room.publish(FERRY);
    await room.publish(STORM);
    await day(0);
    expect(words(0)).toContain('Storm Halina');
    expect(words(0)).not.toContain('Ferry');
  });

  test('the default post fits a phone', async () => {
    await room.addSchedule();
    for (const article of [FERRY, BUDGET, STORM]) await room.publish(article);
    await day(0);
    const text = [...last().matchAll(/"(?:text|outlet|amount|counts|speakers)":\[?"((?:[^"\\]|\\.)*)"/g)].map(([, part]) => part).join(' ');
    expect(text.length).toBeLessThan(1_400);
  });
});

describe('the sample', () => {
  beforeEach(async () => {
    await room.storage.feeds.remove('harbour');
    await room.storage.feeds.put({ id: 'tales', url: 'file:///tales', title: 'Tales', owner: SAMPLE, everybody: false });
    (room as { config: Newsroom['config'] }).config = { ...room.config, sample: { asOf: MONDAY, feeds: [] } };
    await room.restart();
    await room.publish({ ...FERRY, feed: 'tales', owner: SAMPLE });
  });

  test('stands on the desk, marked, and in no real channel', async () => {
    await room.addSchedule({ tenant: 'desk', channel: 'desk' });
    await room.addSchedule({ tenant: 'desk', channel: NEWS });
    await day(0);
    expect(room.world.standing.map(({ channel }) => channel)).toEqual(['desk']);
    expect(words(0)).toMatch(/SAMPLE/i);
    const rows = await room.storage.tenant('desk').deliveries.list({ limit: 5 });
    expect(rows.map(({ channel, state, steps }) => [channel, state, steps.at(-1)?.problem?.code])).toContainEqual([
      NEWS,
      'skipped',
      'sample',
    ]);
  });
});
