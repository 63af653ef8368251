/**
 * Runs the shared scorer over our quotations: `node tests/tools/score-quotes.ts [scorer options]`, by default `--split train`; first all that
 * are found, then those that are printed. With `--serve` it is the system under test: JSON Lines {"id","text"} in, {"id","quotes"} out;
 * with `--printed` too, only the printed ones. `--kinds` prints how each kind of attribution fares instead.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { findQuotes } from '#extract/quotes.ts';
import { toWire } from '#extract/wire.ts';
import { read } from '#text/reading.ts';
import { printKinds } from './quote-kinds.ts';

const root = resolve(import.meta.dirname, '../..');
const shared = resolve(root, '../shared');
const isPrintedOnly = process.argv.includes('--printed');

if (process.argv.includes('--serve')) {
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, text, title } = JSON.parse(line) as { id: string; text: string; title?: string };
    const quotes = findQuotes(read(text, title)).filter(({ printed }) => printed || !isPrintedOnly);
    process.stdout.write(
      `${JSON.stringify(toWire(id, text, { articleId: id, version: 0, sentences: [], quotes, figures: [], names: [] }))}\n`,
    );
  }
} else if (process.argv.includes('--kinds')) {
  await printKinds(shared);
} else {
  const options = process.argv.length > 2 ? process.argv.slice(2) : ['--split', 'train'];
  const labels = ['--labels', `${root}/tests/gold/speakers-polnear.json`];
  const scorer = [`${shared}/bench/quotes/score.mjs`, 'quotes', '--corpus', `${shared}/corpora/polnear`, ...labels, ...options];
  const system = [process.execPath, import.meta.filename, '--serve'];
  for (const [title, more] of [
    ['All quotations', []],
    ['Those that are printed: T2’s end-to-end P says how many are right, R how many are printed', ['--printed']],
  ] as const) {
    console.log(`\n${title}\n`);
    const run = spawnSync(process.execPath, [...scorer, '--', ...system, ...more], { stdio: 'inherit' });
    process.exitCode ||= run.status ?? 1;
  }
}
