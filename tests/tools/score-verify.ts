/** The bench's task T5 of ../shared (kept, redressed and falsified claims) on `verify --jsonl`; `--json FILE` goes through to the scorer. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const scorer = `${shared}bench/quotes/score.mjs`;

if (!existsSync(scorer)) {
  console.error(`no scorer at ${scorer}: the shared folder is not here`);
  process.exit(1);
}
const corpus = ['--corpus', `${shared}corpora/polnear`, '--split', 'train'];
const command = [process.execPath, main, 'verify', '--jsonl'];
const scored = spawnSync(process.execPath, [scorer, 'figures', ...corpus, ...process.argv.slice(2), '--', ...command], {
  stdio: 'inherit',
});
process.exit(scored.status ?? 1);
