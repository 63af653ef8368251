/**
 * Tortures a fleet: workers on one PostgreSQL, on a calendar that runs a day in a minute, with answers lost, limits, refusals, and kill -9
 * of one after another at any moment; then checks what is left, as for one bot.
 *   node tests/tools/torture.ts --postgres [kills=40] [schedules=60] [days=5] [workers=3] [seed=<any>]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStorage } from '#storage/open.ts';
import { nextSlot } from '../../src/app/next-slot.ts';
import { slotFields } from '../../src/app/slot-fields.ts';
import { createDatabase } from '../storage/server.ts';
import { check, type Verdict } from './torture-check.ts';
import { HOUR_MS, type Plan, randomFrom, START, schedulesOf } from './torture-plan.ts';
import type { Standing } from './torture-world.ts';

const CHILD = new URL('./torture-worker.ts', import.meta.url).pathname;
/** A killed worker is missed for 13 s at most: five hours here, less than a briefing may be late. */
const DAY_SECONDS = 60;
const SPEED = (24 * HOUR_MS) / (DAY_SECONDS * 1_000);

export type FleetResult = Verdict & { readonly kills: number; readonly folder: string };

export async function tortureFleet(
  plan: Plan,
  kills: number,
  workers: number,
  onKill: (killed: number) => void = () => {},
): Promise<FleetResult> {
  const folder = mkdtempSync(join(tmpdir(), 'wirebrief-torture-'));
  const world = join(folder, 'world.jsonl');
  writeFileSync(world, '');
  const random = randomFrom(plan.seed + 99);
  const database = await createDatabase();
  const open = (now: number) => openStorage({ dataDir: '', databaseUrl: database.url, mode: 'own', now: () => now });
  const children = new Set<ChildProcess>();
  try {
    await setUp(plan, await open(START));
    const begunAt = Date.now();
    const endsAt = begunAt + plan.days * DAY_SECONDS * 1_000;
    let life = 0;
    const start = async (mood: 'rough' | 'calm') => {
      life += 1;
      const args = [database.url, world, plan.seed * 1_000 + life, begunAt, SPEED, mood].map(String);
      const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'wirebrief-torture-cache') };
      const child = spawn(process.execPath, [CHILD, ...args], { stdio: ['ignore', 'pipe', 'inherit'], env });
      children.add(child);
      child.once('exit', () => children.delete(child));
      return child;
    };
    const fleet = await Promise.all(Array.from({ length: workers }, () => start('rough')));
    let killed = 0;
    while (Date.now() < endsAt) {
      const gap = ((endsAt - Date.now()) / (kills - killed + 1)) * (0.5 + random());
      await sleep(Math.min(killed < kills ? gap : Number.POSITIVE_INFINITY, endsAt - Date.now()));
      if (Date.now() >= endsAt || killed >= kills) continue;
      const index = Math.floor(random() * fleet.length);
      const child = fleet[index];
      if (child?.exitCode != null) throw new Error(`a worker ended by itself (${child.exitCode})`);
      await end(child, 'SIGKILL');
      killed += 1;
      onKill(killed);
      await sleep(random() * 1_000);
      fleet[index] = await start('rough');
    }
    await Promise.all(fleet.map((child) => end(child, 'SIGTERM')));
    const calm = await start('calm');
    await once(calm, 'exit');
    // The calendar has run on while the last ones were waited for.
    const until = START + plan.days * 24 * HOUR_MS;
    const verdict = await check(plan, [], until, await open(until), worldOf(world));
    return { ...verdict, kills: killed, folder };
  } finally {
    await Promise.all([...children].map((child) => end(child, 'SIGKILL')));
    await database.drop();
  }
}

/** What the workers wrote of their posts. */
function worldOf(file: string) {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  const standing = lines.map((line): Standing => {
    const { channel, key, quotes } = JSON.parse(line);
    return { channel, id: key, mark: key, quotes };
  });
  return { standing: () => standing, answeredTwice: () => [], counts: {} };
}

async function end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

async function setUp(plan: Plan, storage: Awaited<ReturnType<typeof openStorage>>): Promise<void> {
  await storage.feeds.put({ id: 'harbour', url: 'https://harbour.example/', title: 'The harbour', owner: null, everybody: true });
  const polledAt = START - 24 * HOUR_MS;
  await storage.feeds.recordPoll('harbour', { validators: {}, polledAt, nextPollAt: null, failures: 0, problem: null });
  for (const schedule of schedulesOf(plan)) {
    const fields = slotFields(schedule.when, schedule.quiet);
    if (!('code' in fields)) await storage.tenant(schedule.tenant).schedules.put(schedule, nextSlot(fields, schedule.zone, START) ?? null);
  }
  await storage.close();
}
