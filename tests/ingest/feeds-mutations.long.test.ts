/** Mutations of real feeds: never a throw, never over a second a megabyte, never over 300 MB. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFeed } from '#ingest/parse-feed.ts';
import { fixture } from './feeds-reading.ts';

const CORPUS = new URL('../../../shared/corpora/feeds/', import.meta.url);
const FEEDS: readonly Buffer[] = existsSync(CORPUS)
  ? readdirSync(CORPUS)
      .filter((_file, index) => index % 6 === 0)
      .map((file) => readFileSync(new URL(file, CORPUS)))
  : ['harbour.rss', 'valley.atom', 'island.rdf', 'bridge.json'].map(fixture);

const MIB = 1 << 20;
/** What a small feed costs however small it is, on a busy machine. */
const BASE_MS = 1_500;

/** Of the bytes: a stretch taken out, said again many times, moved, or replaced. */
const edit = fc.record({
  kind: fc.constantFrom('cut', 'repeat', 'swap', 'put', 'truncate'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(2_000),
  times: fc.integer({ min: 2, max: 60 }),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 30 }),
    fc.constantFrom('<item>', ']]>', '<![CDATA[', '&', '<', '<!DOCTYPE a [', '\0', '{', '"').map((text) => Buffer.from(text)),
  ),
});

function mutate(bytes: Buffer, edits: readonly (typeof edit extends fc.Arbitrary<infer T> ? T : never)[]): Buffer {
  return edits.reduce((now, { kind, at, length, times, put }) => {
    const from = Math.floor(at * now.length);
    const [before, part, after] = [now.subarray(0, from), now.subarray(from, from + length), now.subarray(from + length)];
    if (kind === 'cut') return Buffer.concat([before, after]);
    if (kind === 'repeat') return Buffer.concat([before, ...Array<Buffer>(times).fill(part), after]);
    if (kind === 'swap') return Buffer.concat([before, after, part]);
    if (kind === 'put') return Buffer.concat([before, put, part, after]);
    return before;
  }, bytes);
}

test('mutations of real feeds', { timeout: 900_000 }, async () => {
  const restingKb = process.resourceUsage().maxRSS;
  await fc.assert(
    fc.asyncProperty(fc.nat(FEEDS.length - 1), fc.array(edit, { minLength: 1, maxLength: 8 }), async (index, edits) => {
      const bytes = mutate(FEEDS[index] ?? Buffer.alloc(0), edits);
      const started = process.cpuUsage();
      const reading = await parseFeed(bytes, { url: 'https://feed.example/feed.xml', now: Date.parse('2026-06-01T00:00:00Z') });
      const { user, system } = process.cpuUsage(started);
      expect(typeof reading.ok).toBe('boolean');
      expect((user + system) / 1000).toBeLessThan(BASE_MS + 1_000 * (bytes.length / MIB));
    }),
    { numRuns: 1_500 },
  );
  expect((process.resourceUsage().maxRSS - restingKb) / 1024).toBeLessThan(300);
});
