/** A seed → the same schedules, articles and troubles each time, for the torturer and the tortured alike. */
import type { Schedule } from '#model/schedule.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
/** The week in which Europe's clocks go back, and a few days on, America's. */
export const START = Date.parse('2026-10-23T00:00:00Z');
export const SLACK = 'slack:T0LAB';
export const DISCORD = 'discord:500000000000000001';
export const TENANTS = [SLACK, DISCORD] as const;

/** Channels of each chat; three schedules share one. */
export const channelsOf = ({ schedules }: Pick<Plan, 'schedules'>): number => Math.ceil(schedules / 6);
export const channelId = (tenant: string, number: number): string =>
  tenant === SLACK ? `C${1_000 + number}T` : `${610_000_000_000_000_000n + BigInt(number)}`;

export type Plan = { readonly seed: number; readonly schedules: number; readonly days: number };

/** Mulberry32: small, fast, and the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ZONES = (
  'UTC Europe/Berlin Europe/London Europe/Lisbon Europe/Kyiv Europe/Istanbul America/New_York America/Chicago America/Denver ' +
  'America/Los_Angeles America/Phoenix America/Halifax America/St_Johns America/Havana America/Sao_Paulo America/Santiago America/Nuuk ' +
  'Asia/Manila Asia/Tokyo Asia/Kolkata Asia/Kathmandu Asia/Tehran Asia/Jerusalem Asia/Beirut Asia/Shanghai Asia/Dubai Africa/Cairo ' +
  'Africa/Casablanca Africa/Lagos Africa/Nairobi Australia/Sydney Australia/Adelaide Australia/Lord_Howe Australia/Perth ' +
  'Pacific/Auckland Pacific/Chatham Pacific/Apia Pacific/Kiritimati Pacific/Honolulu Atlantic/Azores'
).split(' ');

export function schedulesOf({ seed, schedules }: Plan): readonly Schedule[] {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: schedules }, (_, number): Schedule => {
    const tenant = TENANTS[number % 2] ?? SLACK;
    // Many in the small hours, where the clocks change.
    const minute = Math.floor(random() < 0.5 ? random() * 240 : random() * 1_440);
    const at = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return {
      id: `t${number}`,
      tenant,
      channel: `${tenant}:${channelId(tenant, Math.floor(number / 2) % channelsOf({ schedules }))}`,
      topics: random() < 0.3 ? ['harbour'] : [],
      when:
        random() < 0.8
          ? { kind: 'days', days: [0, 1, 2, 3, 4, 5, 6], at }
          : { kind: 'cron', expression: `${minute % 60} ${pick(['*/6', '1,13', '0-3'])} * * *` },
      zone: ZONES[number % ZONES.length] ?? 'UTC',
      locale: 'en-GB',
      detail: random() < 0.3 ? 'full' : 'short',
      empty: pick(['nothing', 'one-line'] as const),
      quiet: [],
      paused: false,
      addedAt: START,
      origin: 'store',
    };
  });
}

const PLACES = 'Marrow Tessel Oriel Vantry Holm Brack Quill Sedge Arden Lorne Pell Isken'.split(' ');
const THINGS = 'bridge ferry harbour school market dam tunnel clinic library railway orchard quarry'.split(' ');

/** One article for each hour of the calendar, each a story of its own with words that stand nowhere else. */
export function articleAt(hour: number) {
  const random = randomFrom(hour * 7_919 + 17);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const mark = `${pick(PLACES)}${hour}`;
  const thing = pick(THINGS);
  return {
    url: `https://harbour.example/${hour}`,
    title: `The ${thing} of ${mark} opens after case ${hour}`,
    text: `The ${thing} of ${mark} opened to ${100 + hour} visitors, said clerk Ada${hour} Pell${hour} of ${mark}.\n\n“We waited ${hour} days for the ${thing} of ${mark},” Bo${hour} Falk${hour}, the warden of ${mark}, told reporters.`,
  };
}
