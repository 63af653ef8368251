/** When a schedule runs → the same in words, so that whoever wrote "0 8 * * 1-5" reads what it was taken for. */
import type { Weekday, When } from '#model/schedule.ts';
import { type SlotFields, slotFields } from './slot-fields.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const MAX_TIMES = 6;

/** "on weekdays at 08:00", "on Monday and Thursday at 07:30", "every 15 minutes from 09:00 to 17:45 on weekdays". */
export function slotWords(when: When, quiet: readonly string[] = []): string {
  const fields = slotFields(when, quiet);
  if ('code' in fields) return when.kind === 'cron' ? when.expression : when.at;
  const days = dayWords(fields);
  const times = timeWords(fields);
  const rest = quiet.length > 0 ? `, except ${andList(quiet.map(quietWord))}` : '';
  return (times.startsWith('every') || times.startsWith('at minute') ? `${times} ${days}` : `${days} ${times}`).trim() + rest;
}

function timeWords({ minutes, hours }: SlotFields): string {
  const count = minutes.length * hours.length;
  if (count <= MAX_TIMES) return `at ${andList(hours.flatMap((hour) => minutes.map((minute) => clock(hour, minute))))}`;
  const step = stepOf(minutes, 60);
  const span =
    hours.length === 24 ? '' : isRun(hours) ? ` from ${clock(hours[0], minutes[0])} to ${clock(hours.at(-1), minutes.at(-1))}` : '';
  const among = span || hours.length === 24 ? span : ` in the hours ${andList(hours.map((hour) => clock(hour, 0)))}`;
  if (minutes.length === 1)
    return hours.length === 24 || span ? `every hour at minute ${minutes[0]}${among}` : `at minute ${minutes[0]}${among}`;
  if (step === 1) return `every minute${among}`;
  return step ? `every ${step} minutes${among}` : `at minutes ${andList(minutes.map(String))}${among}`;
}

function dayWords({ weekdays, daysOfMonth, months }: SlotFields): string {
  const dates = daysOfMonth.length === 31 ? '' : `on the ${andList(daysOfMonth.map(dateWord), 'or')}`;
  const named = weekdays.length === 7 ? '' : weekdayWords(weekdays);
  const inMonths = months.length === 12 ? '' : `in ${andList(months.map((month) => MONTHS[month - 1] ?? ''))}`;
  const both = dates && named ? `${dates} where that is ${named.replace(/^on /, '')}` : dates || named || 'daily';
  return [both, inMonths].filter(Boolean).join(' ');
}

function weekdayWords(weekdays: readonly (number | string)[]): string {
  const key = weekdays.toSorted().join();
  if (key === '1,2,3,4,5') return 'on weekdays';
  if (key === '0,6') return 'on weekends';
  return `on ${andList(weekdays.map(weekdayWord))}`;
}

function weekdayWord(field: number | string): string {
  if (typeof field === 'number') return DAYS[field as Weekday];
  const day = DAYS[(Number(field.charAt(0)) % 7) as Weekday];
  return field.includes('#') ? `the ${ordinal(Number(field.slice(2)))} ${day}` : `the last ${day}`;
}

function dateWord(field: number | string): string {
  if (typeof field === 'number') return ordinal(field);
  if (field === 'L') return 'last day of the month';
  if (field === 'LW') return 'last working day of the month';
  if (field.startsWith('L-')) return `${ordinal(Number(field.slice(2)) + 1)} day from the end of the month`;
  return `working day nearest to the ${ordinal(Number.parseInt(field, 10))}`;
}

function quietWord(day: string): string {
  const name = DAYS.find((candidate) => candidate.toLowerCase().startsWith(day));
  const [, month, date] = /^(\d\d)-(\d\d)$/.exec(day) ?? [];
  return name ? `${name}s` : month && date ? `${Number(date)} ${MONTHS[Number(month) - 1]}` : day;
}

const clock = (hour = 0, minute = 0): string => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
const isRun = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);

/** 15 for 0, 15, 30, 45; undefined where the steps differ or do not fill the circle. */
function stepOf(numbers: readonly number[], circle: number): number | undefined {
  const step = circle / numbers.length;
  return numbers.every((number, index) => number === (numbers[0] ?? 0) + index * step) ? step : undefined;
}

export function andList(words: readonly string[], joint = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}

function ordinal(number: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }[
    new Intl.PluralRules('en', { type: 'ordinal' }).select(number)
  ];
  return `${number}${ending}`;
}
