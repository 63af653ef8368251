/**
 * Fields, a zone and a moment → the next slot. A slot is a local date and time: one that the clocks leave out in spring comes at the first
 * minute after the gap, one that they show twice in autumn comes the first time only.
 * The order of local times is then the order of instants, so that walking the local calendar loses and repeats nothing.
 */
import type { Instant } from '#model/article.ts';
import type { Slot } from '#model/schedule.ts';
import { type SlotFields, WEEKDAY_NAMES } from './slot-fields.ts';
import { instantOf, readWall, type Wall, wallOf, writeWall } from './zone-time.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** 29 February on one weekday comes every 28 years, and 40 years apart around a year without a leap day such as 2100. */
const MAX_DAYS = 41 * 366;

/** The first slot later than `after`; undefined where the fields fit no day ever. */
export function nextSlot(fields: SlotFields, zone: string, after: Instant): Slot | undefined {
  for (const wall of wallsFrom(fields, wallOf(after, zone))) {
    const at = instantOf(wall, zone);
    if (at > after) return { local: writeWall(wall), at };
  }
  return undefined;
}

/** The slot after this one on the local calendar; several slots in one gap come at the same minute. */
export function slotAfter(fields: SlotFields, zone: string, slot: Slot): Slot | undefined {
  for (const wall of wallsFrom(fields, readWall(slot.local) + MINUTE_MS)) return { local: writeWall(wall), at: instantOf(wall, zone) };
  return undefined;
}

/** The same slot under the rules that the zone has now. */
export const retimed = (slot: Slot, zone: string): Slot => ({ ...slot, at: instantOf(readWall(slot.local), zone) });

function* wallsFrom(fields: SlotFields, from: Wall): Generator<Wall> {
  const first = Math.floor(from / DAY_MS) * DAY_MS;
  for (let days = 0; days < MAX_DAYS; days++) {
    const day = first + days * DAY_MS;
    if (!hasSlots(fields, new Date(day))) continue;
    for (const hour of fields.hours) {
      for (const minute of fields.minutes) {
        const wall = day + (hour * 60 + minute) * MINUTE_MS;
        if (wall >= from) yield wall;
      }
    }
  }
}

function hasSlots(fields: SlotFields, date: Date): boolean {
  const written = date.toISOString().slice(0, 10);
  const isQuiet = fields.quiet.some((day) => written.endsWith(day) || day === WEEKDAY_NAMES[date.getUTCDay()]);
  return (
    !isQuiet &&
    fields.months.includes(date.getUTCMonth() + 1) &&
    fields.weekdays.some((field) => isWeekday(field, date)) &&
    fields.daysOfMonth.some((field) => isDayOfMonth(field, date))
  );
}

function isWeekday(field: number | string, date: Date): boolean {
  if (typeof field === 'number') return field === date.getUTCDay();
  const [, digit, which = ''] = /^([0-7])(L|#[1-5])$/i.exec(field) ?? [];
  if (digit === undefined || Number(digit) % 7 !== date.getUTCDay()) return false;
  const day = date.getUTCDate();
  return which.startsWith('#') ? Math.ceil(day / 7) === Number(which.slice(1)) : day + 7 > lengthOfMonth(date);
}

function isDayOfMonth(field: number | string, date: Date): boolean {
  if (typeof field === 'number') return field === date.getUTCDate();
  const last = lengthOfMonth(date);
  const [, before = '0'] = /^L(?:-(\d{1,2}))?$/.exec(field) ?? [];
  if (/^L(?:-\d{1,2})?$/.test(field)) return date.getUTCDate() === last - Number(before);
  const [, day] = /^(\d{1,2}|L)W$/.exec(field) ?? [];
  return day !== undefined && date.getUTCDate() === workingDayNear(day === 'L' ? last : Number(day), date);
}

/** The day itself, or the Friday before or Monday after it, in the same month. */
function workingDayNear(day: number, date: Date): number {
  const last = lengthOfMonth(date);
  if (day < 1 || day > last) return -1;
  const weekday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), day)).getUTCDay();
  if (weekday === 6) return day === 1 ? 3 : day - 1;
  if (weekday === 0) return day === last ? day - 2 : day + 1;
  return day;
}

const lengthOfMonth = (date: Date): number => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
