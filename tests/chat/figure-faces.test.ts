/** One figure with a second value → each face says who gave which, in the same words. */
import { expect, it } from 'vitest';
import { toDiscord } from '#chat/discord/render.ts';
import { toSlack } from '#chat/slack/render.ts';
import { toTerminal } from '#chat/terminal/render.ts';
import { toHtml } from '#chat/web/render.ts';
import type { MessageDocument } from '#model/document.ts';

const document: MessageDocument = {
  summary: 'Ferry',
  blocks: [
    {
      kind: 'figures',
      lines: [
        {
          amount: '34 people',
          counts: 'killed when the ferry capsized',
          saidBy: 'the coast guard',
          source: [],
          others: [{ amount: 'around 25 people', saidBy: 'hospital officials', source: [] }],
        },
      ],
    },
  ],
};

it.each([
  ['terminal', toTerminal(document, { width: 200, colour: false, locale: 'en-GB' })],
  ['Slack', JSON.stringify(toSlack(document))],
  ['Discord', JSON.stringify(toDiscord(document))],
  ['web', String(toHtml(document, 'en-GB'))],
])('%s says who gave each value', (_, shown) => {
  const plain = shown.replace(/<[^>]*>|\*/g, '');
  expect(plain).toContain('34 people killed when the ferry capsized, according to the coast guard');
  expect(plain).toContain('elsewhere: around 25 people, according to hospital officials');
});
