/** A paragraph → the spans of its sentences, without the white space around them. */
import type { Span } from '#model/article.ts';
import { NEVER_FINAL, OPENERS, SELDOM_FINAL } from './abbreviations-en.ts';
import { isDigit, isLetterOrDigit, isSpace, isUpper } from './letters.ts';

const CLOSER = new Set('"”’\'»)]}›');
const OPENER = new Set('"“‘\'«([{‹„‚¿¡*•');
/** Words that can stand between a quotation's closing mark and its verb: "…?” Senator Mora Vidal asked." */
const MAX_WORDS_TO_CUE = 6;
const CUE =
  /^(?:said|says|asked|asks|added|adds|told|tells|wrote|writes|replied|replies|shouted|cried|wondered|tweeted|yelled|joked|quipped|exclaimed|demanded|continued|answered|responded|screamed|insisted|declared|recalled|inquired|queried|posted|remarked|noted|thundered|urged|began|roared|chanted)$/;

export function findSentences(text: string, paragraph: Span): Span[] {
  if (paragraph.start === 0 && paragraph.end === text.length) return splitWhole(text);
  const { start } = paragraph;
  return splitWhole(text.slice(start, paragraph.end)).map((span) => ({ start: span.start + start, end: span.end + start }));
}

/** Searches never look past the paragraph: it is the whole text here. */
function splitWhole(text: string): Span[] {
  const paragraph = { start: 0, end: text.length };
  const spans: Span[] = [];
  let start = paragraph.start;
  for (let i = nextStop(text, paragraph.start, paragraph.end); i < paragraph.end; i = nextStop(text, i + 1, paragraph.end)) {
    let stopsEnd = i + 1;
    while (stopsEnd < paragraph.end && isStop(text[stopsEnd])) stopsEnd++;
    let end = stopsEnd;
    while (end < paragraph.end && CLOSER.has(text[end] ?? '')) end++;
    if (end >= paragraph.end) break;
    if (isGlued(text, i, end) || (isSpace(text.charCodeAt(end)) && endsSentence(text, start, i, stopsEnd, end, paragraph.end))) {
      spans.push({ start, end });
      start = skipSpace(text, end, paragraph.end);
      i = start - 1;
    } else i = end - 1;
  }
  if (start < paragraph.end) spans.push({ start, end: paragraph.end });
  return spans;
}

/** "crossed the river.On Monday": the page lost its break; "Orvane.Com" is no such place, and neither is "Rep.Holm". */
const GLUED = /^“?(?!Com\b|Net\b|Org\b)\p{Lu}\p{Ll}+[ ,]/u;
const isGlued = (text: string, at: number, end: number): boolean =>
  (isUpper(text.charCodeAt(end)) || text[end] === '“') &&
  /\p{Ll}{4}$/u.test(text.slice(Math.max(0, at - 4), at)) &&
  GLUED.test(text.slice(end, end + 24));

/** The stops reach from `at` to `stopsEnd`, closing marks to `end`. */
function endsSentence(text: string, from: number, at: number, stopsEnd: number, end: number, limit: number): boolean {
  let next = skipSpace(text, end, limit);
  let isOpened = false;
  while (next < limit && OPENER.has(text[next] ?? '')) {
    isOpened = true;
    next++;
  }
  if (next >= limit) return false;
  const follower = text[next] ?? '';
  if (!beginsSentence(text, next)) return isOpened && !/[\p{Ll}]/u.test(follower);
  const isQuotedEnd = end > stopsEnd;
  if (isQuotedEnd && text[at] !== '.' && goesOnWithCue(text, next, limit)) return false;
  if (text[at] !== '.' || stopsEnd - at > 1) return true;
  const word = wordBefore(text, from, at);
  if (word === '') return true;
  return !isAbbreviation(word, isQuotedEnd || isOpened, wordAt(text, next, limit), follower);
}

/** A capital, a digit, a sign of money, or the likes of "iPhone". */
function beginsSentence(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    isUpper(code) || isDigit(code) || '@#$£€'.includes(text[at] ?? ' ') || (code >= 97 && code <= 122 && isUpper(text.charCodeAt(at + 1)))
  );
}

