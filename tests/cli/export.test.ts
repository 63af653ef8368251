/** Rows written to a slow, a broken and a vanished reader. */
import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import type { Row } from '../../src/app/export-rows.ts';
import { writeRows } from '../../src/cli/export.ts';

async function* rows(count: number): AsyncGenerator<Row> {
  for (let n = 0; n < count; n++) yield { id: `a${n}`, text: 'ship '.repeat(20) };
}
const reader = (take: (chunk: string, done: (error?: Error | null) => void) => void) =>
  new Writable({ highWaterMark: 64, decodeStrings: false, write: (chunk, _encoding, done) => take(String(chunk), done) });

test('a slow reader gets all of them, and is listened to once', async () => {
  let text = '';
  const output = reader((chunk, done) => {
    text += chunk;
    setImmediate(done);
  });
  const before = output.listenerCount('close');
  expect(await writeRows(output, rows(50), 'articles', 'jsonl')).toBe(50);
  expect(text.trim().split('\n').length).toBe(50);
  expect([output.listenerCount('close') - before, output.listenerCount('drain')]).toEqual([0, 0]);
});

test('a reader that goes away ends it quietly; a disk that is full is told of', async () => {
  const failing = (code: string) => reader((_chunk, done) => setImmediate(done, Object.assign(new Error(code), { code })));
  expect(await writeRows(failing('EPIPE'), rows(50), 'articles', 'csv')).toBeLessThan(50);
  await expect(writeRows(failing('ENOSPC'), rows(50), 'articles', 'jsonl')).rejects.toThrow(
    expect.objectContaining({ code: 'not-written', message: 'The export could not be written to its end (ENOSPC).' }),
  );
});
