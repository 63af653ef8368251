/** JSON Lines {"id","text"} → {"id","figures"}, in one sentence a line; or, with --score, the bench's figure score of ../shared on itself. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { findFigures } from '../../src/extract/figures.ts';
import { read } from '../../src/text/reading.ts';

const self = fileURLToPath(import.meta.url);
const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));

if (process.argv.includes('--serve')) await serve();
else run();

/** What the scorer calls. */
async function serve(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    const figures = findFigures(read(text)).map((figure) => ({ ...figure, text: text.slice(figure.span.start, figure.span.end) }));
    process.stdout.write(`${JSON.stringify({ id, figures })}\n`);
  }
}

/** `--corpus FILE` (default ../shared/corpora/newsquant-dev.json) and `--show N` go through to the scorer. */
function run(): void {
  const scorer = `${shared}bench/figures/score.mjs`;
  const given = process.argv.slice(2);
  const args = given.includes('--corpus') ? given : ['--corpus', `${shared}corpora/newsquant-dev.json`, ...given];
  if (!existsSync(scorer)) {
    console.error(`no scorer at ${scorer}: the shared folder is not here`);
    process.exit(1);
  }
  const scored = spawnSync(process.execPath, [scorer, ...args, '--', process.execPath, self, '--serve'], { stdio: 'inherit' });
  process.exit(scored.status ?? 1);
}
