/** Prints how well feeds are read: on the corpus as it is, then under each damage. Needs ../shared; the measure is its own scorer (bench/ingest/feeds.mjs). */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { feedToWire } from '#ingest/feed-wire.ts';
import { parseFeed } from '#ingest/parse-feed.ts';
import { DAMAGES } from './feed-damage.ts';

const SHARED = join(import.meta.dirname, '../../../shared');
const CORPUS = join(SHARED, 'corpora');
export const hasFeedCorpus = existsSync(join(CORPUS, 'feeds-expected.json'));

export type FeedScore = {
  readonly all: number;
  readonly genuine: number;
  readonly unanswered: number;
  /** Right entries of the genuine feeds, in percent of all. */
  readonly report: string;
};

export const scoreFeeds = (corpus = CORPUS, show = 0): FeedScore => {
  const scorer = join(SHARED, 'bench/ingest/feeds.mjs');
  const run = spawnSync(
    process.execPath,
    [scorer, '--corpus', corpus, '--show', String(show), '--', process.execPath, import.meta.filename, 'serve'],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  const share = (set: string) => Number(new RegExp(`^${set}: .*all four ([\\d.]+) %`, 'm').exec(run.stdout)?.[1] ?? Number.NaN);
  return {
    all: share('all'),
    genuine: share('genuine'),
    unanswered: Number(/(\d+) without an answer/.exec(run.stdout)?.[1] ?? Number.NaN),
    report: run.stdout + run.stderr,
  };
};

type Expected = { readonly file: string; readonly genuine: boolean };

/** The genuine XML feeds of the corpus in a folder of their own, each changed by `apply`. */
export const scoreDamaged = (apply: (xml: string) => string): FeedScore => {
  const folder = mkdtempSync(join(tmpdir(), 'wirebrief-feeds-'));
  try {
    mkdirSync(join(folder, 'feeds'));
    const every = JSON.parse(readFileSync(join(CORPUS, 'feeds-expected.json'), 'utf8')) as readonly Expected[];
    const chosen = every.filter(({ file, genuine }) => genuine && !file.endsWith('.json'));
    for (const { file } of chosen) {
      const bytes = readFileSync(join(CORPUS, 'feeds', file));
      // One byte, one character: the damage must not mend the charset.
      writeFileSync(join(folder, 'feeds', file), damageBytes(bytes, apply));
    }
    writeFileSync(join(folder, 'feeds-expected.json'), JSON.stringify(chosen));
    return scoreFeeds(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const damageBytes = (bytes: Buffer, apply: (xml: string) => string): Buffer => {
  const damaged = apply(bytes.toString('latin1'));
  return damaged.startsWith('\uFEFF')
    ? Buffer.concat([Buffer.from('\uFEFF'), Buffer.from(damaged.slice(1), 'latin1')])
    : Buffer.from(damaged, 'latin1');
};

/** Speaks the parse-feed protocol, so that the scorer drives the parser without the rest of the program. */
const serve = async (): Promise<void> => {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const { id, url, base64 } = JSON.parse(line) as { id: string; url: string; base64: string };
    process.stdout.write(`${JSON.stringify({ id, ...feedToWire(await parseFeed(Buffer.from(base64, 'base64'), { url })) })}\n`);
  }
};

const printTable = (): void => {
  if (!hasFeedCorpus) throw new Error(`No feed corpus at ${CORPUS}.`);
  const score = scoreFeeds(CORPUS, Number(process.argv[2] ?? 0));
  console.log(score.report);
  const whole = scoreDamaged((xml) => xml);
  console.log(`${'undamaged'.padEnd(36)} ${whole.genuine.toFixed(2)}`);
  for (const { name, apply, floor } of DAMAGES) {
    const { genuine } = scoreDamaged(apply);
    const share = (100 * genuine) / whole.genuine;
    console.log(`${name.padEnd(36)} ${share.toFixed(2)} ${share < floor ? `below ${floor}` : ''}`);
  }
};

if (import.meta.main) {
  if (process.argv[2] === 'serve') await serve();
  else printTable();
}
