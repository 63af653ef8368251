/** A paragraph with its marked stretches → sentences of tokens as the reporter wrote them, each marked stretch folded into one token. */
import type { Span } from '#model/article.ts';
import { titles, type VerbReading } from './lexicon.ts';
import type { Marked } from './marks.ts';
import { findSentences } from './sentences.ts';
import { type Following, tagOf } from './tagger.ts';
import { type Word, wordOf } from './words.ts';

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
};

export type FrameSentence = Span & { readonly paragraph: number; readonly tokens: readonly Token[] };

const WORD = /[@#$£€]?[\p{L}\p{N}_]+(?:(?:[.&'’\-‑/](?=[\p{L}\p{N}])|[,](?=\d{3}\b))[\p{L}\p{N}_]+)*\.?|--+|\.{2,}|[^\s\p{L}\p{N}_]/gu;
const CLITIC = /^(?:s|S|d|ll|ve|re|m)$/;
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
    const tokens = tag(tokenise(text, start, end, inside), isLowerElsewhere);
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
    const last = text[region.end - 1] ?? 'x';
    const length = region.end - region.start;
    const first = length > 1 ? (text[region.start] ?? 'x') : '';
    out += text.slice(at, region.start) + first + 'x'.repeat(Math.max(0, length - 2)) + (/[.!?…,;:]/.test(last) ? last : 'x');
    at = region.end;
  }
  return out + text.slice(at, paragraph.end);
}

type Raw = { readonly start: number; readonly end: number; readonly word: Word | undefined; readonly marked: Marked | undefined };

function tokenise(text: string, start: number, end: number, marked: readonly Marked[]): Raw[] {
  const raw: Raw[] = [];
  let at = start;
  for (const region of marked) {
    if (region.outerStart < at) continue;
    splitWords(text, at, region.outerStart, raw);
    raw.push({ start: region.outerStart, end: region.outerEnd, word: undefined, marked: region });
    at = region.outerEnd;
  }
  if (at < end) splitWords(text, at, end, raw);
  return raw;
}

function splitWords(text: string, from: number, to: number, raw: Raw[]): void {
  const part = text.slice(from, to);
  WORD.lastIndex = 0;
  for (let match = WORD.exec(part); match !== null; match = WORD.exec(part)) {
    let found = match[0];
    if (found === '\u00ad' || found === '\u200b') continue;
    const start = from + match.index;
    const hasStop = found.length > 1 && found.endsWith('.') && !found.startsWith('.') && !keepsStop(found);
    if (hasStop) found = found.slice(0, -1);
    const end = start + found.length;
    const apostrophe = Math.max(found.lastIndexOf("'"), found.lastIndexOf('’'));
    if (apostrophe > 0 && CLITIC.test(found.slice(apostrophe + 1))) {
      push(raw, start, start + apostrophe, found.slice(0, apostrophe));
      push(raw, start + apostrophe, end, found.slice(apostrophe));
    } else push(raw, start, end, found);
    if (hasStop) push(raw, end, end + 1, '.');
  }
}

const push = (raw: Raw[], start: number, end: number, text: string): void => {
  raw.push({ start, end, word: wordOf(text), marked: undefined });
};

/** "Mr." and "J." keep their stop as part of the word. */
const keepsStop = (word: string): boolean =>
  /^\p{Lu}\.$/u.test(word) ||
  /^(?:\p{L}\.)+\p{L}?\.?$/u.test(word) ||
  (/^\p{Lu}/u.test(word) && titles.has(word.slice(0, -1).toLowerCase()) && word.length <= 6) ||
  /^(?:Jr|Sr|St|Inc|Corp|Co|Ltd)\.$/.test(word);

function tag(raw: readonly Raw[], isLowerElsewhere: (low: string) => boolean): Token[] {
  const tokens: Token[] = [];
  let isFirst = true;
  for (let i = 0; i < raw.length; i++) {
    const piece = raw[i];
    if (piece === undefined) continue;
    const { start, end, word, marked } = piece;
    if (word === undefined) {
      tokens.push({ start, end, text: '', low: '', tag: 'quote', verb: undefined, marked });
      isFirst = true;
      continue;
    }
    const given = tagOf(word, tokens.at(-1), following(raw[i + 1]), following(raw[i + 2]), isFirst, isLowerElsewhere);
    const verb = given === 'verb' ? (word.verb ?? unknownVerb(word.low)) : undefined;
    tokens.push({ start, end, text: word.text, low: word.low, tag: given, verb, marked: undefined });
    isFirst = given === 'colon' || given === 'stop' || (isFirst && (given === 'open' || given === 'dash'));
  }
  return tokens;
}

const following = (piece: Raw | undefined): Following => (piece === undefined ? undefined : (piece.word ?? 'marked'));

const unknownVerb = (low: string): VerbReading => ({ lemma: low, forms: new Set(['past', 'participle']), cue: new Set() });
