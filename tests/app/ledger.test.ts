import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Delivery } from '#model/schedule.ts';
import { BUDGET, DAY_MS, FERRY, HOUR_MS, LAB, MINUTE_MS, MONDAY, NEWS, type Newsroom, openNewsroom, STORM } from './newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
});
afterEach(() => room.end());

const ledger = (): Promise<readonly Delivery[]> => room.storage.tenant(LAB).deliveries.list({ limit: 100 });
const states = async () => (await ledger()).map(({ slot, state, steps }) => [slot.local, state, steps.at(-1)?.problem?.code]).reverse();
const words = (index: number): string => JSON.stringify(room.world.standing[index]?.document.blocks);
const refused = {
  kind: 'refused' as const,
  problem: { code: 'not-in-channel', message: 'The bot is not in that channel.', hint: 'Invite it.' },
};
const later = (ms: number) => ({
  kind: 'later' as const,
  retryAt: room.now + ms,
  problem: { code: 'limited', message: 'Too many messages.' },
});

describe('a slot', () => {
  test('is posted once, at its time, and the ledger says how', async () => {
    await room.addSchedule();
    await room.publish(FERRY);
    await room.runUntil(MONDAY + 8 * HOUR_MS - 1);
    expect(room.world.standing).toEqual([]);
    await room.runUntil(MONDAY + 9 * HOUR_MS);
    expect(room.world.standing).toMatchObject([{ channel: NEWS, key: 's1@2026-11-23T08:00#1', at: MONDAY + 8 * HOUR_MS }]);
    expect(words(0)).toContain('Everyone is off the ship and safe');
    const [delivery] = await ledger();
    expect(delivery?.steps).toEqual([
      { at: MONDAY + 8 * HOUR_MS, state: 'planned' },
      { at: MONDAY + 8 * HOUR_MS, state: 'composing' },
      { at: MONDAY + 8 * HOUR_MS, state: 'sending', posted: 0 },
      { at: MONDAY + 8 * HOUR_MS, state: 'sent' },
    ]);
    expect(delivery?.parts[0]?.posted).toEqual({ at: MONDAY + 8 * HOUR_MS, channel: NEWS, ids: ['0'] });
  });

  test('in full detail is one part for each story, in order', async () => {
    await room.addSchedule({ detail: 'full' });
    for (const article of [FERRY, BUDGET, STORM]) await room.publish(article);
    await room.runUntil(MONDAY + 9 * HOUR_MS);
    expect(room.world.standing.map(({ key }) => key)).toEqual([1, 2, 3].map((part) => `s1@2026-11-23T08:00#${part}`));
    expect((await ledger())[0]?.steps.map(({ state, posted }) => [state, posted])).toEqual([
      ['planned', undefined],
      ['composing', undefined],
      ['sending', 0],
      ['sending', 1],
      ['sending', 2],
      ['sent', undefined],
    ]);
  });

  test('missed while the bot was down is caught up once; what is too old, and what a later one overtook, is recorded with its reason', async () => {
    await room.addSchedule({ when: { kind: 'cron', expression: '0 8,10 * * *' } });
    await room.publish({ ...FERRY, at: MONDAY + 3 * DAY_MS });
    room.now = MONDAY + 3 * DAY_MS + 11 * HOUR_MS;
    await room.restart();
    await room.runUntil(room.now);
    expect(room.world.standing.map(({ key }) => key)).toEqual(['s1@2026-11-26T10:00#1']);
    expect(words(0)).toContain('Late: this briefing was due on');
    expect(await states()).toEqual([
      ...['23T08', '23T10', '24T08', '24T10', '25T08', '25T10', '26T08'].map((slot) => [`2026-11-${slot}:00`, 'skipped', 'overtaken']),
      ['2026-11-26T10:00', 'sent', undefined],
    ]);
    room.now += 20 * DAY_MS + 8 * HOUR_MS;
    await room.restart();
    await room.runUntil(room.now);
    expect(room.world.standing.length).toBe(1);
    expect((await states()).slice(8).every(([, state, code]) => state === 'skipped' && code === 'missed')).toBe(true);
    expect((await states()).length).toBe(8 + 40);
  });

  test('a schedule by the minute that was down for a year costs few rows and tells of all', async () => {
    await room.addSchedule({ when: { kind: 'cron', expression: '* * * * *' } });
    room.now += 365 * DAY_MS;
    await room.restart();
    await room.clock.tick();
    await room.clock.idle();
    const rows = await room.storage.tenant(LAB).deliveries.list({ limit: 1_000 });
    expect(rows.length).toBe(51);
    expect(rows.find(({ slot }) => slot.local === '2026-11-23T00:50')?.steps[0]?.problem?.message).toContain('until 2027-11-23T00:00');
  });

  test('the clock set back posts nothing twice', async () => {
    await room.addSchedule();
    await room.publish(FERRY);
    await room.runUntil(MONDAY + 9 * HOUR_MS);
    room.now = MONDAY + 7 * HOUR_MS;
    await room.restart();
    await room.runUntil(MONDAY + 10 * HOUR_MS);
    expect(room.world.standing.length).toBe(1);
    expect((await ledger()).length).toBe(1);
  });

  test('in the hour that spring leaves out shares its first minute with those after it: one post, and the others say why', async () => {
    await room.end();
    const night = Date.parse('2027-03-28T00:00:00Z');
    room = await openNewsroom(night);
    await room.addSchedule({ when: { kind: 'cron', expression: '0,30 2,3 * * *' }, zone: 'Europe/Berlin', empty: 'one-line' });
    await room.runUntil(night + 3 * HOUR_MS);
    expect(room.world.standing.map(({ key, at }) => [key, new Date(at).toISOString().slice(11, 16)])).toEqual([
      ['s1@2027-03-28T03:00#1', '01:00'],
      ['s1@2027-03-28T03:30#1', '01:30'],
    ]);
    expect(await states()).toEqual([
      ['2027-03-28T02:00', 'skipped', 'overtaken'],
      ['2027-03-28T02:30', 'skipped', 'overtaken'],
      ['2027-03-28T03:00', 'sent', undefined],
      ['2027-03-28T03:30', 'sent', undefined],
    ]);
  });

  test('two ticks at once claim a slot once', async () => {
    await room.addSchedule();
    await room.publish(FERRY);
    room.now = MONDAY + 8 * HOUR_MS;
    await Promise.all([room.clock.tick(), room.clock.tick(), room.clock.tick()]);
    await room.clock.idle();
    expect(room.world.standing.length).toBe(1);
  });

  test('a slot whose time the zone’s new rules put off waits for it', async () => {
    const schedule = await room.addSchedule();
    await room.publish(FERRY);
    await room.storage.tenant(LAB).schedules.put(schedule, { local: '2026-11-23T08:00', at: MONDAY + 7 * HOUR_MS });
    await room.restart();
    await room.runUntil(MONDAY + 7 * HOUR_MS);
    expect(room.world.standing).toEqual([]);
    await room.runUntil(MONDAY + 8 * HOUR_MS);
    expect(room.world.standing[0]?.at).toBe(MONDAY + 8 * HOUR_MS);
  });

  test('of a schedule that was removed or paused in between is skipped with that reason', async () => {
    const schedule = await room.addSchedule();
    await room.publish(FERRY);
    room.world.trouble = () => later(60_000);
    await room.addSchedule({ id: 'first', when: { kind: 'cron', expression: '0 7 * * *' } });
    // Waits behind the first one in its channel.
    await room.runUntil(MONDAY + 8 * HOUR_MS + 30_000);
    await room.storage.tenant(LAB).schedules.remove(schedule.id);
    room.world.trouble = () => undefined;
    await room.runUntil(MONDAY + 9 * HOUR_MS);
    expect(await states()).toEqual([
      ['2026-11-23T07:00', 'sent', undefined],
      ['2026-11-23T08:00', 'skipped', 'schedule-removed'],
    ]);
  });
});

