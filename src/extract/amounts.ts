/** Tokens → amounts: number phrases with sign, currency or unit and rate, ranges joined, what is no figure left out. */
import { type Currency, currencyAfter, currencyBefore } from '#text/currencies.ts';
import { SMALL_WORDS } from '#text/numbers.ts';
import { readUnit, withRate } from './amount-units.ts';
import type { Token } from './figure-tokens.ts';
import type { Tag } from './known-words.ts';
import { isNoFigure } from './not-figures.ts';
import { type NumberPhrase, readNumberPhrase, type Value } from './number-phrases.ts';
import { joinRanges } from './ranges.ts';
import { isPlural } from './word-forms.ts';

export type Amount = {
  /** First and last token: sign, currency, number, unit and rate. */
  readonly first: number;
  readonly last: number;
  /** Last token of the number itself. */
  readonly numberLast: number;
  readonly value: Value;
  readonly form: NumberPhrase['form'];
  readonly scale: number;
  /** Of money or measurement; null for a count or a bare number. */
  readonly unit: string | null;
  /** The unit stands before a noun, joined by a hyphen: "a 15-year-old", "the 10-kilometre route". */
  readonly hyphened: boolean;
};

export function findAmounts(tokens: readonly Token[], tags: readonly Tag[]): Amount[] {
  const amounts: Amount[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!mayOpen(tokens, i)) continue;
    const amount = amountAt(tokens, tags, i);
    if (!amount) {
      i = skipped(tokens, i);
      continue;
    }
    amounts.push(amount);
    i = amount.last;
  }
  return joinRanges(tokens, amounts);
}

/** "HK $3": before the sign of money any word may open. */
const mayOpen = (tokens: readonly Token[], i: number): boolean => tokens[i]?.word.mayOpen === true || tokens[i + 1]?.text === '$';

/** "Euro 2004" is played. */
const isTournament = (tokens: readonly Token[], i: number, number: number): boolean =>
  tokens[i]?.text === 'Euro' && number === i + 1 && /^(?:19|20)\d\d$/.test(tokens[number]?.text ?? '');

/** A phrase that is no figure is stepped over whole, so that "twenty" of "twenty-first" is not read again. */
function skipped(tokens: readonly Token[], i: number): number {
  const phrase = readNumberPhrase(tokens, i);
  if (!phrase) return i;
  const isAge = /^(?:aged?|ages)$/.test(tokens[i - 1]?.lower ?? '');
  const to =
    isAge && /^(?:to|and|or|-|–)$/.test(tokens[phrase.last + 1]?.lower ?? '') ? readNumberPhrase(tokens, phrase.last + 2) : undefined;
  return to?.last ?? phrase.last;
}

function amountAt(tokens: readonly Token[], tags: readonly Tag[], i: number): Amount | undefined {
  const lead = readCurrency(tokens, i);
  const start = lead ? lead.next : i;
  const phrase = readNumberPhrase(tokens, start);
  if (!phrase) return fold(tokens, i);
  if (lead ? isTournament(tokens, i, start) : isNoFigure(tokens, tags, phrase)) return undefined;
  const metre = magnitudeM(tokens, tags, phrase, lead !== undefined);
  const number = metre ?? phrase;
  const sign = signBefore(tokens, i);
  const value = sign !== undefined || lead?.isNegative ? negate(number.value) : number.value;
  const base = { first: sign ?? i, numberLast: number.last, value, form: number.form, scale: number.scale };
  if (lead) {
    // "$5 million US", against "a $5 million U.S. grant"
    const isUs = /^U\.?S\.?$/.test(tokens[number.last + 1]?.text ?? '') && tags[number.last + 2] !== 'noun';
    const last = number.last + (isUs ? 1 : 0);
    return withRate(tokens, { ...base, last: trailing(tokens, last, lead.currency), unit: lead.currency.name, hyphened: false });
  }
  const unit = readUnit(tokens, number);
  if (unit) return withRate(tokens, { ...base, ...unit });
  const glued = tokens[number.last + 1];
  // "9AB8", "5G": digits that go on in letters are a code.
  if (glued?.glued && glued.kind === 'word' && tokens[number.last]?.kind === 'number') return undefined;
  return { ...base, last: number.last, unit: null, hyphened: false };
}

function negate(value: Value): Value {
  return typeof value === 'number' ? -value : [-value[1], -value[0]];
}

