/** A store of generated articles → how long storing and each answer takes, beside the bare full-text search of the same words. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands } from '../../commands/index.ts';
import { contextFor } from '../../src/app/context.ts';
import { createDispatcher } from '../../src/app/dispatch.ts';
import { readConfig } from '../../src/config.ts';
import { openStorage } from '../../src/storage/open.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { noReading } from '../app/no-reading.ts';
import { startBot } from '../e2e/bot.ts';
import { benchDesk } from './bench-desk.ts';
import { bareRss, rssOf } from './bench-start.ts';
import { fillStore, fillUnread } from './bench-store.ts';
import { mb, ms, quantile, type Table, times } from './bench-table.ts';
import { generateArticle } from './generated-news.ts';

const WARM_UP = 20;
const ROUNDS = 200;

/**
 * @param isQuick Articles of 1 KB that are neither read nor clustered, so that 100,000 are stored in minutes.
 * @param kept A data folder that stays: filled where it is empty, so that the answers alone can be measured again.
 */
export async function benchAnswers(count: number, table: Table, isQuick: boolean, kept?: string): Promise<void> {
  const { add } = table;
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'wirebrief-bench-'));
  const now = generateArticle(count).publishedAt;
  const storage = await openStorage({ dataDir: folder, mode: 'own', now: () => now });
  try {
    if ((await storage.articles.count()) === 0) {
      const begun = performance.now();
      await (isQuick ? fillUnread : fillStore)(storage, count);
      add(
        `storing ${count} articles${isQuick ? ', unread' : ' (extract, cluster, index)'}`,
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
