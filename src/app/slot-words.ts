/** When a schedule runs → the same in words, so that whoever wrote "0 8 * * 1-5" reads what it was taken for. */
import type { When } from '#model/schedule.ts';
import { phrases } from '#phrases/slots.ts';
import { type SlotFields, slotFields, WEEKDAY_NAMES } from './slot-fields.ts';

const { weekdays: DAYS, months: MONTHS } = phrases;
const MAX_TIMES = 6;

/** "on weekdays at 08:00", "on Monday and Thursday at 07:30", "every 15 minutes from 09:00 to 17:45 on weekdays". */
export function slotWords(when: When, quiet: readonly string[] = []): string {
  const fields = slotFields(when, quiet);
  if ('code' in fields) return when.kind === 'cron' ? when.expression : when.at;
  const words = `${timesOfDay(fields) ?? ''} ${dayWords(fields)} ${clockTimes(fields) ?? ''}`.trim();
  return words + (quiet.length > 0 ? phrases.except(quiet.map(quietWord)) : '');
}

const isFew = ({ minutes, hours }: SlotFields): boolean => minutes.length * hours.length <= MAX_TIMES;

/** Said behind the days: "at 08:00 and 18:00". */
function clockTimes(fields: SlotFields): string | undefined {
  const { minutes, hours } = fields;
  return isFew(fields) ? phrases.at(hours.flatMap((hour) => minutes.map((minute) => clock(hour, minute)))) : undefined;
}

/** Said before the days: "every 15 minutes". */
function timesOfDay(fields: SlotFields): string | undefined {
  if (isFew(fields)) return undefined;
  const { minutes, hours } = fields;
  const [minute = 0] = minutes;
  const isRunning = hours.length === 24 || isRun(hours);
  const span = hours.length === 24 ? '' : phrases.fromTo(clock(hours[0], minute), clock(hours.at(-1), minutes.at(-1)));
  const among = isRunning ? span : phrases.inHours(hours.map((hour) => clock(hour, 0)));
  if (minutes.length === 1) return isRunning ? phrases.hourly(minute, among) : phrases.atMinute(minute, among);
  const step = stepOf(minutes, 60);
  if (step === 1) return phrases.everyMinute(among);
  return step ? phrases.everyMinutes(step, among) : phrases.atMinutes(minutes.map(String), among);
}

function dayWords({ weekdays, daysOfMonth, months }: SlotFields): string {
  const dates = daysOfMonth.length === 31 ? '' : phrases.onDates(daysOfMonth.map(dateWord));
  const named = weekdays.length === 7 ? '' : weekdayWords(weekdays);
  const inMonths = months.length === 12 ? '' : phrases.inMonths(months.map((month) => MONTHS[month - 1] ?? ''));
  const both = dates && named ? phrases.datesOnDays(dates, named) : dates || named || phrases.daily;
  return [both, inMonths].filter(Boolean).join(' ');
}

function weekdayWords(weekdays: readonly (number | string)[]): string {
  const key = weekdays.toSorted().join();
  if (key === '1,2,3,4,5') return phrases.onWeekdays;
  if (key === '0,6') return phrases.onWeekends;
  return phrases.onDays(weekdays.map(weekdayWord));
}

const dayNamed = (number: number): string => DAYS[number % 7] ?? '';

function weekdayWord(field: number | string): string {
  if (typeof field === 'number') return dayNamed(field);
  const day = dayNamed(Number(field.charAt(0)));
  return field.includes('#') ? phrases.nthDay(Number(field.slice(2)), day) : phrases.lastDay(day);
}

function dateWord(field: number | string): string {
  if (typeof field === 'number') return phrases.date(field);
  if (field === 'L') return phrases.lastOfMonth;
  if (field === 'LW') return phrases.lastWorkingDay;
  if (field.startsWith('L-')) return phrases.fromEndOfMonth(Number(field.slice(2)) + 1);
  return phrases.workingDayNear(Number.parseInt(field, 10));
}

function quietWord(day: string): string {
  const weekday = (WEEKDAY_NAMES as readonly string[]).indexOf(day);
  const [, month, date] = /^(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (weekday >= 0) return phrases.weekdayOff(dayNamed(weekday));
  return month && date ? phrases.dayMonth(Number(date), MONTHS[Number(month) - 1] ?? '') : day;
}

const clock = (hour = 0, minute = 0): string => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
const isRun = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);

/** 15 for 0, 15, 30, 45; undefined where the steps differ or do not fill the circle. */
function stepOf(numbers: readonly number[], circle: number): number | undefined {
  const step = circle / numbers.length;
  return numbers.every((number, index) => number === (numbers[0] ?? 0) + index * step) ? step : undefined;
}