/** "-5", "minus 5", "minus-260": the token where the sign begins. */
function signBefore(tokens: readonly Token[], first: number): number | undefined {
  const before = tokens[first - 1];
  if (!before) return undefined;
  if (/^(?:minus|negative)$/.test(before.lower)) return first - 1;
  if (!/^[-−–]$/.test(before.text) || !tokens[first]?.glued) return undefined;
  const further = tokens[first - 2];
  if (further?.lower === 'minus') return first - 2;
  return !further || !before.glued || further.text === '(' ? first - 1 : undefined;
}

/** A currency before a number: "$", "US$", "HK $", "RM". */
function readCurrency(
  tokens: readonly Token[],
  i: number,
): { readonly currency: Currency; readonly next: number; readonly isNegative?: boolean } | undefined {
  const token = tokens[i];
  if (!token || token.kind === 'number') return undefined;
  const next = tokens[i + 1];
  // "A $70 million fund": an article
  const isArticle = token.text === 'A' && next?.glued !== true;
  const split = token.kind === 'word' && next?.text === '$' && !isArticle ? currencyBefore(`${token.text}$`) : undefined;
  if (split && isNumberAt(tokens, i + 2)) return { currency: split, next: i + 2 };
  const currency = currencyBefore(token.text);
  if (!currency) return undefined;
  // "$-50.8bn"
  if (next && /^[-−]$/.test(next.text) && next.glued && tokens[i + 2]?.glued && tokens[i + 2]?.kind === 'number')
    return { currency, next: i + 2, isNegative: true };
  const at = next?.text === '.' && next.glued && token.text === 'Rs' ? i + 2 : i + 1;
  if (token.text === 'PS' && !isSterling(tokens[at])) return undefined;
  return isNumberAt(tokens, at) ? { currency, next: at } : undefined;
}

/** £ becomes "PS" in ASCII transliteration; "PS5" is a console. */
function isSterling(number: Token | undefined): boolean {
  return number?.glued === true && !/^\d$/.test(number.text);
}

function isNumberAt(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  return token !== undefined && (token.kind === 'number' || (token.kind === 'word' && readNumberPhrase(tokens, i) !== undefined));
}

/** "$5 dollars" is one amount. */
function trailing(tokens: readonly Token[], last: number, currency: Currency): number {
  const next = tokens[last + 1];
  return next && currencyAfter(next.text)?.name === currency.name && next.lower.startsWith('dollar') ? last + 1 : last;
}

const tallness =
  /^(?:tall|long|high|deep|wide|away|sprint|race|freestyle|final|below|above|from|butterfly|breaststroke|backstroke|hurdles|relay|of|to|x)$/;

/** "35m of its devices", "£3m", "12.3m tonnes" are millions; "a 50m pool" and "5m from the shore" are metres. */
function magnitudeM(tokens: readonly Token[], tags: readonly Tag[], phrase: NumberPhrase, isMoney: boolean): NumberPhrase | undefined {
  const at = phrase.last + 1;
  const letter = tokens[at];
  if (!letter?.glued || !/^(?:m|T)$/.test(letter.text) || phrase.form !== 'digits' || typeof phrase.value !== 'number') return undefined;
  if (letter.text === 'T' && !isMoney) return undefined;
  const scale = letter.text === 'T' ? 1e12 : 1e6;
  const next = tokens[at + 1];
  const isMillion =
    isMoney ||
    (next?.lower === 'of' && tags[at + 2] === 'det') ||
    (next?.kind === 'word' && !tallness.test(next.lower) && countsNear(tokens, tags, at + 1));
  if (!isMillion) return undefined;
  return { ...phrase, last: at, value: Number((phrase.value * scale).toPrecision(15)), scale };
}

function countsNear(tokens: readonly Token[], tags: readonly Tag[], from: number): boolean {
  for (let i = from; i < from + 6; i++) {
    const token = tokens[i];
    if (!token || (tags[i] !== 'noun' && token.lower !== 'and' && !(tags[i] === 'verb' && token.lower.endsWith('ed')))) return false;
    if (isPlural(token.lower) || currencyAfter(token.text)) return true;
  }
  return false;
}

/** "sixfold", "10-fold" → 6 times, 10 times. */
function fold(tokens: readonly Token[], i: number): Amount | undefined {
  const token = tokens[i];
  const word = token?.kind === 'word' ? /^(\p{L}+)fold$/u.exec(token.lower)?.[1] : undefined;
  const value = word === undefined ? undefined : SMALL_WORDS.get(word);
  if (value === undefined) return undefined;
  return { first: i, last: i, numberLast: i, value, form: 'words', scale: 1, unit: 'time', hyphened: false };
}
