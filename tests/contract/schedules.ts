/** What every storage engine must do with schedules, slots and the ledger. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '#model/correction.ts';
import type { Delivery, Schedule, Slot } from '#model/schedule.ts';
import type { ToldRecord } from '#model/subscription.ts';
import type { Storage } from '#storage/storage.ts';
import { HOUR_MS, ingested, NOON } from './ingested.ts';
import type { EngineUnderTest } from './storage.ts';

const LAB = 'chat:LAB';
const scheduleOf = (id: string, more: Partial<Schedule> = {}): Schedule => ({
  id,
  tenant: LAB,
  channel: `${LAB}:news`,
  topics: ['harbour'],
  when: { kind: 'days', days: [1, 2, 3, 4, 5], at: '12:00' },
  zone: 'UTC',
  locale: 'en-GB',
  detail: 'short',
  empty: 'nothing',
  quiet: [],
  paused: false,
  addedAt: NOON,
  origin: 'store',
  ...more,
});
const slotOf = (at: number): Slot => ({ local: new Date(at).toISOString().slice(0, 16), at });
const deliveryOf = (schedule: Schedule, slot: Slot, more: Partial<Delivery> = {}): Delivery => ({
  id: `${schedule.id}@${slot.local}`,
  tenant: schedule.tenant,
  scheduleId: schedule.id,
  channel: schedule.channel,
  slot,
  state: 'planned',
  steps: [{ at: slot.at, state: 'planned' }],
  parts: [],
  ...more,
});

export function describeSchedules(engine: string, open: () => Promise<EngineUnderTest>): void {
  let tested: EngineUnderTest;
  let storage: Storage;
  beforeEach(async () => {
    tested = await open();
    storage = tested.storage;
  });
  afterEach(() => tested.end());
  const lab = () => storage.tenant(LAB);
  const first = slotOf(NOON);
  const second = slotOf(NOON + 24 * HOUR_MS);

  describe(`${engine}: schedules`, () => {
    test('a schedule is put, changed and removed; each tenant sees its own', async () => {
      await lab().schedules.put(scheduleOf('s1'), first);
      await lab().schedules.put(scheduleOf('s2', { addedAt: NOON + 1 }), null);
      await lab().schedules.put(scheduleOf('s1', { paused: true }), null);
      expect(await lab().schedules.list()).toEqual([
        { schedule: scheduleOf('s1', { paused: true }), next: null },
        { schedule: scheduleOf('s2', { addedAt: NOON + 1 }), next: null },
      ]);
      // Whoever runs the bot sees them all.
      expect((await storage.work.schedules()).map(({ schedule }) => schedule.id)).toEqual(['s1', 's2']);
      const other = storage.tenant('chat:OTHER');
      expect(await other.schedules.list()).toEqual([]);
      expect(await other.schedules.get('s1')).toBeUndefined();
      expect(await other.schedules.remove('s1')).toBe(false);
      await other.schedules.put(scheduleOf('s1', { tenant: 'chat:OTHER', channel: 'stolen' }), first);
      expect((await lab().schedules.get('s1'))?.schedule.channel).toBe(`${LAB}:news`);
      await expect(other.schedules.put(scheduleOf('s1'), null)).rejects.toThrow('not');
      expect(await lab().schedules.remove('s1')).toBe(true);
      expect(await lab().schedules.get('s1')).toBeUndefined();
    });

    test('those are due whose slot has come, the earliest first; paused ones never', async () => {
      await lab().schedules.put(scheduleOf('later'), slotOf(NOON + 1));
      await lab().schedules.put(scheduleOf('now'), slotOf(NOON));
      await lab().schedules.put(scheduleOf('paused', { paused: true }), null);
      await storage.tenant('desk').schedules.put(scheduleOf('before', { tenant: 'desk' }), slotOf(NOON - 1));
      expect((await storage.work.due(NOON, 10)).map(({ schedule, next }) => [schedule.id, next.at])).toEqual([
        ['before', NOON - 1],
        ['now', NOON],
      ]);
      expect((await storage.work.due(NOON, 1)).length).toBe(1);
    });

    test('a slot is claimed once, with its delivery, and its deliveries outlive the schedule', async () => {
      const schedule = scheduleOf('s1');
      await lab().schedules.put(schedule, first);
      expect(await storage.work.claim('s1', first, second, [deliveryOf(schedule, first)])).toBe(true);
      expect(await storage.work.claim('s1', first, second, [deliveryOf(schedule, first)])).toBe(false);
      expect((await lab().schedules.get('s1'))?.next).toEqual(second);
      storage = await tested.reopen();
      await lab().schedules.remove('s1');
      expect(await lab().deliveries.list({ limit: 5 })).toEqual([deliveryOf(schedule, first)]);
    });

    test('of many claims at once one goes through', async () => {
      const schedule = scheduleOf('s1');
      await lab().schedules.put(schedule, first);
      const claims = Array.from({ length: 8 }, () => storage.work.claim('s1', first, second, [deliveryOf(schedule, first)]));
      expect((await Promise.all(claims)).filter(Boolean).length).toBe(1);
    });

    test('a slot that is in the ledger already is not written again, even where the schedule was set back', async () => {
      const schedule = scheduleOf('s1');
      await lab().schedules.put(schedule, first);
      await storage.work.claim('s1', first, second, [deliveryOf(schedule, first)]);
      await lab().deliveries.save(deliveryOf(schedule, first, { state: 'sent' }));
      await lab().schedules.put(schedule, first);
      expect(await storage.work.claim('s1', first, second, [deliveryOf(schedule, first)])).toBe(true);
      expect((await lab().deliveries.list({ limit: 5 })).map(({ state }) => state)).toEqual(['sent']);
    });

    test('a claim that cannot be written leaves the schedule where it was', async () => {
      const schedule = scheduleOf('s1');
      await lab().schedules.put(schedule, first);
      const wrong = deliveryOf(schedule, first, { state: 'lost' as Delivery['state'] });
      await expect(storage.work.claim('s1', first, second, [wrong])).rejects.toThrow();
      expect((await lab().schedules.get('s1'))?.next).toEqual(first);
      expect(await lab().deliveries.list({ limit: 5 })).toEqual([]);
    });
  });

  describe(`${engine}: deliveries`, () => {
    test('a delivery and what it told are written together; unfinished ones are found, the earliest slot first', async () => {
      const schedule = scheduleOf('s1');
      await lab().schedules.put(schedule, first);
      await storage.work.claim('s1', first, second, [deliveryOf(schedule, second), deliveryOf(schedule, first)]);
      expect((await storage.work.unfinished(5)).map(({ id }) => id)).toEqual([`s1@${first.local}`, `s1@${second.local}`]);
      expect((await storage.work.latest(1)).map(({ id }) => id)).toEqual([`s1@${second.local}`]);
      const told: ToldRecord = { channel: schedule.channel, kind: 'story', key: 'x', detail: '{}', at: NOON };
      const part = {
        key: 'k',
        document: { summary: 'é', blocks: [] },
        tells: [told],
        posted: { at: NOON, channel: schedule.channel, ids: ['1'] },
      };
      const sent = deliveryOf(schedule, first, { state: 'sent', parts: [part] });
      await lab().deliveries.save(sent, [told]);
      expect(await lab().deliveries.get(sent.id)).toEqual(sent);
      expect(await lab().told.of(schedule.channel)).toEqual([told]);
      expect((await storage.work.unfinished(5)).map(({ id }) => id)).toEqual([`s1@${second.local}`]);
      expect((await lab().deliveries.list({ limit: 5 })).map(({ id }) => id)).toEqual([`s1@${second.local}`, `s1@${first.local}`]);
      expect((await lab().deliveries.list({ states: ['sent', 'parked'], limit: 5 })).map(({ id }) => id)).toEqual([sent.id]);
      expect(await lab().deliveries.list({ scheduleId: 's2', limit: 5 })).toEqual([]);
    });

    test('one of another tenant, or of nobody, is neither read nor written', async () => {
      const schedule = scheduleOf('s1');
      await lab().schedules.put(schedule, first);
      await storage.work.claim('s1', first, second, [deliveryOf(schedule, first)]);
      const other = storage.tenant('chat:OTHER').deliveries;
      expect(await other.get(`s1@${first.local}`)).toBeUndefined();
      expect(await other.list({ limit: 5 })).toEqual([]);
      const told: ToldRecord = { channel: 'c', kind: 'story', key: 'x', detail: '{}', at: NOON };
      await expect(other.save(deliveryOf(schedule, first, { state: 'sent' }), [told])).rejects.toThrow('no delivery');
      expect((await lab().deliveries.get(`s1@${first.local}`))?.state).toBe('planned');
      expect(await storage.tenant('chat:OTHER').told.of('c')).toEqual([]);
    });
  });

  describe(`${engine}: since when feeds are read`, () => {
    test('from the end of the first poll that went well, or from the subscription to a feed that not everybody reads', async () => {
      const feed = { url: 'https://harbour.example/', title: 'Harbour', owner: null, everybody: true };
      const polled = { validators: {}, nextPollAt: null, failures: 0, problem: null };
      await storage.feeds.put({ id: 'harbour', ...feed });
      await storage.feeds.put({ id: 'lighthouse', ...feed, everybody: false });
      await storage.feeds.recordPoll('harbour', { ...polled, polledAt: NOON - HOUR_MS, failures: 1 });
      expect(await lab().subscriptions.readSince()).toEqual(new Map());
      // Fetched while the first poll was under way.
      await storage.articles.put(null, [ingested({ id: 'a', at: NOON - HOUR_MS })]);
      const fetchedAt = (await storage.articles.get('a'))?.article.fetchedAt ?? 0;
      await storage.feeds.recordPoll('harbour', { ...polled, polledAt: fetchedAt - 5 });
      await storage.feeds.recordPoll('harbour', { ...polled, polledAt: NOON + HOUR_MS });
      await storage.feeds.recordPoll('lighthouse', { ...polled, polledAt: NOON });
      await lab().subscriptions.add('lighthouse', NOON + 2 * HOUR_MS);
      await lab().subscriptions.add('harbour', NOON + 2 * HOUR_MS);
      expect(await lab().subscriptions.readSince()).toEqual(
        new Map([
          ['harbour', fetchedAt],
          ['lighthouse', NOON + 2 * HOUR_MS],
        ]),
      );
    });

    test('a report is put, changed and listed; each tenant sees its own, and what is withdrawn waits for its correction', async () => {
      const report: Report = {
        id: 'r1',
        tenant: LAB,
        deliveryId: 's1@x',
        channel: `${LAB}:news`,
        what: { kind: 'quote', text: 'It moved', speakers: ['Ada Pell'], url: 'https://vale.example/1' },
        at: NOON,
        state: 'open',
      };
      await lab().reports.put(report);
      await lab().reports.put({ ...report, id: 'r2', at: NOON + 1 });
      await lab().reports.put({ ...report, state: 'withdrawn', decided: { at: NOON + 2 } });
      expect((await lab().reports.list({ limit: 9 })).map(({ id, state }) => [id, state])).toEqual([
        ['r2', 'open'],
        ['r1', 'withdrawn'],
      ]);
      expect((await lab().reports.list({ states: ['withdrawn'], limit: 9 })).map(({ id }) => id)).toEqual(['r1']);
      expect(await storage.work.withdrawn(9)).toEqual([await lab().reports.get('r1')]);
      const other = storage.tenant('chat:OTHER');
      expect([await other.reports.get('r1'), await other.reports.list({ limit: 9 })]).toEqual([undefined, []]);
      await other.reports.put({ ...report, tenant: 'chat:OTHER', channel: 'stolen' });
      expect((await lab().reports.get('r1'))?.channel).toBe(`${LAB}:news`);
      await expect(other.reports.put(report)).rejects.toThrow('not');
    });
  });
}
