/** ../shared/corpora → real articles as stories of one, for reading the house style against; not part of the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compose } from '#brief/compose.ts';
import { present } from '#brief/present.ts';
import { extract } from '#extract/extract.ts';
import type { Briefing, StoryMaterial } from '#model/briefing.ts';
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

/** One article as a story, and what a channel would be told of it. */
export function briefText(id: string, title: string, text: string): { readonly briefing: Briefing; readonly material: StoryMaterial } {
  const article = {
    id,
    feedId: 'corpus',
    outlet: id.split('_')[0] ?? '',
    url: `https://news.example/${id}`,
    title: title.replace(/\s+/g, ' '),
    text,
    publishedAt: MORNING,
    fetchedAt: MORNING,
  };
  const material = story(id, { article, extraction: extract(article) });
  return { briefing: compose({ ...wish, stories: [material] }), material };
}

export function briefFile(file: string): ReturnType<typeof briefText> {
  const [title = '', ...paragraphs] = readFileSync(resolve(folder, file), 'utf8').split(/\n\s*\n/);
  return briefText(file, title, paragraphs.join('\n\n'));
}

export function faultsOfFile(file: string): string[] {
  const { briefing, material } = briefFile(file);
  const chars = wordsOn(present(briefing, 'short')).length;
  return [
    ...faultsOf(briefing, [material]),
    ...documentFaults(present(briefing, 'full'), false),
    ...(chars > MOST_SHORT_CHARS ? [`short form of ${chars} characters`] : []),
  ].map((fault) => `${file}: ${fault}`);
}
