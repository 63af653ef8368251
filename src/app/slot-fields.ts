/** When a schedule runs (days and a time, or a cron expression) → the minutes, hours and days that its slots have, or what is wrong with it. */
import { validateDetailed } from 'node-cron';
import type { Problem } from '#model/failure.ts';
import type { Weekday, When } from '#model/schedule.ts';
import { phrases } from '#phrases/slots.ts';

export type SlotFields = {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  /** Numbers, or node-cron's words: L, L-3, 15W, LW. A day must fit both day fields. */
  readonly daysOfMonth: readonly (number | string)[];
  readonly months: readonly number[];
  /** Numbers, or 5#2, 5L. */
  readonly weekdays: readonly (number | string)[];
  /** Local dates without a slot: "sat", "2026-12-24", "12-24". */
  readonly quiet: readonly string[];
};

export const WEEKDAY_NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const NAMED_DAYS: Readonly<Record<string, readonly Weekday[]>> = {
  daily: [1, 2, 3, 4, 5, 6, 0],
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 0],
};

/** "weekdays", "mon,wed,fri", "Monday and Friday". Undefined where a word is no day. */
export function parseDays(text: string): readonly Weekday[] | undefined {
  const days = new Set<Weekday>();
  for (const word of listed(text)) {
    const named = NAMED_DAYS[word] ?? NAMED_DAYS[`${word}s`] ?? dayNamed(word);
    if (!named) return undefined;
    for (const day of named) days.add(day);
  }
  return days.size > 0 ? [...days].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7)) : undefined;
}

function dayNamed(word: string): readonly Weekday[] | undefined {
  const full = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
  const index = full.findIndex((name) => word.length >= 3 && (name.startsWith(word) || word === `${name}s`));
  return index === -1 ? undefined : [index as Weekday];
}

/** "8", "8:05", "08:05", "8.30pm" → HH:MM. */
export function parseTime(text: string): string | undefined {
  const [, hour, minute = '00', half] = /^(\d{1,2})(?:[:.](\d\d))? ?(am|pm)?$/i.exec(text.trim()) ?? [];
  if (hour === undefined || Number(minute) > 59) return undefined;
  if (!half) return Number(hour) > 23 ? undefined : `${hour.padStart(2, '0')}:${minute}`;
  if (Number(hour) < 1 || Number(hour) > 12) return undefined;
  return `${String((Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)).padStart(2, '0')}:${minute}`;
}

/** "sat,sun", "2026-12-24", "12-24 12-25". Undefined where a word is neither a day nor a date. */
export function parseQuiet(text: string): readonly string[] | undefined {
  const quiet: string[] = [];
  for (const word of listed(text)) {
    const days = NAMED_DAYS[word] ?? dayNamed(word);
    if (days) quiet.push(...days.map((day) => WEEKDAY_NAMES[day]));
    else if (isDate(word)) quiet.push(word);
    else return undefined;
  }
  return [...new Set(quiet)];
}

function isDate(word: string): boolean {
  const full = /^\d\d-\d\d$/.test(word) ? `2024-${word}` : word;
  return /^\d{4}-\d\d-\d\d$/.test(full) && !Number.isNaN(Date.parse(full)) && new Date(full).toISOString().startsWith(full);
}

const listed = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((word) => word !== '' && word !== 'and');

export function slotFields(when: When, quiet: readonly string[]): SlotFields | Problem {
  if (when.kind === 'days') {
    const [hour = 0, minute = 0] = when.at.split(':').map(Number);
    return { minutes: [minute], hours: [hour], daysOfMonth: EVERY_DAY, months: EVERY_MONTH, weekdays: when.days, quiet };
  }
  const { valid, errors, fields } = validateDetailed(when.expression);
  if (!valid || !fields) {
    const seen = errors.map(({ message }) => message).join('; ');
    return { code: 'cron', message: phrases.noCron(when.expression, seen), hint: phrases.cronForm };
  }
  if (fields.second.length !== 1 || fields.second[0] !== 0) return { code: 'cron', message: phrases.noSeconds, hint: phrases.cronForm };
  const { minute, hour, dayOfMonth: daysOfMonth, month: months, dayOfWeek: weekdays } = fields;
  return { minutes: inOrder(minute), hours: inOrder(hour), daysOfMonth, months, weekdays, quiet };
}

const inOrder = (numbers: readonly number[]): readonly number[] => [...new Set(numbers)].sort((a, b) => a - b);

const EVERY_DAY = Array.from({ length: 31 }, (_, day) => day + 1);
const EVERY_MONTH = Array.from({ length: 12 }, (_, month) => month + 1);
