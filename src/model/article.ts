/** An article: clean text with its origin. The text is paragraphs joined by a blank line ("\n\n"), never HTML. */

/** Half-open range of UTF-16 code units into a text: `text.slice(start, end)`. */
export type Span = { readonly start: number; readonly end: number };

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

export type ArticleId = string;

export type Article = {
  readonly id: ArticleId;
  /** The feed that brought it first. */
  readonly feedId: string;
  /** Whoever published it, as a reader would name them: "The Harbour Post". */
  readonly outlet: string;
  /** Where a reader opens it: absolute, http or https. */
  readonly url: string;
  readonly title: string;
  /** The body, without headline, captions, related links and the like. */
  readonly text: string;
  readonly byline?: string;
  /** BCP 47 tag, as far as it is known: "en". */
  readonly language?: string;
  readonly publishedAt: Instant;
  readonly fetchedAt: Instant;
};
