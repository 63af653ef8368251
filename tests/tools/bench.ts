/**
 * npm run bench [-- --articles 10000,100000] [-- --json FILE]: how fast and how large Wirebrief is on this machine.
 * Cold start to the printed briefing, extraction, answers over a generated store, memory. Prints a table; compares nothing and asserts nothing.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Bench } from 'tinybench';
import { commands } from '../../commands/index.ts';
import { contextFor } from '../../src/app/context.ts';
import { createDispatcher } from '../../src/app/dispatch.ts';
import { BATCH, type NewArticle, storeArticles } from '../../src/app/store-articles.ts';
import { readConfig } from '../../src/config.ts';
import { extract } from '../../src/extract/extract.ts';
import { openStorage } from '../../src/storage/open.ts';
import { noReading } from '../app/no-reading.ts';
import { root, scratch, startBot } from '../e2e/bot.ts';
import { generateArticle } from './generated-news.ts';

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '10000,100000' }, json: { type: 'string' }, part: { type: 'string' } },
});
type Row = { readonly what: string; readonly value: string };
const rows: Row[] = [];
const add = (what: string, value: string) => {
  rows.push({ what, value });
  console.log(`${what.padEnd(58)} ${value}`);
};
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
const rssOf = (pid: number) => Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout) * 1024;

async function startUp(): Promise<void> {
  const fresh: number[] = [];
  const again: number[] = [];
  for (let round = 0; round < 5; round++) {
    const data = scratch();
    for (const times of [fresh, again]) {
      const begun = performance.now();
      const bot = await startBot(data.path);
      times.push(performance.now() - begun);
      if (round === 4) add(`memory at rest, sample, ${times === fresh ? 'first' : 'second'} start`, mb(rssOf(bot.pid)));
      await bot.end('SIGTERM');
    }
    data.remove();
  }
  add('first start to printed briefing (median of 5)', ms(median(fresh)));
  add('second start to printed briefing (median of 5)', ms(median(again)));
}

async function extraction(): Promise<void> {
  const articles = Array.from({ length: 200 }, (_, index) => ({ id: String(index), ...generateArticle(index) }));
  const bytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const bench = new Bench({ time: 3000, warmupTime: 500 }).add('extract', () => {
    for (const article of articles) extract(article);
  });
  await bench.run();
  const [task] = bench.tasks;
  const result = task?.result;
  const meanMs = result && 'latency' in result ? result.latency.mean : Number.NaN;
  add(
    'extraction, one core',
    `${Math.round((articles.length / meanMs) * 1000)} articles/s, ${(((bytes / meanMs) * 1000) / 1e6).toFixed(1)} MB/s (${Math.round(bytes / articles.length)} bytes each)`,
  );
  add('memory of that process during extraction', mb(process.memoryUsage().rss));
}

async function answers(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wirebrief-bench-'));
  const now = generateArticle(count).publishedAt;
  const storage = await openStorage({ dataDir: folder, mode: 'own', now: () => now });
  await storage.feeds.put({ id: 'generated', url: 'https://generated.example/feed', title: 'Generated', owner: null, everybody: true });
  const begun = performance.now();
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, index): NewArticle => {
      const { title, text, publishedAt } = generateArticle(from + index);
      const url = `https://generated.example/${from + index}`;
      return {
        key: url,
        guid: null,
        article: { feedId: 'generated', outlet: 'Generated', url, title, text, publishedAt, fetchedAt: publishedAt },
      };
    });
    await storeArticles(null, batch, storage.articles);
  }
  add(`storing ${count} articles (extract, cluster, index)`, `${Math.round(count / ((performance.now() - begun) / 1000))} articles/s`);
  const config = readConfig({ WIREBRIEF_DATA: folder });
  const handlers = createDispatcher({
    commands,
    now: () => now,
    contextFor: (ask) => contextFor(ask, { storage, config, commands, now: () => now, firstReading: noReading, connections: null }),
    onFault: (error) => {
      throw error;
    },
  });
  const say = (text: string) =>
    handlers.answer({ eventId: '1', tenant: 'desk', channel: 'desk', isManager: false, body: { kind: 'text', text } });
  const speakers = await storage.tenant('desk').library.speakers('', 200);
  const asks: Readonly<Record<string, (round: number) => string>> = {
    '/brief (no topic)': () => 'brief',
    '/brief topic': (round) => `brief ${generateArticle((round * 7919) % count).topic}`,
    '/brief common word': () => 'brief ferry',
    '/quotes speaker': (round) => `quotes "${speakers[round % speakers.length]?.name ?? 'nobody'}"`,
    '/quotes about': () => 'quotes about ferry',
    '/figures words': () => 'figures hospital',
  };
  for (const [name, ask] of Object.entries(asks)) {
    const times: number[] = [];
    for (let round = 0; round < 220; round++) {
      const start = performance.now();
      await say(ask(round));
      if (round >= 20) times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    add(`${name}, ${count} articles`, `p50 ${ms(times[100] ?? 0)}, p99 ${ms(times[197] ?? 0)}`);
  }
  await storage.close();
  const bot = await startBot(folder, { TZ: 'UTC' });
  add(`memory at rest, ${count} articles`, mb(rssOf(bot.pid)));
  await bot.end('SIGTERM');
  rmSync(folder, { recursive: true });
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${new Date().toISOString().slice(0, 10)}\n`);
if (!values.part || values.part === 'start') await startUp();
if (!values.part || values.part === 'extract') await extraction();
if (!values.part || values.part === 'answers') for (const count of values.articles.split(',').map(Number)) await answers(count);
if (values.json) writeFileSync(join(root, values.json), `${JSON.stringify(rows, null, 2)}\n`);
