/** Real processes on a real server: what a killed one held is taken over, what an ending one held is handed back, and the rest is shared. */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openStorage } from '#storage/open.ts';
import type { Storage } from '#storage/storage.ts';
import { end, heard, type Said, startChild } from './fleet.ts';
import { createDatabase, noServer, type TestDatabase } from './server.ts';

const reason = await noServer();
const job = (id: string, lane = id) => ({ id, lane, payload: '' });

describe.skipIf(reason)(`a fleet${reason ? ` – ${reason}` : ''}`, () => {
  let database: TestDatabase;
  let storage: Storage;
  const children: ReturnType<typeof startChild>[] = [];
  const start = (queueName: string, name: string, said: Said[]) => {
    const child = startChild('lane-child.ts', [database.url, queueName, name], said);
    children.push(child);
    return child;
  };
  beforeAll(async () => {
    database = await createDatabase();
    storage = await openStorage({ dataDir: '', databaseUrl: database.url, mode: 'own', now: Date.now });
  });
  afterEach(async () => {
    await Promise.all(children.splice(0).map((child) => end(child, 'SIGKILL')));
  });
  afterAll(async () => {
    await storage.close();
    await database.drop();
  });
  const queue = (name: string) =>
    storage.work.queue(name, {
      now: Date.now,
      random: () => 1,
      wakeIn: () => () => {},
      concurrency: 1,
      baseMs: 1,
      maxMs: 1,
      onFault: (error) => {
        throw error;
      },
    });

  test('the jobs of a killed process are taken over within 15 s, in the order of their lane', async () => {
    const said: Said[] = [];
    await queue('killed').add([job('hang1', 'a'), job('a2', 'a')]);
    const first = start('killed', 'first', said);
    await heard(said, (line) => line === 'first hang1');
    start('killed', 'second', said);
    await heard(said, (line) => line === 'second ready');
    const killedAt = performance.now();
    await end(first, 'SIGKILL');
    const taken = await heard(said, (line) => line === 'second hang1');
    const tookMs = taken.at - killedAt;
    expect(tookMs).toBeLessThan(15_000);
    await heard(said, (line) => line === 'second done a2');
    expect(said.map(({ line }) => line).filter((line) => line.startsWith('second done'))).toEqual(['second done hang1', 'second done a2']);
    await vi.waitFor(async () => expect(await queue('killed').waiting()).toBe(0), 5_000);
  });

  test('a process that is asked to stop finishes what it has begun and hands the rest back at once', async () => {
    const said: Said[] = [];
    await queue('ended').add(Array.from({ length: 200 }, (_, index) => job(`slow${index}`, `lane${index % 2}`)));
    const first = start('ended', 'first', said);
    await heard(said, (line) => line.startsWith('first done'));
    start('ended', 'second', said);
    await heard(said, (line) => line === 'second ready');
    const stoppedAt = performance.now();
    await end(first, 'SIGTERM');
    const next = await heard(said, (line) => line.startsWith('second slow'));
    expect(next.at - stoppedAt).toBeLessThan(5_000);
    await heard(said, () => said.filter(({ line }) => line.startsWith('second done')).length >= 4);
    const done = said.map(({ line }) => line).filter((line) => line.includes('done'));
    expect(new Set(done.map((line) => line.split(' ').at(-1))).size).toBe(done.length);
  });

  test('three processes share the work', async () => {
    const said: Said[] = [];
    for (const name of ['one', 'two', 'three']) start('shared', name, said);
    for (const name of ['one', 'two', 'three']) await heard(said, (line) => line === `${name} ready`);
    await queue('shared').add(Array.from({ length: 120 }, (_, index) => job(`slow${index}`, `lane${index}`)));
    await heard(said, () => said.filter(({ line }) => line.includes('done')).length >= 120, 60_000);
    const done = said.map(({ line }) => line).filter((line) => line.includes(' done '));
    expect(new Set(done.map((line) => line.split(' ').at(-1))).size).toBe(120);
    const shares = ['one', 'two', 'three'].map((name) => done.filter((line) => line.startsWith(name)).length);
    expect(Math.min(...shares)).toBeGreaterThan(20);
  });
});
