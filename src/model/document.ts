/** MessageDocument: what is to be shown, said once for Slack, Discord, the page and the terminal. Closed unions: every switch is exhaustive. */
import type { Instant } from './article.ts';

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** A source: the outlet, linked to the article that holds the words. */
  | { readonly kind: 'cite'; readonly outlet: string; readonly url: string }
  /** Shown in each reader's own zone where the platform can, else in `zone`. */
  | { readonly kind: 'time'; readonly at: Instant; readonly zone: string; readonly style: 'date' | 'time' | 'date-time' };

export type QuoteBlock = {
  readonly kind: 'quote';
  /** Verbatim, without marks. */
  readonly text: string;
  readonly speakers: readonly string[];
  readonly role?: string;
  readonly toldTo?: string;
  /** Who said it is likely, not certain: shown beside the name. */
  readonly isUnsure?: boolean;
  /** Its words go on in the next block, which says whose they are. */
  readonly continues?: boolean;
  readonly source: readonly Inline[];
};

export type FigureLine = {
  /** As the article words it: "around 2,750 people". */
  readonly amount: string;
  /** What it counts: "killed in Gaza by Israel's bombing". */
  readonly counts: string;
  readonly saidBy?: string;
  readonly source: readonly Inline[];
  /** Other outlets' values of the same quantity. */
  readonly others: readonly { readonly amount: string; readonly saidBy?: string; readonly source: readonly Inline[] }[];
};

/** A button or a link to a further command; `ask` is the command as text: "quotes putin". */
export type Action = { readonly label: string; readonly ask: string };

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly inlines: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] /** Small print: counts, notes. */; readonly quiet?: boolean }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | QuoteBlock
  | { readonly kind: 'figures'; readonly lines: readonly FigureLine[] }
  | {
      readonly kind: 'links';
      readonly links: readonly {
        readonly text: string;
        readonly url: string;
        readonly note?: string;
        readonly at?: Instant;
        readonly zone?: string;
      }[];
    }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] }
  | { readonly kind: 'divider' };

export type MessageDocument = {
  /** One line for notifications and titles: the real lead, plain text. */
  readonly summary: string;
  readonly blocks: readonly Block[];
  /** A file that goes with it where the platform can carry one; what matters stands in the blocks too. */
  readonly attachment?: Attachment;
  /** What was asked for was not done: the terminal ends with exit code 1. */
  readonly isRefusal?: true;
};

export type Attachment = { readonly name: string; readonly mediaType: string; readonly text: string };
