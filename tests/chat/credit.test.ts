/** Whose words a quote is, said alike on every face. */
import { describe, expect, test } from 'vitest';
import type { QuoteBlock } from '#model/document.ts';
import { toDiscord } from '../../src/chat/discord/render.ts';
import { toSlack } from '../../src/chat/slack/render.ts';
import { toTerminal } from '../../src/chat/terminal/render.ts';
import { toHtml } from '../../src/chat/web/render.ts';

const quote = (more: Partial<QuoteBlock> = {}): QuoteBlock => ({
  kind: 'quote',
  text: 'We waited',
  speakers: ['Ada Pell'],
  source: [],
  ...more,
});
const faces = (block: QuoteBlock): readonly (readonly [string, string])[] => {
  const document = { summary: 'A quote', blocks: [block] };
  return [
    ['Slack', JSON.stringify(toSlack(document))],
    ['Discord', JSON.stringify(toDiscord(document)).replaceAll('\\\\', '')],
    ['the page', String(toHtml(document, 'en-GB'))],
    ['the terminal', toTerminal(document, { width: 200, colour: false, locale: 'en-GB' })],
  ];
};

describe('a quote', () => {
  test('whose speaker is likely, not certain, says so on every face', () => {
    for (const [face, shown] of faces(quote({ isUnsure: true, role: 'the mayor' })))
      expect([face, shown]).toEqual([face, expect.stringMatching(/Ada Pell.*the mayor.*\(attribution unclear\)/)]);
  });

  test('told to a court or a crowd has its article; names and plurals have none', () => {
    for (const [toldTo, said] of [
      ['court', ', to the court'],
      ['reporters', ', to reporters'],
      ['parliament', ', to parliament'],
      ['AFP', ', to AFP'],
    ] as const)
      for (const [face, shown] of faces(quote({ toldTo }))) expect([face, shown]).toEqual([face, expect.stringContaining(said)]);
  });

  test('that nobody can be found for says so on every face', () => {
    for (const [face, shown] of faces(quote({ speakers: [] })))
      expect([face, shown]).toEqual([face, expect.stringContaining('Attribution unclear')]);
  });

  test('so long that it is told in pieces is nobody’s in none of them', () => {
    for (const [face, shown] of faces(quote({ text: 'We waited for the ferry. '.repeat(1_000).trim() })))
      expect([face, shown.match(/Attribution unclear/g), shown.match(/Ada Pell/g)?.length]).toEqual([face, null, 1]);
  });
});
