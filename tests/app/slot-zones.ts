/** Slots around one change of the clocks, or on any other day, against the walk of the clock's face. */
import { expect } from 'vitest';
import { nextSlot, slotAfter } from '../../src/app/next-slot.ts';
import { slotFields } from '../../src/app/slot-fields.ts';
import { walk } from './slot-walk.ts';

const HOUR_MS = 3_600_000;

/** Every slot of a schedule that runs each `stepMinutes` from 26 hours before the moment to 26 hours after it. */
export function compareAround(zone: string, moment: number, stepMinutes: number): number {
  const from = moment - 26 * HOUR_MS;
  const to = moment + 26 * HOUR_MS;
  const { first, left } = walk(zone, from - 4 * HOUR_MS, to + 4 * HOUR_MS);
  const minutes = Array.from({ length: 60 / stepMinutes }, (_, index) => index * stepMinutes);
  const expected = [...first, ...left]
    .filter(([face, at]) => minutes.includes(Number(face.slice(-2))) && at > from && at <= to)
    .sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
    .map(([local, at]) => ({ local, at }));

  const fields = slotFields({ kind: 'cron', expression: `${minutes.join()} * * * *` }, []);
  if ('code' in fields) throw new Error(fields.message);
  const found: { local: string; at: number }[] = [];
  for (let slot = nextSlot(fields, zone, from); slot && slot.at <= to; slot = slotAfter(fields, zone, slot)) found.push(slot);
  expect(found, `${zone} around ${new Date(moment).toISOString()}`).toEqual(expected);
  expect(new Set(found.map(({ local }) => local)).size).toBe(found.length);
  return found.length;
}
