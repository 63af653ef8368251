/** When a schedule runs, in words, and what is wrong with what was typed for it. */
import { andList, ordinal, orList } from './grammar.ts';

export const phrases = {
  /** Sunday first, as weekdays are numbered. */
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  dayMonth: (day: number, month: string) => `${day} ${month}`,
  weekdayOff: (weekday: string) => `${weekday}s`,

  daily: 'daily',
  onWeekdays: 'on weekdays',
  onWeekends: 'on weekends',
  onDays: (days: readonly string[]) => `on ${andList(days)}`,
  onDates: (dates: readonly string[]) => `on the ${orList(dates)}`,
  datesOnDays: (dates: string, days: string) => `${dates} where that is ${days.replace(/^on /, '')}`,
  inMonths: (months: readonly string[]) => `in ${andList(months)}`,
  nthDay: (nth: number, weekday: string) => `the ${ordinal(nth)} ${weekday}`,
  lastDay: (weekday: string) => `the last ${weekday}`,
  date: (day: number) => ordinal(day),
  lastOfMonth: 'last day of the month',
  lastWorkingDay: 'last working day of the month',
  fromEndOfMonth: (nth: number) => `${ordinal(nth)} day from the end of the month`,
  workingDayNear: (day: number) => `working day nearest to the ${ordinal(day)}`,
  except: (days: readonly string[]) => `, except ${andList(days)}`,

  at: (times: readonly string[]) => `at ${andList(times)}`,
  fromTo: (first: string, last: string) => ` from ${first} to ${last}`,
  inHours: (hours: readonly string[]) => ` in the hours ${andList(hours)}`,
  hourly: (minute: number, among: string) => `every hour at minute ${minute}${among}`,
  atMinute: (minute: number, among: string) => `at minute ${minute}${among}`,
  everyMinute: (among: string) => `every minute${among}`,
  everyMinutes: (step: number, among: string) => `every ${step} minutes${among}`,
  atMinutes: (minutes: readonly string[], among: string) => `at minutes ${andList(minutes)}${among}`,

  noCron: (expression: string, seen: string) => `“${expression}” is no cron expression: ${seen || 'it cannot be read'}.`,
  noSeconds: 'A schedule runs by the minute: leave the field of seconds out.',
  cronForm: 'Five fields: minute, hour, day of the month, month, weekday; "0 8 * * mon-fri" is 08:00 from Monday to Friday.',
  cronOrDays: 'Either a cron expression, or days and a time: not both.',
  noDays: (typed: string) => `“${typed}” names no days. Write daily, weekdays, weekends or mon,wed,fri.`,
  noTime: (typed: string) => `“${typed}” is no time. Write HH:MM, such as 08:00.`,
  noZone: (typed: string) => `“${typed}” is no time zone. Write one such as Europe/Berlin or Asia/Manila.`,
  noQuietDays: (typed: string) => `“${typed}” names no quiet days. Write sat,sun or 12-25 or 2026-12-31.`,
  noDetail: (typed: string) => `The detail is short or full, not “${typed}”.`,
  noEmptyRule: (typed: string) => `When there is nothing new: nothing, one-line or best, not “${typed}”.`,
  tooManyTopics: (most: number) => `${most} topics are the most for one briefing; add a second schedule.`,

  missed: (slot: string, until: string, back: string, hours: number) =>
    `Wirebrief did not run at ${slot}${until} and came back at ${back}, more than ${hours} hours later.`,
  overtaken: (slot: string, until: string, latest: string) =>
    `When ${slot}${until} was looked at, ${latest} had come too: one briefing is posted for both.`,
  andUntil: (latest: string) => `, and the slots after it until ${latest},`,
};