function isAbbreviation(word: string, isMarked: boolean, nextWord: string, follower: string): boolean {
  const low = word.toLowerCase();
  if (NEVER_FINAL.has(low) && (word !== low || low.length <= 2 || /\d/.test(follower) || low.includes('.'))) return true;
  const isSeldomFinal = SELDOM_FINAL.has(low);
  if (isSeldomFinal && (low === 'no' || /^(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)$/.test(low))) return /\d/.test(follower);
  if (!isSeldomFinal && !isInitial(word)) return false;
  if (low === 'etc') return false;
  if (/^(?:am|pm)$/.test(low)) return false;
  if (isSeldomFinal && word === low && !word.includes('.')) return false;
  return !isMarked && !OPENERS.has(nextWord.toLowerCase());
}

/** "J", "U.N", "e.V". */
const isInitial = (word: string): boolean =>
  word.length <= 2 ? /^\p{Lu}$/u.test(word) : word.includes('.') && /^(?:\p{L}\.)+\p{L}$/u.test(word);

/** "…?” Mora Vidal asked": capitals up to a speech verb. */
function goesOnWithCue(text: string, from: number, limit: number): boolean {
  const words = text.slice(from, Math.min(limit, from + 120)).split(/\s+/, MAX_WORDS_TO_CUE + 1);
  // after a quotation these go on with a small letter; with a capital they begin anew
  if (/^(?:He|She|They|It|We|I|But|And)$/.test(words[0] ?? '')) return false;
  for (const [index, raw] of words.entries()) {
    const word = raw.replace(/[,.;:]+$/, '');
    if (index > 0 && CUE.test(word.toLowerCase())) return true;
    // "…?” Miller, a retired worker, said": the cue stands behind the apposition
    if (index > 0 && index < 4 && words[index - 1]?.endsWith(',') === true && !/^\p{Lu}/u.test(raw)) return hasCueBehind(text, from, limit);
    if (/[.;:!?]$/.test(raw) && !/^(?:\p{Lu}|\p{Lu}\p{Ll}{1,3})\.$/u.test(raw)) return false;
    if (!/^[\p{Lu}\d(]/u.test(word) && !/^(?:of|the|de|van|von|der|den|bin|al|el|la|da|di|du|and|who|also|then)$/.test(word)) return false;
  }
  return false;
}

const MAX_APPOSITION_CHARS = 160;

function hasCueBehind(text: string, from: number, limit: number): boolean {
  const rest = text.slice(from, Math.min(limit, from + MAX_APPOSITION_CHARS));
  const stop = rest.search(/[a-z]{3}[.!?]\s/);
  return (stop < 0 ? rest : rest.slice(0, stop + 4))
    .split(/,\s+/)
    .slice(1)
    .some((part) => CUE.test(/^[a-z]+/i.exec(part)?.[0]?.toLowerCase() ?? ''));
}

function wordBefore(text: string, from: number, at: number): string {
  let start = at;
  while (start > from && at - start < 24 && isOfWord(text.charCodeAt(start - 1))) start--;
  while (start < at && isOfWord(text.charCodeAt(start)) && !isLetterOrDigit(text.charCodeAt(start))) start++;
  return text.slice(start, at);
}

const isOfWord = (code: number): boolean => isLetterOrDigit(code) || code === 0x2e || code === 0x27 || code === 0x2019 || code === 0x2d;

function wordAt(text: string, from: number, limit: number): string {
  let end = from;
  while (end < limit && end - from < 24 && isLetterOrDigit(text.charCodeAt(end))) end++;
  return text.slice(from, end);
}

const STOP = /[.!?…]/g;

function nextStop(text: string, from: number, limit: number): number {
  STOP.lastIndex = from;
  const match = STOP.exec(text);
  return match === null ? limit : match.index;
}

const isStop = (char: string | undefined): boolean => char === '.' || char === '!' || char === '?' || char === '…';

function skipSpace(text: string, from: number, limit: number): number {
  let i = from;
  while (i < limit && isSpace(text.charCodeAt(i))) i++;
  return i;
}
