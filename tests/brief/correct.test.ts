import { describe, expect, test } from 'vitest';
import type { Block, Inline, MessageDocument } from '#model/document.ts';
import { correct, reportableIn } from '../../src/brief/correct.ts';

const at = Date.parse('2026-11-27T14:05:00Z');
const when = { at, zone: 'UTC' };
const text = (words: string): Inline => ({ kind: 'text', text: words });
const cite = (outlet: string): Inline => ({ kind: 'cite', outlet, url: `https://${outlet}.example/1` });
const head = (level: 1 | 2 | 3, words: string): Block => ({ kind: 'heading', level, inlines: [text(words)] });
const quiet = (words: string): Block => ({ kind: 'paragraph', quiet: true, inlines: [text(words)] });
const quote = (words: string, outlet: string): Block => ({ kind: 'quote', text: words, speakers: ['Ada Pell'], source: [cite(outlet)] });

const document: MessageDocument = {
  summary: 'Top stories: The bridge is shut.',
  blocks: [
    head(1, 'Top stories · '),
    head(2, 'The bridge'),
    quiet('New'),
    { kind: 'paragraph', inlines: [text('It is shut. '), cite('vale'), text(' It may fall. '), cite('post')] },
    quote('It moved', 'vale'),
    quote('We ran', 'post'),
    {
      kind: 'figures',
      lines: [
        { amount: '40 people', counts: 'on the bridge', source: [cite('vale')], others: [{ amount: '60 people', source: [cite('post')] }] },
        { amount: '2 hours', counts: 'of waiting', source: [cite('post')], others: [] },
      ],
    },
    { kind: 'list', items: [[text('A further report '), cite('post')]] },
    head(2, 'The mill'),
    quiet('New'),
    quote('Sold', 'post'),
    head(3, 'Also'),
    { kind: 'list', items: [[text('Something else '), cite('ledger')]] },
    quiet('3 articles'),
    { kind: 'actions', actions: [{ label: 'Report', ask: 'report x' }] },
  ],
};
const url = (outlet: string) => `https://${outlet}.example/1`;
const kinds = ({ blocks }: MessageDocument) => blocks.map(({ kind }) => kind[0]).join('');

describe('correct', () => {
  test('a quote goes, and a line below the title says so; the rest stays as it stood', () => {
    const corrected = correct(
      document,
      { kind: 'quote', text: 'It moved', speakers: ['Ada Pell'], url: url('vale') },
      { ...when, note: 'It was Bo Falk.' },
    );
    expect(JSON.stringify(corrected)).not.toContain('It moved');
    expect(corrected.blocks[1]).toEqual({
      kind: 'paragraph',
      inlines: [
        { kind: 'strong', text: 'Correction' },
        text(': a quote that stood here under the name of Ada Pell was withdrawn. It was Bo Falk. '),
        { kind: 'time', at, zone: 'UTC', style: 'date-time' },
      ],
    });
    expect(corrected.summary).toBe('Correction: Top stories');
    expect(corrected.blocks.filter((block) => document.blocks.includes(block)).length).toBe(document.blocks.length - 1);
  });

  test('the same words from elsewhere are another quote, and what is corrected once is not corrected again', () => {
    expect(correct(document, { kind: 'quote', text: 'It moved', speakers: [], url: url('post') }, when)).toBe(document);
    const what = { kind: 'figure' as const, amount: '2 hours', counts: 'of waiting', url: url('post') };
    const once = correct(document, what, when);
    expect(JSON.stringify(once)).not.toContain('2 hours');
    expect(correct(once, what, when)).toBe(once);
  });

  test('a sentence of the same article that says it too goes with it', () => {
    const lead: Block = {
      kind: 'paragraph',
      inlines: [text('It waited 2 hours. '), text('It fell. '), cite('post'), text(' Some say 2 hours. '), cite('vale')],
    };
    const { blocks } = correct(
      { summary: 's', blocks: [lead] },
      { kind: 'figure', amount: '2 hours', counts: 'of waiting', url: url('post') },
      when,
    );
    expect(blocks[1]).toEqual({ ...lead, inlines: [text('It fell. '), cite('post'), text(' Some say 2 hours. '), cite('vale')] });
  });

  test('of values that outlets disagree about, the others stay', () => {
    const { blocks } = correct(document, { kind: 'figure', amount: '40 people', counts: 'on the bridge', url: url('vale') }, when);
    const figures = blocks.find((block) => block.kind === 'figures');
    expect(figures?.kind === 'figures' && figures.lines[0]).toEqual({
      amount: '60 people',
      counts: 'on the bridge',
      source: [cite('post')],
      others: [],
    });
  });

  test('an article takes its sentences, quotes, figures and links along, and a story of which nothing is left', () => {
    const corrected = correct(document, { kind: 'article', url: url('post') }, when);
    expect(JSON.stringify(corrected)).not.toMatch(/post\.example|It may fall|We ran|60 people|2 hours|The mill|Sold/);
    expect(JSON.stringify(corrected)).toMatch(/It is shut.*It moved.*40 people.*Something else/);
    expect(kinds(corrected)).toBe('hphppqfhlpa');
  });

  test('a small heading goes with what stood below it', () => {
    const full: MessageDocument = {
      summary: 's',
      blocks: [
        head(2, 'The bridge'),
        quiet('New'),
        head(3, 'Key quotes'),
        quote('It moved', 'vale'),
        head(3, 'Sources'),
        { kind: 'links', links: [{ text: 'A', url: url('vale') }] },
      ],
    };
    const corrected = correct(full, { kind: 'quote', text: 'It moved', speakers: [], url: url('vale') }, when);
    expect(corrected.blocks.flatMap((block) => (block.kind === 'heading' ? block.inlines : []))).toEqual([
      text('The bridge'),
      text('Sources'),
    ]);
    expect(correct(full, { kind: 'article', url: url('vale') }, when).blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
  });

  test('quotes and figures can be reported, in the order in which they stand', () => {
    expect(reportableIn(document).map((line) => (line.kind === 'quote' ? line.text : line.kind === 'figure' ? line.amount : ''))).toEqual([
      'It moved',
      'We ran',
      '40 people',
      '2 hours',
      'Sold',
    ]);
  });
});
