/** Instants ↔ what the clocks of a zone show, in minutes; a wall time is written as the UTC milliseconds that a clock without any zone would give. */
import type { Instant } from '#model/article.ts';

export type Wall = number;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Making a formatter costs a hundred times what using it does; there are some 420 zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  formatters.set(zone, formatter);
  return formatter;
}

/** How far the zone's clocks are ahead of UTC at that moment. */
function offsetMs(at: Instant, zone: string): number {
  const name = formatterOf(zone)
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(name ?? '') ?? [];
  const size = (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
  return sign === '-' ? -size : size;
}

/** The minute that the clocks show. */
export function wallOf(at: Instant, zone: string): Wall {
  return Math.floor((at + offsetMs(at, zone)) / MINUTE_MS) * MINUTE_MS;
}

/** The first moment at which the clocks show this minute; where they leave it out, the first moment after the change. */
export function instantOf(wall: Wall, zone: string): Instant {
  const before = offsetMs(wall - DAY_MS, zone);
  const after = offsetMs(wall + DAY_MS, zone);
  const shown = [wall - before, wall - after].filter((at) => at + offsetMs(at, zone) === wall);
  return shown.length > 0 ? Math.min(...shown) : changeBetween(wall - Math.max(before, after), wall - Math.min(before, after), zone);
}

/** The first minute with the later offset, `from` being before the change and `to` not. */
function changeBetween(from: Instant, to: Instant, zone: string): Instant {
  const later = offsetMs(to, zone);
  let low = Math.floor(from / MINUTE_MS);
  let high = Math.ceil(to / MINUTE_MS);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(middle * MINUTE_MS, zone) === later) high = middle;
    else low = middle;
  }
  return high * MINUTE_MS;
}

/** "2026-11-23T08:00". */
export const writeWall = (wall: Wall): string => new Date(wall).toISOString().slice(0, 16);
export const readWall = (local: string): Wall => Date.parse(`${local}:00Z`);
