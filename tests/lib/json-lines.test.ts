import { Readable, Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLines, type Serve, serveLines } from '#lib/json-lines.ts';

async function lines(chunks: readonly (string | Buffer)[], maxBytes?: number) {
  const found: string[] = [];
  for await (const line of readLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), maxBytes))
    found.push(line.kind === 'line' ? line.bytes.toString() : 'TOO LONG');
  return found;
}

async function serveAll(input: string, serve: Serve, atOnce?: number) {
  let text = '';
  const output = new Writable({
    highWaterMark: 1,
    write: (chunk, _encoding, done) => {
      text += chunk;
      setImmediate(done);
    },
  });
  await serveLines(Readable.from([Buffer.from(input)]), output, serve, atOnce);
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

describe('readLines', () => {
  test('any cutting into chunks gives the same lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '\n', '𝕏', ' ') })), async (parts) => {
        const whole = parts.join('');
        const expected = whole.split('\n');
        if (expected.at(-1) === '') expected.pop();
        const bytes = Buffer.from(whole);
        const chunks = Array.from({ length: Math.ceil(bytes.length / 3) }, (_, index) => bytes.subarray(index * 3, index * 3 + 3));
        expect(await lines(chunks)).toEqual(expected);
      }),
    );
  });

  test('a line over the limit is skipped to its end, and the next one is read', async () => {
    expect(await lines(['aaaa', 'aaaa', 'aaaa\nbb\n', 'c'.repeat(11)], 10)).toEqual(['TOO LONG', 'bb', 'TOO LONG']);
  });
});

describe('serveLines', () => {
  test('each line that cannot be served gets an error with its id, and the rest goes on', async () => {
    const input = ['{"id":"a","text":"x"}', '{broken', '', '[1]', '{"id":7}', '{"id":"b","text":"y"}'].join('\n');
    const answers = await serveAll(input, ({ text }) =>
      typeof text === 'string' ? { length: text.length } : { error: { code: 'no-text', message: 'text is missing' } },
    );
    expect(answers.map(({ id, error, length }) => [id, error?.code ?? length])).toEqual([
      ['a', 1],
      [null, 'broken-json'],
      [null, 'blank'],
      [null, 'not-an-object'],
      [7, 'no-text'],
      ['b', 1],
    ]);
  });

  test('a serve that throws costs its own line only', async () => {
    const answers = await serveAll('{"id":1}\n{"id":2}', ({ id }) => {
      if (id === 1) throw new SyntaxError('bang');
      return { ok: true };
    });
    expect(answers).toEqual([
      { id: 1, error: { code: 'failed', message: 'The line could not be served: bang' } },
      { id: 2, ok: true },
    ]);
  });

  test('the order of the input is kept although later lines finish first', async () => {
    const releases: (() => void)[] = [];
    const serving = serveAll(
      '{"id":1}\n{"id":2}\n{"id":3}',
      () =>
        new Promise((resolve) => {
          releases.push(() => resolve({}));
          if (releases.length === 3) for (const release of releases.reverse()) release();
        }),
      3,
    );
    expect((await serving).map(({ id }) => id)).toEqual([1, 2, 3]);
  });
});
