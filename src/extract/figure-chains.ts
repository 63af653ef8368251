/** Amounts of one sentence → how one leans on another: a list, a choice of two, a direction said once, the two sides of a ballot. */
import type { Modifier } from '#model/extraction.ts';
import type { Amount } from './amounts.ts';
import type { Token } from './figure-tokens.ts';
import type { Tagged } from './phrases.ts';
import type { Read } from './unit-left-out.ts';
import { ballotWording } from './wording-ballot.ts';

/** "25k or 40k cheaper", "HK$3.7 billion (US$473 million)": an amount that only joins another is about the same. */
export function chainStart({ tokens }: Tagged, read: readonly Read[], index: number): number {
  let start = read[index]?.amount.first ?? 0;
  for (let i = index; i > 0 && i > index - 6; i--) {
    const here = read[i]?.amount;
    const before = read[i - 1];
    if (!here || !before) break;
    const gap = tokens.slice((before.noun?.last ?? before.amount.last) + 1, here.first);
    const isJoin = gap.length <= 3 && gap.some((token) => /^(?:and|or|,|\()$/.test(token.lower));
    // "was 39%, 52% of rural voters said": a clause of its own
    if (gap.length === 1 && gap[0]?.text === ',' && !goesOnWithAnd(tokens, read, i)) break;
    if (!isJoin || !gap.every((token) => /^(?:and|or|,|\(|about|nearly)$/.test(token.lower))) break;
    start = before.amount.first;
  }
  return start;
}

/** A list's amounts end with "and" or "or" another. */
function goesOnWithAnd(tokens: readonly Token[], read: readonly Read[], index: number): boolean {
  for (let i = index; i + 1 < read.length && i < index + 6; i++) {
    const [here, next] = [read[i], read[i + 1]];
    if (!here || !next) return false;
    const gap = tokens.slice((here.noun?.last ?? here.amount.last) + 1, next.amount.first);
    if (gap.length > 3) return false;
    if (gap.some(({ lower }) => lower === 'and' || lower === 'or')) return true;
  }
  return false;
}

/** "Ross was down 2.3%, Burlington by 2.6%": the verb is said once. */
export function sameDirection(
  { tokens, tags }: Tagged,
  before: { readonly end: number; readonly modifier: Modifier } | undefined,
  first: number,
): Modifier {
  if (!before || first - before.end > 10 || !/^(?:by|or)$/.test(tokens[first - 1]?.lower ?? '') || !/^(?:up|down)$/.test(before.modifier))
    return '=';
  for (let i = before.end + 1; i < first; i++) if (tags[i] === 'verb' || tags[i] === 'aux') return '=';
  return before.modifier;
}

/** "$17 million (or $12 million": one or the other. */
export const isAlternative = (tokens: readonly Token[], before: Read | undefined, { first, unit }: Amount): boolean =>
  unit !== null &&
  before !== undefined &&
  (before.amount.unit === unit || before.amount.unit === null) &&
  tokens[first - 1]?.lower === 'or' &&
  first - before.amount.last <= 3 &&
  tokens[first - 2]?.text !== ',';

/** The first number of "52-48"; what it says without the second is said of no side. */
export function opensBallot(read: readonly Read[], index: number): boolean {
  const [here, next] = [read[index]?.amount, read[index + 1]?.amount];
  return here?.unit === 'vote' && next?.unit === 'vote' && next.first - here.last === 2;
}

/** "52-48": what the winning side’s line says of the ballot. */
export function ballotOf(sentence: Tagged, read: readonly Read[], index: number): string | undefined {
  const [here, next] = [read[index]?.amount, read[index + 1]?.amount];
  if (here === undefined || next === undefined || !opensBallot(read, index)) return undefined;
  const isWon = typeof here.value === 'number' && typeof next.value === 'number' && here.value > next.value;
  return isWon ? ballotWording(sentence, { first: here.first, other: next.first }) : undefined;
}
