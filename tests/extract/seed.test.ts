import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findQuotes } from '#extract/quotes.ts';
import { read } from '#text/reading.ts';

type SeedQuote = {
  text: string;
  start: number;
  mention: string;
  kind: string;
  key: boolean;
  speakers: string[];
  told_to: string | null;
  note?: string;
};

/** The seed is not part of the project: it is read from beside it. */
const folder = new URL('../../../shared/seed/', import.meta.url);
const isThere = existsSync(new URL('putin-xi.gold.json', folder));

describe.skipIf(!isThere)(`the seed article${isThere ? '' : ' (skipped: ../shared/seed is absent)'}`, () => {
  const gold = isThere
    ? (JSON.parse(readFileSync(new URL('putin-xi.gold.json', folder), 'utf8')) as { quotes: SeedQuote[]; roles: Record<string, string> })
    : { quotes: [], roles: {} };
  const text = isThere ? readFileSync(new URL('putin-xi.txt', folder), 'utf8') : '';
  const quotes = findQuotes(read(text));

  it('has these quotations and no other', () => {
    expect(quotes.map(({ span }) => text.slice(span.start, span.end))).toEqual(gold.quotes.map((quote) => quote.text));
    expect(quotes.map(({ span }) => span.start)).toEqual(gold.quotes.map((quote) => quote.start));
  });

  it.each(gold.quotes.map((quote, index) => [quote.text.slice(0, 40), quote, index] as const))('%s', (_text, want, index) => {
    const got = quotes[index];
    expect(got?.speakers.map(({ name }) => name).sort()).toEqual([...want.speakers].sort());
    expect(got?.mention && text.slice(got.mention.start, got.mention.end)).toBe(want.mention);
    expect(got?.kind).toBe(want.kind);
    expect(got?.toldTo ?? null).toBe(want.told_to);
    expect(got?.role).toBe(gold.roles[got?.speakers[0]?.name ?? '']);
    if (want.key) expect(got?.printed).toBe(true);
  });
});
