/** What the parsers of the three families hand to the mapping: texts as they are meant, nothing chosen yet. */

export type RawText = {
  readonly text: string;
  /** text: its characters stand for themselves; html: it may hold tags and entities. */
  readonly form: 'text' | 'html';
};

export type RawLink = { readonly href: string; readonly rel?: string | undefined; readonly type?: string | undefined };

export type RawBody = RawText & {
  /** content: meant to be the whole; summary: perhaps a teaser; media: words beside a picture or a sound. */
  readonly role: 'content' | 'summary' | 'media';
};

/** In each list the better one stands first. */
export type RawItem = {
  readonly guid: string | undefined;
  /** undefined: the feed does not say. */
  readonly isPermaLink: boolean | undefined;
  readonly titles: readonly RawText[];
  readonly links: readonly RawLink[];
  /** rdf:about. */
  readonly about: string | undefined;
  /** xml:base. */
  readonly base: string | undefined;
  readonly dates: readonly string[];
  readonly bodies: readonly RawBody[];
  readonly authors: readonly string[];
  readonly categories: readonly string[];
};

export type RawFeed = {
  readonly titles: readonly RawText[];
  readonly links: readonly RawLink[];
  readonly language: string | undefined;
  readonly base: string | undefined;
  readonly authors: readonly string[];
  readonly items: readonly RawItem[];
};

/** What a feed may bring at once; more is an archive or a bomb. */
export const MAX_ITEMS = 5_000;
