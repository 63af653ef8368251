/** A date as feeds write it → the instant, or null. RFC 822 and ISO 8601 in all their sloppy forms; a time without a zone is UTC. */
import type { Instant } from '#model/article.ts';

/** Minutes east of Greenwich. Where letters mean several zones, the one that news feeds mean. */
const ZONES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ut: 0,
    utc: 0,
    gmt: 0,
    z: 0,
    wet: 0,
    est: -300,
    edt: -240,
    cst: -360,
    cdt: -300,
    mst: -420,
    mdt: -360,
    pst: -480,
    pdt: -420,
    akst: -540,
    akdt: -480,
    hst: -600,
    hadt: -540,
    ast: -240,
    adt: -180,
    nst: -210,
    ndt: -150,
    et: -300,
    ct: -360,
    mt: -420,
    pt: -480,
    bst: 60,
    ist: 330,
    west: 60,
    cet: 60,
    cest: 120,
    mez: 60,
    mesz: 120,
    met: 60,
    mest: 120,
    eet: 120,
    eest: 180,
    msk: 180,
    msd: 240,
    trt: 180,
    sast: 120,
    cat: 120,
    eat: 180,
    wat: 60,
    gst: 240,
    pkt: 300,
    npt: 345,
    ict: 420,
    wib: 420,
    wita: 480,
    wit: 540,
    hkt: 480,
    sgt: 480,
    myt: 480,
    pht: 480,
    awst: 480,
    jst: 540,
    kst: 540,
    acst: 570,
    acdt: 630,
    aest: 600,
    aedt: 660,
    nzst: 720,
    nzdt: 780,
    brt: -180,
    brst: -120,
    art: -180,
    clt: -240,
    cot: -300,
    pet: -300,
  }),
);

/** First three letters, or more where those are two months', in the languages whose feeds write their own. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'janv', 'sty', 'янв', 'ιαν', 'led', 'oca', '1月'],
  ['feb', 'fév', 'fev', 'lut', 'фев', 'φεβ', 'úno', 'şub', '2月'],
  ['mar', 'mär', 'mrz', 'maa', 'мар', 'μαρ', 'μάρ', 'bře', '3月'],
  ['apr', 'avr', 'abr', 'kwi', 'апр', 'απρ', 'dub', 'nis', 'ápr', '4月'],
  ['may', 'mai', 'maj', 'mag', 'mei', 'май', 'мая', 'μαϊ', 'μάι', 'kvě', 'máj', '5月'],
  ['jun', 'juin', 'giu', 'cze', 'июн', 'ιουν', 'ιούν', 'haz', 'jún', '6月'],
  ['jul', 'juil', 'lug', 'lip', 'июл', 'ιουλ', 'ιούλ', 'tem', 'júl', '7月'],
  ['aug', 'aoû', 'aou', 'ago', 'sie', 'авг', 'αυγ', 'αύγ', 'srp', 'ağu', '8月'],
  ['sep', 'set', 'wrz', 'сен', 'σεπ', 'zář', 'eyl', 'sze', '9月'],
  ['oct', 'okt', 'ott', 'out', 'paź', 'окт', 'οκτ', 'říj', 'eki', '10月'],
  ['nov', 'lis', 'ноя', 'νοε', 'kas', '11月'],
  ['dec', 'dez', 'déc', 'dic', 'gru', 'дек', 'δεκ', 'pro', 'ara', '12月'],
];

const MAX_LENGTH = 120;
const DAY_MS = 86_400_000;

export const parseFeedDate = (written: string): Instant | null => {
  const text = written.replace(/[\s\u00a0]+/g, ' ').trim();
  if (text === '' || text.length > MAX_LENGTH) return null;
  return readIso(text) ?? readCompact(text) ?? readWords(text) ?? readSlashes(text) ?? readEpoch(text);
};

type Fields = { year: number; month: number; day: number; time: Time; offset: number };
type Time = { hour: number; minute: number; second: number; ms: number };
const MIDNIGHT: Time = { hour: 0, minute: 0, second: 0, ms: 0 };

const toInstant = ({ year, month, day, time, offset }: Fields): Instant | null => {
  if (
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > 31 ||
    time.hour > 24 ||
    time.minute > 59 ||
    time.second > 61 ||
    year < 1_900 ||
    year > 9_999
  )
    return null;
  const midnight = Date.UTC(year, month - 1, day);
  // 31 April is no date.
  if (new Date(midnight).getUTCDate() !== day) return null;
  return midnight + ((time.hour * 60 + time.minute - offset) * 60 + time.second) * 1_000 + time.ms;
};

const CLOCK = /(?:^|[\sT])(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,](\d{1,9}))?)?(?: ?([ap])\.?m\b\.?)?/i;

const readTime = (text: string): { time: Time; rest: string } => {
  const found = CLOCK.exec(text);
  if (!found) return { time: MIDNIGHT, rest: text };
  const [whole, hour, minute, second = '0', fraction = '0', half] = found;
  let hours = Number(hour);
  if (half) hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return {
    time: { hour: hours, minute: Number(minute), second: Number(second), ms: Math.trunc(Number(`0.${fraction}`) * 1_000) },
    rest: `${text.slice(0, found.index)} ${text.slice(found.index + whole.length)}`,
  };
};

/** Minutes east; 0 where nothing names a zone that we know. */
const readOffset = (text: string): number => {
  const numeric = /(?:^|[^\d])([+\u2212-])(\d{1,2}):?(\d{2})?(?!\d)/.exec(text);
  if (numeric) {
    const [, sign, hours = '0', minutes = '0'] = numeric;
    const offset = Number(hours) * 60 + Number(minutes);
    if (offset <= 14 * 60) return sign === '+' ? offset : -offset;
  }
  for (const [name] of text.matchAll(/[a-z]{1,5}/gi)) {
    const offset = ZONES.get(name.toLowerCase());
    if (offset !== undefined) return offset;
  }
  return 0;
};

