/** npm start → how long until the briefing stands there, and the memory at rest; beside a Node that does nothing. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { scratch, startBot } from '../e2e/bot.ts';
import { mb, ms, quantile, type Table, times } from './bench-table.ts';

const ROUNDS = 5;

export const rssOf = (pid: number): number =>
  Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) * 1024;

export async function benchStart({ add }: Table): Promise<void> {
  const bareMs: number[] = [];
  const freshMs: number[] = [];
  const againMs: number[] = [];
  const restingBytes: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    bareMs.push(performance.now() - begun);
    const data = scratch();
    for (const list of [freshMs, againMs]) {
      const start = performance.now();
      const bot = await startBot(data.path);
      list.push(performance.now() - start);
      restingBytes.push(await atRest(bot.pid));
      await bot.end('SIGTERM');
    }
    data.remove();
  }
  const bare = quantile(bareMs, 0.5);
  add(`a Node that does nothing (median of ${ROUNDS})`, ms(bare));
  for (const [name, list] of [
    ['first', freshMs],
    ['second', againMs],
  ] as const)
    add(`${name} start to printed briefing (median of ${ROUNDS})`, ms(quantile(list, 0.5)), times(quantile(list, 0.5), bare, 'that'));
  const floor = await bareRss();
  const resting = quantile(restingBytes, 0.5);
  add('memory at rest with the sample', mb(resting), times(resting, floor, `a bare Node's ${mb(floor)}`));
}

/** Resident bytes once they fall no more: what a start took is given back after its briefing is printed. */
async function atRest(pid: number): Promise<number> {
  let last = rssOf(pid);
  for (let look = 0; look < 20; look++) {
    await sleep(500);
    const now = rssOf(pid);
    if (Math.abs(now - last) < last / 200) return now;
    last = now;
  }
  return last;
}

/** Resident bytes of a Node that waits. */
export async function bareRss(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'process.stdout.write("."); setInterval(() => {}, 60_000)'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  const bytes = rssOf(child.pid ?? 0);
  child.kill();
  return bytes;
}
