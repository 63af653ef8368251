import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkSchedules, enrolSchedules, type ScheduleSetting } from '../../src/app/enrol-schedules.ts';
import { FERRY, HOUR_MS, LAB, MONDAY, NEWS, type Newsroom, openNewsroom } from './newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
});
afterEach(() => room.end());

const enrol = (...settings: ScheduleSetting[]) => enrolSchedules(settings, room.storage, room.config, room.now);
const morning: ScheduleSetting = { channel: NEWS, topics: 'ferry, grid', days: 'weekdays', at: '08:00', zone: 'Europe/Berlin' };
const all = async () =>
  (await room.storage.tenant(LAB).schedules.list()).map(({ schedule, next }) => [schedule.topics.join(), next?.local]);

test('a schedule of the file posts like any other, and one that left the file is gone', async () => {
  await enrol(morning, { channel: 'desk', at: '07:00' });
  expect(await all()).toEqual([['ferry,grid', '2026-11-23T08:00']]);
  expect((await room.storage.tenant('desk').schedules.list()).length).toBe(1);
  await room.publish(FERRY);
  await room.runUntil(MONDAY + 8 * HOUR_MS);
  expect(room.world.standing.map(({ channel }) => channel).sort()).toEqual([NEWS, 'desk']);
  await room.addSchedule();
  await enrol();
  expect((await all()).length).toBe(1);
});

test('a start with the same file catches up what was missed', async () => {
  await enrol(morning);
  await room.publish(FERRY);
  room.now = MONDAY + 10 * HOUR_MS;
  await room.restart();
  await enrol(morning);
  await room.runUntil(room.now);
  expect(room.world.standing.length).toBe(1);
});

test('one that names no zone follows the zone of the file, and keeps what it has told', async () => {
  const plain: ScheduleSetting = { channel: NEWS, topics: 'ferry', at: '08:00' };
  await enrol(plain);
  const [before] = await room.storage.tenant(LAB).schedules.list();
  await enrolSchedules([plain], room.storage, { ...room.config, zone: 'Asia/Manila', locale: 'en-PH' }, room.now);
  const [after] = await room.storage.tenant(LAB).schedules.list();
  expect(after?.schedule).toEqual({ ...before?.schedule, zone: 'Asia/Manila', locale: 'en-PH' });
  expect([before?.next, after?.next]).toEqual([
    { local: '2026-11-23T08:00', at: MONDAY + 8 * HOUR_MS },
    { local: '2026-11-24T08:00', at: MONDAY + 24 * HOUR_MS },
  ]);
});

test('one that left the file is gone, also where it had no slot left', async () => {
  await enrol(morning);
  const [stored] = await room.storage.tenant(LAB).schedules.list();
  if (stored) await room.storage.tenant(LAB).schedules.put(stored.schedule, null);
  await enrol();
  expect(await all()).toEqual([]);
});

test('a wrong one is named', async () => {
  await expect(enrol(morning, { channel: NEWS, days: 'never' })).rejects.toThrow(
    'schedules.1 of the configuration is wrong: “never” names no days.',
  );
});

test('a wrong one is found without a store too', () => {
  expect(() => checkSchedules([morning], room.config, room.now)).not.toThrow();
  expect(() => checkSchedules([morning, { channel: NEWS, at: '25:00' }], room.config, room.now)).toThrow(
    'schedules.1 of the configuration is wrong: “25:00” is no time.',
  );
});
