/** Tokens of a sentence → its runs of capitals, with particles inside and titles split off in front. */
import * as lexicon from '#text/lexicon.ts';
import { isGivenName } from '#text/names-en.ts';
import { PLACES } from '#text/places-en.ts';
import type { Token } from '#text/tokens.ts';
import type { Run } from './name-evidence.ts';
import { nameWord } from './name-words.ts';
import { holderWithin } from './office-holder.ts';
import { isPersonNoun } from './speaker-nouns.ts';

const PARTICLES = new Set('de del della der den di du da dos das van von bin bint ibn al el la le ben ter ten zu af av y e'.split(' '));
const PARTY = /^[dri]-\p{L}/u;
const NATIONALITY = /(?:ian|ean|ese|ish|can|ch|eek|ani|aqi|eli|yptian|wiss|ansas|exas|york|iowa|ohio|based)$/;

/** "Ruiz/HARBOUR". */
const isCredited = (token: Token | undefined): boolean => token?.text.includes('/') === true && /\p{L}\/\p{L}/u.test(token.text);

/** Somebody by his party. */
export const isOfParty = (low: string): boolean => /^(?:republican|democrat|independent|tory|socialist)$/.test(low);

const runsOf = new WeakMap<readonly Token[], readonly Run[]>();

/** Remembered, since pronouns, addressees and cues ask again and again. */
export function nameRuns(tokens: readonly Token[]): readonly Run[] {
  const known = runsOf.get(tokens);
  if (known !== undefined) return known;
  const runs = findRuns(tokens);
  runsOf.set(tokens, runs);
  return runs;
}

export function findRuns(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]?.tag !== 'name') continue;
    const to = endOfRun(tokens, i);
    // "Holm, R-Texas,": nobody's name
    if (to === i + 1 && PARTY.test(tokens[i]?.low ?? '')) continue;
    // "the Velm Republican", "a Democrat": of somebody whose name stands elsewhere, or nowhere
    if (isOfParty(tokens[to - 1]?.low ?? '') && /^(?:determiner|number)$/.test(tokens[i - 1]?.tag ?? '')) {
      i = to - 1;
      continue;
    }
    // "Ana Ruiz/HARBOUR PICTURES": whose picture it is
    if (to > i + 1 && isCredited(tokens[to - 1])) {
      i = to - 1;
      continue;
    }
    const nameFrom = afterTitles(tokens, i, to);
    if (nameFrom < to) runs.push({ from: i, to, nameFrom });
    i = to;
  }
  return runs;
}

function endOfRun(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  for (;;) {
    const token = tokens[to];
    if (token === undefined) return to;
    const next = tokens[to + 1];
    if (isCredited(tokens[to - 1])) return to;
    if (token.tag === 'name') to++;
    else if (isNicknameInside(tokens, to)) to += 2;
    else if (PARTICLES.has(token.low) && next?.tag === 'name') to += 2;
    else if (PARTICLES.has(token.low) && PARTICLES.has(next?.low ?? '') && tokens[to + 2]?.tag === 'name') to += 3;
    else if (token.tag === 'comma' && nameWord(next?.text ?? '').isSuffix) to += 2;
    else return to;
  }
}

const MAX_CHARS_OF_NICKNAME = 22;

/** "Ana “Spark” Ruiz": a given name, a word or two between marks, and the surname. */
export const isNicknameInside = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return (
    token?.tag === 'quote' &&
    token.end - token.start <= MAX_CHARS_OF_NICKNAME &&
    tokens[at + 1]?.tag === 'name' &&
    tokens[at - 1]?.tag === 'name' &&
    isGivenName(tokens[at - 1]?.low ?? '')
  );
};

function afterTitles(tokens: readonly Token[], start: number, to: number): number {
  let from = start;
  // "Ana Ruiz Ana Ruiz", where a caption was run into the text
  const half = (to - start) / 2;
  if (half >= 2 && tokens.slice(start, start + half).every(({ low }, i) => low === tokens[start + half + i]?.low)) from = start + half;
  // "EPA Ana Ruiz"
  if (to - from > 2 && CREDIT.test(tokens[from]?.text ?? '')) from++;
  // "Brave Ana Ruiz"
  if (to - from > 2 && FEELING.test(tokens[from]?.low ?? '') && isGivenName(tokens[from + 1]?.low ?? '')) from++;
  // "Sixteen-year-old Ana", at the head of a sentence
  if (to - from > 1 && /-(?:year|month|week)-old$/.test(tokens[from]?.low ?? '')) from++;
  // "Then To Ana Ruiz", in a line with capitals
  while (from < to - 2 && SMALL.test(tokens[from]?.low ?? '')) from++;
  let nameFrom = from;
  // "Alvar King Jr.": nobody's title has such an end
  const hasSuffix = nameWord(tokens[to - 1]?.text ?? '').isSuffix;
  const isAfterComma = hasSuffix && tokens[to - 2]?.tag === 'comma';
  const last = hasSuffix ? (isAfterComma ? to - 3 : to - 2) : to - 1;
  for (let i = from; i <= last - (hasSuffix ? 1 : 0); i++)
    if (
      isTitle(tokens[i]?.low ?? '', i < last) &&
      !(i === last && isSurname(tokens, from, i)) &&
      !(i === last && i > from && lexicon.bodyWords.has(tokens[i]?.low ?? '')) &&
      !(i === last && i > from && !isRole(tokens, i))
    )
      nameFrom = i + 1;
  // "Foreign Policy", "The National Interest": no title by itself
  if (nameFrom === from + 1 && nameFrom < to && OF_OFFICES.test(tokens[from]?.low ?? '')) nameFrom = from;
  // "World Health Organization", "Justice Department": no person behind a field of work
  if (
    nameFrom > from &&
    nameFrom === to - 1 &&
    (FIELD.test(tokens[nameFrom - 1]?.low ?? '') || MEMBERS.test(tokens[nameFrom - 1]?.low ?? '')) &&
    lexicon.bodyWords.has(tokens[nameFrom]?.low ?? '')
  )
    nameFrom = from;
  // "Secretary of State Antony Blinken": the office's name goes with the title
  const holder = nameFrom === from ? holderWithin(tokens, from, to) : undefined;
  if (holder !== undefined) return holder;
  const isOfPerson = isGivenName(tokens[from]?.low ?? '') && !PLACES.has(tokens[from]?.low ?? '');
  if (
    nameFrom === from &&
    !isOfPerson &&
    tokens[from - 1]?.low === 'of' &&
    lexicon.titles.has(tokens[from - 2]?.low ?? '') &&
    to - from >= 3
  ) {
    nameFrom = /^(?:homeland|national|foreign|veterans)$/.test(tokens[from]?.low ?? '') && to - from >= 4 ? from + 2 : from + 1;
  }
  // "Ambassador to the United Nations Ana Ruiz"
  let body = to - 3;
  while (body >= from && !lexicon.bodyWords.has(tokens[body]?.low ?? '')) body--;
  if (nameFrom === from && body >= from && isGivenName(tokens[body + 1]?.low ?? '') && isBehindOffice(tokens, from)) return body + 1;
  // "envoy to Norland Ana Ruiz"
  const isPlaceFirst = PLACES.has(tokens[from]?.low ?? '') && !isGivenName(tokens[from]?.low ?? '');
  if (nameFrom === from && to - from >= 3 && isPlaceFirst && isGivenName(tokens[from + 1]?.low ?? '')) return from + 1;
  if (nameFrom === from && to - from >= 3 && NATIONALITY.test(tokens[from]?.low ?? '') && isGivenName(tokens[from + 1]?.low ?? ''))
    nameFrom++;
  return nameFrom;
}

