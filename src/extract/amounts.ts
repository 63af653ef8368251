/** Tokens → amounts: number phrases with sign, currency or unit and rate, ranges joined, what is no figure left out. */
import { type Currency, currencyAfter, currencyBefore } from '#text/currencies.ts';
import { MAX_UNIT_TOKENS, type Unit, unitNamed, unitWritten } from '#text/units.ts';
import type { Token } from './figure-tokens.ts';
import { isNoFigure } from './not-figures.ts';
import { type NumberPhrase, readNumberPhrase, type Value } from './number-phrases.ts';
import { isPlural, singularOf, TIME_NOUNS, verbOf } from './word-forms.ts';
import type { Tag } from './word-tags.ts';

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
    const amount = amountAt(tokens, tags, i);
    if (!amount) {
      i = skipped(tokens, i);
      continue;
    }
    amounts.push(amount);
    i = amount.last;
  }
  return joinRanges(tokens, amounts).map((amount) => amount);
}

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
  if (!phrase) return undefined;
  if (!lead && isNoFigure(tokens, tags, phrase)) return undefined;
  const metre = magnitudeM(tokens, tags, phrase, lead !== undefined);
  const number = metre ?? phrase;
  const sign = signBefore(tokens, i);
  const value = sign !== undefined || lead?.isNegative ? negate(number.value) : number.value;
  const base = { first: sign ?? i, numberLast: number.last, value, form: number.form, scale: number.scale };
  if (lead) {
    const last = number.last + (/^U\.?S\.?$/.test(tokens[number.last + 1]?.text ?? '') ? 1 : 0);
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
  const split = token.kind === 'word' && next?.text === '$' ? currencyBefore(`${token.text}$`) : undefined;
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
  return number?.glued && !/^\d$/.test(number.text);
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

type ReadUnit = Pick<Amount, 'last' | 'unit' | 'hyphened'>;

function readUnit(tokens: readonly Token[], phrase: NumberPhrase): ReadUnit | undefined {
  const hyphen = tokens[phrase.last + 1];
  const hyphened = hyphen !== undefined && /^[-‑–]$/.test(hyphen.text) && hyphen.glued && tokens[phrase.last + 2]?.glued === true;
  const of = phrase.form === 'vague' && hyphen?.lower === 'of' ? 1 : 0;
  const from = phrase.last + 1 + (hyphened ? 1 : 0) + of;
  const age = readAge(tokens, from);
  if (age) return { ...age, hyphened };
  for (let length = Math.min(MAX_UNIT_TOKENS, tokens.length - from); length > 0; length--) {
    const writing = writingOf(tokens, from, length);
    const last = from + length - 1;
    const currency = length <= 3 ? currencyAfter(writing) : undefined;
    const unit = unitWritten(writing, tokens[from]?.glued === true && !hyphened);
    if (currency && isMoneyHere(tokens, phrase, currency, unit, last)) return { last, unit: currency.name, hyphened };
    if (unit && isUnitHere(tokens, phrase, unit, writing, last, hyphened)) return { last, unit: unit.name, hyphened };
  }
  return undefined;
}

/** Tokens as the unit table writes them: one space where the text has white space; a full stop after an abbreviation does not count. */
function writingOf(tokens: readonly Token[], from: number, length: number): string {
  let writing = '';
  for (let i = from; i < from + length; i++) {
    const token = tokens[i];
    if (token) writing += (i > from && !token.glued ? ' ' : '') + token.text;
  }
  return writing;
}

/** "15-year-old", "18 month-old", "25 years old", "three years of age". */
function readAge(tokens: readonly Token[], from: number): Omit<ReadUnit, 'hyphened'> | undefined {
  const noun = tokens[from]?.lower.replace(/s$/, '') ?? '';
  if (!/^(?:year|month|week|day)$/.test(noun)) return undefined;
  const next = tokens[from + 1]?.lower;
  const old = next === '-' ? from + 2 : from + 1;
  if (/^olds?$/.test(tokens[old]?.lower ?? '')) return { last: old, unit: `${noun} of age` };
  if (next === 'of' && tokens[from + 2]?.lower === 'age') return { last: from + 2, unit: `${noun} of age` };
  return undefined;
}

function isMoneyHere(tokens: readonly Token[], phrase: NumberPhrase, currency: Currency, unit: Unit | undefined, last: number): boolean {
  const value = typeof phrase.value === 'number' ? phrase.value : phrase.value[0];
  const word = tokens[last]?.lower ?? '';
  if (word === 'won') return value >= 1000;
  // "$1.25 sterling" and "5 pounds": money where it is much, weight where it is little or made of something.
  if (unit?.name === 'pound-mass') return false;
  if (currency.name === 'penny' || currency.name === 'cent') return word.length > 1 || tokens[last]?.glued === true;
  if (/^(?:real|leu|lei|ft|c|dh|sh|le|cop|sar|php)$/.test(word)) return value >= 100 && tokens[last]?.text !== word;
  return true;
}

const namesTime = new Set(['second', 'quarter', 'minute']);

function isUnitHere(tokens: readonly Token[], phrase: NumberPhrase, unit: Unit, writing: string, last: number, hyphened: boolean): boolean {
  // "one second half", "two third"
  if (phrase.form === 'words' && namesTime.has(writing) && phrase.value !== 1 && !hyphened) return false;
  if (
    phrase.form === 'fraction' &&
    unit.kind === 'time' &&
    typeof phrase.value === 'number' &&
    phrase.value < 1 &&
    tokens[phrase.last]?.lower !== 'a'
  )
    return false;
  if (unit.name === 'point' && hyphened && phrase.form === 'words' && tokens[last + 1]?.kind !== 'word') return false;
  if (unit.name === 'stone' || unit.name === 'foot' || unit.name === 'knot') return phrase.value !== 1 || unit.name === 'foot';
  if (writing === 'C' || writing === 'F') return !hyphened;
  return true;
}

/** "pounds" of money: millions of them, or beside other money. */
export function asSterling(amount: Amount): Amount {
  const value = typeof amount.value === 'number' ? amount.value : amount.value[0];
  return amount.unit === 'pound-mass' && (amount.scale >= 1e6 || value >= 20_000) ? { ...amount, unit: 'pound sterling' } : amount;
}

const perNouns = new Set(
  'share barrel ounce tonne ton head person unit litre gallon kilo kilogram pound mile kilometre bushel piece vote seat ticket household megawatt-hour game match capita'.split(
    ' ',
  ),
);

/** "$80 a barrel", "8.99 dollars per month", "40 hours a week": the rate joins the unit. */
function withRate(tokens: readonly Token[], amount: Amount): Amount {
  const rate = amount.hyphened || amount.unit === null ? undefined : readRate(tokens, amount.last + 1);
  if (!rate || amount.unit === 'percent') return asSterling(amount);
  return asSterling({ ...amount, last: rate.last, unit: `${amount.unit} per ${rate.noun}` });
}

export function readRate(tokens: readonly Token[], from: number): { readonly last: number; readonly noun: string } | undefined {
  // "a $10-a-month subscription"
  const at = tokens[from]?.text === '-' && tokens[from]?.glued && /^(?:a|an|per)$/.test(tokens[from + 1]?.lower ?? '') ? from + 1 : from;
  const by = tokens[at]?.lower;
  const hyphen = tokens[at + 1]?.text === '-' ? 1 : 0;
  const noun = tokens[at + 1 + hyphen];
  if (noun?.kind !== 'word') return undefined;
  const pair = by === 'per' ? unitWritten(writingOf(tokens, at + 1, 2), false) : undefined;
  if (pair) return { last: at + 2, noun: pair.name };
  const singular = unitWritten(noun.text, true)?.name ?? singularOf(noun.lower);
  const isKnown = TIME_NOUNS.has(noun.lower) || perNouns.has(noun.lower) || unitNamed(singular)?.kind === 'time';
  if (by === 'per' || (by === '/' && (isKnown || noun.glued)))
    return by === '/' && !isKnown ? undefined : { last: at + 1 + hyphen, noun: singular };
  return (by === 'a' || by === 'an' || by === 'every') && isKnown && !verbOf(noun.lower)?.form.startsWith('past')
    ? { last: at + 1 + hyphen, noun: singular }
    : undefined;
}

/** "between 140 and 150 million", "$10 to $15 billion", "97%–98%", "from 13.5 to 14 mm": two amounts become one. */
function joinRanges(tokens: readonly Token[], amounts: readonly Amount[]): Amount[] {
  const joined: Amount[] = [];
  for (let i = 0; i < amounts.length; i++) {
    const one = amounts[i];
    const two = amounts[i + 1];
    if (!one) continue;
    const range = two && rangeOf(tokens, one, two);
    if (range === 'score') i += 1;
    else if (range) {
      joined.push(range);
      i += 1;
    } else joined.push(one);
  }
  return joined;
}

const changes =
  /^(?:rose|rise|rises|rising|risen|fell|fall|falls|falling|fallen|grew|grow|grown|growing|jumped|dropped|increased|decreased|declined|climbed|slipped|down|up|cut|raised|gained|lost|slid|dipped|surged|plunged|tumbled)$/;

function rangeOf(tokens: readonly Token[], one: Amount, two: Amount): Amount | 'score' | undefined {
  const gap = two.first - one.last - 1;
  const between = tokens[one.last + 1];
  if (gap !== 1 || !between || typeof one.value !== 'number' || typeof two.value !== 'number') return undefined;
  const before = tokens[one.first - 1]?.lower ?? '';
  const ahead = tokens[one.first - 2]?.lower ?? '';
  const by = between.lower;
  const isDash = /^[-–—‑~]$/.test(by);
  if (isDash && between.glued && tokens[two.first]?.glued && isScore(tokens, one, two)) return 'score';
  const isFrom = /^(?:from|between)$/.test(before) || /^(?:from|between)$/.test(ahead);
  const isJoined = isDash
    ? between.glued === (tokens[two.first]?.glued ?? false)
    : by === 'to' || (by === 'and' && (before === 'between' || ahead === 'between'));
  if (!isJoined || !sameUnit(one, two)) return undefined;
  if (by === 'to' && !isFrom && one.unit !== null && changes.test(before)) return undefined;
  if (
    by === 'to' &&
    !isFrom &&
    one.unit === null &&
    two.unit === null &&
    two.numberLast === two.last &&
    changes.test(before) === false &&
    one.value > two.value
  )
    return undefined;
  const leavesScale = one.scale === 1 && two.scale > 1 && Math.abs(one.value) < Math.abs(two.value / two.scale);
  const low = leavesScale ? Number((one.value * two.scale).toPrecision(15)) : one.value;
  return { ...two, first: one.first, value: [low, two.value], unit: two.unit ?? one.unit, last: two.last };
}

/** The first of a range may leave its unit to the second. */
function sameUnit(one: Amount, two: Amount): boolean {
  if (one.unit === two.unit || one.unit === null) return true;
  const [a, b] = [one.unit, two.unit ?? one.unit];
  return two.unit === null ? kindIsMoney(a) : b.startsWith(`${a} per`) || (a.endsWith('dollar') && b.endsWith('dollar'));
}
function kindIsMoney(unit: string): boolean {
  return /(?:dollar|euro|pound sterling|yen|yuan)$/.test(unit);
}

/** "2-1", "6–4": two small whole numbers on one dash, with nothing that they measure. */
function isScore(tokens: readonly Token[], one: Amount, two: Amount): boolean {
  if (one.unit !== null || two.unit !== null || one.scale !== 1 || two.scale !== 1 || typeof two.value !== 'number') return false;
  const next = tokens[two.last + 1];
  const further = tokens[two.last + 2];
  const counts =
    next?.kind === 'word' && (isPlural(next.lower) || (further?.kind === 'word' && isPlural(further.lower) && !verbOf(next.lower)));
  return !counts || !(typeof one.value === 'number' && one.value < two.value);
}
