/**
 * A worker of a fleet under torture: clock, ledger and pg-boss over a database that it shares with others, on a calendar that all of them
 * read off the same real clock, only faster. Its posts stand in a file that all share. It is killed from outside at any moment.
 */
import { appendFileSync, closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStorage } from '#storage/open.ts';
import { createClock } from '../../src/app/clock.ts';
import { storeArticles } from '../../src/app/store-articles.ts';
import type { ChatAdapter, PostOutcome } from '../../src/chat/chat.ts';
import { readConfig } from '../../src/config.ts';
import { articleAt, HOUR_MS, MINUTE_MS, randomFrom, START, TENANTS } from './torture-plan.ts';

const [databaseUrl = '', worldFile = '', seed = '1', begunAt = '0', speed = '1', mood = 'rough'] = process.argv.slice(2);
const random = randomFrom(Number(seed));
const chance = (share: number): boolean => mood === 'rough' && random() < share;
const now = (): number => Math.round(START + (Date.now() - Number(begunAt)) * Number(speed));
/** Real time: no faster than a busy machine can follow. */
const TICK_MS = 100;

/** What stands in the world, whoever posted it. */
const standing = new Set<string>();
const world = openSync(worldFile, 'r');
let read = 0;
let rest = '';
function look(): void {
  const { size } = fstatSync(world);
  if (size <= read) return;
  const bytes = Buffer.alloc(size - read);
  read += readSync(world, bytes, 0, bytes.length, read);
  const lines = (rest + bytes.toString()).split('\n');
  rest = lines.pop() ?? '';
  for (const line of lines) {
    const { channel, key } = JSON.parse(line);
    standing.add(`${channel} ${key}`);
  }
}

const problem = (code: string) => ({ code, message: `The stand-in answered ${code}.` });
const adapterOf = (platform: string): ChatAdapter => ({
  platform,
  start: async () => {},
  stop: async () => {},
  health: () => ({ state: 'connected' }),
  post: async (channel, document, key): Promise<PostOutcome> => {
    const posted: PostOutcome = { kind: 'posted', message: { channel, ids: [key] } };
    look();
    if (standing.has(`${channel} ${key}`)) return posted;
    // A request takes a while: somebody else may be at it too, if the queue lets him.
    await sleep(5 + random() * 25);
    if (chance(0.06)) return { kind: 'later', retryAt: now() + Math.ceil(random() * 20) * MINUTE_MS, problem: problem('429') };
    if (chance(0.02)) throw new Error('a socket was dropped');
    if (chance(0.02)) return { kind: 'unknown', problem: problem('lost-on-the-way') };
    if (chance(0.01)) return { kind: 'refused', problem: problem('not-in-channel') };
    const quotes = document.blocks.flatMap((block) => (block.kind === 'quote' ? [block.text] : []));
    appendFileSync(worldFile, `${JSON.stringify({ channel, key, at: now(), quotes })}\n`);
    return chance(0.03) ? { kind: 'unknown', problem: problem('lost-on-the-way-back') } : posted;
  },
});
const adapters = ['slack', 'discord'].map(adapterOf);

const storage = await openStorage({ dataDir: '', databaseUrl, mode: 'own', now });
const timers = new Set<NodeJS.Timeout>();
const clock = createClock({
  storage,
  config: { ...readConfig({}), zone: 'UTC', sample: null },
  now,
  random,
  wakeIn: (ms, wake) => {
    const timer = setTimeout(wake, Math.max(TICK_MS, ms / Number(speed)));
    timers.add(timer);
    return () => clearTimeout(timer);
  },
  adapters: () => adapters,
  onFault: () => {},
});
await clock.start();
writeSync(1, 'ready\n');
let isStopped = false;
process.on('SIGTERM', () => {
  isStopped = true;
});

let hour = Math.max(0, Math.floor((now() - START) / HOUR_MS) - 24);
while (!isStopped) {
  for (; START + hour * HOUR_MS <= now(); hour++) {
    const { url, title, text } = articleAt(hour);
    const publishedAt = START + hour * HOUR_MS;
    const article = { feedId: 'harbour', outlet: 'The harbour', url, title, text, publishedAt, fetchedAt: publishedAt };
    await storeArticles(null, [{ article, key: url, guid: null }], storage.articles);
  }
  await clock.tick();
  if (mood === 'calm') {
    // Somebody mends what was refused, and sends it again, until nothing is left.
    let parked = 0;
    for (const tenant of TENANTS) {
      for (const { id } of await storage.tenant(tenant).deliveries.list({ states: ['parked'], limit: 100_000 })) {
        parked += 1;
        await clock.retry(tenant, id);
      }
    }
    if (parked === 0 && (await storage.work.unfinished(1)).length === 0) break;
  }
  await sleep(TICK_MS);
}
await clock.stop();
for (const timer of timers) clearTimeout(timer);
await storage.close();
closeSync(world);
writeSync(1, `END ${now()}\n`);
