/** Tagged tokens → noun phrases and times around a place. Each walk is bounded, so that a sentence costs linear time. */
import type { Span } from '#model/article.ts';
import { titles } from '#text/lexicon.ts';
import type { Token } from './figure-tokens.ts';
import type { Tag } from './known-words.ts';
import { MONTHS, TIME_NOUNS, verbOf, WEEKDAYS } from './word-forms.ts';

/** Tokens from first to last, inclusive. */
export type Stretch = { readonly first: number; readonly last: number };

export type Tagged = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly tags: readonly Tag[];
  /** Stretches of the text that are read over: their tokens are left out. */
  readonly hidden?: readonly Span[];
};

/** A stretch as the text has it, on one line. */
export function wordsOf({ text, tokens, hidden = [] }: Tagged, stretch: Stretch | undefined): string | undefined {
  const first = stretch && tokens[stretch.first];
  const last = stretch && tokens[stretch.last];
  if (!first || !last) return undefined;
  let words = '';
  let from = first.start;
  for (const { start, end } of hidden) {
    if (start < from || end > last.end) continue;
    words += text.slice(from, start);
    from = end;
  }
  return (words + text.slice(from, last.end)).replace(/\s+/g, ' ');
}

const MAX_PHRASE_TOKENS = 18;
export const MAX_WALK_TOKENS = 60;

