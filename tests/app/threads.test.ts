/** Where a chat has threads, the full form of a short briefing stands below it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BUDGET, DAY_MS, FERRY, HOUR_MS, LAB, MONDAY, type Newsroom, openNewsroom, STORM } from './newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
  room.world.hasThreads = true;
  await room.restart();
  await room.addSchedule();
});
afterEach(() => room.end());

const ledger = () => room.storage.tenant(LAB).deliveries.list({ limit: 9 });
const publishAll = async () => {
  for (const article of [FERRY, BUDGET, STORM]) await room.publish(article);
};
const morning = (day = 0) => room.runUntil(MONDAY + day * DAY_MS + 9 * HOUR_MS);

describe('the full form', () => {
  test('stands in the thread of the short one, a part for each story, and counts as told', async () => {
    await publishAll();
    await morning();
    expect(room.world.standing.map(({ key }) => key)).toEqual(['s1@2026-11-23T08:00#1']);
    expect(room.world.below.map(({ key, under }) => [key, under])).toEqual(
      [2, 3, 4].map((part) => [`s1@2026-11-23T08:00#${part}`, 's1@2026-11-23T08:00#1']),
    );
    expect(JSON.stringify(room.world.below)).toMatch(/Crews have been out.*82 million euros.*Everyone is off the ship/);
    expect(JSON.stringify(room.world.below)).not.toContain('"kind":"actions"');
    expect((await ledger())[0]?.state).toBe('sent');
    await morning(1);
    expect(room.world.standing.length).toBe(1);
    expect((await ledger())[0]).toMatchObject({ state: 'skipped' });
  });

  test('is not posted where the short one leaves nothing out', async () => {
    await room.publish({ title: 'Mill sold', text: 'The mill of Aldery was sold on Friday.' });
    await morning();
    expect([room.world.standing.length, room.world.below.length]).toEqual([1, 0]);
  });

  test('that may stand in no thread is dropped: the briefing is sent without it', async () => {
    await publishAll();
    room.world.trouble = (_channel, key) =>
      key.endsWith('#1') ? undefined : { kind: 'refused', problem: { code: 'no-thread', message: 'No threads here.' } };
    await morning();
    const [delivery] = await ledger();
    expect([delivery?.state, delivery?.parts.map(({ dropped }) => dropped !== undefined)]).toEqual(['sent', [false, true, true, true]]);
  });

  test('is finished by the next process where one ends in the middle', async () => {
    await publishAll();
    room.world.trouble = (_channel, key) => (key.endsWith('#3') ? 'lost' : undefined);
    await room.runUntil(MONDAY + 8 * HOUR_MS);
    room.world.trouble = () => undefined;
    await room.restart();
    await morning();
    expect(room.world.below.map(({ key }) => key.at(-1))).toEqual(['2', '3', '4']);
    expect((await ledger())[0]?.state).toBe('sent');
  });
});
