/** An answer's document → the page that is shown, with buttons to its other pages and to share it; what the buttons mean lives in state. */
import type { types } from '@slack/bolt';
import type { MessageDocument } from '#model/document.ts';
import type { Tokens } from '../state.ts';
import { SLACK_LIMITS } from './limits.ts';
import { type SlackPart, toSlack } from './render.ts';
import { button, type ValueFor } from './render-block.ts';

export const PAGE_ACTION = 'page';
export const SHARE_ACTION = 'share';
/** The value of a button whose ask was too long for it begins with this. */
export const TOKEN_MARK = 'token:';

/** Pages and sharing. */
const PAGES_MS = 24 * 60 * 60_000;
/** Buttons under a briefing are pressed days later too. */
const ASKS_MS = 30 * 24 * 60 * 60_000;

export type Pages = {
  /** The first page. */
  readonly open: (document: MessageDocument, options: { readonly mayShare: boolean }) => Promise<SlackPart>;
  /** Undefined: expired. */
  readonly turn: (value: string) => Promise<SlackPart | undefined>;
  /** The page to show to everybody. Undefined: expired. */
  readonly share: (value: string) => Promise<SlackPart | undefined>;
  /** Button values for the asks of a document, with tokens for the long ones. */
  readonly valuesFor: (document: MessageDocument) => Promise<ValueFor>;
};

type Kept = { readonly document: MessageDocument; readonly mayShare: boolean };

export function createPages(tokens: Tokens): Pages {
  async function page(kept: Kept, token: string, index: number): Promise<SlackPart | undefined> {
    const parts = toSlack(kept.document, await valuesFor(kept.document));
    const part = parts[index];
    return part && { text: part.text, blocks: [...part.blocks, ...controls(token, index, parts.length, kept.mayShare)] };
  }

  async function valuesFor(document: MessageDocument): Promise<ValueFor> {
    const long = document.blocks
      .flatMap((block) => (block.kind === 'actions' ? block.actions : []))
      .filter(({ ask }) => ask.length > SLACK_LIMITS.buttonValueCharacters);
    const values = new Map<string, string>();
    for (const { ask } of long) values.set(ask, `${TOKEN_MARK}${await tokens.keep(ask, ASKS_MS)}`);
    return (ask) => values.get(ask) ?? (ask.length <= SLACK_LIMITS.buttonValueCharacters ? ask : undefined);
  }

  return {
    open: async (document, { mayShare }) => {
      const kept: Kept = { document, mayShare };
      const parts = toSlack(document, await valuesFor(document));
      const [first] = parts;
      if (first && parts.length === 1 && !mayShare) return first;
      try {
        const token = await tokens.keep(kept, PAGES_MS);
        return (await page(kept, token, 0)) ?? { text: document.summary, blocks: [] };
      } catch (error) {
        // A broken store takes the buttons, not the answer; only further pages cannot be had without it.
        if (first && parts.length === 1) return first;
        throw error;
      }
    },
    turn: async (value) => {
      const [token = '', index = ''] = value.split(' ');
      const kept = await tokens.read<Kept>(token);
      return kept && page(kept, token, Number(index));
    },
    share: async (value) => {
      const kept = await tokens.read<Kept>(value);
      if (!kept) return undefined;
      const shared: Kept = { ...kept, mayShare: false };
      return page(shared, await tokens.keep(shared, PAGES_MS), 0);
    },
    valuesFor,
  };
}

function controls(token: string, index: number, count: number, mayShare: boolean): readonly types.KnownBlock[] {
  const turn = (label: string, to: number) => button(label, `${PAGE_ACTION}:${to}`, `${token} ${to}`);
  const elements = [
    ...(index > 0 ? [turn(`‹ ${index} of ${count}`, index - 1)] : []),
    ...(index < count - 1 ? [turn(`${index + 2} of ${count} ›`, index + 1)] : []),
    ...(mayShare ? [button('Share in channel', SHARE_ACTION, token)] : []),
  ];
  return elements.length > 0 ? [{ type: 'actions', elements }] : [];
}
