import { describe, expect, it } from 'vitest';
import { asPrinted, findCandidates } from '#brief/summary-candidates.ts';
import { extract } from '#extract/extract.ts';

const text = [
  'Mayor Ada Holm answered her critics in Lund, writing, “The bridge will not be closed to the lorries of Lund. It was built for them!”',
  'The bridge will not be closed to the lorries of Lund.',
  'has closed 12 other bridges in the county since the spring of last year.',
  'The council of Lund meets on Monday to vote on the toll.',
].join('\n\n');

describe('a candidate for a summary', () => {
  it.each([
    ['the words of a post that the text quotes elsewhere', 'The bridge will not', 'inside a quotation'],
    ['a sentence whose beginning is missing', 'has closed', 'a fragment'],
    ['a sentence of the report', 'The council', undefined],
  ])('%s', (_name, opening, why) => {
    const article = { id: 'a', title: '', text };
    const candidate = findCandidates([{ article, extraction: extract(article) }])
      .filter(({ raw }) => raw.startsWith(opening))
      .at(-1);
    if (candidate === undefined) throw new Error(`no candidate begins with “${opening}”`);
    const printed = asPrinted(candidate);
    expect('whyNot' in printed ? printed.whyNot : undefined).toBe(why);
  });
});
