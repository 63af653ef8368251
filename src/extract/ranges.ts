/** Amounts in the order of the text → the same with ranges joined: "$10 to $15 billion" is one amount, and a match's "2-1" none. */
import type { Amount } from './amounts.ts';
import type { Token } from './figure-tokens.ts';
import { isPlural, verbOf } from './word-forms.ts';

/** "between 140 and 150 million", "$10 to $15 billion", "97%–98%", "from 13.5 to 14 mm": two amounts become one. */
export function joinRanges(tokens: readonly Token[], amounts: readonly Amount[]): Amount[] {
  const joined: Amount[] = [];
  for (let i = 0; i < amounts.length; i++) {
    const one = amounts[i];
    const two = amounts[i + 1];
    if (!one) continue;
    const range = two && rangeOf(tokens, one, two);
    if (range === 'score') {
      if (two && isVote(tokens, one, two)) joined.push({ ...one, unit: 'vote' }, { ...two, unit: 'vote' });
      i += 1;
    } else if (range) {
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
  if (by === 'to' && /^vot(?:ed?|ing)$/.test(before) && one.unit === null && two.unit === null) return 'score';
  const isFrom = /^(?:from|between)$/.test(before) || /^(?:from|between)$/.test(ahead);
  const isJoined = isDash
    ? between.glued === (tokens[two.first]?.glued ?? false)
    : by === 'to' || (by === 'and' && (before === 'between' || ahead === 'between'));
  if (!isJoined || !sameUnit(one, two)) return undefined;
  // "pay €310 million to 4,300 people"
  if (by === 'to' && one.unit !== null && two.unit === null && tokens[two.last + 1]?.kind === 'word' && one.value > two.value)
    return undefined;
  // "58%-33%": a poll's two sides
  if (isDash && one.value > two.value && one.unit !== null) return undefined;
  if (by === 'to' && !isFrom && one.unit !== null && changes.test(before)) return undefined;
  // "rose by $1.5 billion to $561 billion", "rose about $2 to $40": a change and where it led
  const isShares = one.unit === 'percent' && two.unit === 'percent' && one.value < two.value && before === 'by';
  if (by === 'to' && !isShares && (before === 'by' || ahead === 'by' || (changes.test(ahead) && !isFrom))) return undefined;
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
  return {
    ...two,
    first: one.first,
    value: low <= two.value ? [low, two.value] : [two.value, low],
    unit: two.unit ?? one.unit,
    last: two.last,
  };
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

const decided =
  /^(?:pass(?:ed|es)?|approv(?:ed|es?)|confirm(?:ed|s)?|reject(?:ed|s)?|adopt(?:ed|s)?|rul(?:ed|es|ing)|upheld|ratif(?:ied|ies)|defeat(?:ed|s)?|block(?:ed|s)?|decided|decision|overturned|struck|failed|cleared)$/;
const deciding =
  /^(?:senate|house|parliament|congress|council|committee|assembly|legislature|court|justices|judges|panel|board|lawmakers|legislators|senators|delegates|commission|chamber|bill|measure|motion|resolution|amendment|legislation|nomination|ordinance|proposal|budget)$/;
const MAX_BALLOT_TOKENS = 24;

/** "voted 51-49", "the Senate passed the bill 52-48": a ballot’s result, not a match’s. */
function isVote(tokens: readonly Token[], one: Amount, two: Amount): boolean {
  if (/^votes?$/.test(tokens[two.last + 1]?.lower ?? '')) return true;
  for (let i = one.first - 1; i >= 0 && i > one.first - 5; i--) if (/^(?:vot|ballot|referend)/.test(tokens[i]?.lower ?? '')) return true;
  let isDecided = false;
  let hasBody = false;
  for (let i = Math.max(0, one.first - MAX_BALLOT_TOKENS); i < tokens.length && i < two.last + MAX_BALLOT_TOKENS; i++) {
    const low = tokens[i]?.lower ?? '';
    isDecided ||= decided.test(low);
    hasBody ||= deciding.test(low);
    if (isDecided && hasBody) return true;
  }
  return false;
}