describe('trouble', () => {
  test('“later” is waited for as long as it says, and written down', async () => {
    await room.addSchedule();
    await room.publish(FERRY);
    let troubles = 2;
    room.world.trouble = () => (troubles-- > 0 ? later(7 * MINUTE_MS) : undefined);
    await room.runUntil(MONDAY + 9 * HOUR_MS);
    expect(room.world.tries.map(({ at }) => (at - MONDAY - 8 * HOUR_MS) / MINUTE_MS)).toEqual([0, 7, 14]);
    expect((await ledger())[0]?.steps.map(({ state, problem }) => [state, problem?.code])).toEqual([
      ['planned', undefined],
      ['composing', undefined],
      ['sending', undefined],
      ['sending', 'limited'],
      ['sent', undefined],
    ]);
  });

  test('that lasts for six hours parks the delivery; the next slot is tried again', async () => {
    await room.addSchedule();
    await room.publish(FERRY);
    room.world.trouble = () => later(30 * MINUTE_MS);
    await room.runUntil(MONDAY + 23 * HOUR_MS);
    expect(await states()).toEqual([['2026-11-23T08:00', 'parked', 'limited']]);
    room.world.trouble = () => undefined;
    await room.runUntil(MONDAY + DAY_MS + 9 * HOUR_MS);
    expect((await states())[1]).toEqual(['2026-11-24T08:00', 'sent', undefined]);
    // It was never told, so it is news still.
    expect(words(0)).toContain('Everyone is off the ship and safe');
  });

  test('a refusal parks it, tells whoever set it up once, and a retry sends it', async () => {
    await room.addSchedule({ addedBy: 'ana' });
    room.world.trouble = (channel) => (channel === NEWS ? refused : undefined);
    for (const [day, article] of [FERRY, BUDGET].entries()) {
      room.now = MONDAY + day * DAY_MS + HOUR_MS;
      await room.publish(article);
      await room.runUntil(MONDAY + day * DAY_MS + 9 * HOUR_MS);
    }
    expect(await states()).toEqual([
      ['2026-11-23T08:00', 'parked', 'not-in-channel'],
      ['2026-11-24T08:00', 'parked', 'not-in-channel'],
    ]);
    expect(room.world.standing.map(({ channel, key }) => [channel, key])).toEqual([[`${LAB}:@ana`, 'parked:s1@2026-11-23T08:00']]);
    expect(words(0)).toContain('Invite it.');
    expect((await room.storage.tenant(LAB).audit.list(5)).map(({ what }) => what)).toEqual(['delivery parked', 'delivery parked']);

    room.world.trouble = () => undefined;
    expect(await room.clock.retry(LAB, 's1@2026-11-23T08:00')).toBe(true);
    expect(await room.clock.retry('chat:OTHER', 's1@2026-11-24T08:00')).toBe(false);
    await room.clock.idle();
    expect(await states()).toEqual([
      ['2026-11-23T08:00', 'sent', undefined],
      ['2026-11-24T08:00', 'parked', 'not-in-channel'],
    ]);
    expect(await room.clock.retry(LAB, 's1@2026-11-23T08:00')).toBe(false);
    expect(room.world.standing.filter(({ channel }) => channel === NEWS).length).toBe(1);
  });

  test('a post of which nobody heard is tried again under its key, and stands once', async () => {
    await room.addSchedule({ detail: 'full' });
    for (const article of [FERRY, BUDGET]) await room.publish(article);
    let first = true;
    room.world.trouble = () => {
      if (!first) return undefined;
      first = false;
      return 'lost';
    };
    await room.runUntil(MONDAY + 9 * HOUR_MS);
    expect(room.world.standing.map(({ key }) => key)).toEqual(['s1@2026-11-23T08:00#1', 's1@2026-11-23T08:00#2']);
    expect(room.world.tries.length).toBe(3);
    expect((await states())[0]?.[1]).toBe('sent');
  });

  test('that nobody can settle is parked in the end, with the same words kept for a retry', async () => {
    await room.addSchedule();
    await room.publish(FERRY);
    const unknown = { kind: 'unknown' as const, problem: { code: 'lost', message: 'No answer came.' } };
    room.world.trouble = () => unknown;
    await room.runUntil(MONDAY + 12 * HOUR_MS);
    expect(await states()).toEqual([['2026-11-23T08:00', 'parked', 'unproven']]);
    const before = (await ledger())[0]?.parts;
    room.world.trouble = () => undefined;
    await room.publish(BUDGET);
    await room.clock.retry(LAB, 's1@2026-11-23T08:00');
    await room.clock.idle();
    expect(room.world.standing[0]?.document).toEqual(before?.[0]?.document);
  });

  test('a retry does not tell what a later briefing has told meanwhile', async () => {
    await room.addSchedule({ detail: 'full' });
    for (const article of [FERRY, BUDGET]) await room.publish(article);
    // The first part gets through, the second does not.
    room.world.trouble = (_channel, key) => (key === 's1@2026-11-23T08:00#2' ? refused : undefined);
    await room.runUntil(MONDAY + 9 * HOUR_MS);
    room.world.trouble = () => undefined;
    await room.publish(STORM);
    await room.runUntil(MONDAY + DAY_MS + 9 * HOUR_MS);
    await room.clock.retry(LAB, 's1@2026-11-23T08:00');
    await room.clock.idle();
    expect(room.world.standing.map(({ key }) => key)).toEqual(['s1@2026-11-23T08:00#1', 's1@2026-11-24T08:00#1', 's1@2026-11-24T08:00#2']);
    expect((await states())[0]).toEqual(['2026-11-23T08:00', 'sent', undefined]);
    expect((await ledger()).at(-1)?.parts.map(({ posted, dropped }) => [posted !== undefined, dropped !== undefined])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test('several retried at once tell nothing twice either', async () => {
    await room.addSchedule({ detail: 'full' });
    await room.publish(FERRY);
    room.world.trouble = () => refused;
    await room.runUntil(MONDAY + 9 * HOUR_MS);
    await room.publish(BUDGET);
    room.world.trouble = (_channel, key) => (key.endsWith('#1') ? undefined : refused);
    await room.runUntil(MONDAY + DAY_MS + 9 * HOUR_MS);
    room.world.trouble = () => undefined;
    for (const day of ['23', '24']) await room.clock.retry(LAB, `s1@2026-11-${day}T08:00`);
    await room.clock.idle();
    expect((await states()).map(([, state]) => state).includes('parked')).toBe(false);
    const said = room.world.standing.map(({ document }) => JSON.stringify(document.blocks));
    expect(said.filter((text) => text.includes('Ferry runs aground')).length).toBe(1);
    expect(said.filter((text) => text.includes('Aldery council')).length).toBe(1);
  });

  test('in one channel keeps its order and no other channel waiting', async () => {
    await room.addSchedule({ when: { kind: 'cron', expression: '0,1,2 8 * * *' }, empty: 'one-line' });
    await room.addSchedule({ channel: `${LAB}:other`, empty: 'one-line' });
    room.world.trouble = (channel) => (channel === NEWS && room.now < MONDAY + 8.5 * HOUR_MS ? later(10 * MINUTE_MS) : undefined);
    await room.runUntil(MONDAY + 9 * HOUR_MS);
    expect(room.world.standing.map(({ channel, key, at }) => [channel, key, (at - MONDAY - 8 * HOUR_MS) / MINUTE_MS])).toEqual([
      [`${LAB}:other`, 's2@2026-11-23T08:00#1', 0],
      [NEWS, 's1@2026-11-23T08:00#1', 30],
      [NEWS, 's1@2026-11-23T08:01#1', 30],
      [NEWS, 's1@2026-11-23T08:02#1', 30],
    ]);
  });

  test('a chat that never answers holds up its channel for a while, not for ever', async () => {
    await room.addSchedule();
    await room.publish(FERRY);
    const { adapter } = room.world;
    let isHanging = true;
    room.wrap = (storage) => ({
      storage,
      world: {
        adapter: (platform) => ({
          ...adapter(platform),
          post: (...posted) => (isHanging ? new Promise(() => {}) : adapter(platform).post(...posted)),
        }),
      },
    });
    await room.restart();
    room.now = MONDAY + 8 * HOUR_MS;
    await room.clock.tick();
    await room.untilHung();
    isHanging = false;
    await room.runUntil(MONDAY + 9 * HOUR_MS);
    expect(room.world.standing.map(({ at }) => (at - MONDAY - 8 * HOUR_MS) / MINUTE_MS)).toEqual([16]);
  });

  test('a platform that is not set up parks the delivery and says so', async () => {
    await room.addSchedule({ channel: 'telex:1', empty: 'one-line' });
    await room.runUntil(MONDAY + 9 * HOUR_MS);
    expect(await states()).toEqual([['2026-11-23T08:00', 'parked', 'no-platform']]);
  });
});
