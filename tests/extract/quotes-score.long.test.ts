/** The floors of tests/gold/floors.json on the 840 training articles of PolNeAR: no change of a rule may fall below them. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import floors from '../gold/floors.json' with { type: 'json' };

const root = resolve(import.meta.dirname, '../..');
const corpus = resolve(root, '../shared/corpora/polnear');
const scorer = resolve(root, '../shared/bench/quotes/score.mjs');
const isThere = existsSync(scorer) && existsSync(join(corpus, 'train'));
const MAX_BYTES = 512 * 1024 * 1024;

type Score = {
  readonly t1: {
    readonly w4_strict: { readonly f1: number };
    readonly w1_strict: { readonly f1: number };
    readonly scare: { readonly rejected: number };
  };
  readonly t2: {
    readonly w4: { readonly accuracyOfFound: number; readonly endToEnd: { readonly p: number; readonly r: number; readonly f1: number } };
  };
  readonly t3: {
    readonly name: { readonly accuracyOfFound: number };
    readonly hand_pronoun: { readonly accuracyOfFound: number };
    readonly unnamed: { readonly inventedRate: number };
  };
};

const run = (args: readonly string[], input?: string): string =>
  execFileSync(process.execPath, [...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: MAX_BYTES,
    ...(input === undefined ? {} : { input }),
  });

/** The scorer's numbers for the answers, a line of JSON each. */
function scoreOf(answers: string, folder: string): Score {
  const output = join(folder, 'answers.jsonl');
  const json = join(folder, 'score.json');
  writeFileSync(output, answers);
  const labels = join(root, 'tests/gold/speakers-polnear.json');
  run([scorer, 'quotes', '--corpus', corpus, '--split', 'train', '--labels', labels, '--output', output, '--json', json]);
  return JSON.parse(readFileSync(json, 'utf8')) as Score;
}

function onlyPrinted(line: string): string {
  const answer = JSON.parse(line) as { quotes: { printed: boolean }[] };
  return JSON.stringify({ ...answer, quotes: answer.quotes.filter((quote) => quote.printed) });
}

describe.skipIf(!isThere)('quotes: floors on PolNeAR, from ../shared (skipped where that is not there)', () => {
  it('hold for all quotations and for those that are printed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wirebrief-'));
    try {
      const inputs = run([scorer, 'inputs', '--corpus', corpus, '--split', 'train', '--for', 'quotes']);
      const answers = run([join(root, 'tests/tools/score-quotes.ts'), '--serve'], inputs);
      const all = scoreOf(answers, folder);
      const printed = scoreOf(answers.trim().split('\n').map(onlyPrinted).join('\n'), folder);
      const measured: Readonly<Record<string, number>> = {
        'quotes.polnear.found': all.t1.w4_strict.f1,
        'quotes.polnear.found-1-word': all.t1.w1_strict.f1,
        'quotes.polnear.scare-left-alone': all.t1.scare.rejected,
        'quotes.polnear.mention': all.t2.w4.endToEnd.f1,
        'quotes.polnear.mention-of-found': all.t2.w4.accuracyOfFound,
        'quotes.polnear.named': all.t3.name.accuracyOfFound,
        'quotes.polnear.pronouns': all.t3.hand_pronoun.accuracyOfFound,
        'quotes.polnear.unnamed-left-unnamed': 1 - all.t3.unnamed.inventedRate,
        'quotes.polnear.printed-right': printed.t2.w4.endToEnd.p,
        'quotes.polnear.printed-share': printed.t2.w4.endToEnd.r,
      };
      for (const [key, value] of Object.entries(measured))
        expect(100 * value, key).toBeGreaterThanOrEqual((floors as Readonly<Record<string, number>>)[key] ?? Number.NaN);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 300_000);
});
