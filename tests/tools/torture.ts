/**
 * Tortures the clock and the ledger: the bot's own composition, with stand-ins of Slack and Discord over sockets, on a calendar that runs days
 * in seconds; answers lost, limits, outages, hangs, refusals, dropped sockets, events delivered twice, a full disk, and kill -9 at any moment.
 * Then checks what is left. With --postgres it is a fleet: torture-fleet.ts.
 *   node tests/tools/torture.ts [kills=100] [schedules=300] [days=11] [seed=<any>]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openStorage } from '#storage/open.ts';
import { check, type Pause, type Verdict } from './torture-check.ts';
import { HOUR_MS, MINUTE_MS, type Plan, randomFrom, START } from './torture-plan.ts';
import { createTortureWorld, type TortureWorld } from './torture-world.ts';

const CHILD = new URL('./torture-child.ts', import.meta.url).pathname;
export type TortureResult = Verdict & { readonly kills: number; readonly longDowns: number; readonly folder: string };

/** @param onLife After each life of the bot, with the moment that its calendar had come to. */
export async function torture(plan: Plan, kills: number, onLife: (life: number, at: number) => void = () => {}): Promise<TortureResult> {
  const folder = mkdtempSync(join(tmpdir(), 'wirebrief-torture-'));
  const random = randomFrom(plan.seed + 99);
  const world = await createTortureWorld(plan, START);
  const pauses: Pause[] = [];
  const end = START + plan.days * 24 * HOUR_MS;
  // A fifth of the calendar at most goes by while the bot is down for long.
  const longShare = Math.min(0.05, (plan.days * 24 * 0.2) / (kills * 10));
  let at = START;
  let killed = 0;
  for (let life = 0; ; life++) {
    // So long a life, on average, that the kills are spread over the whole calendar.
    const lifeMs = (end - at) / (kills - killed + 1);
    const killAt = killed < kills ? at + lifeMs * (0.3 + random()) : Number.POSITIVE_INFINITY;
    const came = await live(folder, plan, world, { life, from: at, killAt, lateMs: random() * 120, isCalm: false });
    onLife(life, came.at);
    if (came.isDone) {
      at = came.at;
      break;
    }
    killed += 1;
    // Mostly it is started again at once; now and then only the next day.
    const downMs = random() < longShare ? random() * 20 * HOUR_MS : random() * 3 * MINUTE_MS;
    at = Math.min(Math.round(came.at + downMs), end);
    pauses.push({ from: came.at, to: at });
  }
  world.calm();
  const last = await live(folder, plan, world, {
    life: 1_000_000,
    from: Math.max(end, at),
    killAt: Number.POSITIVE_INFINITY,
    lateMs: 0,
    isCalm: true,
  });
  const storage = await openStorage({ dataDir: folder, mode: 'read-only', now: () => last.at });
  const verdict = await check(plan, pauses, last.at, storage, world);
  await world.stop();
  return { ...verdict, kills: killed, longDowns: pauses.filter(({ from, to }) => to - from > HOUR_MS).length, folder };
}

type Life = { readonly life: number; readonly from: number; readonly killAt: number; readonly lateMs: number; readonly isCalm: boolean };

/** Kills it a moment after its calendar has passed `killAt`: somewhere in the middle of whatever it does then. */
async function live(
  folder: string,
  plan: Plan,
  world: TortureWorld,
  { life, from, killAt, lateMs, isCalm }: Life,
): Promise<{ readonly at: number; readonly isDone: boolean }> {
  const args = [from, plan.seed, life, plan.schedules, plan.days, isCalm ? 'calm' : 'rough'].map(String);
  const settings = join(folder, 'config.yaml');
  writeFileSync(settings, 'sample: false\nlog: { level: silent }\n');
  const env = {
    PATH: process.env.PATH,
    TZ: 'UTC',
    WIREBRIEF_CONFIG: settings,
    WIREBRIEF_DATA: folder,
    NODE_COMPILE_CACHE: join(tmpdir(), 'wirebrief-torture-cache'),
    ...world.env,
  };
  const child = spawn(process.execPath, [CHILD, ...args], { stdio: ['pipe', 'pipe', 'pipe'], env });
  // It may be gone when it is told to go on.
  child.stdin.on('error', () => {});
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  let trouble = '';
  child.stderr.on('data', (chunk) => {
    trouble += chunk;
  });
  let at = from;
  let isDone = false;
  let isDoomed = false;
  for await (const line of createInterface({ input: child.stdout })) {
    at = Number(line.split(' ')[1]);
    isDone ||= line.startsWith('END');
    world.passes(at);
    if (at >= killAt && !isDoomed) {
      isDoomed = true;
      setTimeout(() => child.kill('SIGKILL'), lateMs);
    }
    child.stdin.write('on\n');
  }
  const code = await exited;
  if (!isDone && code !== null) throw new Error(`the bot ended by itself (${code}): ${trouble}`);
  return { at, isDone };
}

if (process.argv[1] === import.meta.filename) {
  const given = Object.fromEntries(process.argv.slice(2).map((word) => word.split('=') as [string, string | undefined]));
  const isFleet = '--postgres' in given;
  const plan: Plan = {
    seed: Number(given.seed ?? Math.floor(Math.random() * 1_000_000)),
    schedules: Number(given.schedules ?? (isFleet ? 60 : 300)),
    days: Number(given.days ?? (isFleet ? 5 : 11)),
  };
  const kills = Number(given.kills ?? (isFleet ? 40 : 100));
  process.stdout.write(`seed=${plan.seed} schedules=${plan.schedules} days=${plan.days} kills=${kills}\n`);
  const began = Date.now();
  const onLife = (life: number, at: number): void => {
    if (life % 10 === 0) process.stdout.write(`life ${life}, ${new Date(at).toISOString()}\n`);
  };
  const onKill = (killed: number): void => void process.stdout.write(`kill ${killed}\n`);
  const result = await (isFleet
    ? (await import('./torture-fleet.ts')).tortureFleet(plan, kills, Number(given.workers ?? 3), onKill)
    : torture(plan, kills, onLife));
  process.stdout.write(
    `${JSON.stringify({ kills: result.kills, ...('longDowns' in result && { longDowns: result.longDowns }), ...result.counts, seconds: Math.round((Date.now() - began) / 1_000) })}\n`,
  );
  for (const line of result.wrong.slice(0, 50)) process.stdout.write(`WRONG: ${line}\n`);
  process.stdout.write(result.wrong.length > 0 ? `${result.wrong.length} wrong; see ${result.folder}\n` : 'Nothing is wrong.\n');
  if (result.wrong.length === 0) rmSync(result.folder, { recursive: true });
  process.exitCode = result.wrong.length > 0 ? 1 : 0;
}
