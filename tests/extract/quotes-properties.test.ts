import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotes } from '#extract/quotes.ts';
import { read } from '#text/reading.ts';
import { goldRows } from './quotes-gold.ts';

const paragraphs = goldRows().map((row) => row.text);
const marks = fc.constantFrom(
  '"',
  '“',
  '”',
  '‘',
  '’',
  "'",
  "''",
  '«',
  '»',
  '„',
  '\n\n',
  ' ',
  '. ',
  ', ',
  ': ',
  ' said ',
  'Ana Ruiz',
  ' she ',
  'he',
  ' who ',
  '(',
  ')',
  ' told AFP',
  'The Bank',
  ' and ',
  '—',
  '…',
  '😀',
  'é',
);
const scrawl = fc.array(marks, { maxLength: 60 }).map((parts) => parts.join(''));
const article = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...paragraphs) }, scrawl), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join('\n\n'));

describe('quotations, whatever the text', () => {
  it('have spans within the text, in order, apart from each other, without blanks at their ends', () => {
    fc.assert(
      fc.property(article, (text) => {
        let last = 0;
        for (const quote of findQuotes(read(text, 'No such headline'))) {
          const { start, end } = quote.span;
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          for (const span of [quote.mention, quote.cue]) if (span !== undefined) expect(text.slice(span.start, span.end)).not.toBe('');
          expect(quote.confidence).toBeGreaterThanOrEqual(0);
          expect(quote.confidence).toBeLessThanOrEqual(1);
          if (quote.speakers.length === 0) expect(quote.printed).toBe(false);
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are the same each time', () => {
    fc.assert(
      fc.property(article, (text) => {
        expect(findQuotes(read(text))).toEqual(findQuotes(read(text)));
      }),
      { numRuns: 50 },
    );
  });

  it('keep their spans and kinds when a paragraph is added at the end', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paragraphs), fc.constantFrom(...paragraphs), (text, more) => {
        const facts = (whole: string) =>
          findQuotes(read(whole, 'No such headline'))
            .filter(({ span }) => span.end <= text.length)
            .map(({ span, kind, mention, cue, toldTo }) => ({ span, kind, mention, cue, toldTo }));
        expect(facts(`${text}\n\n${more}`)).toEqual(facts(text));
      }),
      { numRuns: 200 },
    );
  });
});

/** What a quotation says of itself, with places counted from its paragraph; what it takes from other paragraphs is left out. */
function ownFacts(whole: string, from: number, to: number) {
  const inside = (span: { start: number; end: number } | undefined) => span !== undefined && span.start >= from && span.end <= to;
  const shift = ({ start, end }: { start: number; end: number }) => ({ start: start - from, end: end - from });
  return findQuotes(read(whole, 'No such headline')).flatMap(({ span, kind, mention, cue }) =>
    inside(span) && mention !== undefined && cue !== undefined && inside(mention) && inside(cue)
      ? [{ span: shift(span), kind, mention: shift(mention), cue: shift(cue) }]
      : [],
  );
}

describe('a quotation with its cue in its own paragraph', () => {
  // single marks count as house style only where an article has several of them
  const single = paragraphs.filter((text) => !text.includes('\n') && !/['‘’«„]/.test(text));

  it('has the same facts whatever stands around it, in whatever order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(single, { minLength: 2, maxLength: 7 }), (order) => {
        const whole = order.join('\n\n');
        let from = 0;
        for (const text of order) {
          expect(ownFacts(whole, from, from + text.length)).toEqual(ownFacts(text, 0, text.length));
          from += text.length + 2;
        }
      }),
      { numRuns: 150 },
    );
  });
});
