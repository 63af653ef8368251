/** A fresh SQLite Storage in a temporary directory, for a test. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage } from '#storage/open.ts';
import type { QueueUnderTest } from '../contract/queue.ts';
import type { EngineUnderTest } from '../contract/storage.ts';

export function temporaryDirectory(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'wirebrief-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

let template: Promise<Buffer> | undefined;

/** The file of a database without any row, made once for all test files of a worker: migrating takes longer than most tests. */
async function emptyDatabase(): Promise<Buffer> {
  const directory = temporaryDirectory();
  try {
    await (await openStorage({ dataDir: directory.path, mode: 'own', now: Date.now })).close();
    return readFileSync(join(directory.path, FILE));
  } finally {
    directory.remove();
  }
}

const FILE = 'wirebrief.db';

export async function openTemporary(now = Date.now): Promise<EngineUnderTest & { readonly dataDir: string }> {
  template ??= emptyDatabase();
  const directory = temporaryDirectory();
  writeFileSync(join(directory.path, FILE), await template);
  const open = () => openStorage({ dataDir: directory.path, mode: 'own', now });
  let current = await open();
  return {
    dataDir: directory.path,
    storage: current,
    async reopen() {
      await current.close();
      current = await open();
      return current;
    },
    async end() {
      await current.close();
      directory.remove();
    },
  };
}

/** The queue named "test" of an engine. */
export function queueOf(engine: EngineUnderTest): QueueUnderTest {
  let { storage } = engine;
  return {
    queue: (settings) => storage.work.queue('test', settings),
    restart: async () => {
      storage = await engine.reopen();
    },
    end: engine.end,
  };
}
