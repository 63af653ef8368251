/** Tokens behind a number → its unit of money or measurement, its rate ("per month") and how far they reach. */
import { type Currency, currencyAfter } from '#text/currencies.ts';
import { MAX_UNIT_TOKENS, unitNamed, unitWritten } from '#text/units.ts';
import type { Unit } from '#text/units-table.ts';
import type { Amount } from './amounts.ts';
import type { Token } from './figure-tokens.ts';
import type { NumberPhrase } from './number-phrases.ts';
import { singularOf, TIME_NOUNS, verbOf } from './word-forms.ts';

type ReadUnit = Pick<Amount, 'last' | 'unit' | 'hyphened'>;

export function readUnit(tokens: readonly Token[], phrase: NumberPhrase): ReadUnit | undefined {
  const hyphen = tokens[phrase.last + 1];
  const hyphened = hyphen !== undefined && /^[-‑–]$/.test(hyphen.text) && hyphen.glued && tokens[phrase.last + 2]?.glued === true;
  const of = /^(?:vague|fraction)$/.test(phrase.form) && hyphen?.lower === 'of' ? 1 : 0;
  // "a quarter of a percentage point"
  const article = of && phrase.form === 'fraction' && tokens[phrase.last + 2]?.lower === 'a' ? 1 : 0;
  if (of && phrase.form === 'fraction' && !article) return undefined;
  const from = phrase.last + 1 + (hyphened ? 1 : 0) + of + article;
  const age = readAge(tokens, from);
  if (age) return { ...age, hyphened };
  for (let length = Math.min(MAX_UNIT_TOKENS, tokens.length - from); length > 0; length--) {
    const writing = writingOf(tokens, from, length);
    const last = from + length - 1;
    const currency = length <= 4 ? currencyAfter(writing) : undefined;
    const unit = unitWritten(writing, tokens[from]?.glued === true && !hyphened) ?? (length > 2 ? hyphenedUnit(writing) : undefined);
    if (currency && isMoneyHere(tokens, phrase, currency, unit, last)) return { last, unit: currency.name, hyphened };
    if (unit && isUnitHere(tokens, phrase, unit, writing, last, hyphened)) return { last, unit: unit.name, hyphened };
  }
  return letterUnit(tokens, from, hyphened);
}

/** "a 150,000-square-foot centre". */
function hyphenedUnit(writing: string): Unit | undefined {
  return /^\p{L}+-\p{L}/u.test(writing) ? unitWritten(writing.replaceAll('-', ' '), false) : undefined;
}

/** Letters that are units where the sentence speaks of what they measure: "a force of 5 N", "an exposure of 0.5 R per day". */
const byQuantity: ReadonlyMap<string, readonly [unit: string, quantity: RegExp]> = new Map([
  ['N', ['newton', /^(?:forces?|thrust|weight|pull|push)$/]],
  ['J', ['joule', /^(?:energy|work|heat|laser|pulses?)$/]],
  ['K', ['kelvin', /^(?:temperatures?|cooled|heated|cryogenic|boils?|melts?|superconduct\p{L}*)$/u]],
  ['A', ['ampere', /^(?:currents?|fuse|battery|charger|amplifier|circuit|voltage)$/]],
  ['T', ['tesla', /^(?:magnetic|magnets?|field|fields|mri)$/]],
  ['H', ['henry', /^(?:inductance|inductor|coil)$/]],
  ['S', ['siemens', /^(?:conductance)$/]],
  ['R', ['roentgen', /^(?:radiation|exposure|doses?|x-ray|radiologist)$/]],
  ['F', ['farad', /^(?:capacitors?|capacitance|supercapacitors?)$/]],
  ['C', ['coulomb', /^(?:coulombs?|capacitors?)$/]],
  ['Pa', ['pascal', /^(?:pressure)$/]],
  ['h', ['hour', /^(?:hours?|time|took|lasts?|lasted|flight|drive)$/]],
  ['mol', ['mole', /^(?:moles?|solution|reaction|acid|substance|molecules?|gas)$/]],
]);
const MAX_QUANTITY_TOKENS = 20;

function letterUnit(tokens: readonly Token[], from: number, hyphened: boolean): ReadUnit | undefined {
  const letter = tokens[from];
  const known = letter && byQuantity.get(letter.text);
  const next = tokens[from + 1];
  if (!known || (next?.kind === 'word' && /^\p{Lu}/u.test(next.text)) || next?.kind === 'number') return undefined;
  const [unit, quantity] = known;
  for (let i = Math.max(0, from - MAX_QUANTITY_TOKENS); i < from + MAX_QUANTITY_TOKENS && i < tokens.length; i++)
    if (quantity.test(tokens[i]?.lower ?? '')) return { last: from, unit, hyphened };
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
  if (word === 'won' && tokens[last - 1]?.kind === 'number') return value >= 1000;
  // "$1.25 sterling" and "5 pounds": money where it is much, weight where it is little or made of something.
  if (unit?.name === 'pound-mass') return false;
  if (currency.name === 'penny' || currency.name === 'cent') return word.length > 1 || tokens[last]?.glued === true;
  if (/^(?:real|leu|lei|ft|c|dh|sh|le|cop|sar|php)$/.test(word))
    return value >= 100 && (tokens[last]?.text !== word || tokens[last - 1]?.kind === 'word');
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
  // "2016 Stone", "the 12 Miles": names
  if (/^(?:Stone|Miles?|Foot|Day|Yard|Second|Point|Minute|Gram|Bit)$/.test(writing)) return false;
  // a screen, a capacitor
  if (unit.name === 'kelvin' && /^[48]$/.test(tokens[phrase.last]?.text ?? '') && tokens[last]?.glued) return false;
  if (writing === 'F' && letterUnit(tokens, last, hyphened)) return false;
  if (writing === 'C' || writing === 'F') return !hyphened;
  return true;
}

