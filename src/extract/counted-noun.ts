/** An amount without a unit → the noun that it counts: "1,100 public housing properties" → property, "one of the best speakers" → speaker. */

import { readRate } from './amount-units.ts';
import type { Amount } from './amounts.ts';
import type { Token } from './figure-tokens.ts';
import type { Tag } from './known-words.ts';
import { isPlural, singularOf, TIME_NOUNS, verbOf } from './word-forms.ts';

export type CountedNoun = {
  /** First token of the noun phrase, last token of its head (or of its rate). */
  readonly first: number;
  readonly last: number;
  /** Singular, except people; with its rate: "test per day". */
  readonly unit: string;
  /** "one of …", "three of …", "thousands of …". */
  readonly partitive: boolean;
};

const MAX_NOUN_TOKENS = 9;

export function countedNoun(tokens: readonly Token[], tags: readonly Tag[], amount: Amount): CountedNoun | undefined {
  const next = tokens[amount.last + 1];
  if (!next) return undefined;
  if (/^[-‑–]$/.test(next.text) && next.glued) return hyphenedNoun(tokens, tags, amount);
  const isOf = next.lower === 'of' || (next.lower === 'more' && tokens[amount.last + 2]?.kind === 'word');
  let first = amount.last + (isOf ? 2 : 1);
  if (next.lower === 'or' && tokens[first + 1] && /^(?:more|so|fewer|less)$/.test(tokens[first]?.lower ?? '')) first += 1;
  const isPart = next.lower === 'of' || amount.form === 'fraction';
  if (isPart) first = skipOpeners(tokens, tags, first);
  const acronym = tokens[first];
  if (
    !isOf &&
    acronym &&
    /^[A-Z]{2,4}s?$/.test(acronym.text) &&
    tags[first + 1] !== 'noun' &&
    tokens[first + 1]?.text !== '-' &&
    amount.form === 'digits'
  )
    return { first, last: first, unit: acronym.text, partitive: false };
  const head = headOf(tokens, tags, first, isPart || !isSingular(amount), next.lower === 'of', amount.form === 'vague');
  if (head === undefined || (isPart && tags[head + 1] === 'num')) return undefined;
  // "thousands of Mrs. Lund's letters"
  if (/^(?:Mrs?|Ms|Dr|Sen|Rep|Gen|Gov|St|Sgt|Lt|Col|Prof)$/.test(tokens[head]?.text ?? '')) return undefined;
  const rate = readRate(tokens, head + 1);
  const noun = unitOf(tokens, head);
  return { first, last: rate?.last ?? head, unit: rate ? `${noun} per ${rate.noun}` : noun, partitive: next.lower === 'of' };
}

function isSingular(amount: Amount): boolean {
  return amount.value === 1 || amount.form === 'fraction';
}

function unitOf(tokens: readonly Token[], head: number): string {
  const lower = tokens[head]?.lower ?? '';
  const written = tokens[head]?.text ?? '';
  // "4 dead and 12 wounded"
  if (/^(?:dead|wounded|injured|missing|homeless)$/.test(lower)) return 'people';
  if (lower === 'general' && isPlural(tokens[head - 1]?.lower ?? '')) return `${singularOf(tokens[head - 1]?.lower ?? '')} general`;
  const singular = singularOf(lower);
  const joint = tokens[head - 1];
  const left = tokens[head - 2];
  if (joint?.text === '-' && joint.glued && tokens[head]?.glued && left?.kind === 'word') return `${left.lower}-${singular}`;
  return written !== lower && written.length > 1 ? singularOf(written) : singular === 'person' ? 'people' : singular;
}

