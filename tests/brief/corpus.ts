/** ../shared/corpora → real articles as stories of one, for reading the house style against; not part of the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compose } from '#brief/compose.ts';
import { present } from '#brief/present.ts';
import { extract } from '#extract/extract.ts';
import { documentFaults, faultsOf } from './editorial.ts';
import { MORNING, story } from './material.ts';
import { wish, wordsOn } from './wish.ts';

const folder = resolve(import.meta.dirname, '../../../shared/corpora/polnear/train/text');
export const corpusIsThere = existsSync(folder);
/** Characters of a short briefing, without addresses: about 1,200, and a long headline or sentence is not cut. */
export const MOST_SHORT_CHARS = 1_400;

/** Every nth file. */
export const corpusFiles = (step: number): string[] =>
  corpusIsThere ? readdirSync(folder).filter((_name, index) => index % step === 0) : [];

export function faultsOfFile(file: string): string[] {
  const [title = '', ...paragraphs] = readFileSync(resolve(folder, file), 'utf8').split(/\n\s*\n/);
  const article = {
    id: file,
    feedId: 'polnear',
    outlet: file.split('_')[0] ?? '',
    url: `https://news.example/${file}`,
    title: title.replace(/\s+/g, ' '),
    text: paragraphs.join('\n\n'),
    publishedAt: MORNING,
    fetchedAt: MORNING,
  };
  const material = story(file, { article, extraction: extract(article) });
  const briefing = compose({ ...wish, stories: [material] });
  const chars = wordsOn(present(briefing, 'short')).length;
  return [
    ...faultsOf(briefing, [material]),
    ...documentFaults(present(briefing, 'full'), false),
    ...(chars > MOST_SHORT_CHARS ? [`short form of ${chars} characters`] : []),
  ].map((fault) => `${file}: ${fault}`);
}
