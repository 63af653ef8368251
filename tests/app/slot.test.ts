import fc from 'fast-check';
import { createTask } from 'node-cron';
import { describe, expect, test } from 'vitest';
import type { When } from '#model/schedule.ts';
import { nextSlot, slotAfter } from '../../src/app/next-slot.ts';
import { parseDays, parseQuiet, parseTime, slotFields } from '../../src/app/slot-fields.ts';
import { slotWords } from '../../src/app/slot-words.ts';
import { faceAt, transitions } from './slot-walk.ts';
import { compareAround } from './slot-zones.ts';

const daily = (at: string): When => ({ kind: 'days', days: [0, 1, 2, 3, 4, 5, 6], at });
const cron = (expression: string): When => ({ kind: 'cron', expression });
function fieldsOf(when: When, quiet: readonly string[] = []) {
  const fields = slotFields(when, quiet);
  if ('code' in fields) throw new Error(fields.message);
  return fields;
}
/** The next slots as "local = UTC". */
function next(when: When, zone: string, after: string, count = 1, quiet: readonly string[] = []): string[] {
  const fields = fieldsOf(when, quiet);
  const found: string[] = [];
  let slot = nextSlot(fields, zone, Date.parse(after));
  while (slot && found.length < count) {
    found.push(`${slot.local} = ${new Date(slot.at).toISOString().slice(0, 16)}Z`);
    slot = slotAfter(fields, zone, slot);
  }
  return found;
}

describe('the next slot', () => {
  test('is later than the moment, to the minute', () => {
    expect(next(daily('08:00'), 'Asia/Manila', '2026-11-22T23:59:59Z')).toEqual(['2026-11-23T08:00 = 2026-11-23T00:00Z']);
    expect(next(daily('08:00'), 'Asia/Manila', '2026-11-23T00:00:00Z')).toEqual(['2026-11-24T08:00 = 2026-11-24T00:00Z']);
  });
  test('falls on the days asked for, and on no quiet one', () => {
    const when: When = { kind: 'days', days: [1, 3, 5], at: '07:30' };
    expect(next(when, 'UTC', '2026-11-23T08:00:00Z', 3)).toEqual([
      '2026-11-25T07:30 = 2026-11-25T07:30Z',
      '2026-11-27T07:30 = 2026-11-27T07:30Z',
      '2026-11-30T07:30 = 2026-11-30T07:30Z',
    ]);
    expect(next(daily('08:00'), 'UTC', '2026-12-23T09:00:00Z', 2, ['12-24', '2026-12-25', 'sat', 'sun'])).toEqual([
      '2026-12-28T08:00 = 2026-12-28T08:00Z',
      '2026-12-29T08:00 = 2026-12-29T08:00Z',
    ]);
  });
  test('in the hour that spring leaves out comes at its end', () => {
    expect(next(daily('02:30'), 'America/New_York', '2027-03-13T12:00:00Z', 2)).toEqual([
      '2027-03-14T02:30 = 2027-03-14T07:00Z',
      '2027-03-15T02:30 = 2027-03-15T06:30Z',
    ]);
    expect(next(daily('02:15'), 'Australia/Lord_Howe', '2026-10-03T12:00:00Z')).toEqual(['2026-10-04T02:15 = 2026-10-03T15:30Z']);
  });
  test('in the hour that autumn repeats comes the first time only', () => {
    expect(next(daily('01:30'), 'America/New_York', '2026-11-01T00:00:00Z', 2)).toEqual([
      '2026-11-01T01:30 = 2026-11-01T05:30Z',
      '2026-11-02T01:30 = 2026-11-02T06:30Z',
    ]);
    // Asked between the two.
    expect(next(daily('01:30'), 'America/New_York', '2026-11-01T06:00:00Z')).toEqual(['2026-11-02T01:30 = 2026-11-02T06:30Z']);
  });
  test('follows a cron expression, with the last day, the nearest working day and the second Friday', () => {
    expect(next(cron('0 8 L * *'), 'UTC', '2028-02-01T00:00:00Z')).toEqual(['2028-02-29T08:00 = 2028-02-29T08:00Z']);
    expect(next(cron('0 8 15W * *'), 'UTC', '2026-08-01T00:00:00Z')).toEqual(['2026-08-14T08:00 = 2026-08-14T08:00Z']);
    expect(next(cron('0 8 * * 5#2'), 'UTC', '2026-11-01T00:00:00Z')).toEqual(['2026-11-13T08:00 = 2026-11-13T08:00Z']);
    expect(next(cron('0 8 29 2 1'), 'UTC', '2026-11-01T00:00:00Z')).toEqual(['2044-02-29T08:00 = 2044-02-29T08:00Z']);
  });
  test('is none where the fields fit no day', () => {
    expect(next(daily('08:00'), 'UTC', '2026-11-01T00:00:00Z', 1, ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).toEqual([]);
  });

  test('of a cron expression is what node-cron itself matches, over a year', () => {
    for (const expression of [
      '7 6 1,15 * *',
      '0 8 LW * *',
      '30 22 L-2 1-6 *',
      '0 9 * * 1#1,5L',
      '*/20 7-9 * feb,nov mon-wed',
      '0 0 1W * *',
    ]) {
      const task = createTask(expression, () => {}, { timezone: 'UTC' });
      const fields = fieldsOf(cron(expression));
      const expected: number[] = [];
      const start = Date.UTC(2027, 0, 1);
      for (let at = start; at < Date.UTC(2028, 0, 1); at += 60_000) {
        const date = new Date(at);
        // The hour and the minute are plain; only what is left is asked of node-cron, whose answers take their time.
        if (fields.hours.includes(date.getUTCHours()) && fields.minutes.includes(date.getUTCMinutes()) && task.match(date))
          expected.push(at);
      }
      const found: number[] = [];
      let slot = nextSlot(fields, 'UTC', start - 1);
      for (; slot && slot.at < Date.UTC(2028, 0, 1); slot = slotAfter(fields, 'UTC', slot)) found.push(slot.at);
      expect(found, expression).toEqual(expected);
      expect(found.length).toBeGreaterThan(5);
      void task.destroy();
    }
  });

  test('is what the face of the clock shows, around changes of the clocks', () => {
    const zones = ['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Africa/Casablanca', 'America/Santiago', 'Antarctica/Troll'];
    for (const zone of zones) for (const moment of transitions(zone, 2026, 2026)) compareAround(zone, moment, 10);
    compareAround('Asia/Kathmandu', Date.UTC(2027, 5, 1), 15);
  });

  test('in any zone, at any time: later than asked, on the face it names or in a gap, never twice', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const property = fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 11, 31) }),
      fc.integer({ min: 0, max: 1_439 }),
      (zone, after, minute) => {
        const at = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const fields = fieldsOf(daily(at));
        const slot = nextSlot(fields, zone, after);
        expect(slot?.at).toBeGreaterThan(after);
        if (!slot) return;
        const face = faceAt(slot.at, zone);
        // A time that was left out is shown as the first one after the gap.
        if (face !== slot.local) expect([face > slot.local, faceAt(slot.at - 60_000, zone) < slot.local]).toEqual([true, true]);
        expect(faceAt(slot.at - 60_000, zone)).not.toBe(slot.local);
        expect(nextSlot(fields, zone, slot.at)).toEqual(slotAfter(fields, zone, slot));
        expect(nextSlot(fields, zone, slot.at - 1)).toEqual(slot);
      },
    );
    fc.assert(property, { numRuns: 300 });
  });
});