/** "the", "its", "all", "the 100", "Airbnb’s". */
function skipOpeners(tokens: readonly Token[], tags: readonly Tag[], first: number): number {
  let i = first;
  for (let steps = 0; steps < 4; steps++) {
    const isName = /[’']s$/.test(tokens[i]?.text ?? '') && tags[i] === 'noun';
    if (tags[i] === 'det' || tags[i] === 'adv' || tags[i] === 'num' || isName) i += 1;
    else break;
  }
  return i;
}

/** "a 40-member team", "the 1,100-home estate": only digits; "three-storey" describes. */
function hyphenedNoun(tokens: readonly Token[], tags: readonly Tag[], amount: Amount): CountedNoun | undefined {
  const at = amount.last + 2;
  const noun = tokens[at];
  if (!noun?.glued || noun.kind !== 'word' || tags[at] !== 'noun' || noun.text !== noun.lower || amount.form !== 'digits') return undefined;
  if (
    /^(?:strong|old|odd|plus|ish|time|way|fold|on|off|to|by|a|style|type|level|bit|ply|speed|door|cylinder|inch|and|or)$/.test(noun.lower)
  )
    return undefined;
  return { first: at, last: at, unit: noun.lower === 'person' ? 'people' : singularOf(noun.lower), partitive: false };
}

const isVerbal = (tag: Tag | undefined): boolean => tag === 'participle' || tag === 'verb' || tag === 'gerund';

function isJoint(token: Token): boolean {
  return /^[-‑&/]$/.test(token.text) && token.glued;
}

function headOf(
  tokens: readonly Token[],
  tags: readonly Tag[],
  first: number,
  wantsPlural: boolean,
  isOf: boolean,
  isMany: boolean,
): number | undefined {
  let lastNoun: number | undefined;
  for (let i = first; i < tokens.length && i < first + MAX_NOUN_TOKENS; i++) {
    const token = tokens[i];
    const tag = tags[i];
    if (!token || (token.kind === 'mark' && !isJoint(token))) break;
    if (token.kind === 'mark') continue;
    if (token.kind === 'number' && tokens[i - 1]?.kind !== 'mark') break;
    // "Kia and Hyundai vehicles"
    if (
      token.lower === 'and' &&
      wantsPlural &&
      lastNoun !== undefined &&
      (isPlural(tokens[i + 1]?.lower ?? '') || isPlural(tokens[i + 2]?.lower ?? '')) &&
      tags[i + 1] === 'noun'
    )
      continue;
    const isOpener = tag === 'adv' && (i === first || tags[i - 1] === 'adv' || tokens[i + 1]?.kind === 'word') && lastNoun === undefined;
    if (isOpener) continue;
    const isInside = tokens[i - 1]?.kind === 'mark' && tokens[i - 1]?.glued;
    const isNounish =
      tag === 'noun' ||
      isInside ||
      (isVerbal(tag) && (tags[i + 1] === 'noun' || (wantsPlural && isPlural(token.lower)))) ||
      (tag === 'verb' && wantsPlural && isPlural(token.lower));
    if (!isNounish) break;
    if (token.lower.endsWith("'s") || token.lower.endsWith('’s')) {
      if (wantsPlural && !isOf && lastNoun !== undefined) break;
      continue;
    }
    // "a third of the population lives"
    // against "dozens of tax breaks that"
    if (isOf && lastNoun !== undefined && !(isMany && tag === 'noun') && verbOf(token.lower)?.form === 'third' && lastNoun === i - 1) break;
    // "20 of Sanders’ colleagues"
    if (isPluralOwner(tokens, i)) {
      i += 1;
      continue;
    }
    if (wantsPlural && isPlural(token.lower)) return pluralHead(tokens, tags, i);
    // "one proposal asks": a verb that the tagger could not know
    if (!wantsPlural && lastNoun !== undefined && isPlural(token.lower) && tokens[i + 1]) break;
    if (!wantsPlural && lastNoun !== undefined && TIME_NOUNS.has(token.lower) && /^(?:last|next|this)$/.test(tokens[i - 1]?.lower ?? ''))
      break;
    lastNoun = i;
  }
  if (!wantsPlural) return lastNoun;
  return isOf && lastNoun !== undefined ? lastNoun : undefined;
}

function isPluralOwner(tokens: readonly Token[], i: number): boolean {
  const mark = tokens[i + 1];
  const next = tokens[i + 2];
  return (
    mark?.glued === true && /^[’']$/.test(mark.text) && next?.kind === 'word' && !next.glued && tokens[i]?.lower.endsWith('s') === true
  );
}

/** "sales managers": two plurals in a row are one phrase. */
function pluralHead(tokens: readonly Token[], tags: readonly Tag[], i: number): number {
  const next = tokens[i + 1];
  const isLonger =
    next &&
    next.kind === 'word' &&
    tags[i + 1] === 'noun' &&
    isPlural(next.lower) &&
    next.text === next.lower &&
    verbOf(next.lower)?.form !== 'third' &&
    tokens[i]?.lower !== 'people';
  // "19 attorneys general"
  return isLonger || next?.lower === 'general' ? i + 1 : i;
}
