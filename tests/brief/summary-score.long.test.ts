import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const isThere =
  existsSync(resolve(root, '../shared/bench/quotes/score.mjs')) && existsSync(resolve(root, '../shared/corpora/polnear/train'));

type ScoreOf = {
  readonly f1: { readonly system: Readonly<Record<'r1' | 'r2' | 'rl', number>> };
  readonly aboveLead: Readonly<Record<'r1' | 'r2' | 'rl', { readonly mean: number; readonly ci: readonly [number, number] }>>;
};

describe.skipIf(!isThere)('summaries beside 99 human abstracts, from ../shared (skipped where that is not there)', () => {
  it('are above the lead of the same length, by a margin that the interval shows', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wirebrief-'));
    try {
      const file = join(folder, 'score.json');
      execFileSync(process.execPath, [join(root, 'tests/tools/score-summary.ts'), '--split', 'train', '--json', file], { stdio: 'ignore' });
      const score = JSON.parse(readFileSync(file, 'utf8')) as ScoreOf;
      const floors = JSON.parse(readFileSync(join(root, 'tests/gold/floors.json'), 'utf8')) as Readonly<Record<string, number>>;
      expect(100 * score.f1.system.r1).toBeGreaterThanOrEqual(floors['brief.summary.r1'] ?? Number.NaN);
      expect(100 * score.aboveLead.r1.mean).toBeGreaterThanOrEqual(floors['brief.summary.r1-above-lead'] ?? Number.NaN);
      for (const measure of ['r1', 'rl'] as const) expect(score.aboveLead[measure].ci[0]).toBeGreaterThan(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});
