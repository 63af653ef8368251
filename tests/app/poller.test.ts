import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FetchOutcome } from '#model/feed.ts';
import { createPoller } from '../../src/app/poller.ts';
import { openTemporary } from '../storage/engine.ts';

const now = Date.parse('2026-11-25T10:00:00Z');
let engine: Awaited<ReturnType<typeof openTemporary>>;
let asked: string[];
let answers: Map<string, (outcome: FetchOutcome) => void>;
let faults: unknown[];

beforeEach(async () => {
  engine = await openTemporary(() => now);
  asked = [];
  answers = new Map();
  faults = [];
});
afterEach(() => engine.end());

const enrol = async (...urls: string[]) => {
  for (const url of urls) await engine.storage.feeds.put({ id: url.replaceAll(/\W/g, ''), url, title: 'T', owner: null, everybody: true });
};
const poller = (atOnce: number) =>
  createPoller({
    tools: {
      storage: engine.storage,
      now: () => now,
      pollMinutes: 15,
      fetchFeed: (url) => {
        asked.push(url);
        return new Promise((resolve) => answers.set(url, resolve));
      },
    },
    atOnce,
    onReport: () => {},
    onFault: (error) => void faults.push(error),
  });
const UNREAD = {
  title: 'T',
  owner: null,
  everybody: true,
  validators: {},
  polledAt: null,
  nextPollAt: null,
  failures: 0,
  problem: null,
};
const dead: FetchOutcome = { kind: 'failed', problem: { code: 'dns', message: 'Gone.' } };
/** Until what was answered has been recorded and the next ones asked. */
const settled = async (count: number) => {
  while (asked.length < count) await new Promise((resolve) => setImmediate(resolve));
};

test('one feed of a host at a time, and a host that hangs holds up no other', async () => {
  await enrol('https://a.example/1', 'https://a.example/2', 'https://a.example/3', 'https://b.example/1', 'https://c.example/1');
  const polling = poller(3);
  polling.tick();
  await settled(3);
  expect(asked).toEqual(['https://a.example/1', 'https://b.example/1', 'https://c.example/1']);
  answers.get('https://b.example/1')?.(dead);
  answers.get('https://c.example/1')?.(dead);
  await enrol('https://d.example/1');
  polling.tick();
  await settled(4);
  expect(asked.at(-1)).toBe('https://d.example/1');
  answers.get('https://a.example/1')?.(dead);
  await settled(5);
  expect(asked.at(-1)).toBe('https://a.example/2');
});

test('what is under way or waits is not taken up again', async () => {
  await enrol('https://a.example/1', 'https://a.example/2');
  const polling = poller(3);
  polling.tick();
  polling.tick();
  await settled(1);
  answers.get('https://a.example/1')?.(dead);
  await settled(2);
  answers.get('https://a.example/2')?.(dead);
  await polling.idle();
  expect(asked).toEqual(['https://a.example/1', 'https://a.example/2']);
});

test('a fault of ours is told and stops nothing', async () => {
  await enrol('https://a.example/1', 'https://b.example/1');
  const polling = createPoller({
    tools: {
      storage: engine.storage,
      now: () => now,
      pollMinutes: 15,
      fetchFeed: async (url) => (url.includes('a.') ? Promise.reject(new Error('ours')) : dead),
    },
    atOnce: 1,
    onReport: (report) => void asked.push(report.feed.url),
    onFault: (error) => void faults.push(error),
  });
  polling.tick();
  await polling.idle();
  expect([asked, faults.map(String)]).toEqual([['https://b.example/1'], ['Error: ours']]);
});

test('a stop takes up nothing more, and what was given up is no failure of the feed', async () => {
  await enrol('https://a.example/1', 'https://a.example/2');
  const polling = poller(3);
  polling.tick();
  await settled(1);
  const stopping = polling.stop();
  answers.get('https://a.example/1')?.({ kind: 'failed', problem: { code: 'stopped', message: 'Stopped.' } });
  await stopping;
  expect([asked.length, (await engine.storage.feeds.list()).map(({ failures, polledAt }) => [failures, polledAt])]).toEqual([
    1,
    [
      [0, null],
      [0, null],
    ],
  ]);
});

test('a tick is heard at whatever moment of the last look it comes', async () => {
  for (let turns = 0; turns < 40; turns++) {
    const due: { readonly id: string; readonly url: string }[] = [];
    const polled: string[] = [];
    const polling = createPoller({
      tools: {
        storage: {
          ...engine.storage,
          feeds: {
            ...engine.storage.feeds,
            claim: async () => due.splice(0).map((feed) => ({ ...UNREAD, ...feed })),
            keep: async () => {},
            recordPoll: async () => {},
          },
        },
        now: () => now,
        pollMinutes: 15,
        fetchFeed: async (url) => {
          polled.push(url);
          return dead;
        },
      },
      atOnce: 3,
      onReport: () => {},
      onFault: (error) => void faults.push(error),
    });
    polling.tick();
    for (let turn = 0; turn < turns; turn++) await null;
    due.push({ id: 'a', url: 'https://a.example/1' });
    polling.tick();
    await polling.idle();
    await polling.stop();
    expect([turns, polled]).toEqual([turns, ['https://a.example/1']]);
  }
  expect(faults).toEqual([]);
});
