/** The floor of tests/gold/floors.json on the pages of ../shared/corpora. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scorePages } from '../tools/score-pages.ts';

test('the pages of ../shared/corpora are read as well as before', { timeout: 60_000 }, (context) => {
  const { 'pages.f1': floor } = JSON.parse(readFileSync(new URL('../gold/floors.json', import.meta.url), 'utf8')) as { 'pages.f1': number };
  const scored = scorePages();
  if (scored === undefined) return context.skip('../shared/corpora is not there');
  expect(scored.score.f1 * 100).toBeGreaterThanOrEqual(floor);
});
