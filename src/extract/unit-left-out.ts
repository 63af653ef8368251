/** An amount that names neither a unit nor a noun → the unit that another amount, or the verb, lends it: "killed at least 80", "up from 2.4 million". */
import { kindOf } from '#text/units.ts';
import type { Amount } from './amounts.ts';
import type { CountedNoun } from './counted-noun.ts';
import type { Token } from './figure-tokens.ts';
import { isTime, type Tagged } from './phrases.ts';

export type Read = { readonly amount: Amount; readonly noun: CountedNoun | undefined };

export function unitLeftOut(sentence: Tagged, read: readonly Read[], index: number): string | undefined {
  const here = read[index]?.amount;
  if (!here || here.unit !== null) return undefined;
  return inheritedUnit(sentence, read, index) ?? comparedUnit(sentence, read, index) ?? sufferedUnit(sentence, here);
}

/** "3.9 million headsets, up from 2.4 million", "6 million homes, including 1.5 million in the capital". */
function comparedUnit({ tokens, tags }: Tagged, read: readonly Read[], index: number): string | undefined {
  const here = read[index]?.amount;
  if (!here) return undefined;
  const next = tokens[here.last + 1]?.lower;
  const isAged = tokens[here.first - 1]?.lower === 'than' && /^(?:younger|older)$/.test(tokens[here.first - 2]?.lower ?? '');
  if (isAged) return 'year of age';
  if (next === 'who') return 'people';
  const before = lender(read, index, 1);
  // "150 migrants, 50 of whom were children"
  if (next === 'of' && here.form !== 'fraction' && /^(?:whom|which|them|these|those)$/.test(tokens[here.last + 2]?.lower ?? ''))
    return lentBy(before);
  if (tokens[here.first - 1]?.lower === 'of' && tokens[here.first - 2]?.lower === 'age') return 'year of age';
  if (next === 'more' && tags[here.last + 2] !== 'noun') return before?.noun?.unit;
  if (isCrowd(tokens, here.first)) return 'people';
  if (isLevel(tokens, read, index)) return 'point';
  if (!before || here.first - before.amount.last > 16) return undefined;
  // "compared with Okabe’s 538"
  const owned = /[’']s$/.test(tokens[here.first - 1]?.text ?? '') ? 1 : 0;
  const lead = tokens[here.first - 1 - owned]?.lower ?? '';
  const behind = tags[here.last + 1];
  if (
    !/^(?:from|including|than|against|versus|with|to)$/.test(lead) ||
    (behind === 'noun' && !isTime({ text: '', tokens, tags }, here.last + 1))
  )
    return undefined;
  if (lead === 'to' && (before.noun === undefined || before.noun.last !== here.first - 2)) return undefined;
  if (lead === 'with' && tokens[here.first - 2 - owned]?.lower !== 'compared') return undefined;
  return lentBy(before);
}

const lentBy = (read: Read | undefined): string | undefined => read?.noun?.unit ?? read?.amount.unit ?? undefined;

/** The amount before; a time between ("45,000 cases in 24 hours, up from 38,000") lends nothing. */
function lender(read: readonly Read[], index: number, back: number): Read | undefined {
  const before = read[index - back];
  if (before === undefined || back > 2) return undefined;
  const isSpan = /^(?:time|age)$/.test(kindOf(lentBy(before) ?? null));
  return isSpan ? (lender(read, index, back + 1) ?? before) : before;
}

const suffering =
  /^(?:killed|killing|kills|injured|injuring|injures|wounded|wounding|wounds|hospitali[sz]ed|evacuated|displaced|arrested)$/;
const suffered =
  /^(?:dead|killed|injured|wounded|missing|hurt|homeless|hospitali[sz]ed|stranded|unaccounted|arrested|detained|displaced|infected|perished|died|rescued|saved|freed|evacuated|jailed|charged|treated)$/;

/** "thousands fled", "hundreds gathered". */
const acting =
  /^(?:voted|gathered|marched|fled|protested|attended|rallied|poured|packed|lined|queued|demonstrated|joined|died|turned|took|flocked|streamed|crowded|camped|escaped|mourned|cheered|chanted|celebrated)$/;

/** "killed at least 80", "leaving 34 dead", "another 12 were injured", "dozens were wounded": people. */
function sufferedUnit({ tokens, tags }: Tagged, { first, last, form }: Amount): string | undefined {
  let after = last + 1;
  if (tokens[after]?.lower === 'more' || tokens[after]?.lower === 'others') after += 1;
  if (form === 'vague' && acting.test(tokens[after]?.lower ?? '')) return 'people';
  const at = /^(?:was|were|are|is|had|have|been|remain|remained|still)$/.test(tokens[after]?.lower ?? '') ? after + 1 : after;
  const behind = tokens[at]?.lower === 'been' || tokens[at]?.lower === 'still' ? at + 1 : at;
  if (suffered.test(tokens[behind]?.lower ?? '') && tags[behind + 1] !== 'noun') return 'people';
  const isAlone = tokens[after] === undefined || tokens[after]?.kind === 'mark' || /^(?:prep|conj|adv)$/.test(tags[after] ?? '');
  if (!isAlone || tokens[after]?.lower === 'of') return undefined;
  let before = first - 1;
  for (
    let steps = 0;
    steps < 4 &&
    /^(?:at|least|most|more|than|about|around|some|nearly|over|up|to|as|many|another|a|further|and|almost|no|fewer)$/.test(
      tokens[before]?.lower ?? '',
    );
    steps++
  )
    before -= 1;
  return suffering.test(tokens[before]?.lower ?? '') ? 'people' : undefined;
}

/** "a crowd of 11,482", "an attendance of 900". */
function isCrowd(tokens: readonly Token[], first: number): boolean {
  for (let i = first - 1; i > first - 5 && i > 0; i--) {
    if (tokens[i]?.lower === 'of')
      return /^(?:crowd|crowds|attendance|audience|population|gathering|toll|membership|workforce|congregation)$/.test(
        tokens[i - 1]?.lower ?? '',
      );
  }
  return false;
}

/** "rose 64 points to 4,577.10", "at 16,369.03, up 58 points": an index stands at points. */
function isLevel(tokens: readonly Token[], read: readonly Read[], index: number): boolean {
  const here = read[index]?.amount;
  if (!here) return false;
  const isPoint = (other: Read | undefined): boolean => other?.amount.unit === 'point' && other.amount.hyphened === false;
  const lead = tokens[here.first - 1]?.lower;
  if ((lead === 'to' || lead === 'at') && (isPoint(read[index - 1]) || isPoint(read[index - 2]))) return true;
  const next = read[index + 1];
  return (
    isPoint(next) && /^(?:up|down)$/.test(tokens[(next?.amount.first ?? 0) - 1]?.lower ?? '') && (next?.amount.first ?? 0) - here.last < 5
  );
}

/** "280 million of the 1.5 billion shekels", "17 and 23 people", "15 or 20 percent": the unit stands with the next amount. */
function inheritedUnit({ tokens }: Tagged, read: readonly Read[], index: number): string | undefined {
  const here = read[index];
  const next = read[index + 1];
  if (!here || !next || here.amount.unit !== null) return undefined;
  const gap = tokens
    .slice(here.amount.last + 1, next.amount.first)
    .map((token) => token.lower)
    .join(' ');
  return /^(?:-? ?(?:and|or|to)|,|(?:out )?of(?: (?:the|its|his|her|their|a))?(?: \S+){0,3}|, and|and then|&|, or)$/.test(gap)
    ? (next.noun?.unit ?? next.amount.unit ?? undefined)
    : undefined;
}
