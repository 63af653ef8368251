/** A value and its unit → the amount as news would write it, for tests that read it back. */
import { currencyNamed } from '../../src/text/currencies.ts';
import { UNITS } from '../../src/text/units-table.ts';

const SCALES = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

/** 2_750 → "2,750", 1.2e9 → "1.2 billion": exact, or written out in full. */
export function numberInWords(value: number): string {
  for (const [scale, word] of SCALES) {
    const scaled = Number((value / scale).toFixed(2));
    if (Math.abs(scaled) >= 1 && Math.abs(scaled) < 1000 && scaled * scale === value) return `${scaled} ${word}`;
  }
  return value.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

const units = new Map(UNITS.map((unit) => [unit.name, unit]));

/** (1.2e9, "US dollar") → "US$1.2 billion", (40, "percent") → "40%", (3, "kilometre") → "3 kilometres". @param value Not 1. */
export function amountInWords(value: number, unit: string): string {
  const number = numberInWords(value);
  const money = units.has(unit) ? undefined : currencyNamed(unit);
  const isBefore = money !== undefined && !/^(?:[a-z]+|¢)$/.test(money.sign);
  if (isBefore) return `${money.sign}${/[A-Za-z]$/.test(money.sign) ? ' ' : ''}${number}`;
  if (unit === 'percent') return `${number}%`;
  return `${number} ${money?.plural ?? units.get(unit)?.plural ?? unit}`;
}
