import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MessageDocument } from '#model/document.ts';
import { toTerminal } from '../../../src/chat/terminal/render.ts';
import { HOSTILE, HOSTILE_URLS } from '../../fixtures/hostile.ts';
import { countFacts, documents } from '../document-arbitraries.ts';

const plain = { width: 80, colour: false, locale: 'en-GB' };
const sample: MessageDocument = {
  summary: 'x',
  blocks: [
    {
      kind: 'heading',
      level: 1,
      inlines: [
        { kind: 'text', text: 'Putin, Xi · ' },
        { kind: 'time', at: Date.parse('2023-10-17T08:00:00Z'), zone: 'Asia/Manila', style: 'date' },
      ],
    },
    {
      kind: 'paragraph',
      inlines: [
        { kind: 'text', text: 'He arrived. ' },
        { kind: 'cite', outlet: 'The Wire', url: 'https://news.example/1' },
      ],
    },
    {
      kind: 'quote',
      text: 'China holds all of the cards,',
      speakers: ['Alexander Gabuev'],
      role: 'director',
      toldTo: 'AFP',
      source: [{ kind: 'cite', outlet: 'The Wire', url: 'https://news.example/1' }],
    },
    {
      kind: 'figures',
      lines: [
        { amount: 'around 2,750 people', counts: 'killed', saidBy: 'the ministry', source: [], others: [{ amount: '2,808', source: [] }] },
      ],
    },
    {
      kind: 'links',
      links: [{ text: 'Title', url: 'https://news.example/1', note: 'The Wire', at: Date.parse('2023-10-16T22:31:00Z'), zone: 'UTC' }],
    },
    { kind: 'actions', actions: [{ label: 'More', ask: 'quotes putin' }] },
  ],
};

describe('the terminal', () => {
  test('a document as it is printed', () => {
    expect(toTerminal(sample, plain)).toBe(`Putin, Xi · Tue, 17 Oct 2023
${'─'.repeat(80)}

He arrived. [The Wire]

  │ “China holds all of the cards,”
  │ — Alexander Gabuev, director, to AFP [The Wire]

  • around 2,750 people killed, according to the ministry
      elsewhere: 2,808

  1. Title (The Wire, 16 Oct 2023, 22:31 UTC)
     https://news.example/1

Try: quotes putin
`);
  });

  test.each([40, 60, 80])('colours are there only where they are asked for, and change no word and no line at %i columns', (width) => {
    const coloured = toTerminal(sample, { ...plain, width, colour: true });
    expect(coloured).toContain('\u001b[');
    expect(stripVTControlCharacters(coloured)).toBe(toTerminal(sample, { ...plain, width }));
  });

  test('each fact is shown once', () => {
    fc.assert(
      fc.property(documents(8), ({ document, facts }) => {
        const text = toTerminal(document, plain);
        const counts = countFacts(text.replace(/\n[ │•]*/g, ' '));
        // A terminal shows what to type, not a button's label.
        const labels = JSON.stringify(document.blocks.filter(({ kind }) => kind === 'actions'));
        expect(facts.filter((fact) => counts.get(fact) !== 1 && !labels.includes(fact))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test.each(HOSTILE)('$name cannot steer the terminal or leave its block', ({ text }) => {
    const document: MessageDocument = {
      summary: 'x',
      blocks: [
        { kind: 'quote', text, speakers: ['A. B.'], source: [] },
        { kind: 'paragraph', inlines: [{ kind: 'text', text: 'end' }] },
      ],
    };
    const shown = toTerminal(document, plain);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    const [quote = ''] = shown.split('\n\nend');
    for (const line of quote.split('\n')) expect(line).toMatch(/^ {2}│ /);
  });

  test.each(HOSTILE_URLS)('the address %j stays in its line', (url) => {
    const shown = toTerminal({ summary: 'x', blocks: [{ kind: 'links', links: [{ text: 'T', url }] }] }, plain);
    expect(shown.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
  });
});
