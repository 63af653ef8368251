/** A sentence of an older report → the same with the date beside a day that would mislead: "yesterday (16 Oct)". Nothing of it is changed or taken away. */
import type { Instant } from '#model/article.ts';

export type Reading = { readonly publishedAt: Instant; readonly asOf: Instant; readonly zone: string; readonly locale: string };

const DAY_MS = 24 * 3_600_000;
/** Within these days a weekday's name means one day. */
const CLEAR_MS = 6 * DAY_MS;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const OFFSETS: Readonly<Record<string, number>> = { yesterday: -1, 'last night': -1, today: 0, tonight: 0, tomorrow: 1 };

/** In small letters, or opening the sentence: “USA Today” is a paper. */
const RELATIVE =
  /\b(?:yesterday|last night|today|tonight|tomorrow)\b(?!['’]s)|^(?:Yesterday|Last night|Today|Tonight|Tomorrow)\b(?!['’]s)/g;

/** What is quoted stays as it was said. */
export function withDates(text: string, reading: Reading): string {
  return text
    .split(/(“[^”]*”|"[^"]*")/)
    .map((part, index) => (index % 2 === 1 ? part : outsideQuotes(part, reading)))
    .join('');
}

function outsideQuotes(text: string, { publishedAt, asOf, zone, locale }: Reading): string {
  const date = (at: Instant): string => new Intl.DateTimeFormat(locale, { timeZone: zone, day: 'numeric', month: 'short' }).format(at);
  const isOfToday = date(publishedAt) === date(asOf) && asOf - publishedAt < DAY_MS;
  const relative = isOfToday
    ? text
    : text.replace(RELATIVE, (word) => `${word} (${date(publishedAt + (OFFSETS[word.toLowerCase()] ?? 0) * DAY_MS)})`);
  // Of a day to come nobody knows from the name which one it is.
  if (asOf - publishedAt < CLEAR_MS || /\b(?:will|would|next|until|to be|from)\b/.test(text)) return relative;
  return relative.replace(
    /\b(?:on |late |early )(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b(?! \()/g,
    (words) => `${words} (${date(lastDay(words, publishedAt, zone))})`,
  );
}

/** The latest such weekday that is not after the report. */
function lastDay(words: string, publishedAt: Instant, zone: string): Instant {
  const nameOf = (at: Instant): string => new Intl.DateTimeFormat('en', { timeZone: zone, weekday: 'long' }).format(at);
  const wanted = WEEKDAYS.find((day) => words.endsWith(day));
  for (let back = 0; back < 7; back++) if (nameOf(publishedAt - back * DAY_MS) === wanted) return publishedAt - back * DAY_MS;
  return publishedAt;
}
