/** What was found in one article. Every fact points at its words by a `Span` into `Article.text`. */
import type { ArticleId, Span } from './article.ts';

export type Sentence = Span & { /** Counts paragraphs of the text from 0. */ readonly paragraph: number };

/**
 * direct: the marks hold at least one whole clause that stands outside the reporter's sentence.
 * mixed: a clause or predicate inside the reporter's sentence. fragment: anything shorter.
 */
export type QuoteKind = 'direct' | 'mixed' | 'fragment';

export type Speaker = {
  /** Full name as the article gives it, without titles; or the description where nobody is named ("residents"). */
  readonly name: string;
  /** A description ("a spokesman") never becomes a person and is never merged across articles. */
  readonly kind: 'person' | 'organisation' | 'description';
  /** Other forms of the name that the article gives: "Xi", a nickname, the name in another script. */
  readonly aliases?: readonly string[];
};

export type Quote = {
  /** The quoted words without their marks, with the final punctuation inside them. */
  readonly span: Span;
  readonly kind: QuoteKind;
  /** In the order of the text; empty where nobody could be found. */
  readonly speakers: readonly Speaker[];
  /** The words in the cue clause that name the speaker: a name, "the president", "he". */
  readonly mention?: Span;
  /** The words that attribute: "told", "according to". */
  readonly cue?: Span;
  /** As the article gives it: "director of the Carnegie Russia Eurasia Center". */
  readonly role?: string;
  /** To whom it was said: "AFP". */
  readonly toldTo?: string;
  /** 0..1: the share of such attributions that are right. */
  readonly confidence: number;
  /** May be shown in a briefing without a caveat. */
  readonly printed: boolean;
};

/** = exactly, ~ around, > more than or at least, < less than or at most, up/down: a change by or to this value. */
export type Modifier = '=' | '~' | '>' | '<' | 'up' | 'down';

export type Figure = {
  /** Hedge, amount and unit: "more than 1,400 people". */
  readonly span: Span;
  /** Money in full ("$1.2 billion" is 1.2e9), 40 % is 40. */
  readonly value: number | readonly [low: number, high: number];
  /** Singular ("percent", "US dollar", "kilometre"), except people; null for a bare count. */
  readonly unit: string | null;
  readonly modifier: Modifier;
  /** What it counts: "killed in Gaza by Israel's bombing". */
  readonly concept: string | null;
  /** Who says so: "Palestinian authorities". */
  readonly saidBy?: string;
  /** 0..1: how much a reader of a briefing wants it. */
  readonly salience: number;
  /** Only printed figures appear in a briefing, on a page or in `/figures`. */
  readonly printed: boolean;
};

export type Extraction = {
  readonly articleId: ArticleId;
  /** Of the rules that made it, so that re-extraction is a query. */
  readonly version: number;
  /** Sentences of the body only: no headline, caption, cross-head, related link. */
  readonly sentences: readonly Sentence[];
  readonly quotes: readonly Quote[];
  readonly figures: readonly Figure[];
  /** Names of people, organisations and places as the article gives them, most frequent first. */
  readonly names: readonly string[];
};
