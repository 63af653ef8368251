/** The leaves of a feed's head → when it wishes to be asked: ttl, skipHours and skipDays (RSS 2.0), updatePeriod and updateFrequency (RSS 1.0 syndication). */
import type { FeedRhythm } from '#model/feed.ts';
import type { Leaf } from './leaves.ts';

const PERIOD_MINUTES: ReadonlyMap<string, number> = new Map([
  ['hourly', 60],
  ['daily', 24 * 60],
  ['weekly', 7 * 24 * 60],
  ['monthly', 30 * 24 * 60],
  ['yearly', 365 * 24 * 60],
]);
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Undefined where the feed wishes nothing. */
export const readRhythm = (head: readonly Leaf[]): FeedRhythm | undefined => {
  const textOf = (name: string) => head.find((leaf) => leaf.name === name)?.text.trim() ?? '';
  const everyMinutes = numberIn(textOf('ttl')) ?? periodOf(textOf('sy:updatePeriod'), textOf('sy:updateFrequency'));
  // 24 stands for midnight in old feeds.
  const skipHours = partsOf(textOf('skipHours'), 'hour').flatMap((hour) =>
    /^\d{1,2}$/.test(hour) && Number(hour) <= 24 ? Number(hour) % 24 : [],
  );
  const skipDays = partsOf(textOf('skipDays'), 'day').flatMap((day) => (DAYS.includes(day) ? DAYS.indexOf(day) : []));
  if (everyMinutes === undefined && skipHours.length === 0 && skipDays.length === 0) return undefined;
  return { ...(everyMinutes !== undefined && { everyMinutes }), skipHours: [...new Set(skipHours)], skipDays: [...new Set(skipDays)] };
};

const numberIn = (text: string): number | undefined => (/^\d{1,6}$/.test(text) && Number(text) > 0 ? Number(text) : undefined);

const periodOf = (period: string, frequency: string): number | undefined => {
  const minutes = PERIOD_MINUTES.get(period.toLowerCase());
  return minutes === undefined ? undefined : Math.max(1, Math.round(minutes / (numberIn(frequency) ?? 1)));
};

/** "<hour>6</hour><hour>7</hour>" → "6", "7". */
const partsOf = (markup: string, name: string): readonly string[] =>
  [...markup.slice(0, 2000).matchAll(new RegExp(`<${name}>\\s*(\\w{1,12})\\s*</${name}>`, 'gi'))].map((match) =>
    (match[1] ?? '').toLowerCase(),
  );