const joints = /^(?:[-‑–&/]|[’']|'s|’s)$/;

/** A word may stand inside a noun phrase; so may joints between two of its words. */
function isInside({ tokens, tags }: Tagged, i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (token.kind === 'mark' && token.text === '.') return isTitleStop(tokens, i);
  if (token.kind === 'mark')
    return joints.test(token.text) && (token.glued || tokens[i + 1]?.glued === true || token.text === '&' || token.text === '’');
  return tags[i] === 'noun' || tags[i] === 'num' || tags[i] === 'adv';
}

/** "Mr. Sanders", "Gov. Hickenlooper": a stop inside a name. */
export function isTitleStop(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  if (!tokens[i]?.glued || next === undefined || next.glued || !/^\p{Lu}/u.test(next.text) || before === undefined) return false;
  return /^\p{Lu}/u.test(before.text) && (titles.has(before.lower) || /^(?:st|jr|\p{L})$/u.test(before.lower));
}

const binding = new Set(
  'of in for from on at among between across by with under about against over per within into to around near without'.split(' '),
);

/** The noun phrase that ends at `last`, with the prepositional phrases and determiners before its head: "the pace of price increases". */
export function phraseEndingAt(sentence: Tagged, last: number): Stretch | undefined {
  const { tokens, tags } = sentence;
  if (!isInside(sentence, last) || tags[last] === 'adv') return undefined;
  let first = last;
  while (first > 0 && last - first < MAX_PHRASE_TOKENS) {
    const i = first - 1;
    const here = tokens[first];
    const before = tags[i];
    if (tags[first] === 'det' || tags[first] === 'prep') {
      if (before === 'prep' && tags[first] === 'det' && binding.has(tokens[i]?.lower ?? '') && isInside(sentence, i - 1)) first = i;
      else if (tags[first] === 'prep' && isInside(sentence, i)) first = i;
      else break;
    } else if (isInside(sentence, i) || before === 'det') first = i;
    else if (before === 'prep' && binding.has(tokens[i]?.lower ?? '') && (isInside(sentence, i - 1) || isGerundNoun(sentence, i - 1)))
      first = i;
    else if (tokens[i]?.lower === 'and' && isInside(sentence, i - 1) && here?.kind === 'word') first = i;
    else break;
  }
  if (tags[first] === 'prep' && isGerundNoun(sentence, first - 1)) first -= 1;
  return trimmed(sentence, { first, last });
}

/** "Sampling between 2014 and 2017": a gerund that opens the sentence is its subject. */
function isGerundNoun({ tokens, tags }: Tagged, i: number): boolean {
  return tags[i] === 'gerund' && (i === 0 || tokens[i - 1]?.text === ',' || tags[i - 1] === 'det');
}

/** The noun phrase that starts at `first`, with `of`, `in`, `for` and the like behind it. */
export function phraseStartingAt(
  sentence: Tagged,
  first: number,
  prepositions: ReadonlySet<string> = binding,
  maxTokens = 14,
): Stretch | undefined {
  const { tokens, tags } = sentence;
  let i = first;
  let last = -1;
  while (i < tokens.length && i - first < maxTokens) {
    const isDet = tags[i] === 'det' && (i === first || tags[i - 1] === 'prep' || tokens[i - 1]?.lower === 'and');
    const isPrep =
      tags[i] === 'prep' &&
      prepositions.has(tokens[i]?.lower ?? '') &&
      last === i - 1 &&
      !isTime(sentence, i + 1) &&
      !isSeason(sentence, i + 1);
    const isAnd = tokens[i]?.lower === 'and' && last === i - 1 && tags[i + 1] === 'noun' && !verbOf(tokens[i + 1]?.lower ?? '');
    const isMoney = tokens[i]?.kind === 'mark' && /^[$€£¥%]/.test(tokens[i]?.text ?? '');
    if (isMoney && tags[i] !== 'amount') break;
    if (tags[i] === 'amount' && last === -1 && i > first) {
      // "for an 8.5 kW system"
      i += 1;
      continue;
    }
    if (isInside(sentence, i)) last = tags[i] === 'adv' && i === first ? last : i;
    else if (!isDet && !isPrep && !isAnd) break;
    i += 1;
  }
  return last < first ? undefined : trimmed(sentence, { first, last });
}

/** "last year", "Friday", "the third quarter", "June": says when, not what. */
export function isTime(sentence: Tagged, i: number): boolean {
  return timeLength(sentence, i) > 0;
}

const YEAR = /^(?:1[5-9]|20)\d\d$/;
const DAY_NUMBER = /^\d{1,2}$/;
const DAYS = new Set('yesterday today tomorrow tonight'.split(' '));
/** "the end of 2020". */
const ENDS = new Set('end start beginning middle close'.split(' '));
const HOURS = new Set('mid midday noon midnight dawn dusk christmas easter'.split(' '));
const SEASONS = new Set('spring summer autumn winter'.split(' '));
/** "the last few", in front of a time. */
const LEADS = new Set(
  'last next past previous this same current early late first second third fourth final recent coming full super election several few one two three four five six seven eight nine ten twelve'.split(
    ' ',
  ),
);
/** No other word opens or goes on with a time; the half is one behind "first". */
const OF_TIME = new Set(['half', ...WEEKDAYS, ...MONTHS, ...TIME_NOUNS, ...DAYS, ...ENDS, ...HOURS, ...LEADS]);

/** "in spring", against "in winter sales". */
const isSeason = ({ tokens, tags }: Tagged, i: number): boolean => SEASONS.has(tokens[i]?.lower ?? '') && tags[i + 1] !== 'noun';

/** What "mid-" may stand before. */
const isPeriod = (token: Token | undefined): boolean =>
  token !== undefined && (TIME_NOUNS.has(token.lower) || MONTHS.has(token.lower) || YEAR.test(token.text));

/** "Sun" and "Wed" need their capital. */
const isWeekday = (token: Token | undefined): boolean =>
  token !== undefined && WEEKDAYS.has(token.lower) && (token.lower.endsWith('day') || token.text !== token.lower);

/** How many tokens from `i` on say when; 0 where they do not. */
export function timeLength({ tokens, tags }: Tagged, i: number): number {
  let at = i;
  if (tags[at] === 'det') at += 1;
  for (let steps = 0; steps < 3; steps++) {
    const token = tokens[at];
    const word = token?.lower ?? '';
    if (token?.kind !== 'number' && !OF_TIME.has(word)) return 0;
    if (
      isWeekday(token) ||
      (MONTHS.has(word) && token?.text !== word && !/[’']s?$/.test(tokens[at - 1]?.text ?? '')) ||
      YEAR.test(word) ||
      (DAYS.has(word) && token?.text !== word.toUpperCase())
    )
      return at - i + 1;
    if (TIME_NOUNS.has(word)) return at - i + 1 + onItself(tokens, at);
    // "the first half"
    if (word === 'half' && steps > 0 && /^(?:first|second)$/.test(tokens[at - 1]?.lower ?? '')) return at - i + 1;
    // "the end of 2020"
    if (ENDS.has(word) && tokens[at + 1]?.lower === 'of') {
      const rest = steps === 0 ? timeLength({ text: '', tokens, tags }, at + 2) : 0;
      return rest > 0 ? at - i + 2 + rest : 0;
    }
    if (HOURS.has(word)) {
      const isJoined = /^[-‑]$/.test(tokens[at + 1]?.text ?? '') && isPeriod(tokens[at + 2]);
      return word !== 'mid' || isJoined ? at - i + (isJoined ? 3 : 1) : 0;
    }
    if (!LEADS.has(word) && !DAY_NUMBER.test(word)) return 0;
    at += 1;
  }
  return 0;
}

/** "a non-holiday quarter", "the fiscal year": where the phrase begins whose noun at `at` is a time, with the words that describe it. */
export function timePhraseStart({ tokens, tags }: Tagged, at: number): number {
  const time = tokens[at];
  if (time === undefined || !TIME_NOUNS.has(time.lower) || time.text !== time.lower) return at;
  let i = at - 1;
  while (i > 0 && at - i < 6 && (/^(?:noun|adv|num)$/.test(tags[i] ?? '') || (tokens[i]?.text === '-' && tokens[i]?.glued === true)))
    i -= 1;
  return i < at - 1 && tags[i] === 'det' ? i : at;
}

/** "year on year", "quarter-over-quarter". */
function onItself(tokens: readonly Token[], at: number): number {
  const hyphen = /^[-‑]$/.test(tokens[at + 1]?.text ?? '') ? 1 : 0;
  const isPair = /^(?:on|over|to)$/.test(tokens[at + 1 + hyphen]?.lower ?? '') && tokens[at + 2 + 2 * hyphen]?.lower === tokens[at]?.lower;
  return isPair ? 2 + 2 * hyphen : 0;
}

function trimmed(sentence: Tagged, stretch: Stretch): Stretch | undefined {
  const { tokens, tags } = sentence;
  let { first, last } = stretch;
  const isLoose = (i: number): boolean =>
    tags[i] === 'det' ||
    tags[i] === 'prep' ||
    tags[i] === 'conj' ||
    (tokens[i]?.kind === 'mark' && tokens[i]?.text !== '’' && !isTitleStop(tokens, i)) ||
    tags[i] === 'adv' ||
    isWeekday(tokens[i]);
  while (first <= last && isLoose(first)) first += 1;
  while (last >= first && isLoose(last)) last -= 1;
  for (let i = Math.max(first, last - 2); i <= last; i++)
    if (i > first && timeLength(sentence, i) === last - i + 1) {
      const start = timePhraseStart(sentence, i);
      return start > first ? trimmed(sentence, { first, last: start - 1 }) : undefined;
    }
  if (first > last) return undefined;
  const when = timeLength(sentence, first);
  if (when > 0) return first + when > last ? undefined : trimmed(sentence, { first: first + when, last });
  return { first, last };
}

export const isVerbal = (tag: Tag | undefined): boolean => tag === 'verb' || tag === 'gerund' || tag === 'participle' || tag === 'aux';

export const isWall = (token: Token | undefined): boolean =>
  token !== undefined && token.kind === 'mark' && /^(?:;|:|\?|!|\.|\.\.\.|—)$/.test(token.text);
