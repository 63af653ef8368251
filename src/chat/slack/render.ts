/** MessageDocument → Slack messages: notification text and blocks, split where they would be too long. Pure. */
import type { types } from '@slack/bolt';
import type { Block, MessageDocument } from '#model/document.ts';
import { cutText } from '../cut-text.ts';
import { type Measure, splitDocument } from '../split.ts';
import { toFallback, toMrkdwn } from './escape.ts';
import { textTokens } from './inline.ts';
import { SLACK_LIMITS } from './limits.ts';
import { renderBlock, section, type ValueFor } from './render-block.ts';

/** One message; `text` is what a notification shows. */
export type SlackPart = { readonly text: string; readonly blocks: readonly types.KnownBlock[] };

/** Asks stand in the button itself where they fit. */
const plainValue: ValueFor = (ask) => (ask.length <= SLACK_LIMITS.buttonValueCharacters ? ask : undefined);

/** At least one part. Never over a limit of SLACK_LIMITS, whatever the document holds. */
export function toSlack(document: MessageDocument, valueFor: ValueFor = plainValue): readonly SlackPart[] {
  const parts = splitDocument(document, measure(valueFor))
    .map(({ blocks }) => blocks.flatMap((block) => renderBlock(block, valueFor)))
    .filter((blocks) => blocks.length > 0);
  const shown = parts.length > 0 ? parts : [[section(textTokens(document.summary)[0] || '…')]];
  return shown.map((blocks, index) => ({ text: notification(document.summary, index, shown.length), blocks }));
}

const measure = (valueFor: ValueFor): Measure => ({
  budget: [SLACK_LIMITS.documentBlocks, SLACK_LIMITS.documentCharacters],
  cost: (block: Block) => {
    const blocks = renderBlock(block, valueFor);
    return [blocks.length, blocks.reduce((sum, rendered) => sum + JSON.stringify(rendered).length + 1, 0)];
  },
});

const NOTIFICATION_CHARACTERS = SLACK_LIMITS.fallbackCharacters - 100;

function notification(summary: string, index: number, count: number): string {
  const [lead = ''] = cutText(summary, NOTIFICATION_CHARACTERS, (piece) => toFallback(piece).length);
  return `${toFallback(lead) || 'Wirebrief'}${count > 1 ? ` (${index + 1}/${count})` : ''}`;
}

/** A short text of our own as one message. */
export const noteToSlack = (text: string): SlackPart => ({ text: toFallback(text), blocks: [section(toMrkdwn(text))] });
