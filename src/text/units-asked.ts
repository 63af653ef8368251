/** A unit as a reader types it ("%", "euros", "km", "homes", "money") → the names that figures bear for it. */
import { CURRENCIES, currencyAfter, currencyBefore } from './currencies.ts';
import { unitWritten } from './units.ts';
import { UNITS } from './units-table.ts';

/** Kinds by the words people use for them. */
const kinds: ReadonlyMap<string, () => readonly string[]> = new Map([
  ['money', () => CURRENCIES.map(({ name }) => name)],
  ['currency', () => CURRENCIES.map(({ name }) => name)],
  ...(['length', 'area', 'volume', 'mass', 'speed', 'temperature', 'energy', 'power', 'time', 'share'] as const).map(
    (kind): [string, () => readonly string[]] => [kind, () => UNITS.filter((unit) => unit.kind === kind).map(({ name }) => name)],
  ),
  // an outlet's "dollar" may be the American one, and a reader means both
  ['dollar', () => ['dollar', 'US dollar']],
  ['person', () => ['people']],
]);

/** Every name that fits; what is no unit is taken for a counted noun, in the singular. */
export function unitsAsked(typed: string): readonly string[] {
  const words = typed.trim().replace(/\s+/g, ' ');
  const lower = words.toLowerCase();
  const spellings = [lower, ...singulars(lower)];
  for (const spelling of spellings) {
    const kind = kinds.get(spelling);
    if (kind) return kind();
  }
  const unit = unitWritten(words, true) ?? unitWritten(lower, true);
  if (unit) return [unit.name];
  const currency = currencyBefore(words) ?? currencyBefore(words.toUpperCase()) ?? currencyAfter(words);
  if (currency) return currency.name === 'dollar' ? ['dollar', 'US dollar'] : [currency.name];
  return [...new Set([words, ...spellings])];
}

function singulars(lower: string): readonly string[] {
  if (lower === 'men' || lower.endsWith('women')) return [lower.replace(/en$/, 'an')];
  if (lower === 'children') return ['child'];
  if (lower.endsWith('ies')) return [`${lower.slice(0, -3)}y`];
  if (/(?:ch|sh|x|ss)es$/.test(lower)) return [lower.slice(0, -2)];
  return lower.endsWith('s') && !lower.endsWith('ss') ? [lower.slice(0, -1)] : [];
}
