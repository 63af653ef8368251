/** The floors of tests/gold/floors.json on the development half of NewsQuant: no change of a rule may fall below them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const corpus = fileURLToPath(new URL('../../../shared/corpora/newsquant-dev.json', import.meta.url));
const floors = JSON.parse(readFileSync(new URL('../gold/floors.json', import.meta.url), 'utf8')) as Record<string, number>;
const measures = ['value', 'value+unit', 'value+change', 'value+concept'] as const;

describe('figures: floors', () => {
  it.skipIf(!existsSync(corpus))('hold on NewsQuant (skipped where ../shared/corpora is absent)', { timeout: 60_000 }, () => {
    const tool = fileURLToPath(new URL('../tools/score-figures.ts', import.meta.url));
    const { stdout } = spawnSync(process.execPath, [tool], { encoding: 'utf8' });
    const line = stdout.split('\n').find((one) => one.startsWith('all quantities')) ?? '';
    const scores = JSON.parse(line.slice(line.indexOf('{'))) as Record<string, { F1: number }>;
    for (const measure of measures) {
      const floor = floors[`figures.newsquant.${measure}`];
      expect(floor, `floors.json lacks figures.newsquant.${measure}`).toBeTypeOf('number');
      expect(scores[measure]?.F1, measure).toBeGreaterThanOrEqual(floor ?? 100);
    }
  });
});
