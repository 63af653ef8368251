/** A sentence and its amounts → the brackets that say an amount again in another money or measure, "(£175m; $328m)", and the sentence without them. */
import { kindOf } from '#text/units.ts';
import type { Amount } from './amounts.ts';
import type { Stretch, Tagged } from './phrases.ts';

const MAX_BRACKET_TOKENS = 24;

/** Each bracket that holds nothing but conversions of the amount before it. */
export function conversionBrackets({ tokens }: Tagged, amounts: readonly Amount[]): readonly Stretch[] {
  const brackets: Stretch[] = [];
  amounts.forEach((amount, index) => {
    const first = amount.last + 1;
    if (amount.unit === null || tokens[first]?.text !== '(') return;
    let at = first + 1;
    for (let next = index + 1; tokens[at]?.text !== ')'; ) {
      const inside = amounts[next];
      if (at - first > MAX_BRACKET_TOKENS || at >= tokens.length) return;
      if (inside?.first === at) {
        if (kindOf(inside.unit) !== kindOf(amount.unit) || inside.unit === amount.unit) return;
        at = inside.last + 1;
        next += 1;
      } else if (/^(?:[;,/]|or|and|about|around|nearly|some|roughly|approximately|at|the|time)$/.test(tokens[at]?.lower ?? '')) at += 1;
      else return;
    }
    if (at > first + 1) brackets.push({ first, last: at });
  });
  return brackets;
}

export const isInside = (brackets: readonly Stretch[], at: number): boolean =>
  brackets.some(({ first, last }) => first <= at && at <= last);

/** The sentence as it reads without the brackets, and the place of each of its tokens there. */
export function withoutBrackets(
  sentence: Tagged,
  brackets: readonly Stretch[],
): { readonly read: Tagged; readonly placeOf: (token: number) => number } {
  if (brackets.length === 0) return { read: sentence, placeOf: (token) => token };
  const places = new Map<number, number>();
  const kept = sentence.tokens.flatMap((_token, at) => {
    if (isInside(brackets, at)) return [];
    places.set(at, places.size);
    return [at];
  });
  const hidden = brackets.flatMap(({ first, last }) => {
    const [open, close] = [sentence.tokens[first], sentence.tokens[last]];
    return open && close ? [{ start: open.start, end: close.end }] : [];
  });
  return {
    read: {
      text: sentence.text,
      tokens: kept.flatMap((at) => sentence.tokens[at] ?? []),
      tags: kept.flatMap((at) => sentence.tags[at] ?? []),
      hidden,
    },
    placeOf: (token) => places.get(token) ?? token,
  };
}
