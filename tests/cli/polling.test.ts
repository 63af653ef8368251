/** Feeds polled to their end, and what keeps them from being stored. */
import { expect, test } from 'vitest';
import { loadSample } from '#cli/polling.ts';
import { Failure } from '#model/failure.ts';
import { createPipeline } from '../../src/cli/pipeline.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/lib/log.ts';
import { openTemporary } from '../storage/engine.ts';

test('a disk that is full ends the reading with what is the matter, and is no fault of ours', async () => {
  const engine = await openTemporary();
  const lines: string[] = [];
  try {
    const full = new Failure({ code: 'disk-full', message: 'The disk is full.', hint: 'Free some space.' });
    const storage = { ...engine.storage, articles: { ...engine.storage.articles, put: () => Promise.reject(full) } };
    const config = readConfig({ WIREBRIEF_DATA: engine.dataDir });
    const log = createLog({ level: 'error', secrets: [], write: (line) => void lines.push(line) });
    const pipeline = createPipeline({ config, storage, now: Date.now, log });
    await expect(loadSample({ config, storage, now: Date.now, log, pipeline } as never)).rejects.toBe(full);
  } finally {
    await engine.end();
  }
  const told = lines.map((line) => JSON.parse(line));
  expect(told.length).toBeGreaterThan(0);
  expect(told.map(({ msg, code, err }) => [msg, code, err])).toEqual(told.map(() => ['The disk is full.', 'disk-full', undefined]));
});
