import { describe, expect, it } from 'vitest';
import { extract } from '#extract/extract.ts';
import { findQuotes } from '#extract/quotes.ts';
import { read } from '#text/reading.ts';
import floors from '../gold/floors.json' with { type: 'json' };
import { goldRows, problemsOf } from './quotes-gold.ts';

const rows = goldRows();

describe('gold quotations', () => {
  it.each(rows.filter((row) => row.miss === undefined).map((row) => [row.way, row.text, row] as const))('%s: %s', (_way, _text, row) => {
    expect(problemsOf(row)).toEqual([]);
  });

  it.each(rows.filter((row) => row.miss !== undefined).map((row) => [row.miss, row.text, row] as const))(
    'still wrong (%s): %s',
    (_miss, _text, row) => {
      expect(problemsOf(row), 'it comes right now: take the "miss" out of the row').not.toEqual([]);
    },
  );

  it('has no fewer rows than before, and no more misses', () => {
    expect(rows.length).toBeGreaterThanOrEqual(floors['quotes.rows']);
    expect(rows.filter((row) => row.miss !== undefined).length).toBeLessThanOrEqual(floors['quotes.misses']);
  });
});

describe('what a crowd chants', () => {
  const quotesOf = (text: string) => findQuotes(read(text, 'No such headline')).map(({ span }) => text.slice(span.start, span.end));

  it.each([
    ['In May the visitors from Harrow were met with chants of “Tax, tax, tax” and worse.', 'Tax, tax, tax'],
    ['It was not the cries of “Shame!” that hurt Ruud most.', 'Shame!'],
    ['About 200 people stood in three groups near the pier, holding red signs and chanting “Out with Ruud.”', 'Out with Ruud.'],
  ])('is a quotation, printed with nobody’s name: %s', (text, words) => {
    expect(quotesOf(text)).toEqual([words]);
    expect(findQuotes(read(text, 'No such headline'))[0]).toMatchObject({ speakers: [], printed: false });
  });

  it.each([
    'The hall was full of “Shame” buttons.',
    'The choir closed with a chorus of “The Long Road.”',
    'A row of “Out” signs stood at the pier.',
  ])('is not what stands on things or is sung: %s', (text) => {
    expect(quotesOf(text)).toEqual([]);
  });
});

describe('words that nobody is said to have said', () => {
  const found = (text: string) => findQuotes(read(text, 'No such headline')).map(({ span }) => text.slice(span.start, span.end));

  it.each([
    ['The hall rang with talk of “wheat for all” and little else.', 'wheat for all'],
    ['Their guests, it seems, were “well fed” and housed.', 'well fed'],
    ['The office was run as a “regional.”', 'regional.'],
  ])('are found where they are no title and no term, and have no speaker: %s', (text, words) => {
    expect(found(text)).toEqual([words]);
    expect(findQuotes(read(text, 'No such headline'))[0]).toMatchObject({ speakers: [], printed: false });
  });

  it.each([
    'The hall rang with “Wheat For All” and little else.',
    'The “wheat for all” law is dead.',
    'A “regional” office was run there.',
  ])('are left alone where the marks may hold a title or a term: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('words that every JavaScript object has', () => {
  it.each(['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'watch'])(
    'are words like others: %s',
    (word) => {
      const text = `“We won,” said the Holm Racing ${word} Ana Ruiz. ${word} Holm ${word} said “we are ready” to 5 ${word} people, and the ${word} of Norland said 5 percent of the ${word} ${word}.`;
      expect(extract({ id: 'a', title: word, text }).quotes[0]?.speakers.length).toBe(1);
    },
  );
});