/** "pounds" of money: millions of them, or beside other money. */
function asSterling(tokens: readonly Token[], amount: Amount): Amount {
  if (amount.unit !== 'pound-mass') return amount;
  const value = typeof amount.value === 'number' ? amount.value : amount.value[0];
  return amount.scale >= 1e6 || value >= 20_000 || isPaid(tokens, amount) ? { ...amount, unit: 'pound sterling' } : amount;
}

const paying =
  /^(?:pay|pays|paid|paying|cost|costs|costing|price|priced|prices|worth|spend|spends|spent|spending|fined?|fines|charged?|charges|earn|earns|earned|fees?|salary|wages?|rent|donated|owed?|owes|borrowed|sterling|cheque|refund|bills?)$/;

/** "paid 5 pounds for the book". */
function isPaid(tokens: readonly Token[], { first, last }: Amount): boolean {
  if (/^lbs?$/.test(tokens[last]?.lower ?? '')) return false;
  for (let i = first - 1; i > first - 7 && i >= 0; i--) if (paying.test(tokens[i]?.lower ?? '')) return true;
  return false;
}

const perNouns = new Set(
  'share barrel ounce tonne ton head person unit litre gallon kilo kilogram pound mile kilometre bushel piece vote seat ticket household megawatt-hour game match capita'.split(
    ' ',
  ),
);

/** "$80 a barrel", "8.99 dollars per month", "40 hours a week": the rate joins the unit. */
export function withRate(tokens: readonly Token[], amount: Amount): Amount {
  const rate = amount.hyphened || amount.unit === null ? undefined : readRate(tokens, amount.last + 1);
  if (!rate || amount.unit === 'percent') return asSterling(tokens, amount);
  return asSterling(tokens, { ...amount, last: rate.last, unit: `${amount.unit} per ${rate.noun}` });
}

export function readRate(tokens: readonly Token[], from: number): { readonly last: number; readonly noun: string } | undefined {
  // "a $10-a-month subscription"
  const at = tokens[from]?.text === '-' && tokens[from]?.glued && /^(?:a|an|per)$/.test(tokens[from + 1]?.lower ?? '') ? from + 1 : from;
  const by = tokens[at]?.lower;
  const hyphen = tokens[at + 1]?.text === '-' ? 1 : 0;
  const noun = tokens[at + 1 + hyphen];
  if (noun?.kind !== 'word') return undefined;
  // "$2.86 per thousand cubic feet"
  const scale = by === 'per' && /^(?:hundred|thousand|million)$/.test(noun.lower) ? noun.lower : undefined;
  const measured = scale && (unitWritten(writingOf(tokens, at + 2, 2), false) ?? unitWritten(tokens[at + 2]?.text ?? '', false));
  if (scale && measured)
    return { last: at + 1 + (unitWritten(writingOf(tokens, at + 2, 2), false) ? 2 : 1), noun: `${scale} ${measured.plural}` };
  const pair = by === 'per' ? unitWritten(writingOf(tokens, at + 1, 2), false) : undefined;
  if (pair) return { last: at + 2, noun: pair.name };
  const singular = unitWritten(noun.text, true)?.name ?? singularOf(noun.lower);
  const isKnown = TIME_NOUNS.has(noun.lower) || perNouns.has(noun.lower) || unitNamed(singular)?.kind === 'time';
  // "per COVID-19 patient": the name goes on
  const joint = tokens[at + 2 + hyphen];
  if (by === 'per' && joint?.text === '-' && joint.glued && tokens[at + 3 + hyphen]?.glued) {
    const next = tokens[at + 4 + hyphen];
    const isNoun =
      next?.kind === 'word' &&
      next.text === next.lower &&
      !/^(?:in|for|at|on|of|and|or|to|by|with|from|as|a|an|the|is|was)$/.test(next.lower);
    return { last: at + 3 + hyphen + (isNoun ? 1 : 0), noun: isNoun ? singularOf(next.lower) : singular };
  }
  if (by === 'per' || (by === '/' && (isKnown || noun.glued)))
    return by === '/' && !isKnown ? undefined : { last: at + 1 + hyphen, noun: singular };
  return (by === 'a' || by === 'an' || by === 'every') && isKnown && !verbOf(noun.lower)?.form.startsWith('past')
    ? { last: at + 1 + hyphen, noun: singular }
    : undefined;
}
