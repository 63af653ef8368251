import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, MessageDocument } from '#model/document.ts';
import { fromMrkdwn } from '../../../src/chat/slack/escape.ts';
import { SLACK_LIMITS } from '../../../src/chat/slack/limits.ts';
import { type SlackPart, toSlack } from '../../../src/chat/slack/render.ts';
import { refuseBlocks } from '../../fakes/slack-limits.ts';
import { HOSTILE, HOSTILE_URLS } from '../../fixtures/hostile.ts';
import { countFacts, documents } from '../document-arbitraries.ts';

/** Every text object of a part, as Slack would get it. */
function texts(part: SlackPart): readonly string[] {
  const found: string[] = [];
  JSON.stringify(part.blocks, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') found.push(value);
    return value;
  });
  return found;
}

const document = (...blocks: Block[]): MessageDocument => ({ summary: 'A summary', blocks });
const paragraph = (text: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] });
const only = (doc: MessageDocument): string => toSlack(doc).flatMap(texts).join('\n');

/** What Slack reads as markup: our own date and link tokens apart, nothing in angle brackets may be left. */
const OWN_TOKEN = /<!date\^\d+\^[^|>]+\|[^<>]*>|<https?:\/\/[^\s|<>]+\|[^<>]*>/g;

describe('toSlack', () => {
  it('shows each fact exactly once and stays inside every limit, whatever the document', () => {
    fc.assert(
      fc.property(documents(40), ({ document: doc, facts }) => {
        const parts = toSlack(doc);
        const counts = countFacts(parts.flatMap(texts).join('\n'));
        for (const part of parts) {
          expect(refuseBlocks(part.blocks)).toBeNull();
          expect(part.text.length).toBeLessThanOrEqual(SLACK_LIMITS.fallbackCharacters);
        }
        expect(facts.filter((fact) => counts.get(fact) !== 1)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('splits 200 blocks at the borders of stories', () => {
    const story = (n: number): Block[] => [
      { kind: 'heading', level: 2, inlines: [{ kind: 'text', text: `Story ${n}` }] },
      ...Array.from({ length: 4 }, (_, index): Block => paragraph(`Sentence ${index} of story ${n}. ${'And more of it. '.repeat(8)}`)),
    ];
    const parts = toSlack(document(...Array.from({ length: 40 }, (_, n) => story(n)).flat()));
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) {
      expect(refuseBlocks(part.blocks)).toBeNull();
      expect(texts(part)[0]).toMatch(/^\*Story \d+\*$/);
    }
    expect(parts.map(({ text }) => text)).toContain(`A summary (1/${parts.length})`);
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
    const parts = toSlack({ ...everywhere, summary: text });
    for (const part of parts) {
      expect(refuseBlocks(part.blocks)).toBeNull();
      for (const shown of [part.text, ...texts(part)]) {
        // Our own tokens and the bar of a quote are the only angle brackets.
        expect(shown.replace(OWN_TOKEN, '').replace(/^>/gm, '')).not.toMatch(/[<>]/);
        expect(shown).not.toMatch(/@(?:here|channel|everyone)\b/);
      }
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
    expect(fromMrkdwn(shown).split('\n')).toEqual([
      '>“One.',
      '>',
      '>Two.',
      '>— Nobody, president',
      '>> deeper”',
      '— *Ana Duarte*, mayor · <https://news.example/|Post>',
    ]);
  });

  it('keeps a quote word for word', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60, mode: 'sentences' }), (text) => {
        const shown = fromMrkdwn(only(document({ kind: 'quote', text, speakers: ['A'], source: [] })));
        expect(shown).toContain(`>“${text}”`);
      }),
    );
  });

  it.each(HOSTILE_URLS.map((url) => ({ url, start: url.slice(0, 40) })))('makes no unsafe link of $start', ({ url }) => {
    const shown = only(
      document({ kind: 'paragraph', inlines: [{ kind: 'link', text: 'label', url }] }, { kind: 'links', links: [{ text: 'other', url }] }),
    );
    for (const [token] of shown.matchAll(/<[^>]*>/g)) expect(token).toMatch(/^<https:\/\/news\.example\/[^\s|<>]*\|(?:label|other)>$/);
    expect(shown).toContain('label');
  });

  it('names the true host of a link whose label claims another', () => {
    const link = (text: string): string =>
      only(document({ kind: 'paragraph', inlines: [{ kind: 'link', text, url: 'https://phish.example/x' }] }));
    expect(link('https://bank.example/login')).toContain('(phish.example)');
    expect(link('www.phish.example')).not.toContain('(phish.example)');
    expect(link('Bank of Example')).not.toContain('(phish.example)');
  });

  it('renders times for each reader, with a fallback in the zone of the channel', () => {
    const at = Date.UTC(2026, 6, 14, 22, 30);
    expect(only(document({ kind: 'paragraph', inlines: [{ kind: 'time', at, zone: 'Europe/Paris', style: 'date-time' }] }))).toBe(
      `<!date^${at / 1000}^{date_short_pretty}, {time}|15 Jul 2026, 00:30 CEST>`,
    );
  });

  it('makes a title a header, its date in the zone of the channel', () => {
    const at = Date.UTC(2026, 6, 14, 22, 30);
    const [part] = toSlack(
      document({
        kind: 'heading',
        level: 1,
        inlines: [
          { kind: 'text', text: 'Top stories · ' },
          { kind: 'time', at, zone: 'Europe/Paris', style: 'date' },
        ],
      }),
    );
    expect(part?.blocks).toEqual([{ type: 'header', text: { type: 'plain_text', text: 'Top stories · Wed, 15 Jul 2026', emoji: false } }]);
  });

  it('tells the three levels of headings apart', () => {
    const heading = (level: 1 | 2 | 3): Block => ({ kind: 'heading', level, inlines: [{ kind: 'text', text: `Level ${level}` }] });
    const [part] = toSlack(document(heading(1), heading(2), heading(3), paragraph('x')));
    expect(part?.blocks.map(({ type }) => type)).toEqual(['header', 'section', 'context', 'section']);
    expect(part && texts(part)).toEqual(['Level 1', '*Level 2*', '*Level 3*', 'x']);
  });

  it('puts an ask that is too long for a button in words, unless a token stands for it', () => {
    const ask = `quotes ${'very '.repeat(500)}long`;
    const doc = document({ kind: 'actions', actions: [{ label: 'More', ask }] });
    expect(toSlack(doc)[0]?.blocks[0]?.type).toBe('section');
    expect(JSON.stringify(toSlack(doc, () => 'token')[0]?.blocks)).toContain('"value":"token"');
  });

  it('shows something for a document without blocks', () => {
    expect(toSlack({ summary: 'Nothing new since Monday', blocks: [] })).toEqual([
      {
        text: 'Nothing new since Monday',
        blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Nothing new since Monday', verbatim: true } }],
      },
    ]);
  });

  it('is linear enough: a document of 10,000 blocks takes well under a second', () => {
    const started = performance.now();
    toSlack(document(...Array.from({ length: 10_000 }, (_, n) => paragraph(`Line ${n}`))));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
