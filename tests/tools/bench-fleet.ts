/** Workers on one PostgreSQL → how much each stage takes, what three do beside one, and 10,000 deliveries that fall due at one moment. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseFeed } from '#ingest/parse-feed.ts';
import { copyStore } from '#storage/copy-store.ts';
import { openStorage } from '#storage/open.ts';
import { createPostgresKysely } from '#storage/postgres-database.ts';
import { createPool } from '#storage/postgres-pool.ts';
import { createKysely, openDatabaseFile } from '#storage/sqlite-database.ts';
import type { Storage } from '#storage/storage.ts';
import { BATCH, type NewArticle, storeArticles } from '../../src/app/store-articles.ts';
import { extract } from '../../src/extract/extract.ts';
import type { Schedule } from '../../src/model/schedule.ts';
import { createDatabase, noServer } from '../storage/server.ts';
import { cpuOf, serverSeconds } from './bench-cpu.ts';
import { fillStore, fillUnread } from './bench-store.ts';
import { ms, quantile, type Table, times } from './bench-table.ts';
import { generateArticle } from './generated-news.ts';

const CHILD = new URL('./bench-worker.ts', import.meta.url).pathname;
const DUE_AT = Date.UTC(2026, 2, 2, 8);

async function withServer(table: Table, run: (url: string) => Promise<void>): Promise<void> {
  const reason = await noServer();
  if (reason) {
    table.add('PostgreSQL', `not measured: ${reason}`);
    return;
  }
  const database = await createDatabase();
  try {
    await run(database.url);
  } finally {
    await database.drop();
  }
}

const openAt = (databaseUrl: string, now = Date.now) => openStorage({ dataDir: '', databaseUrl, mode: 'own', now });
/** What the parts of a worker's work take of a processor, one after another in one process; `npm run simulate` reckons with these. */
export const benchStages = (table: Table): Promise<void> =>
  withServer(table, async (url) => {
    const storage = await openAt(url);
    const name = new URL(url).pathname.slice(1);
    const add = async (what: string, rounds: number, act: (round: number) => Promise<unknown> | unknown): Promise<void> => {
      await act(rounds);
      const { ownMs, serverMs } = await cpuOf(rounds, name, act);
      table.add(what, `${ms(ownMs)} here, ${ms(serverMs)} in the server`);
    };
    const generated = (index: number) => ({ id: `${index}`, ...generateArticle(index) });
    const items = Array.from(
      { length: 20 },
      (_, index) => `<item><title>${generated(index).title}</title><link>https://x.example/${index}</link></item>`,
    );
    const feed = Buffer.from(`<rss version="2.0"><channel><title>X</title>${items.join('')}</channel></rss>`);
    await add('parsing a feed of 20 articles', 100, () => parseFeed(feed, { url: 'https://x.example/', now: DUE_AT }));
    await add('extracting an article of 5 KB', 100, (round) => extract(generated(round)));
    for (let index = 0; index <= 200; index++)
      await storage.feeds.put({ id: `feed${index}`, url: `https://f${index}.example/`, title: 'F', owner: null, everybody: true });
    await add('claiming a feed and noting its poll', 150, async () => {
      for (const { id } of await storage.feeds.claim(DUE_AT, DUE_AT + 15_000, 1))
        await storage.feeds.recordPoll(id, { validators: {}, polledAt: DUE_AT, nextPollAt: DUE_AT + 60_000, failures: 0, problem: null });
    });
    await storage.feeds.put({ id: 'generated', url: 'https://g.example/', title: 'Generated', owner: null, everybody: true });
    await add('extracting, clustering and storing 12 articles', 15, (round) =>
      storeArticles(null, batchFrom(round * BATCH, 1), storage.articles),
    );
    const queue = storage.work.queue('bench', {
      now: Date.now,
      random: Math.random,
      wakeIn: (wait, wake) => {
        const timer = setTimeout(wake, wait).unref();
        return () => clearTimeout(timer);
      },
      concurrency: 8,
      baseMs: 1,
      maxMs: 1,
      onFault: () => {},
    });
    await queue.start(async () => 'done');
    await add('100 jobs of 100 lanes through the queue', 5, async (round) => {
      await queue.add(Array.from({ length: 100 }, (_, index) => ({ id: `${round}.${index}`, lane: `${round}.${index}`, payload: '' })));
      await queue.idle();
    });
    await queue.drain();
    await storage.close();
  });

