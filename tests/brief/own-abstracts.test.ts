import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scoreOwnAbstracts } from './own-abstracts.ts';
import { measures, rouge } from './rouge.ts';

const floors = JSON.parse(readFileSync(join(import.meta.dirname, '../gold/floors.json'), 'utf8')) as Readonly<Record<string, number>>;

test('beside abstracts of our own, a summary is never below the lead of the same length', async () => {
  const { articles, ours, above } = await scoreOwnAbstracts();
  expect(articles).toBeGreaterThanOrEqual(45);
  for (const measure of measures) expect(above[measure].mean).toBeGreaterThanOrEqual(0);
  expect(ours.r1).toBeGreaterThanOrEqual(floors['brief.summary.own.r1'] ?? Number.NaN);
  expect(above.r1.mean).toBeGreaterThanOrEqual(floors['brief.summary.own.r1-above-lead'] ?? Number.NaN);
});

test('ROUGE counts what two texts share', () => {
  expect(rouge('The ferry sank.', 'the ferry sank')).toEqual({ r1: 1, r2: 1, rl: 1 });
  expect(rouge('A b c d', 'd c b a')).toEqual({ r1: 1, r2: 0, rl: 0.25 });
  expect(rouge('a a b', 'a c')).toMatchObject({ r1: 0.4 });
  expect(rouge('', '')).toEqual({ r1: 0, r2: 0, rl: 0 });
});