/** 2024-05-06T07:08:09.123+02:00 and what is left of it when parts are missing; "T" may be a blank. */
const readIso = (text: string): Instant | null => {
  const found =
    /^([+-]?\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?=$|[T\s,Z+])/i.exec(text) ?? /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?=$|[T\s])/i.exec(text);
  if (!found) return readOrdinal(text);
  const [whole, year, month = '1', day = '1'] = found;
  const { time, rest } = readTime(text.slice(whole.length).replace(/^[T,]/i, ' '));
  return toInstant({ year: Number(year), month: Number(month), day: Number(day), time, offset: readOffset(rest) });
};

/** 2024-127 and 2024W182, the rare forms of ISO 8601. */
const readOrdinal = (text: string): Instant | null => {
  const found = /^(\d{4})-?(\d{3})(?=$|T)/.exec(text);
  if (!found) return null;
  const day = Number(found[2]);
  const { time, rest } = readTime(text.slice(found[0].length).replace(/^T/i, ' '));
  const first = toInstant({ year: Number(found[1]), month: 1, day: 1, time, offset: readOffset(rest) });
  return first === null || day < 1 || day > 366 ? null : first + (day - 1) * DAY_MS;
};

/** 20240506T070809Z, 20240506. */
const readCompact = (text: string): Instant | null => {
  const found = /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2}):?(\d{2}):?(\d{2})?)?(?!\d)(.*)$/.exec(text);
  if (!found) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', rest = ''] = found;
  const time = { hour: Number(hour), minute: Number(minute), second: Number(second), ms: 0 };
  return toInstant({ year: Number(year), month: Number(month), day: Number(day), time, offset: readOffset(rest) });
};

const monthOf = (word: string): number => {
  const small = word.toLowerCase().normalize('NFC');
  let best = 0;
  let length = 0;
  MONTHS.forEach((names, i) => {
    for (const name of names) {
      if (name.length > length && small.startsWith(name)) {
        best = i + 1;
        length = name.length;
      }
    }
  });
  return best;
};

const DAY_BEFORE = /(\d{1,4})(?:st|nd|rd|th|\.|er|º)?[\s\-/,]*(?:de )?$/i;

/** Mon, 06 May 2024 07:08:09 GMT; 6 May 24; May 6, 2024 7:08 pm EDT; Mon May 6 07:08:09 UTC 2024. */
const readWords = (text: string): Instant | null => {
  const { time, rest } = readTime(text);
  const words = [...rest.matchAll(/\p{L}{3,}/gu)];
  const months = words
    .map((word) => ({ month: monthOf(word[0]), at: word.index, end: word.index + word[0].length }))
    .filter(({ month }) => month > 0);
  // "mar." may be a Tuesday, "sept" a seven: a month stands behind its day, or else before a number.
  const named =
    months.find(({ at }) => DAY_BEFORE.test(rest.slice(Math.max(0, at - 12), at))) ??
    months.find(({ end }) => /^[.,]?[\s\-/]*\d/.test(rest.slice(end, end + 4)));
  if (!named) return null;
  const before = DAY_BEFORE.exec(rest.slice(Math.max(0, named.at - 12), named.at));
  const after = rest.slice(named.end);
  const numbers = [...after.replace(/[+\u2212-]\d{2}:?\d{2}\b/g, ' ').matchAll(/\d{1,4}/g)].map(([digits]) => digits);
  const first = before?.[1] ?? numbers.shift();
  const second = numbers.shift();
  if (first === undefined) return null;
  const [day, year] = first.length === 4 ? [second ?? '1', first] : [first, second];
  if (year === undefined || year.length === 3 || year.length === 1) return null;
  return toInstant({ year: fullYear(year), month: named.month, day: Number(day), time, offset: readOffset(zonePart(after, rest, year)) });
};

/** What stands behind the year, or else behind the month: the zone, never the weekday. */
const zonePart = (after: string, rest: string, year: string): string => {
  const at = after.lastIndexOf(year);
  const behind = at === -1 ? rest : after.slice(at + year.length);
  return behind.trim() === '' ? after : behind;
};

const fullYear = (digits: string): number => (digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 69 ? 2_000 : 1_900));

/** 5/6/2024 7:08 PM: month first, as the servers that write so do, unless that cannot be; 06.05.2024: day first. */
const readSlashes = (text: string): Instant | null => {
  const found = /(?:^|[\s,])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?=$|[\s,T])/.exec(text);
  if (!found) return null;
  const [whole, first = '', mark, second = '', year = ''] = found;
  const isMonthFirst = mark === '/' && Number(first) <= 12;
  const { time, rest } = readTime(text.slice(found.index + whole.length).replace(/^[,T]/i, ' '));
  const [month, day] = isMonthFirst ? [first, second] : [second, first];
  return toInstant({ year: Number(year), month: Number(month), day: Number(day), time, offset: readOffset(rest) });
};

/** Seconds or milliseconds since 1970, for what is neither too old nor too far. */
const readEpoch = (text: string): Instant | null => {
  if (!/^\d{9,13}$/.test(text)) return null;
  return text.length >= 12 ? Number(text) : Number(text) * 1_000;
};
