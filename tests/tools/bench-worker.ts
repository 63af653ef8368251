/**
 * A worker of a fleet, for measuring: told what to do by its arguments, it says "ready", begins at a line on standard input, and says "END <count>".
 *   store <database> <from> <to> <step>: generated articles, extracted, clustered and stored
 *   deliver <database> <now>: whatever is due, until nothing is
 */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStorage } from '#storage/open.ts';
import { createClock } from '../../src/app/clock.ts';
import { BATCH, type NewArticle, storeArticles } from '../../src/app/store-articles.ts';
import type { ChatAdapter } from '../../src/chat/chat.ts';
import { readConfig } from '../../src/config.ts';
import { generateArticle } from './generated-news.ts';

const [task = '', databaseUrl = '', ...numbers] = process.argv.slice(2);
const [first = 0, to = 0, step = 1] = numbers.map(Number);
const now = () => (task === 'deliver' ? first : Date.now());
const storage = await openStorage({ dataDir: '', databaseUrl, mode: 'own', now });
let count = 0;

async function store(): Promise<void> {
  for (let from = first; from < to; from += step * BATCH) {
    const batch = Array.from({ length: BATCH }, (_, index): NewArticle => {
      const number = from + index * step;
      const { title, text, publishedAt } = generateArticle(number);
      const url = `https://generated.example/${number}`;
      const article = { feedId: 'generated', outlet: 'Generated', url, title, text, publishedAt, fetchedAt: publishedAt };
      return { key: url, guid: null, article };
    });
    count += (await storeArticles(null, batch, storage.articles)).filter((outcome) => outcome === 'added').length;
  }
}

async function deliver(): Promise<void> {
  const adapter: ChatAdapter = {
    platform: 'chat',
    start: async () => {},
    stop: async () => {},
    health: () => ({ state: 'connected' }),
    post: async (channel, _document, key) => {
      count += 1;
      return { kind: 'posted', message: { channel, ids: [key] } };
    },
  };
  const clock = createClock({
    storage,
    config: { ...readConfig({}), sample: null },
    now,
    random: Math.random,
    wakeIn: (ms, wake) => {
      const timer = setTimeout(wake, ms);
      return () => clearTimeout(timer);
    },
    adapters: () => [adapter],
    onFault: (error) => void writeSync(2, `${error instanceof Error ? error.stack : error}\n`),
  });
  await clock.start();
  await clock.tick();
  while ((await storage.work.unfinished(1)).length > 0) await sleep(50);
  await clock.stop();
}

writeSync(1, 'ready\n');
await once(process.stdin, 'data');
await (task === 'store' ? store() : deliver());
await storage.close();
writeSync(1, `END ${count} ${process.cpuUsage().user + process.cpuUsage().system}\n`);
process.exit(0);
