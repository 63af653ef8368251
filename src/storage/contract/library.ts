/** What a tenant may read: articles, stories, quotes, figures, speakers, and the queries for them. */
import type { Article, ArticleId, Instant } from '#model/article.ts';
import type { Extraction, Figure, Quote } from '#model/extraction.ts';
import type { StoryRecord } from '#model/story.ts';

/**
 * Full-text words, joined by AND; folded (case, accents). A word finds its singular and plural too, but no longer word that begins with
 * it. Words in double quotes, or several in one string, are a phrase; in double quotes they are taken as they stand.
 */
export type Words = readonly string[];

export type FoundArticle = {
  readonly articleId: ArticleId;
  readonly storyId: string;
  readonly outlet: string;
  readonly title: string;
  readonly publishedAt: Instant;
};

/** A quote with its article; `text` was read from the stored article by its span just now. */
export type FoundQuote = {
  readonly quote: Quote;
  readonly text: string;
  readonly article: Omit<Article, 'text'>;
  readonly storyId: string;
};

export type FoundFigure = {
  readonly figure: Figure;
  readonly text: string;
  readonly sentence: string;
  readonly article: Omit<Article, 'text'>;
  readonly storyId: string;
};

export type KnownSpeaker = { readonly name: string; readonly quotes: number; readonly lastAt: Instant };

export type ArticleQuery = {
  readonly all?: Words;
  readonly any?: Words;
  readonly none?: Words;
  readonly feeds?: readonly string[];
  /** As typed; one of them is quoted there, with this confidence at least. */
  readonly speakers?: readonly string[];
  readonly leastConfidence?: number;
  /** Both inclusive. */
  readonly since?: Instant;
  readonly until?: Instant;
  readonly limit: number;
};

/** Words as in an ArticleQuery, looked for in the sentences around the fact and in its article's title; `feeds` are ids or outlets. */
export type FactWords = {
  readonly any?: Words;
  readonly none?: Words;
  readonly feeds?: readonly string[];
  readonly since?: Instant;
  readonly until?: Instant;
};

/** `speakers`: names as `Library.speakers` gave them; quotes of any of these. */
export type QuoteQuery = FactWords & {
  readonly speakers?: readonly string[];
  readonly about?: Words;
  /** Of the attribution, 0..1. */
  readonly leastConfidence?: number;
  readonly skip?: number;
  readonly limit: number;
};

export type FigureQuery = FactWords & {
  readonly words?: Words;
  /** Any of these, alone or as a rate: "dollar" finds "dollar per barrel" too. */
  readonly units?: readonly string[];
  readonly skip?: number;
  readonly limit: number;
};

/** Reading what the tenant may see: articles of everybody's feeds, of feeds it subscribes to, and its own. Newest first unless said otherwise. */
export interface Library {
  articles(query: ArticleQuery): Promise<readonly FoundArticle[]>;
  /** Whole; undefined where the tenant may not see it. */
  article(id: ArticleId): Promise<{ readonly article: Article; readonly extraction: Extraction; readonly storyId: string } | undefined>;
  /** Stories with text and extraction, for composing; of each the newest `perStory` articles (all where it is not given), newest first. */
  stories(
    ids: readonly string[],
    perStory?: number,
  ): Promise<
    readonly { readonly id: string; readonly articles: readonly { readonly article: Article; readonly extraction: Extraction }[] }[]
  >;
  /** How the story came to be. */
  storyRecord(id: string): Promise<StoryRecord>;
  /** Of stories that were merged into another: which one they are now. */
  successors(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** `total` is counted up to 200, or to one more than the page reaches; that of figures too. */
  quotes(query: QuoteQuery): Promise<{ readonly total: number; readonly quotes: readonly FoundQuote[] }>;
  figures(query: FigureQuery): Promise<{ readonly total: number; readonly figures: readonly FoundFigure[] }>;
  /**
   * People and organisations one of whose name words starts with each typed word: whole words before beginnings of words ("xi" is no
   * Xiomara), then by how much they said lately; all when nothing is typed.
   */
  speakers(typed: string, limit: number): Promise<readonly KnownSpeaker[]>;
  /** Folded words of recent titles and names, for "did you mean" and autocomplete; most frequent first. */
  terms(prefix: string, since: Instant, limit: number): Promise<readonly string[]>;
  counts(since: Instant): Promise<{ readonly articles: number; readonly outlets: number }>;
}
