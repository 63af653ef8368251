/** A briefing as data: stories with sentences, quotes and figures, each with its source. `present` turns it into a MessageDocument. */
import type { Article, ArticleId, Instant, Span } from './article.ts';
import type { Extraction, Figure, Modifier, Quote, QuoteKind } from './extraction.ts';

/** Articles of one event, with what was found in them: what compose works from. A story keeps its identity as it grows. */
export type StoryMaterial = {
  readonly id: string;
  readonly articles: readonly { readonly article: Article; readonly extraction: Extraction }[];
};

export type Source = {
  readonly articleId: ArticleId;
  readonly outlet: string;
  readonly url: string;
  readonly title: string;
  readonly publishedAt: Instant;
  /** Where it is none that the rules read, so that headline and link are all that is shown of it. */
  readonly language?: string;
};

/** A sentence taken from an article; its words stand there, in this order. `span`: the untidied sentence in the article's text. */
export type SourcedSentence = {
  readonly text: string;
  readonly span: Span;
  readonly source: Source;
  /** As an LLM words it, checked against `text`; empty where the sentence before it says this one too. Only what is printed: the ledger keeps `text`. */
  readonly retold?: string;
};

export type BriefQuote = {
  /** Stable over edits elsewhere in the article; the told ledger keeps it. */
  readonly key: string;
  /** Verbatim. */
  readonly text: string;
  readonly kind: QuoteKind;
  readonly speakers: readonly string[];
  readonly role?: string;
  readonly toldTo?: string;
  readonly source: Source;
};

export type FigureValue = {
  /** As the article words it: "around 2,750 people". */
  readonly amount: string;
  readonly value: number | readonly [low: number, high: number];
  readonly modifier: Modifier;
  readonly saidBy?: string;
  readonly source: Source;
};

export type BriefFigure = {
  readonly key: string;
  readonly unit: string | null;
  readonly counts: string;
  /** One value where outlets agree; else all that are current, newest first. */
  readonly values: readonly FigureValue[];
};

/** What moved since the channel was last told, or, where it never was, since the story's first report. */
export type Change =
  | {
      readonly kind: 'figure' /** The BriefFigure's. */;
      readonly key: string;
      readonly counts: string;
      readonly before: FigureValue;
      readonly after: FigureValue;
    }
  | { readonly kind: 'speaker'; readonly speaker: string; readonly source: Source }
  /** An outlet that had not reported the story. */
  | { readonly kind: 'outlet'; readonly source: Source }
  /** A later article with news in it, from an outlet that had. */
  | { readonly kind: 'report'; readonly source: Source };

export type StoryBriefing = {
  readonly storyId: string;
  /** Its topic, where a post is about several. */
  readonly section?: string;
  readonly headline: string;
  /** new: never told to this channel; changed: told, and moved since; known: told, and unchanged. */
  readonly status: 'new' | 'changed' | 'known';
  readonly summary: readonly SourcedSentence[];
  /** At most four, one a speaker, in the order to print. */
  readonly quotes: readonly BriefQuote[];
  /** The rest, behind "More quotes". */
  readonly moreQuotes: readonly BriefQuote[];
  readonly figures: readonly BriefFigure[];
  readonly changes: readonly Change[];
  readonly sources: readonly Source[];
};

export type Briefing = {
  /** What was asked: the topic's title, or "Top stories". */
  readonly title: string;
  /** As one types it again; absent for the top stories. */
  readonly topic?: string;
  readonly asOf: Instant;
  readonly zone: string;
  readonly locale: string;
  readonly isSample: boolean;
  readonly stories: readonly StoryBriefing[];
  readonly articlesRead: number;
  readonly outlets: number;
  /** Said above the stories: "Nothing new since Monday; the latest is from 16 October." */
  readonly note?: string;
};

/** A quote or figure with its article, as `/quotes` and `/figures` list them; `text` was read from the stored article by its span. */
export type ListedQuote = {
  readonly quote: Quote;
  readonly text: string;
  readonly article: Omit<Article, 'text'>;
  readonly storyId: string;
};
export type ListedFigure = {
  readonly figure: Figure;
  readonly text: string;
  readonly sentence: string;
  readonly article: Omit<Article, 'text'>;
  readonly storyId: string;
};

/** What a channel was told before, by key: `story:ID`, `quote:KEY`, `figure:KEY` → the value told (JSON, written and read by brief/told.ts). */
export type Told = ReadonlyMap<string, { readonly at: Instant; readonly detail: string }>;
