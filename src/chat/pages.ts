/** An answer's document → the page that is shown, with buttons to its other pages and to share it; what the buttons mean lives in state. */
import type { MessageDocument } from '#model/document.ts';
import type { ChannelId, TenantId } from '#model/subscription.ts';
import { phrases } from '#phrases/chat.ts';
import type { Tokens } from './state.ts';

/** The value of a button whose ask was too long for it begins with this; an ask never does. */
const TOKEN_MARK = '~';
/** Pages and sharing. */
const PAGES_MS = 24 * 60 * 60_000;
/** Buttons under a briefing are pressed days later too. */
const ASKS_MS = 30 * 24 * 60 * 60_000;

/** A button beside those of the document. */
export type Control = { readonly kind: 'page' | 'share'; readonly label: string; readonly value: string };

/** Whose a button is that stands elsewhere: in a direct message of a server's, say, which by itself belongs to no server. */
export type Home = { readonly tenant: TenantId; readonly channel: ChannelId };
/** What a button asks. */
export type Asked = { readonly ask: string; readonly home?: Home };

export type Pages<Part> = {
  /** The first page. */
  readonly open: (document: MessageDocument, options: { readonly mayShare: boolean }) => Promise<Part>;
  /** Undefined: expired. */
  readonly turn: (value: string) => Promise<Part | undefined>;
  /** The page to show to everybody. Undefined: expired. */
  readonly share: (value: string) => Promise<Part | undefined>;
  /** The messages of a post, all of them. */
  readonly parts: (document: MessageDocument, home?: Home) => Promise<readonly Part[]>;
  /** Undefined: expired. */
  readonly askOf: (value: string) => Promise<Asked | undefined>;
};

type Needs<Part> = {
  readonly tokens: Tokens;
  /** Of an ask that stands in the button itself. */
  readonly askCharacters: number;
  /** @param valueFor Undefined: the ask cannot be a button. */
  readonly render: (document: MessageDocument, valueFor: (ask: string) => string | undefined) => readonly Part[];
  readonly withControls: (part: Part, controls: readonly Control[]) => Part;
};
type Kept = { readonly document: MessageDocument; readonly mayShare: boolean };

export function createPages<Part>({ tokens, askCharacters, render, withControls }: Needs<Part>): Pages<Part> {
  const isShort = (ask: string): boolean => ask.length <= askCharacters && !ask.startsWith(TOKEN_MARK);

  async function parts(document: MessageDocument, home?: Home): Promise<readonly Part[]> {
    const asks = document.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions.map(({ ask }) => ask) : []));
    const values = new Map<string, string>();
    try {
      for (const ask of new Set(asks))
        if (ask && (home || !isShort(ask)))
          values.set(ask, `${TOKEN_MARK}${await tokens.keep({ ask, ...(home && { home }) } satisfies Asked, ASKS_MS)}`);
    } catch {
      // A broken store: the long asks stand as words.
    }
    return render(document, (ask) => values.get(ask) ?? (isShort(ask) && !home ? ask : undefined));
  }

  async function page(kept: Kept, token: string, index: number): Promise<Part | undefined> {
    const all = await parts(kept.document);
    const part = all[index];
    return part === undefined ? undefined : withControls(part, controls(token, index, all.length, kept.mayShare));
  }

  return {
    parts,
    open: async (document, { mayShare }) => {
      const all = await parts(document);
      const [first] = all;
      if (first === undefined) throw new Error('a document is rendered to at least one part');
      if (all.length === 1 && !mayShare) return first;
      try {
        const token = await tokens.keep({ document, mayShare } satisfies Kept, PAGES_MS);
        return withControls(first, controls(token, 0, all.length, mayShare));
      } catch (error) {
        // A broken store takes the buttons, not the answer; only further pages cannot be had without it.
        if (all.length === 1) return first;
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
    askOf: async (value) => {
      if (!value.startsWith(TOKEN_MARK)) return value ? { ask: value } : undefined;
      return tokens.read<Asked>(value.slice(TOKEN_MARK.length));
    },
  };
}

function controls(token: string, index: number, count: number, mayShare: boolean): readonly Control[] {
  const turn = (label: string, to: number): Control => ({ kind: 'page', label, value: `${token} ${to}` });
  return [
    ...(index > 0 ? [turn(phrases.pageBefore(index, count), index - 1)] : []),
    ...(index < count - 1 ? [turn(phrases.pageAfter(index + 2, count), index + 1)] : []),
    ...(mayShare ? [{ kind: 'share', label: phrases.shareInChannel, value: token } as const] : []),
  ];
}
