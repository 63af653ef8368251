/** A sentence of an older report → the same with the date beside a day that would mislead: "yesterday (16 Oct)". Nothing of it is changed or taken away. */
import type { Instant } from '#model/article.ts';
import { verbReading } from '#text/lexicon.ts';

export type Reading = { readonly publishedAt: Instant; readonly asOf: Instant; readonly locale: string };

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

function outsideQuotes(text: string, { publishedAt, asOf, locale }: Reading): string {
  const yearOf = (at: Instant): number => new Date(at).getUTCFullYear();
  const date = (at: Instant): string =>
    new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      day: 'numeric',
      month: 'short',
      ...(yearOf(at) !== yearOf(asOf) && { year: 'numeric' }),
    }).format(at);
  const isOfToday = date(publishedAt) === date(asOf) && asOf - publishedAt < DAY_MS;
  const relative =
    isOfToday || !isOneDay(publishedAt)
      ? text
      : text.replace(RELATIVE, (word) => `${word} (${date(publishedAt + (OFFSETS[word.toLowerCase()] ?? 0) * DAY_MS)})`);
  if (asOf - publishedAt < CLEAR_MS) return relative;
  return relative.replace(
    /\b(?:on |late |early )(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b(?! \()/g,
    (words: string, index: number, whole: string) => {
      const day = tellsThePast(whole.slice(0, index)) ? lastDay(words, publishedAt) : undefined;
      return day === undefined ? words : `${words} (${date(day)})`;
    },
  );
}

/** Whose "today" a report means is not known: it is told where it was one date from Los Angeles to Manila, that of UTC. */
const HOURS = { from: 8, until: 16 };
function isOneDay(at: Instant): boolean {
  const hour = Math.floor((at % DAY_MS) / 3_600_000);
  return hour >= HOURS.from && hour < HOURS.until;
}

/** What stands before a day that is to come, as far as a verb of the past may go on to it: "was due on Tuesday". */
const TO_COME = new Set(
  'will would may might can could should shall must to until from next due scheduled slated expected planned set hoped meant booked ordered told asked urged'.split(
    ' ',
  ),
);
const MAX_WORDS = 8;

/** "voted on Tuesday" is over; "arrives on Tuesday" is to come, and of a day to come nobody knows from its name alone which one it is. */
function tellsThePast(before: string): boolean {
  const words = before
    .toLowerCase()
    .split(/[^\p{L}’'-]+/u)
    .filter(Boolean)
    .reverse()
    .slice(0, MAX_WORDS);
  for (const word of words) {
    const forms = verbReading(word)?.forms;
    if (TO_COME.has(word) || (forms === undefined && word.endsWith('ed'))) return false;
    if (forms !== undefined) return forms.has('past');
  }
  return false;
}

/** Further back it may be the day after the report, where the report's place has it already. */
const MAX_BACK = 5;

/** The latest such weekday that is not after the report. */
function lastDay(words: string, publishedAt: Instant): Instant | undefined {
  const nameOf = (at: Instant): string => new Intl.DateTimeFormat('en', { timeZone: 'UTC', weekday: 'long' }).format(at);
  const wanted = WEEKDAYS.find((day) => words.endsWith(day));
  for (let back = 0; back <= MAX_BACK; back++) if (nameOf(publishedAt - back * DAY_MS) === wanted) return publishedAt - back * DAY_MS;
  return undefined;
}
