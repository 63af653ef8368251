/**
 * Runs the shared summary scorer over our summaries: `node tests/tools/score-summary.ts [scorer options]`, by default `--split train`.
 * With `--serve` it is the system under test: JSON Lines {"id","text"} in, {"id","summary"} out.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { summariseArticle } from '#brief/summarise.ts';
import { extract } from '#extract/extract.ts';

const shared = resolve(import.meta.dirname, '../../../shared');

if (process.argv.includes('--serve')) {
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, text } = JSON.parse(line) as { readonly id: string; readonly text: string };
    process.stdout.write(`${JSON.stringify({ id, summary: summariseArticle({ id, text }, extract({ id, text })) })}\n`);
  }
} else {
  const options = process.argv.length > 2 ? process.argv.slice(2) : ['--split', 'train'];
  const scorer = [`${shared}/bench/quotes/score.mjs`, 'summary', '--corpus', `${shared}/corpora/polnear`, ...options];
  const run = spawnSync(process.execPath, [...scorer, '--', process.execPath, import.meta.filename, '--serve'], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
}
