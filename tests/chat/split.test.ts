import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, MessageDocument } from '#model/document.ts';
import { breakBlock } from '../../src/chat/break-block.ts';
import { cutText } from '../../src/chat/cut-text.ts';
import { type Measure, splitDocument } from '../../src/chat/split.ts';
import { countFacts, documents } from './document-arbitraries.ts';

const heading = (text: string): Block => ({ kind: 'heading', level: 2, inlines: [{ kind: 'text', text }] });
const paragraph = (text: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] });
const quote = (text: string): Block => ({ kind: 'quote', text, speakers: ['Ana Duarte'], source: [] });
const document = (...blocks: Block[]): MessageDocument => ({ summary: 'Summary', blocks });

/** At most `maxBlocks` blocks and `maxCharacters` of JSON a message. */
const measure = (maxBlocks: number, maxCharacters = 100_000): Measure => ({
  budget: [maxBlocks, maxCharacters],
  cost: (block) => [1, JSON.stringify(block).length],
});
const kinds = (parts: readonly MessageDocument[]): readonly string[] =>
  parts.map(({ blocks }) => blocks.map(({ kind }) => kind[0]).join(''));

describe('splitDocument', () => {
  it('leaves a document whole where it fits', () => {
    const whole = document(heading('A'), paragraph('one'));
    expect(splitDocument(whole, measure(5))).toEqual([whole]);
    expect(splitDocument(document(), measure(5))).toEqual([document()]);
  });

  it('begins a message with a story rather than tearing it', () => {
    const parts = splitDocument(document(heading('A'), paragraph('1'), quote('2'), heading('B'), paragraph('3'), quote('4')), measure(5));
    expect(kinds(parts)).toEqual(['hpq', 'hpq']);
  });

  it('fills messages with the blocks of a story that is too long for one, and leaves no heading behind', () => {
    const parts = splitDocument(document(paragraph('0'), heading('A'), paragraph('1'), quote('2'), quote('3'), quote('4')), measure(3));
    expect(kinds(parts)).toEqual(['php', 'qqq']);
    expect(
      kinds(splitDocument(document(paragraph('0'), paragraph('1'), heading('A'), quote('2'), quote('3'), quote('4')), measure(3))),
    ).toEqual(['pp', 'hqq', 'q']);
  });

  it('puts no rule at the edge of a message', () => {
    const rule: Block = { kind: 'divider' };
    expect(kinds(splitDocument(document(heading('A'), paragraph('1'), rule, heading('B'), paragraph('2')), measure(3)))).toEqual([
      'hp',
      'hp',
    ]);
  });

  it('breaks a quote that is too long for any message at sentences, and names its speaker below the last piece', () => {
    const parts = splitDocument(document(quote('One sentence of it. '.repeat(40).trim())), measure(9, 400));
    const quotes = parts.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'quote');
    expect(quotes.length).toBeGreaterThan(1);
    expect(quotes.map(({ text }) => text).join(' ')).toBe('One sentence of it. '.repeat(40).trim());
    expect(quotes.map(({ speakers }) => speakers.length)).toEqual([...quotes.slice(1).map(() => 0), 1]);
    for (const { text } of quotes) expect(text).toMatch(/\.$/);
  });

  it('keeps every budget and every fact, in order', () => {
    fc.assert(
      fc.property(documents(15), fc.integer({ min: 2, max: 9 }), ({ document: doc, facts }, maxBlocks) => {
        const parts = splitDocument(doc, measure(maxBlocks, 3_000));
        for (const { blocks } of parts) {
          expect(blocks.length).toBeLessThanOrEqual(maxBlocks);
          if (blocks.length > 1) expect(blocks.reduce((sum, block) => sum + JSON.stringify(block).length, 0)).toBeLessThanOrEqual(3_000);
        }
        const counts = countFacts(JSON.stringify(parts.map(({ blocks }) => blocks)));
        expect(facts.filter((fact) => counts.get(fact) !== 1)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('breakBlock', () => {
  const small = (block: Block): boolean => JSON.stringify(block).length <= 300;

  it('halves lists, figures, links and actions by their lines', () => {
    const links: Block = {
      kind: 'links',
      links: Array.from({ length: 20 }, (_, n) => ({ text: `Article ${n}`, url: `https://news.example/${n}` })),
    };
    const pieces = breakBlock(links, small);
    expect(pieces.every((piece) => piece.kind === 'links' && small(piece))).toBe(true);
    expect(pieces.flatMap((piece) => (piece.kind === 'links' ? piece.links.map(({ text }) => text) : []))).toHaveLength(20);
  });

  it('gives up on what cannot be halved, instead of going on for ever', () => {
    const link: Block = { kind: 'paragraph', inlines: [{ kind: 'link', text: 'x', url: `https://news.example/${'a'.repeat(2_000)}` }] };
    expect(breakBlock(link, small)).toEqual([link]);
    expect(breakBlock({ kind: 'divider' }, () => false)).toEqual([{ kind: 'divider' }]);
  });
});

describe('cutText', () => {
  it('cuts at paragraphs, then sentences, then words', () => {
    expect(cutText('First part here.\n\nSecond part here.', 20)).toEqual(['First part here.', 'Second part here.']);
    expect(cutText('It rained. It poured. It flooded.', 24)).toEqual(['It rained. It poured.', 'It flooded.']);
    expect(cutText('one two three four', 9)).toEqual(['one two', 'three', 'four']);
  });

  it('loses nothing but white space at the cuts, and keeps the halves of a pair together', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 4, max: 60 }), (text, maxSize) => {
        const pieces = cutText(text, maxSize);
        const bare = (value: string): string => value.replace(/\s+/g, '');
        expect(bare(pieces.join(''))).toBe(bare(text));
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(maxSize);
          if (text.isWellFormed()) expect(piece.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('measures pieces as the platform does', () => {
    const escaped = (piece: string): number => piece.replaceAll('&', '&amp;').length;
    const pieces = cutText('& '.repeat(100), 60, escaped);
    expect(pieces.every((piece) => escaped(piece) <= 60)).toBe(true);
  });
});
