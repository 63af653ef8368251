/**
 * The slots of a zone reckoned a second way: minute by minute through real time, reading the clock's face from Intl.DateTimeFormat, as
 * someone would who writes down when which time was shown. It shares no code with src/app/next-slot.ts.
 */
const MINUTE_MS = 60_000;

export type Shown = {
  /** Face → the first minute at which it was shown. */
  readonly first: ReadonlyMap<string, number>;
  /** Face left out → the first minute after the gap. */
  readonly left: ReadonlyMap<string, number>;
};

const faces = new Map<string, Intl.DateTimeFormat>();

export function faceAt(at: number, zone: string): string {
  const format =
    faces.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  faces.set(zone, format);
  return format.format(at).replace(' ', 'T');
}

const next = (face: string): string => new Date(Date.parse(`${face}Z`) + MINUTE_MS).toISOString().slice(0, 16);

/** What the clocks showed from one moment to another; give it a few hours on either side of what is asked. */
export function walk(zone: string, from: number, to: number): Shown {
  const first = new Map<string, number>();
  const left = new Map<string, number>();
  let latest = '';
  for (let at = from; at <= to; at += MINUTE_MS) {
    const face = faceAt(at, zone);
    if (!first.has(face)) first.set(face, at);
    // Faces compare as text: a year, month, day, hour and minute in a row.
    for (let missing = latest && next(latest); missing && missing < face; missing = next(missing)) left.set(missing, at);
    if (face > latest) latest = face;
  }
  return { first, left };
}

/** Each moment between two years at which the zone's clocks change, to the minute; found by comparing faces, six hours apart, then halving. */
export function transitions(zone: string, fromYear: number, toYear: number): number[] {
  const step = 6 * 60 * MINUTE_MS;
  const ahead = (at: number) => Date.parse(`${faceAt(at, zone)}Z`) - Math.floor(at / MINUTE_MS) * MINUTE_MS;
  const found: number[] = [];
  for (let at = Date.UTC(fromYear, 0, 1); at < Date.UTC(toYear + 1, 0, 1); at += step) {
    if (ahead(at) === ahead(at + step)) continue;
    let low = at;
    let high = at + step;
    while (high - low > MINUTE_MS) {
      const middle = Math.floor((low + high) / 2 / MINUTE_MS) * MINUTE_MS;
      if (ahead(middle) === ahead(at)) low = middle;
      else high = middle;
    }
    found.push(high);
  }
  return found;
}
