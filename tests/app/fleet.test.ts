/** What the processes of a fleet share by the store: feeds, hosts, and what only one may have. Two "processes" over one embedded store. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHostQueue } from '#ingest/politeness.ts';
import { claimFeeds } from '../../src/app/claimed-feeds.ts';
import { createHostTurns } from '../../src/app/host-turns.ts';
import { standBy } from '../../src/cli/standby.ts';
import { openTemporary } from '../storage/engine.ts';

let engine: Awaited<ReturnType<typeof openTemporary>>;
let time: number;
const now = () => time;
const fail = (error: unknown): never => {
  throw error;
};
beforeEach(async () => {
  time = Date.UTC(2026, 5, 1);
  engine = await openTemporary();
});
afterEach(async () => {
  vi.useRealTimers();
  await engine.end();
});

test('each due feed is polled by one process; what one leaves when it stops the other takes at once', async () => {
  const { feeds } = engine.storage;
  const ids = Array.from({ length: 20 }, (_, index) => `feed${String(index).padStart(2, '0')}`);
  for (const id of ids) await feeds.put({ id, url: `https://${id}.example/`, title: id, owner: null, everybody: true });
  const [one, two] = [claimFeeds(feeds, now, fail), claimFeeds(feeds, now, fail)];
  const polled: string[] = [];
  const poll = async (by: typeof one, count: number) => {
    for (let index = 0; index < count; index++) {
      const feed = await by.next();
      if (!feed) return;
      await feeds.recordPoll(feed.id, { validators: {}, polledAt: time, nextPollAt: time + 60_000, failures: 0, problem: null });
      by.done(feed.id);
      polled.push(feed.id);
    }
  };
  await Promise.all([poll(one, 5), poll(two, 6)]);
  await one.stop();
  await poll(two, 100);
  expect(polled.length).toBe(20);
  expect([...polled].sort()).toEqual(ids);
  await two.stop();
});

test('a feed whose reading fails by a fault of ours is left alone for ten minutes', async () => {
  const { feeds } = engine.storage;
  await feeds.put({ id: 'bad', url: 'https://bad.example/', title: 'Bad', owner: null, everybody: true });
  const claimed = claimFeeds(feeds, now, fail);
  expect((await claimed.next())?.id).toBe('bad');
  await claimed.failed('bad');
  time += 9 * 60_000;
  expect(await claimed.next()).toBeUndefined();
  time += 60_000;
  expect((await claimed.next())?.id).toBe('bad');
  await claimed.stop();
});

test('a host is asked by one process at a time, with its pause between, while other hosts go on', async () => {
  const process = (holder: string) => {
    const pause = async (ms: number) => {
      time += ms;
      await new Promise((resolve) => setImmediate(resolve));
    };
    const turns = createHostTurns({ leases: engine.storage.leases, holder, now, pause, random: () => 0.5, onFault: fail });
    return { turns, queue: createHostQueue({ delayMs: 500, now, turns, pause }) };
  };
  const processes = [process('one'), process('two')];
  const asked: { readonly host: string; readonly from: number; to: number }[] = [];
  const ask = async (which: number, host: string) => {
    const entry = { host, from: time, to: 0 };
    await processes[which]?.queue.run(`https://${host}/feed`, async () => {
      Object.assign(entry, { from: time });
      asked.push(entry);
      for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
      time += 40;
      entry.to = time;
    });
  };
  await Promise.all([ask(0, 'a.example'), ask(1, 'a.example'), ask(0, 'a.example'), ask(1, 'b.example'), ask(1, 'a.example')]);
  const a = asked.filter(({ host }) => host === 'a.example').sort((one, two) => one.from - two.from);
  expect(a.length).toBe(4);
  for (const [index, { from }] of a.entries()) if (index > 0) expect(from - (a[index - 1]?.to ?? 0)).toBeGreaterThanOrEqual(500);
  for (const { turns } of processes) turns.stop();
});

test('of two that may have a thing only one at a time, the second waits, takes it over from a dead one, and the dead one hears of it', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const settings = (holder: string) => ({ holder, now, onFault: fail });
  const one = standBy(engine.storage.leases, 'shard', settings('one'));
  expect(await one.taken).toBe(true);
  const two = standBy(engine.storage.leases, 'shard', settings('two'));
  let isTwos = false;
  void two.taken.then((isTaken) => {
    isTwos = isTaken;
  });
  const pass = async (ms: number) => {
    time += ms;
    vi.advanceTimersByTime(ms);
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  };
  for (let step = 0; step < 5; step++) await pass(4_000);
  expect(isTwos).toBe(false);
  await one.stop();
  await pass(4_000);
  expect(isTwos).toBe(true);
  const late = standBy(engine.storage.leases, 'shard', settings('late'));
  await late.stop();
  expect(await late.taken).toBe(false);
  await two.stop();
});