/** "ambassador to the …", "professor at …". */
function isBehindOffice(tokens: readonly Token[], from: number): boolean {
  const link = tokens[from - 1]?.tag === 'determiner' ? from - 2 : from - 1;
  const isLink = tokens[link]?.tag === 'preposition' || tokens[link]?.tag === 'to';
  return isLink && (lexicon.titles.has(tokens[link - 1]?.low ?? '') || isPersonNoun(tokens[link - 1]?.low ?? ''));
}

const CREDIT = /^(?:EPA|AFP|AP|PA|REX|SWNS|Reuters|REUTERS|Getty|GETTY|Alamy|Contributor)$/;

/** What a paper thinks of somebody, or he feels, in front of his name. */
const FEELING =
  /^(?:brave|tearful|heartbroken|furious|devastated|grieving|distraught|angry|proud|disgraced|embattled|outspoken|beloved|famed|legendary|troubled|heroic|pregnant|terrified|delighted|defiant|retired|veteran|convicted|accused|mum-of-\w+|dad-of-\w+|mother-of-\w+|father-of-\w+)$/;

const SMALL = /^(?:to|from|with|by|but|as|how|why|what|when|where|after|before|over|under|than|not)$/;

/** "Lawyers Association", "Republican Party": whose body it is. */
const MEMBERS = /^(?:\p{L}+[^s]s|republican|democrat|conservative|liberal|socialist|executive)$/u;

/** Words that stand in titles and name no holder by themselves. */
const FIELD =
  /^(?:justice|defen[cs]e|health|education|energy|environment|trade|treasury|foreign|interior|finance|national|security|state|press|campaign|political|home|communications|first|press)$/;

/** Words of offices that nobody bears alone in front of a name. */
const OF_OFFICES = /^(?:foreign|health|education|energy|environment|trade|interior|finance|home|political|campaign|national|vice)$/;

/** "Senator"; in front of a name also "Senators", "Co-author". */
const isTitle = (low: string, isBeforeName: boolean): boolean =>
  lexicon.titles.has(low) ||
  (isBeforeName && /^(?:co|ex|vice)-/.test(low) && lexicon.titles.has(low.slice(low.indexOf('-') + 1))) ||
  // "President-elect Ruiz", "Attorney-General Ruiz", "Son-in-law Tom Holm"
  (isBeforeName && /-(?:elect|designate|general|in-law)$/.test(low)) ||
  // "Singer-guitarists Ana Ruiz and Tom Holm"
  (isBeforeName && low.includes('-') && isPersonNoun(low.slice(low.lastIndexOf('-') + 1).replace(/s$/, ''))) ||
  (isBeforeName && low.endsWith('s') && lexicon.titles.has(low.slice(0, -1)));

/** "Ken Doctor", then "Doctor" without an article, and "Mr. King". */
function isSurname(tokens: readonly Token[], from: number, at: number): boolean {
  const before = tokens[at - 1];
  if (at > from && ADDRESS.test(before?.low ?? '')) return !ADDRESSED_BY_OFFICE.test(tokens[at]?.low ?? '');
  return tokens[at]?.isSurname === true && (at > from || before?.tag !== 'determiner');
}
const ADDRESS = /^(?:mr|mrs|ms|miss|dr)$/;
const ADDRESSED_BY_OFFICE = /^(?:president|speaker|chairman|chair|secretary|minister|mayor|ambassador|commissioner|justice|vice|attorney)$/;

/** A title as the last word is a role ("Prime Minister"), unless it can be a surname after a given name ("Stephen King"). */
const isRole = (tokens: readonly Token[], at: number): boolean =>
  !isGivenName(tokens[at - 1]?.low ?? '') || lexicon.titles.has(tokens[at - 1]?.low ?? '');
