/** "7d", "12h", "yesterday", "monday" or an ISO date → the instant it means, in a channel's zone. */
import type { Instant } from '#model/article.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** A week begins on Monday. */
const SPANS: Readonly<Record<string, (today: string) => string>> = {
  'this week': (today) => addDays(today, -((new Date(today).getUTCDay() + 6) % 7)),
  'last week': (today) => addDays(today, -7),
  'past week': (today) => addDays(today, -7),
  'this month': (today) => `${today.slice(0, 8)}01`,
  'last month': (today) => addDays(today, -30),
  'past month': (today) => addDays(today, -30),
};

/** Undefined where the words mean no time. A weekday is the latest one before today's end, today included. */
export function parseSince(words: string, now: Instant, zone: string): Instant | undefined {
  const whole = words.trim().toLowerCase().replace(/^the /, '');
  const text = whole.replace(/^last /, '');
  const age = /^(\d{1,4}) ?(h|hours?|d|days?|w|weeks?)$/.exec(text);
  if (age) return now - Number(age[1]) * { h: HOUR_MS, d: DAY_MS, w: 7 * DAY_MS }[age[2]?.[0] as 'h' | 'd' | 'w'];
  const today = localDate(now, zone);
  if (text === 'today') return startOfDay(today, zone);
  if (text === 'yesterday') return startOfDay(addDays(today, -1), zone);
  const span = SPANS[whole];
  if (span !== undefined) return startOfDay(span(today), zone);
  const weekday = WEEKDAYS.findIndex((day) => day === text || day.slice(0, 3) === text);
  if (weekday >= 0) return startOfDay(addDays(today, -((new Date(today).getUTCDay() - weekday + 7) % 7)), zone);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return isDate(text) ? startOfDay(text, zone) : undefined;
  if (/^\d{4}-\d\d-\d\dt/.test(text)) {
    const at = Date.parse(words.trim());
    return Number.isNaN(at) ? undefined : at;
  }
  return undefined;
}

const isDate = (date: string) => !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date);
const addDays = (date: string, days: number) => new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** The calendar date of an instant in a zone: "2026-11-23". */
export function localDate(at: Instant, zone: string): string {
  return new Date(at + offsetMs(at, zone)).toISOString().slice(0, 10);
}

/** The first instant of a local date; where midnight falls into a clock change, the first one after it. */
export function startOfDay(date: string, zone: string): Instant {
  const guess = Date.parse(`${date}T00:00:00Z`);
  const first = guess - offsetMs(guess, zone);
  const second = guess - offsetMs(first, zone);
  return localDate(second, zone) === date ? second : Math.max(first, second);
}

function offsetMs(at: Instant, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((entry) => entry.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(at / 1000) * 1000;
}
