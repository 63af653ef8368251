/**
 * Real articles of ../shared/corpora → a briefing of each, for reading against docs/EDITORIAL.md: `node tests/tools/read-briefings.ts FOLDER [every nth article, 42] [from, 0]`.
 * FOLDER, outside the project, gets a full and a short form of each, and `figures.txt`, the figure lines of all of them.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { present } from '#brief/present.ts';
import { toTerminal } from '#chat/terminal/render.ts';
import { readPage } from '#ingest/readable-page.ts';
import type { Briefing } from '#model/briefing.ts';
import { briefFile, briefText, corpusFiles } from '../brief/corpus.ts';

const [folder, step = '42', from = '0'] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name a folder: node tests/tools/read-briefings.ts /tmp/briefings');
const pages = resolve(import.meta.dirname, '../../../shared/corpora/pages');
mkdirSync(folder, { recursive: true });

const every = <Thing>(things: readonly Thing[]): Thing[] => things.filter((_thing, index) => index % Number(step) === Number(from));
const briefings: Briefing[] = every(corpusFiles(1)).map((file) => briefFile(file).briefing);
for (const name of every(readdirSync(pages))) {
  const { title, text } = readPage({ url: '', html: gunzipSync(readFileSync(join(pages, name))).toString('utf8') });
  briefings.push(briefText(name.replace(/\.html\.gz$/, ''), title, text).briefing);
}

const look = { width: 110, colour: false, locale: 'en-GB' };
const lines: string[] = [];
for (const briefing of briefings) {
  const [story] = briefing.stories;
  if (story === undefined) continue;
  for (const detail of ['full', 'short'] as const)
    writeFileSync(join(folder, `${story.storyId}.${detail}.txt`), toTerminal(present(briefing, detail), look));
  for (const { counts, values } of story.figures)
    for (const { amount, saidBy } of values) lines.push(`${amount} ${counts}${saidBy === undefined ? '' : ` [${saidBy}]`}`);
}
writeFileSync(join(folder, 'figures.txt'), `${lines.join('\n')}\n`);
console.log(`${briefings.length} briefings, ${lines.length} figure lines in ${folder}`);
