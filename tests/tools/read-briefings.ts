/**
 * Real articles of ../shared/corpora → a briefing of each, for reading against docs/EDITORIAL.md: `node tests/tools/read-briefings.ts FOLDER [every nth article, 42] [from, 0]`.
 * FOLDER, outside the project, gets a full and a short form of each, `figures.txt`, the figure lines of all of them, and `twenty.html`: one page
 * of twenty in full, the sample's stories first, to be read line by line.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { compose } from '#brief/compose.ts';
import { present } from '#brief/present.ts';
import { toTerminal } from '#chat/terminal/render.ts';
import { toHtml } from '#chat/web/render.ts';
import { extract } from '#extract/extract.ts';
import { readPage } from '#ingest/readable-page.ts';
import type { Briefing } from '#model/briefing.ts';
import { clustered } from '../brief/clustered.ts';
import { briefFile, briefText, corpusFiles } from '../brief/corpus.ts';
import { wish } from '../brief/wish.ts';
import { asOf, readSample } from '../sample/sample.ts';

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
const TWENTY = 20;
const sample = (await readSample()).map(({ guid, outlet, url, title, publishedAt, ingested }) => {
  const article = { id: guid, feedId: 'sample', outlet, url, title, text: ingested, publishedAt, fetchedAt: publishedAt };
  return { article, extraction: extract(article) };
});
const samples = clustered(sample).map((story) => compose({ ...wish, asOf, stories: [story] }));
const rest = TWENTY - samples.length;
const twenty = [
  ...samples,
  ...briefings.filter((_briefing, index) => index % Math.max(1, Math.floor(briefings.length / rest)) === 0),
].slice(0, TWENTY);
const page = await Promise.all(
  twenty.map(async (briefing) => `<section>${await toHtml(present(briefing, 'full'), wish.locale)}</section>`),
);
writeFileSync(
  join(folder, 'twenty.html'),
  `<!doctype html><meta charset="utf-8"><title>Twenty briefings</title><style>body{max-width:44rem;margin:2rem auto;font:1rem/1.5 serif}section{border-top:2px solid}</style>${page.join('\n')}`,
);
writeFileSync(join(folder, 'figures.txt'), `${lines.join('\n')}\n`);
console.log(`${briefings.length} briefings, ${lines.length} figure lines in ${folder}`);