/** The same work by one worker and by three, turn about, on the same machine. */
export const benchWorkers = (table: Table): Promise<void> =>
  withServer(table, async (url) => {
    const storage = await openAt(url);
    await storage.feeds.put({ id: 'generated', url: 'https://g.example/', title: 'Generated', owner: null, everybody: true });
    const rates = new Map<number, number[]>();
    const cpu = new Map<number, number>();
    const each = 360;
    let next = 0;
    for (let round = 0; round < 1; round++)
      for (const workers of [1, 3]) {
        const [from, to] = [next, next + each];
        next = to;
        const { seconds, done, cpuSeconds } = await run(url, workers, (index) => ['store', url, from + index, to, workers]);
        rates.set(workers, [...(rates.get(workers) ?? []), done / seconds]);
        cpu.set(workers, (cpuSeconds * 1_000) / done);
      }
    const [one, three] = [1, 3].map((workers) => quantile(rates.get(workers) ?? [], 0.5));
    table.add('storing, one worker', `${one?.toFixed(1)} articles/s, ${ms(cpu.get(1) ?? 0)} of processor each`);
    table.add(
      'storing, three workers on the same cores',
      `${three?.toFixed(1)} articles/s, ${ms(cpu.get(3) ?? 0)} of processor each`,
      times(three ?? 0, one ?? 1, 'one worker'),
    );
    await storage.close();
  });

/** Briefings of many channels that fall due in the same minute. */
export const benchDeliveries = async (table: Table, count: number): Promise<void> => {
  for (const workers of [1, 3])
    await withServer(table, async (url) => {
      const storage = await openAt(url, () => DUE_AT);
      await fillStore(storage, 60);
      const feed = await storage.feeds.get('generated');
      if (feed) await storage.feeds.recordPoll('generated', { ...feed, polledAt: 1, nextPollAt: DUE_AT * 2 });
      await enrol(storage, count);
      const { seconds, done, cpuSeconds, serverCpu } = await run(url, workers, () => ['deliver', url, DUE_AT]);
      table.add(
        `${count} briefings due at once, ${workers} worker${workers > 1 ? 's' : ''}`,
        `${seconds.toFixed(1)} s, ${Math.round(count / seconds)} a second`,
      );
      table.add(
        '  processor time of the workers for one',
        `${ms((cpuSeconds * 1_000) / count)} here, ${ms((serverCpu * 1_000) / count)} in the server`,
        `${done} posts`,
      );
      await storage.close();
    });
};

async function enrol(storage: Storage, count: number): Promise<void> {
  const slot = { local: '2026-03-02T08:00', at: DUE_AT };
  const perTenant = 50;
  for (let number = 0; number < count; number++) {
    const tenant = `chat:T${Math.floor(number / perTenant)}`;
    const schedule: Schedule = {
      id: `s${number}`,
      tenant,
      channel: `${tenant}:C${number % perTenant}`,
      topics: [],
      when: { kind: 'days', days: [0, 1, 2, 3, 4, 5, 6], at: '08:00' },
      zone: 'UTC',
      locale: 'en-GB',
      detail: 'short',
      empty: 'best',
      quiet: [],
      paused: false,
      addedAt: DUE_AT - 1,
      origin: 'store',
    };
    await storage.tenant(tenant).schedules.put(schedule, slot);
  }
}

