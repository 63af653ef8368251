/** A writing of a unit ("km/h", "percentage points") → the unit, and a unit's name → its kind. */
import { currencyNamed } from './currencies.ts';
import { UNITS, type Unit, type UnitKind } from './units-table.ts';

/** Letters that name something else far more often than a unit where a space stands before them ("12 A", "3 in", "5 PS"). */
const onlyGlued = new Set('A N J K T s h in mi PS HP MP mb ct gal cal Pa PB bp kts pt ps R cd ML GL EB MV cl dl ng au AU'.split(' '));

const byWriting = new Map<string, Unit>();
for (const unit of UNITS) for (const writing of unit.writings) if (!byWriting.has(writing)) byWriting.set(writing, unit);

/** The longest writing in the table, in tokens ("pounds per square inch"). */
export const MAX_UNIT_TOKENS = 5;

/** A unit as it stands after an amount; `glued` when no space stands between ("5kW"). */
export function unitWritten(writing: string, glued: boolean): Unit | undefined {
  if (!glued && onlyGlued.has(writing)) return undefined;
  return byWriting.get(writing) ?? (writing.length < 3 ? undefined : byWriting.get(writing.toLowerCase()));
}

const byName = new Map<string, Unit>(UNITS.map((unit) => [unit.name, unit]));

/** By the name that a Figure's unit bears. */
export function unitNamed(name: string): Unit | undefined {
  return byName.get(name);
}

export type AmountKind = 'money' | UnitKind | 'count';

/** "dollar per month" → money, "percent" → share, "mosque" → count. */
export function kindOf(unit: string | null): AmountKind {
  if (unit === null) return 'count';
  const whole = byName.get(unit);
  if (whole) return whole.kind;
  const rate = unit.indexOf(' per ');
  const base = rate < 0 ? unit : unit.slice(0, rate);
  if (currencyNamed(base)) return 'money';
  return byName.get(base)?.kind ?? 'count';
}
