/** A paragraph with its marked stretches → sentences of tokens as the reporter wrote them, each marked stretch folded into one token. */
import type { Span } from '#model/article.ts';
import * as lexicon from './lexicon.ts';
import type { Marked } from './marks.ts';
import { genderOfGivenName } from './names-en.ts';
import { findSentences } from './sentences.ts';

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
  readonly verb?: lexicon.VerbReading;
  readonly marked?: Marked;
};

export type FrameSentence = Span & { readonly paragraph: number; readonly tokens: readonly Token[] };

const WORD = /[@#$£€]?[\p{L}\p{N}_]+(?:(?:[.&'’\-‑/](?=[\p{L}\p{N}])|[,](?=\d{3}\b))[\p{L}\p{N}_]+)*\.?|--+|\.{2,}|[^\s\p{L}\p{N}_]/gu;
const POSSESSIVE = /^(.+?)(['’](?:s|S|d|ll|ve|re|m))$/u;
const PUNCTUATION: Readonly<Record<string, Tag>> = {
  ',': 'comma',
  ':': 'colon',
  ';': 'semicolon',
  '.': 'stop',
  '!': 'stop',
  '?': 'stop',
  '…': 'stop',
  '—': 'dash',
  '–': 'dash',
  '-': 'dash',
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
};
const NO_ADVERB =
  /^(?:family|rally|ally|reply|assembly|supply|july|italy|fly|bully|monopoly|anomaly|early|likely|friendly|daily|weekly|monthly|elderly|lonely|ugly|holy|lovely|deadly|costly|kelly|emily|sally|molly|billy|reilly|only|apply|comply|imply|multiply|rely)$/;

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

type Raw = { start: number; end: number; text: string; marked?: Marked };

function tokenise(text: string, start: number, end: number, marked: readonly Marked[]): Raw[] {
  const raw: Raw[] = [];
  let at = start;
  for (const region of marked) {
    if (region.outerStart < at) continue;
    splitWords(text, at, region.outerStart, raw);
    raw.push({ start: region.outerStart, end: region.outerEnd, text: '', marked: region });
    at = region.outerEnd;
  }
  if (at < end) splitWords(text, at, end, raw);
  return raw;
}

function splitWords(text: string, from: number, to: number, raw: Raw[]): void {
  for (const match of text.slice(from, to).matchAll(WORD)) {
    if (match[0] === '\u00ad' || match[0] === '\u200b') continue;
    const start = from + match.index;
    let word = match[0];
    let stop: Raw | undefined;
    if (word.length > 1 && word.endsWith('.') && !word.startsWith('.') && !keepsStop(word)) {
      word = word.slice(0, -1);
      stop = { start: start + word.length, end: start + word.length + 1, text: '.' };
    }
    const clitic = POSSESSIVE.exec(word);
    if (clitic?.[1] !== undefined && clitic[2] !== undefined) {
      const middle = start + clitic[1].length;
      raw.push({ start, end: middle, text: clitic[1] }, { start: middle, end: start + word.length, text: clitic[2] });
    } else raw.push({ start, end: start + word.length, text: word });
    if (stop !== undefined) raw.push(stop);
  }
}

/** "Mr." and "J." keep their stop as part of the word. */
const keepsStop = (word: string): boolean =>
  /^\p{Lu}\.$/u.test(word) ||
  /^(?:\p{L}\.)+\p{L}?\.?$/u.test(word) ||
  (/^\p{Lu}/u.test(word) && lexicon.titles.has(word.slice(0, -1).toLowerCase()) && word.length <= 6) ||
  /^(?:Jr|Sr|St|Inc|Corp|Co|Ltd)\.$/.test(word);

function tag(raw: readonly Raw[], isLowerElsewhere: (low: string) => boolean): Token[] {
  const tokens: Token[] = [];
  let isFirst = true;
  for (const [index, { start, end, text, marked }] of raw.entries()) {
    if (marked !== undefined) {
      tokens.push({ start, end, text, low: '', tag: 'quote', marked });
      isFirst = true;
      continue;
    }
    const low = text
      .toLowerCase()
      .replace(/[’]/g, "'")
      .replace(/\.$/, text.length > 1 ? '' : '.');
    const given = tagOf(text, low, tokens, raw[index + 1], raw[index + 2], isFirst, isLowerElsewhere);
    const verb =
      given === 'verb'
        ? (lexicon.verbReading(low) ?? { lemma: low, forms: new Set(['past', 'participle'] as const), cue: new Set<never>() })
        : undefined;
    tokens.push({ start, end, text, low, tag: given, ...(verb === undefined ? {} : { verb }) });
    isFirst = given === 'colon' || given === 'stop' || (isFirst && (given === 'open' || given === 'dash'));
  }
  return tokens;
}

function tagOf(
  text: string,
  low: string,
  before: readonly Token[],
  next: Raw | undefined,
  afterNext: Raw | undefined,
  isFirst: boolean,
  isLowerElsewhere: (low: string) => boolean,
): Tag {
  const punctuation = PUNCTUATION[text] ?? (/^-{2,}$/.test(text) ? 'dash' : /^\.{2,}$/.test(text) ? 'stop' : undefined);
  if (punctuation !== undefined) return punctuation;
  if (!/[\p{L}\p{N}]/u.test(text)) return 'dash';
  const previous = before.at(-1);
  const nextLow = next?.text.toLowerCase() ?? '';
  if (low === "'s") return previous?.tag === 'pronoun' || isPredicate(nextLow, afterNext) ? 'auxiliary' : 'possessive';
  if (low.startsWith("'")) return 'auxiliary';
  if (/^[$£€]?\d/.test(text)) return 'number';
  const isCapital = /^\p{Lu}/u.test(text);
  const isName = isCapital && (!isFirst || (/^\p{Lu}{2,}/u.test(text) && text.length > 1));
  if (isName && low !== 'i') {
    if (
      lexicon.times.has(low) &&
      text.length > 2 &&
      !/^(?:may|morning|evening|night|week|today|sun|sat|mon|wed|fri|thu|tue|jan|jun|jul|mar|dec|year|spring|summer|fall)$/.test(low)
    )
      return 'time';
    if (/^(?:may|jan|jun|jul|mar|dec)$/.test(low) && /^\d/.test(next?.text ?? '')) return 'time';
    return 'name';
  }
  if (low.startsWith('@')) return 'name';
  return closedTag(low, previous, nextLow, next) ?? openTag(text, low, previous, next, nextLow, isFirst && isCapital, isLowerElsewhere);
}

/** After "X's": a verb, an adverb or an article shows "is" or "has", a noun the owner. */
const isPredicate = (nextLow: string, afterNext: Raw | undefined): boolean =>
  /^(?:been|not|a|an|the|also|now|already|still|never|always|going|gone|got|saying|just|no|so|too|very|in|on|at|to|that|why|what|how|because)$/.test(
    nextLow,
  ) ||
  (/^[a-z]+ing$/.test(nextLow) && /^(?:a|an|the|to|that|his|her|their|it|him|them|for|on|with|in|about)$/.test(afterNext?.text ?? ''));

function closedTag(low: string, previous: Token | undefined, nextLow: string, next: Raw | undefined): Tag | undefined {
  if (low === 'to') return 'to';
  if (low === 'according') return 'preposition';
  if (low === 'may' && next !== undefined) return 'auxiliary';
  if (lexicon.auxiliaries.has(low)) return 'auxiliary';
  if (low === 'that') return previous?.tag === 'word' || previous?.tag === 'name' ? 'relative' : 'subordinator';
  if (/^(?:who|whom|which|whose)$/.test(low)) return 'relative';
  if (low === 'her' || low === 'his')
    return nextLow === '' ||
      lexicon.prepositions.has(nextLow) ||
      lexicon.conjunctions.has(nextLow) ||
      /^(?:that|to|the|a|an|[^\p{L}\p{N}]+)$/u.test(nextLow)
      ? 'pronoun'
      : 'determiner';
  if (lexicon.conjunctions.has(low)) return 'conjunction';
  if (/^(?:when|while|if|because|although|though|whether|unless|whereas|why|how|what|where|once)$/.test(low)) return 'subordinator';
  if (
    /^(?:he|she|it|they|we|you|i|him|them|us|me|himself|herself|themselves|itself|everyone|everybody|nobody|someone|somebody|anyone|others|none)$/.test(
      low,
    )
  )
    return 'pronoun';
  if (/^(?:many|some|both|one|another|several|most|all|few|each|this|these|those|any|neither|either)$/.test(low))
    return isNounNext(nextLow) ? 'determiner' : 'pronoun';
  if (lexicon.determiners.has(low)) return 'determiner';
  if (lexicon.prepositions.has(low)) return 'preposition';
  if (lexicon.times.has(low) && !/^(?:march|may|sun|sat|second|spring|fall|sept|mar|dec|last|earlier)$/.test(low)) return 'time';
  return undefined;
}

const isNounNext = (low: string): boolean =>
  /^\p{L}/u.test(low) &&
  !lexicon.auxiliaries.has(low) &&
  !lexicon.prepositions.has(low) &&
  !lexicon.conjunctions.has(low) &&
  !(lexicon.verbReading(low)?.forms.has('past') ?? false) &&
  !lexicon.verbReading(low)?.cue.has('say') &&
  !lexicon.adverbs.has(low);

function openTag(
  text: string,
  low: string,
  previous: Token | undefined,
  next: Raw | undefined,
  nextLow: string,
  isOpening: boolean,
  isLowerElsewhere: (low: string) => boolean,
): Tag {
  const verb = lexicon.verbReading(low);
  if (isOpening) {
    if (lexicon.adverbs.has(low) || (/ly$/.test(low) && low.length > 5 && !NO_ADVERB.test(low))) return 'adverb';
    if (verb !== undefined && (verb.forms.has('ing') || verb.forms.has('participle')) && !/^\p{Lu}/u.test(next?.text ?? '')) return 'verb';
    if (
      verb !== undefined &&
      verb.cue.size > 0 &&
      (verb.forms.has('ing') || (verb.forms.has('past') && verb.cue.has('say') && low !== 'read'))
    )
      return 'verb';
    if (/^\p{Lu}/u.test(next?.text ?? '') && !lexicon.adverbs.has(nextLow)) return 'name';
    if (lexicon.personNouns.has(low) || lexicon.bodyNouns.has(low) || isLowerElsewhere(low)) return 'word';
    if (/[a-z]{3}ing$/.test(low) && genderOfGivenName(low) === undefined) return 'word';
    return 'name';
  }
  if (verb !== undefined && isVerbHere(low, verb, previous, nextLow, next)) return 'verb';
  if (previous?.tag === 'determiner' && /^(?:well|back|first|second|last|rest|best|worst|far)$/.test(low) && !isNounNext(nextLow))
    return 'word';
  if (lexicon.adverbs.has(low) || (/ly$/.test(low) && low.length > 4 && !NO_ADVERB.test(low))) return 'adverb';
  if (lexicon.subordinators.has(low)) return 'subordinator';
  if (verb === undefined && text === low && /[a-z]{3}ed$/.test(low) && isPastPlace(previous, nextLow)) return 'verb';
  return 'word';
}

/** "Sanders aides", "the Trump claims": after a name these are nouns more often than verbs. */
const NOUNS_AFTER_NAMES =
  /^(?:aides|supporters|fans|voters|votes|heads|ads|emails|posts|comments|remarks|messages|texts|rallies|records|runs|shots|hits|signs|records|sources|states|visits|trips|attacks|talks|deals|shares|sales|cuts|taxes|prices|rates|results|losses|gains|troops|forces|bases|fires|features|ranks|stops|points|goals)$/;
const BASE_AFTER_PLURAL =
  /^(?:say|tell|argue|think|believe|want|insist|claim|note|complain|contend|warn|fear|hope|have|call|describe|see|feel)$/;
const startsObject = (next: Raw | undefined, nextLow: string): boolean =>
  next?.marked !== undefined ||
  lexicon.determiners.has(nextLow) ||
  /^(?:it|him|them|her|that|as|how|why|whether|he|she|they)$/.test(nextLow) ||
  (next !== undefined && /^\p{Lu}/u.test(next.text));

/** An unknown word in -ed: a verb behind a name or pronoun, and behind a noun where an object or a place follows. */
const isPastPlace = (previous: Token | undefined, nextLow: string): boolean => {
  switch (previous?.tag) {
    case 'name':
    case 'pronoun':
    case 'quote':
    case 'adverb':
    case 'time':
    case 'relative':
    case 'close':
      return true;
    case 'word':
      return lexicon.determiners.has(nextLow) || lexicon.prepositions.has(nextLow) || lexicon.adverbs.has(nextLow);
    default:
      return false;
  }
};

const ALWAYS_VERB =
  /^(?:said|says|told|tells|wrote|asked|added|saying|telling|writing|adding|asking|tweeted|replied|insisted|argued|warned|called|described|explained)$/;

function isVerbHere(low: string, verb: lexicon.VerbReading, previous: Token | undefined, nextLow: string, next: Raw | undefined): boolean {
  if (ALWAYS_VERB.test(low) && previous?.tag !== 'determiner') return true;
  if (previous === undefined) return true;
  const isNounPlace = previous.tag === 'determiner' || previous.tag === 'possessive' || previous.tag === 'number';
  if (verb.forms.has('past') || verb.forms.has('participle'))
    return !isNounPlace && !(previous.tag === 'preposition' && previous.low !== 'as' && isNounNext(nextLow));
  if (verb.forms.has('ing')) return !isNounPlace;
  if (isNounPlace || previous.tag === 'preposition') return false;
  if (previous.tag === 'to') return verb.forms.has('base');
  if (
    previous.tag === 'auxiliary' ||
    previous.tag === 'pronoun' ||
    previous.tag === 'relative' ||
    previous.tag === 'quote' ||
    previous.tag === 'close'
  )
    return true;
  if (previous.tag === 'adverb') return true;
  if (previous.tag === 'name')
    return verb.forms.has('s') ? !NOUNS_AFTER_NAMES.test(low) : /s$/.test(previous.low) && BASE_AFTER_PLURAL.test(low);
  if (previous.tag === 'word') {
    if (verb.forms.has('s') && !/s$/.test(previous.low) && startsObject(next, nextLow)) return true;
    if (verb.forms.has('s')) return lexicon.personNouns.has(previous.low) || lexicon.bodyNouns.has(previous.low) || low === 'says';
    return /s$/.test(previous.low) || lexicon.personNouns.has(previous.low) || low === 'say';
  }
  if (previous.tag === 'comma') return verb.cue.size > 0 && (verb.forms.has('s') || lexicon.determiners.has(nextLow) || nextLow === '');
  return previous.tag === 'conjunction' ? verb.forms.has('s') : previous.tag === 'time';
}
