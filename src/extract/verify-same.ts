/** Two pieces → whether they say the same: figures by value and unit whatever their dress, words by their stem. */
import { currencyNamed } from '#text/currencies.ts';
import { kindOf } from '#text/units.ts';
import type { Value } from './number-phrases.ts';
import { DAY_OF_MONTH, type Measure, ORDINAL, type Piece, singular } from './verify-pieces.ts';

export function isSame(a: Piece, b: Piece): boolean {
  if (a.measure && b.measure) return isSameMeasure(a.measure, b.measure);
  if (a.measure || b.measure) return false;
  if (a.kind === b.kind) return a.key === b.key;
  // "President" and "president": a title, a headline or a beginning gave the capital
  return a.kind === 'name' ? singular(a.key) === b.written : b.kind === 'name' && a.written === singular(b.key);
}

function isSameMeasure(claim: Measure, source: Measure): boolean {
  const agree = agreeingUnits(claim.unit, source.unit) || isMaybe(claim, source) || isMaybe(source, claim);
  if (agree && (isClose(claim.value, source.value) || isRounding(claim, source))) return true;
  return asShare(claim) !== undefined && isClose(asShare(claim) ?? 0, asShare(source) ?? Number.NaN);
}

const isMaybe = ({ mayBe }: Measure, { unit }: Measure): boolean => mayBe !== undefined && mayBe === unit;

/** "half" is 50 percent. */
function asShare({ value, unit }: Measure): number | undefined {
  if (typeof value !== 'number') return undefined;
  if (unit === 'percent') return value;
  return unit === null && value > 0 && value < 1 ? value * 100 : undefined;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

function isClose(a: Value, b: Value): boolean {
  if (typeof a === 'number') return typeof b === 'number' && near(a, b);
  return typeof b !== 'number' && near(a[0], b[0]) && near(a[1], b[1]);
}

/** "about 1.5 million" for 1,487,000: a claim that says it rounds may round to its own last place, by at most a twentieth. */
function isRounding({ value, modifier }: Measure, source: Measure): boolean {
  if (modifier !== '~' || typeof value !== 'number' || typeof source.value !== 'number' || value < 10) return false;
  return Math.abs(value - source.value) <= Math.min(placeOf(value) / 2, Math.abs(source.value) / 20);
}

/** The last place that is written: 1,500,000 → 100,000. */
function placeOf(value: number): number {
  let place = 1;
  while (Number.isInteger(value / (place * 10))) place *= 10;
  return place;
}

/** A bare number loses its unit and says nothing false; a unit that the text lacks is an invention. "$" may be any dollar. */
function agreeingUnits(claim: string | null, source: string | null): boolean {
  if (claim === source) return true;
  if (isPlace(source) || isPlace(claim)) return false;
  if (claim === null) return kindOf(source) !== 'share';
  if (isPoints(claim) && isPoints(source)) return true;
  if (source === null) return false;
  return isDollar(claim) && isDollar(source) && (claim === 'dollar' || source === 'dollar');
}

/** In an order or a month: no count. */
const isPlace = (unit: string | null): boolean => unit === ORDINAL || unit === DAY_OF_MONTH;

const isPoints = (unit: string | null): boolean => unit === null || /point$/.test(unit);
const isDollar = (unit: string): boolean => unit === 'dollar' || (unit.endsWith(' dollar') && currencyNamed(unit) !== undefined);

/** More than against less than, up against down; and a hedge that only one of the two has. */
export function contradicts(claim: Measure, source: Measure): boolean {
  if (claim.modifier === source.modifier || claim.modifier === '~') return false;
  const isMove = (modifier: string): boolean => modifier === 'up' || modifier === 'down';
  // "a rise of 5 percent" and "rose 5 percent": the noun may carry the direction
  if (isMove(claim.modifier) !== isMove(source.modifier)) return false;
  return true;
}