describe('what people write', () => {
  test('days, times and quiet days', () => {
    expect(parseDays('weekdays')).toEqual([1, 2, 3, 4, 5]);
    expect(parseDays('mon,wed,fri')).toEqual([1, 3, 5]);
    expect(parseDays('Sunday and Tuesdays')).toEqual([2, 0]);
    expect(parseDays('someday')).toBeUndefined();
    expect([parseTime('8'), parseTime('08:05'), parseTime('8.30pm'), parseTime('12am'), parseTime('24:00'), parseTime('noonish')]).toEqual([
      '08:00',
      '08:05',
      '20:30',
      '00:00',
      undefined,
      undefined,
    ]);
    expect(parseQuiet('sat, sun 12-24 2026-12-31')).toEqual(['sat', 'sun', '12-24', '2026-12-31']);
    expect(parseQuiet('02-30')).toBeUndefined();
  });

  test('a cron expression that cannot be is refused with the reason', () => {
    for (const expression of ['x', '0 8 31 2 *', '61 8 * * *', '30 0 8 * * *', '* * * * * *'])
      expect(slotFields(cron(expression), []), expression).toMatchObject({ code: 'cron' });
  });

  test('is said back in words', () => {
    expect(slotWords(daily('08:00'))).toBe('daily at 08:00');
    expect(slotWords({ kind: 'days', days: [1, 2, 3, 4, 5], at: '08:00' }, ['12-24'])).toBe('on weekdays at 08:00, except 24 December');
    expect(slotWords(cron('0 8 * * 1-5'))).toBe('on weekdays at 08:00');
    expect(slotWords(cron('*/15 9-17 * * mon,thu'))).toBe('every 15 minutes from 09:00 to 17:45 on Monday and Thursday');
    expect(slotWords(cron('0 8 1 * 1'))).toBe('on the 1st where that is Monday at 08:00');
    expect(slotWords(cron('0 7,19 L 1,7 *'))).toBe('on the last day of the month in January and July at 07:00 and 19:00');
    expect(slotWords(cron('0 8 * * 5#2'))).toBe('on the 2nd Friday at 08:00');
    expect(slotWords(cron('5 * * * *'))).toBe('every hour at minute 5 daily');
  });
});
