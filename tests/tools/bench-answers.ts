/** A store of generated articles → how long storing and each answer takes, beside the bare full-text search of the same words. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import { contextFor } from '../../src/app/context.ts';
import { createDispatcher } from '../../src/app/dispatch.ts';
import { BATCH, type NewArticle, storeArticles } from '../../src/app/store-articles.ts';
import { readConfig } from '../../src/config.ts';
import { openStorage } from '../../src/storage/open.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { noReading } from '../app/no-reading.ts';
import { startBot } from '../e2e/bot.ts';
import { benchDesk } from './bench-desk.ts';
import { bareRss, rssOf } from './bench-start.ts';
import { mb, ms, quantile, type Table, times } from './bench-table.ts';
import { generateArticle } from './generated-news.ts';

const WARM_UP = 20;
const ROUNDS = 200;

const BYTES = 5_000;

/** @param bytes How long an article is at least. @param kept A data folder that stays: filled where it is empty, so that the answers alone can be measured again. */
export async function benchAnswers(count: number, table: Table, bytes = BYTES, kept?: string): Promise<void> {
  const { add } = table;
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'wirebrief-bench-'));
  const now = generateArticle(count).publishedAt;
  const storage = await openStorage({ dataDir: folder, mode: 'own', now: () => now });
  try {
    if ((await storage.articles.count()) === 0) {
      const begun = performance.now();
      await fillStore(storage, count, bytes);
      add(
        `storing ${count} articles of ${bytes} bytes (extract, cluster, index)`,
        `${Math.round(count / ((performance.now() - begun) / 1000))} articles/s`,
      );
    }
    const { library } = storage.tenant('desk');
    const floors = await timed((round) => library.articles({ all: generateArticle((round * 7919) % count).topic.split('-'), limit: 50 }));
    const floor = quantile(floors, 0.5);
    add(`a bare full-text search, ${count} articles`, `p50 ${ms(floor)}, p99 ${ms(quantile(floors, 0.99))}`);
    for (const [name, ask] of await asks(storage, folder, now, count)) {
      const list = await timed(ask);
      add(
        `${name}, ${count} articles`,
        `p50 ${ms(quantile(list, 0.5))}, p99 ${ms(quantile(list, 0.99))}`,
        times(quantile(list, 0.5), floor, 'that search'),
      );
    }
    await benchDesk(storage, readConfig({ WIREBRIEF_DATA: folder }), now, count, table);
  } finally {
    await storage.close();
  }
  const bot = await startBot(folder, { TZ: 'UTC' });
  const resting = rssOf(bot.pid);
  add(`memory at rest, ${count} articles`, mb(resting), times(resting, await bareRss(), 'a bare Node'));
  await bot.end('SIGTERM');
  if (kept === undefined) rmSync(folder, { recursive: true });
}

export async function fillStore(storage: Storage, count: number, bytes = BYTES): Promise<void> {
  await storage.feeds.put({ id: 'generated', url: 'https://generated.example/feed', title: 'Generated', owner: null, everybody: true });
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, index): NewArticle => {
      const { title, text, publishedAt } = generateArticle(from + index, bytes);
      const url = `https://generated.example/${from + index}`;
      return {
        key: url,
        guid: null,
        article: { feedId: 'generated', outlet: 'Generated', url, title, text, publishedAt, fetchedAt: publishedAt },
      };
    });
    await storeArticles(null, batch, storage.articles);
  }
}

async function timed(act: (round: number) => Promise<unknown>): Promise<readonly number[]> {
  const list: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const start = performance.now();
    await act(round);
    if (round >= WARM_UP) list.push(performance.now() - start);
  }
  return list;
}

async function asks(storage: Storage, dataDir: string, now: number, count: number) {
  const config = readConfig({ WIREBRIEF_DATA: dataDir });
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
  const texts: Readonly<Record<string, (round: number) => string>> = {
    '/brief (no topic)': () => 'brief',
    '/brief topic': (round) => `brief ${generateArticle((round * 7919) % count).topic}`,
    '/brief common word': () => 'brief ferry',
    '/quotes speaker': (round) => `quotes "${speakers[round % speakers.length]?.name ?? 'nobody'}"`,
    '/quotes about': () => 'quotes about ferry',
    '/figures words': () => 'figures hospital',
  };
  return Object.entries(texts).map(([name, text]) => [name, (round: number) => say(text(round))] as const);
}
