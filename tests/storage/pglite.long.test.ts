import { beforeAll, describe, expect, test } from 'vitest';
import { createBoss } from '#storage/boss.ts';
import { describeQueue } from '../contract/queue.ts';
import { describeSchedules } from '../contract/schedules.ts';
import { describeStorage } from '../contract/storage.ts';
import { queueOf } from './engine.ts';
import { connectionsTo, openOnPGlite, sharedPGlite } from './pglite.ts';

beforeAll(async () => void (await sharedPGlite()), 120_000);

// Each in a group of its own: the suites set up before every test of where they stand.
describe('storage', () => describeStorage('PGlite', () => openOnPGlite()));
describe('schedules', () => describeSchedules('PGlite', () => openOnPGlite()));
describe('queue', () => describeQueue('pg-boss on PGlite', async () => queueOf(await openOnPGlite())));

test('a queue that could not be made is asked for again, of the same pg-boss', async () => {
  const connections = connectionsTo(await sharedPGlite());
  let isBroken = false;
  const boss = createBoss({
    ...connections,
    connect: async () => {
      if (isBroken) throw new Error('the server is restarting');
      return connections.connect();
    },
  });
  const first = await boss.queue('first');
  isBroken = true;
  await expect(boss.queue('second')).rejects.toThrow('the server is restarting');
  isBroken = false;
  // Another one would go on supervising after `stop`, which knows of one only.
  expect(await boss.queue('second')).toBe(first);
  await boss.stop();
});