/** The server's time is what its sessions had when they were last seen. */
async function run(url: string, workers: number, args: (index: number) => readonly (string | number)[]) {
  const children = Array.from({ length: workers }, (_, index) =>
    spawn(process.execPath, [CHILD, ...args(index).map(String)], { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  const lines = children.map((child) => createInterface({ input: child.stdout })[Symbol.asyncIterator]());
  for (const line of lines) await line.next();
  const name = new URL(url).pathname.slice(1);
  let serverCpu = 0;
  const before = serverSeconds(name);
  const sampling = setInterval(() => {
    serverCpu = Math.max(serverCpu, serverSeconds(name) - before);
  }, 100);
  const begun = performance.now();
  for (const child of children) child.stdin.write('go\n');
  const ended = await Promise.all(lines.map(async (line) => (await line.next()).value?.split(' ') ?? []));
  const seconds = (performance.now() - begun) / 1_000;
  clearInterval(sampling);
  await Promise.all(children.map((child) => (child.exitCode === null ? once(child, 'exit') : undefined)));
  const sum = (index: number) => ended.reduce((all, words) => all + Number(words[index] ?? 0), 0);
  return { seconds, done: sum(1), cpuSeconds: sum(2) / 1e6, serverCpu };
}

/** The same store on both engines, the second one copied from the first; then the processor time of the same searches. */
export const benchSearch = (table: Table, count: number): Promise<void> =>
  withServer(table, async (url) => {
    const folder = mkdtempSync(join(tmpdir(), 'wirebrief-bench-'));
    const embedded = await openStorage({ dataDir: folder, mode: 'own', now: Date.now });
    const fillBegun = performance.now();
    await fillUnread(embedded, count);
    table.add(`storing ${count} short articles, unread`, `${((performance.now() - fillBegun) / 1_000).toFixed(0)} s`);
    const server = await openAt(url);
    const source = createKysely(openDatabaseFile(join(folder, 'wirebrief.db'), 'read-only'));
    const connections = createPool({ url, mode: 'own', size: 2 });
    const begun = performance.now();
    await copyStore(source, createPostgresKysely(connections), () => {});
    const seconds = (performance.now() - begun) / 1_000;
    table.add(`migrate-store of ${count} articles`, `${seconds.toFixed(0)} s, ${Math.round(count / seconds)} articles/s`);
    await createPostgresKysely(connections).executeQuery({
      sql: 'analyze',
      parameters: [],
      query: { kind: 'RawNode' },
      queryId: { queryId: '1' },
    } as never);
    const database = new URL(url).pathname.slice(1);
    const rounds = 200;
    const common = 'ferry';
    const rare = Array.from({ length: rounds }, (_, round) => generateArticle((round * 7919) % count, 0).topic.split('-'));
    const speakers = (await embedded.tenant('desk').library.speakers('', 100)).map(({ name }) => name);
    const asks: Readonly<Record<string, (storage: Storage, round: number) => Promise<unknown>>> = {
      'articles by two rare words': ({ tenant }, round) => tenant('desk').library.articles({ all: rare[round] ?? [], limit: 50 }),
      'articles by a common word': ({ tenant }) => tenant('desk').library.articles({ all: [common], limit: 50 }),
      'the newest articles': ({ tenant }) => tenant('desk').library.articles({ limit: 50 }),
      'quotes of a speaker': ({ tenant }, round) =>
        tenant('desk').library.quotes({ speakers: [speakers[round % speakers.length] ?? ''], limit: 10 }),
      'quotes about a common word': ({ tenant }) => tenant('desk').library.quotes({ about: [common], limit: 10 }),
      'figures of a common word': ({ tenant }) => tenant('desk').library.figures({ words: ['hospital'], limit: 10 }),
    };
    for (const [name, ask] of Object.entries(asks)) {
      const here = await cpuOf(rounds, database, (round) => ask(embedded, round));
      const there = await cpuOf(rounds, database, (round) => ask(server, round));
      const all = there.ownMs + there.serverMs;
      table.add(
        `${name}, ${count} articles`,
        `SQLite ${ms(here.ownMs)}, PostgreSQL ${ms(there.ownMs)} here and ${ms(there.serverMs)} there`,
        times(all, here.ownMs, 'SQLite'),
      );
    }
    await source.destroy();
    await connections.end();
    await server.close();
    await embedded.close();
    rmSync(folder, { recursive: true });
  });

function batchFrom(from: number, step: number): readonly NewArticle[] {
  return Array.from({ length: BATCH }, (_, index): NewArticle => {
    const number = from + index * step;
    const { title, text, publishedAt } = generateArticle(number);
    const url = `https://generated.example/${number}`;
    return {
      key: url,
      guid: null,
      article: { feedId: 'generated', outlet: 'Generated', url, title, text, publishedAt, fetchedAt: publishedAt },
    };
  });
}
