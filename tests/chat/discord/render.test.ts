import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, MessageDocument } from '#model/document.ts';
import { fromMarkdown } from '../../../src/chat/discord/escape.ts';
import { type DiscordPart, toDiscord } from '../../../src/chat/discord/render.ts';
import { refuseMessage } from '../../fakes/discord-limits.ts';
import { misreadIn } from '../../fakes/discord-markdown.ts';
import { HOSTILE, HOSTILE_URLS } from '../../fixtures/hostile.ts';
import { countFacts, documents } from '../document-arbitraries.ts';

/** Every text of a part, as Discord would get it: descriptions, then labels. */
const texts = (part: DiscordPart): readonly string[] => [
  ...part.embeds.map(({ description }) => description ?? ''),
  ...part.components.flatMap(({ components }) => components.map(({ label }) => label ?? '')),
];

const document = (...blocks: Block[]): MessageDocument => ({ summary: 'A summary', blocks });
const paragraph = (text: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] });
const only = (doc: MessageDocument): string => toDiscord(doc).flatMap(texts).join('\n');
const refused = (part: DiscordPart): string | null => refuseMessage({ ...part });

describe('toDiscord', () => {
  it('shows each fact exactly once and stays inside every limit, whatever the document', () => {
    fc.assert(
      fc.property(documents(40), ({ document: doc, facts }) => {
        const parts = toDiscord(doc);
        const counts = countFacts(parts.flatMap(texts).join('\n'));
        for (const part of parts) expect(refused(part)).toBeNull();
        expect(facts.filter((fact) => counts.get(fact) !== 1)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('splits 200 blocks at the borders of stories, each story a card of its own', () => {
    const story = (n: number): Block[] => [
      { kind: 'heading', level: 2, inlines: [{ kind: 'text', text: `Story ${n}` }] },
      ...Array.from({ length: 4 }, (_, index): Block => paragraph(`Sentence ${index} of story ${n}. ${'And more of it. '.repeat(8)}`)),
    ];
    const parts = toDiscord(document(...Array.from({ length: 40 }, (_, n) => story(n)).flat()));
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) {
      expect(refused(part)).toBeNull();
      for (const { description } of part.embeds.slice(0, 6)) expect(description).toMatch(/^### Story \d+\n/);
    }
  });

  it('never opens more cards than a message takes', () => {
    const many = Array.from({ length: 30 }, (_, n): Block[] => [
      { kind: 'heading', level: 2, inlines: [{ kind: 'text', text: `Story ${n}` }] },
      { kind: 'divider' },
      paragraph('Short.'),
    ]).flat();
    for (const part of toDiscord(document(...many))) expect(refused(part)).toBeNull();
  });

  it.each(HOSTILE)('shows hostile text literally: $name', ({ text }) => {
    const everywhere = document(
      { kind: 'heading', level: 1, inlines: [{ kind: 'text', text }] },
      { kind: 'heading', level: 2, inlines: [{ kind: 'link', text, url: 'https://news.example/1' }] },
      paragraph(text),
      {
        kind: 'paragraph',
        quiet: true,
        inlines: [
          { kind: 'strong', text },
          { kind: 'cite', outlet: text, url: 'https://news.example/2' },
        ],
      },
      { kind: 'list', items: [[{ kind: 'text', text }]] },
      {
        kind: 'quote',
        text,
        speakers: [text],
        role: text,
        toldTo: text,
        source: [{ kind: 'cite', outlet: text, url: 'https://news.example/3' }],
      },
      { kind: 'figures', lines: [{ amount: text, counts: text, saidBy: text, source: [], others: [] }] },
      { kind: 'links', links: [{ text, url: 'https://news.example/4', note: text }] },
      { kind: 'actions', actions: [{ label: text, ask: 'help' }] },
    );
    for (const part of toDiscord({ ...everywhere, summary: text })) {
      expect(refused(part)).toBeNull();
      expect(part.allowed_mentions).toEqual({ parse: [] });
      const shown = [part.content, ...part.embeds.map(({ description }) => description ?? '')];
      expect(shown.flatMap((markdown) => misreadIn(markdown, /^https:\/\/news\.example\/\d$/))).toEqual([]);
      expect(texts(part).join('\n')).not.toMatch(/@(?:here|everyone)\b/i);
    }
  });

  it('keeps every line of a quote behind the bar, and only those', () => {
    const text = 'One.\n\nTwo.\u2028— Nobody, president\r> deeper';
    const shown = only(
      document({
        kind: 'quote',
        text,
        speakers: ['Ana Duarte'],
        role: 'mayor',
        source: [{ kind: 'cite', outlet: 'Post', url: 'https://news.example/' }],
      }),
    );
    expect(shown.split('\n')).toEqual([
      '> “One.',
      '>',
      '> Two.',
      '> — Nobody, president',
      '> \\> deeper”',
      '— **Ana Duarte**, mayor · [Post](https://news.example/)',
    ]);
  });

  it('keeps a quote word for word', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60, mode: 'sentences' }), (text) => {
        expect(fromMarkdown(only(document({ kind: 'quote', text, speakers: ['A'], source: [] })))).toContain(`> “${text}”`);
      }),
    );
  });

  it.each(HOSTILE_URLS.map((url) => ({ url, start: url.slice(0, 40) })))('makes no unsafe link of $start', ({ url }) => {
    const shown = only(
      document({ kind: 'paragraph', inlines: [{ kind: 'link', text: 'label', url }] }, { kind: 'links', links: [{ text: 'other', url }] }),
    );
    expect(misreadIn(shown, /^https:\/\/news\.example\/[^\s()<>]*$/)).toEqual([]);
    expect(shown).toContain('label');
  });

  it('names the true host of a link whose label claims another', () => {
    const link = (text: string): string =>
      only(document({ kind: 'paragraph', inlines: [{ kind: 'link', text, url: 'https://phish.example/x' }] }));
    expect(link('https://bank.example/login')).toContain('(phish.example)');
    expect(link('www.phish.example')).not.toContain('(phish.example)');
    expect(link('Bank of Example')).not.toContain('(phish.example)');
  });

  it('keeps the brackets of an address from ending the link', () => {
    const shown = only(document({ kind: 'paragraph', inlines: [{ kind: 'link', text: 'wiki', url: 'https://news.example/a_(b)?c=[d]' }] }));
    expect(shown).toBe('[wiki](https://news.example/a%5F%28b%29?c=%5Bd%5D)');
  });

  it('renders times for each reader', () => {
    const at = Date.UTC(2026, 6, 14, 22, 30);
    const time = (style: 'date' | 'time' | 'date-time') =>
      only(document({ kind: 'paragraph', inlines: [{ kind: 'time', at, zone: 'Europe/Paris', style }] }));
    expect([time('date'), time('time'), time('date-time')]).toEqual([`<t:${at / 1000}:D>`, `<t:${at / 1000}:t>`, `<t:${at / 1000}:f>`]);
    expect(only(document({ kind: 'paragraph', inlines: [{ kind: 'time', at: Number.NaN, zone: 'Nowhere', style: 'date' }] }))).toBe(
      'A summary',
    );
  });

  it('gives a topic the same colour every day, and others another', () => {
    const title = (text: string, at: number): number | undefined =>
      toDiscord(
        document({
          kind: 'heading',
          level: 1,
          inlines: [
            { kind: 'text', text: `${text} · ` },
            { kind: 'time', at, zone: 'UTC', style: 'date' },
          ],
        }),
      )[0]?.embeds[0]?.color;
    expect(title('Putin and Xi', 0)).toBe(title('Putin and Xi', 86_400_000));
    expect(new Set(['Putin and Xi', 'Gaza', 'Climate', 'Budget', 'Football'].map((text) => title(text, 0))).size).toBeGreaterThan(2);
  });

  it('puts the lead above the cards, once', () => {
    expect(toDiscord(document(paragraph('Something else')))[0]?.content).toBe('A summary');
    expect(toDiscord({ summary: 'The bridge is open', blocks: [paragraph('The bridge is open')] })[0]?.content).toBe('');
  });

  it('puts an ask that is too long for a button in words, unless a token stands for it; no two buttons have one id', () => {
    const ask = `quotes ${'very '.repeat(50)}long`;
    const doc = document({
      kind: 'actions',
      actions: [
        { label: 'More', ask },
        { label: 'Also', ask },
      ],
    });
    expect(toDiscord(doc)[0]).toMatchObject({ components: [], embeds: [{ description: expect.stringContaining('More: quotes very') }] });
    expect(toDiscord(doc, () => 'token')[0]?.components[0]?.components.map(({ custom_id }) => custom_id)).toEqual([
      'ask:0:token',
      'ask:1:token',
    ]);
  });

  it('shows something for a document without blocks', () => {
    expect(toDiscord({ summary: 'Nothing new since Monday', blocks: [] })).toEqual([
      {
        content: '',
        embeds: [{ description: 'Nothing new since Monday', color: expect.any(Number) }],
        components: [],
        allowed_mentions: { parse: [] },
      },
    ]);
    expect(toDiscord({ summary: ' ', blocks: [{ kind: 'divider' }] })[0]?.embeds[0]?.description).toBe('…');
    const onlyButtons = toDiscord(document({ kind: 'actions', actions: [{ label: 'More', ask: 'more' }] }));
    expect(onlyButtons).toMatchObject([{ embeds: [{ description: 'A summary' }], components: [{}] }]);
  });

  it('is linear enough: a document of 10,000 blocks takes well under a second', () => {
    const started = performance.now();
    toDiscord(document(...Array.from({ length: 10_000 }, (_, n) => paragraph(`Line ${n}`))));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

it.each(HOSTILE.filter(({ text }) => text.trim()))('gives the text back as it was, controls and overrides apart: $name', ({ text }) => {
  const visible = (value: string): string => value.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, '');
  // A text's own backslashes come back too: toMarkdown escapes them first.
  expect(visible(fromMarkdown(only(document(paragraph(text)))))).toBe(visible(text));
});
