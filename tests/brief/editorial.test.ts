import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compose } from '#brief/compose.ts';
import { present } from '#brief/present.ts';
import { extract } from '#extract/extract.ts';
import { readSample } from '../sample/sample.ts';
import { clustered } from './clustered.ts';
import { corpusFiles, corpusIsThere, faultsOfFile, MOST_SHORT_CHARS } from './corpus.ts';
import { documentFaults, faultsOf } from './editorial.ts';
import { ferryNextDay } from './ferry.ts';
import { HOUR, type Marked, MORNING } from './material.ts';
import { wish, wordsOn } from './wish.ts';

const sample: Marked[] = (await readSample()).map(({ guid, outlet, url, title, publishedAt, ingested }) => {
  const article = { id: guid, feedId: 'sample', outlet, url, title, text: ingested, publishedAt, fetchedAt: publishedAt };
  return { article, extraction: extract(article) };
});
const gold = JSON.parse(readFileSync(resolve(import.meta.dirname, '../gold/sample/stories.json'), 'utf8')) as {
  readonly stories: readonly { readonly articles: readonly string[] }[];
};
const stories = clustered(sample);
const asOf = Math.max(...sample.map(({ article }) => article.publishedAt)) + HOUR;

describe('the sample', () => {
  it('falls into the stories of its gold', () => {
    const sizes = (groups: readonly { readonly length: number }[]) => groups.map(({ length }) => length).sort();
    expect(sizes(stories.map(({ articles }) => articles))).toEqual(sizes(gold.stories.map(({ articles }) => articles)));
    const ferry = stories.find(({ articles }) => articles.length === 3);
    expect(ferry?.articles.every(({ article }) => /ferry/i.test(article.title))).toBe(true);
  });

  it('keeps the house style, in short and in full', () => {
    const briefing = compose({ ...wish, asOf, stories, isSample: true, maxStories: 10 });
    expect(briefing.stories).toHaveLength(stories.length);
    expect(faultsOf(briefing, stories)).toEqual([]);
    for (const detail of ['short', 'full'] as const) expect(documentFaults(present(briefing, detail), true)).toEqual([]);
    expect(wordsOn(present(briefing, 'short')).length).toBeLessThanOrEqual(MOST_SHORT_CHARS);
  });

  it('says of each story what happened', () => {
    const briefing = compose({ ...wish, asOf, stories, isSample: true, maxStories: 10 });
    for (const { headline, summary } of briefing.stories)
      expect([headline, summary.length >= 2 && summary.length <= 4]).toEqual([headline, true]);
  });

  it('says what became of the ferry: the latest count, and what it was', () => {
    const briefing = compose({ ...wish, asOf, topic: 'ferry', stories: stories.filter(({ articles }) => articles.length === 3) });
    const [ferry] = briefing.stories;
    expect(ferry?.summary[0]?.text).toContain('34 people');
    expect(ferry?.figures.some(({ values }) => values.some(({ value }) => value === 34))).toBe(true);
    expect(ferry?.changes.some((change) => change.kind === 'figure' && change.after.value === 34)).toBe(true);
  });
});

it('keeps the house style where it is told what changed', () => {
  const briefing = compose({ ...wish, asOf: MORNING + 21 * HOUR, stories: [ferryNextDay] });
  expect(faultsOf(briefing, [ferryNextDay])).toEqual([]);
});

describe.skipIf(!corpusIsThere)('real articles, from ../shared/corpora (skipped where that is not there)', () => {
  it('keep the house style', () => {
    expect(corpusFiles(40).flatMap(faultsOfFile)).toEqual([]);
  });
});
