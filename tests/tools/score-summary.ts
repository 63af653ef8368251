/**
 * Our summaries beside abstracts of our own, then, where ../shared is there, its scorer over those of real news:
 * `node tests/tools/score-summary.ts [scorer options]`, by default `--split train`.
 * With `--serve` it is the system under test: JSON Lines {"id","text"} in, {"id","summary"} out.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { summariseArticle } from '#brief/summarise.ts';
import { extract } from '#extract/extract.ts';
import { scoreOwnAbstracts } from '../brief/own-abstracts.ts';
import { measures } from '../brief/rouge.ts';

const shared = resolve(import.meta.dirname, '../../../shared');

if (process.argv.includes('--serve')) {
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, text } = JSON.parse(line) as { readonly id: string; readonly text: string };
    process.stdout.write(`${JSON.stringify({ id, summary: summariseArticle({ id, text }, extract({ id, text })) })}\n`);
  }
} else {
  const own = await scoreOwnAbstracts();
  console.log(`abstracts of our own (tests/gold/summaries.jsonl): ${own.articles} articles`);
  for (const measure of measures) {
    const { mean, from, to } = own.above[measure];
    const gap = `${mean.toFixed(1)} [${from.toFixed(1)}, ${to.toFixed(1)}]`;
    console.log(
      `   ${measure.toUpperCase()}: ours ${own.ours[measure].toFixed(1)}, lead of the same length ${own.lead[measure].toFixed(1)}, above it by ${gap}`,
    );
  }
  if (!existsSync(shared)) process.exit();
  const options = process.argv.length > 2 ? process.argv.slice(2) : ['--split', 'train'];
  const scorer = [`${shared}/bench/quotes/score.mjs`, 'summary', '--corpus', `${shared}/corpora/polnear`, ...options];
  const run = spawnSync(process.execPath, [...scorer, '--', process.execPath, import.meta.filename, '--serve'], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
}
