/** A paragraph with its marked stretches → sentences of tokens as the reporter wrote them, each marked stretch folded into one token. */
import type { Span } from '#model/article.ts';
import type { VerbReading } from './lexicon.ts';
import type { Marked } from './marks.ts';
import { findSentences } from './sentences.ts';
import { splitWords } from './split-words.ts';
import { type Following, tagOf } from './tagger.ts';
import type { Word } from './words.ts';

export type Tag =
  | 'quote'
  | 'comma'
  | 'colon'
  | 'semicolon'
  | 'stop'
  | 'dash'
  | 'open'
  | 'close'
  | 'name'
  | 'word'
  | 'verb'
  | 'auxiliary'
  | 'determiner'
  | 'pronoun'
  | 'relative'
  | 'subordinator'
  | 'preposition'
  | 'to'
  | 'conjunction'
  | 'adverb'
  | 'number'
  | 'possessive'
  | 'time';

export type Token = Span & {
  readonly text: string;
  readonly low: string;
  readonly tag: Tag;
  readonly verb: VerbReading | undefined;
  readonly marked: Marked | undefined;
  /** A capital that the article knows as a surname behind a given name: "King", "White". */
  readonly isSurname?: boolean;
};

export type FrameSentence = Span & { readonly paragraph: number; readonly tokens: readonly Token[] };

export function frameSentences(
  text: string,
  paragraph: Span,
  index: number,
  marked: readonly Marked[],
  isLowerElsewhere: (low: string) => boolean,
): FrameSentence[] {
  const masked = mask(text, paragraph, marked);
  const sentences: FrameSentence[] = [];
  let next = 0;
  for (const span of findSentences(masked, { start: 0, end: masked.length })) {
    const start = span.start + paragraph.start;
    const end = span.end + paragraph.start;
    const inside: Marked[] = [];
    for (; next < marked.length && (marked[next]?.outerStart ?? 0) < end; next++) {
      const region = marked[next];
      if (region !== undefined && region.outerStart >= start) inside.push(region);
    }
    const tokens = tag(split(text, start, end, inside), isLowerElsewhere);
    for (let from = 0; from < tokens.length; from += MAX_SENTENCE_TOKENS) {
      const part = tokens.length <= MAX_SENTENCE_TOKENS ? tokens : tokens.slice(from, from + MAX_SENTENCE_TOKENS);
      sentences.push({ start: part[0]?.start ?? start, end: part.at(-1)?.end ?? end, paragraph: index, tokens: part });
    }
  }
  return sentences;
}

/** What is longer is a list or no prose at all; cut there, the work on one sentence has a bound. */
const MAX_SENTENCE_TOKENS = 300;

/** The same length, with letters in place of what stands between marks, so that its stops end no sentence; the last one stays. */
function mask(text: string, paragraph: Span, marked: readonly Marked[]): string {
  let out = '';
  let at = paragraph.start;
  for (const region of marked) {
    if (region.start < at) continue;
    // “… ‘very simple.’”: the inner mark ends no less
    const end = /[’'”"]/.test(text[region.end - 1] ?? '') ? region.end - 2 : region.end - 1;
    const last = text[Math.max(region.start, end)] ?? 'x';
    // “…very simple. ”: so does what stands before a blank
    let inner = region.end;
    while (inner < region.outerEnd && /\s/.test(text[inner] ?? '')) inner++;
    const length = inner - region.start;
    const first = length > 1 ? (text[region.start] ?? 'x') : '';
    out += text.slice(at, region.start) + first + 'x'.repeat(Math.max(0, length - 2)) + (/[.!?…,;:]/.test(last) ? last : 'x');
    at = inner;
  }
  return out + text.slice(at, paragraph.end);
}

/** What stands in a row: words, and marked stretches in their place (no word). Parallel arrays: two objects less for each token. */
type Pieces = { readonly starts: number[]; readonly words: (Word | undefined)[]; readonly marked: Marked[] };

function split(text: string, start: number, end: number, marked: readonly Marked[]): Pieces {
  const starts: number[] = [];
  const words: (Word | undefined)[] = [];
  const folded: Marked[] = [];
  const push = (from: number, word: Word): void => {
    starts.push(from);
    words.push(word);
  };
  let at = start;
  for (const region of marked) {
    if (region.outerStart < at) continue;
    splitWords(text, at, region.outerStart, push);
    starts.push(region.outerStart);
    words.push(undefined);
    folded.push(region);
    at = region.outerEnd;
  }
  if (at < end) splitWords(text, at, end, push);
  return { starts, words, marked: folded };
}

function tag({ starts, words, marked }: Pieces, isLowerElsewhere: (low: string) => boolean): Token[] {
  const tokens: Token[] = [];
  let isFirst = true;
  let nextMarked = 0;
  let previous: Token | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    const start = starts[i] ?? 0;
    if (word === undefined) {
      const region = marked[nextMarked++];
      previous = { start, end: region?.outerEnd ?? start, text: '', low: '', tag: 'quote', verb: undefined, marked: region };
      isFirst = true;
    } else {
      const given = tagOf(word, previous, following(words, i + 1), following(words, i + 2), isFirst, isLowerElsewhere);
      const verb = given === 'verb' ? (word.verb ?? unknownVerb(word.low)) : undefined;
      previous = { start, end: start + word.text.length, text: word.text, low: word.low, tag: given, verb, marked: undefined };
      isFirst = given === 'colon' || given === 'stop' || (isFirst && (given === 'open' || given === 'dash'));
    }
    tokens.push(previous);
  }
  return tokens;
}

const following = (words: readonly (Word | undefined)[], at: number): Following =>
  at < words.length ? (words[at] ?? 'marked') : undefined;

const UNKNOWN_FORMS: VerbReading['forms'] = new Set(['past', 'participle']);
const NO_CUES: VerbReading['cue'] = new Set();
const unknownVerb = (low: string): VerbReading => ({ lemma: low, forms: UNKNOWN_FORMS, cue: NO_CUES });
