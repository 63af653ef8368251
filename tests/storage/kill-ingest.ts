/** kill -9 during ingestion, as often as asked. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { DESK } from '#model/subscription.ts';
import { openStorage } from '#storage/open.ts';
import { temporaryDirectory } from './engine.ts';

/** Directories that are ingested into side by side: most of the time goes into starting the children. */
const LANES = 2;
const CHILD = new URL('../tools/kill-ingest-child.ts', import.meta.url).pathname;

/** Lets a child ingest until it acknowledged `batches` and a moment more, and kills it there. @returns the ids that it acknowledged. */
async function ingestAndKill(dataDir: string, cache: string, first: number, batches: number, lateMs: number): Promise<string[]> {
  const env = { ...process.env, NODE_COMPILE_CACHE: cache };
  const running = spawn(process.execPath, [CHILD, dataDir, String(first)], { stdio: ['ignore', 'pipe', 'pipe'], env });
  const exited = once(running, 'close');
  let trouble = '';
  running.stderr.on('data', (chunk) => (trouble += chunk));
  const acknowledged: string[] = [];
  let lines = 0;
  for await (const line of createInterface({ input: running.stdout })) {
    acknowledged.push(...line.split(' '));
    lines += 1;
    // A different moment of the next transaction each time: before, in the middle of, or after it.
    if (lines === batches) setTimeout(() => running.kill('SIGKILL'), lateMs);
  }
  const [, signal] = await exited;
  if (signal !== 'SIGKILL') throw new Error(`the child ended by itself: ${trouble}`);
  return acknowledged;
}

async function expectNothingLost(dataDir: string, acknowledged: readonly string[]): Promise<void> {
  const storage = await openStorage({ dataDir, mode: 'own', now: Date.now });
  const { library } = storage.tenant(DESK);
  const lost: string[] = [];
  for (const id of acknowledged) {
    const stored = await storage.articles.get(id);
    const { quotes } = await library.quotes({ about: [id], limit: 2 });
    const whole = stored !== undefined && stored.extraction.figures.length === 1 && quotes[0]?.text === `Words of ${id}.`;
    if (!whole) lost.push(id);
  }
  const count = await storage.articles.count();
  const { total } = await library.quotes({ limit: 1 });
  await storage.close();

  expect(lost).toEqual([]);
  // A batch that was not acknowledged may be there, but only whole.
  expect(count).toBeGreaterThanOrEqual(acknowledged.length);
  expect(count % 5).toBe(0);
  expect(total).toBe(Math.min(count, 200));
  const database = new DatabaseSync(join(dataDir, 'wirebrief.db'), { readOnly: true });
  expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  expect(database.prepare('pragma foreign_key_check').all()).toEqual([]);
  database.close();
}

/** Kills an ingesting child `kills` times, at differing moments; asserts that nothing acknowledged is lost and the next start is clean. */
export async function killDuringIngestion(kills: number): Promise<void> {
  const directory = temporaryDirectory();
  const lane = async (number: number): Promise<void> => {
    const dataDir = join(directory.path, `lane-${number}`);
    const acknowledged: string[] = [];
    for (let kill = number; kill < kills; kill += LANES) {
      const ids = await ingestAndKill(dataDir, join(directory.path, 'compile-cache'), kill * 100_000, 1 + (kill % 3), (kill * 7) % 23);
      expect(ids.length).toBeGreaterThan(0);
      acknowledged.push(...ids);
    }
    await expectNothingLost(dataDir, acknowledged);
  };
  try {
    await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)));
  } finally {
    directory.remove();
  }
}
