import { describe, expect, it } from 'vitest';
import type { RawFeed } from '#ingest/raw-feed.ts';
import { parseOrSalvage } from '#ingest/salvage.ts';

const FEED: RawFeed = { titles: [], links: [], language: 'en', base: undefined, authors: [], items: [] };
const itemOf = (guid: string) => ({
  guid,
  isPermaLink: undefined,
  titles: [],
  links: [],
  about: undefined,
  base: undefined,
  dates: [],
  bodies: [],
  authors: [],
  categories: [],
});
/** A parser that takes letters for items, and stumbles over a "!". */
const parse = (xml: string): RawFeed => {
  if (xml.includes('!')) throw new Error('stumbled');
  return { ...FEED, items: [...xml].map(itemOf) };
};
const skeletonOf = (letters: string) => ({ whole: letters, single: (index: number) => letters[index] ?? '' });
const guids = async (letters: string, of = parse) =>
  (await parseOrSalvage(skeletonOf(letters), letters.length, of)).items.map((item) => item?.guid);

describe('parseOrSalvage', () => {
  it('gives all items of a feed that can be read', async () => {
    expect(await guids('abc')).toEqual(['a', 'b', 'c']);
  });
  it('loses only the item that cannot be read', async () => {
    expect(await guids('ab!c')).toEqual(['a', 'b', undefined, 'c']);
  });
  it('does not trust a parser that gives fewer items than there are', async () => {
    const forgetful = (xml: string): RawFeed => ({ ...FEED, items: parse(xml).items.slice(0, 1) });
    expect(await guids('abc', forgetful)).toEqual(['a', 'b', 'c']);
  });
});
