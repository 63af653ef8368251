/** A stretch of a text → its words and marks in their order, with clitics ("’s") and final stops split off. One pass over its characters, linear. */
import { codePointIn, isLetter, isLetterOrDigit, isSpace, isSurrogate, isUpper, widthOf } from './letters.ts';
import { type Word, wordIn } from './words.ts';

const BLANK = 32;
const COMMA = 44;
const DASH = 45;
const STOP = 46;
const UNDERSCORE = 95;
const APOSTROPHE = 39;
const CURLY_APOSTROPHE = 0x2019;
const SOFT_HYPHEN = 0xad;
const ZERO_WIDTH_SPACE = 0x200b;
const codesOf = (chars: string): ReadonlySet<number> => new Set(Array.from(chars, (char) => char.charCodeAt(0)));
/** What may stand before a word as part of it. */
const SIGNS = codesOf('@#$£€');
/** What joins two halves of one word: "AT&T", "co-op", "24/7", "U.S". */
const JOINERS = codesOf(".&'’-‑/");

/** Calls `push` for each word with its start; its end follows from the word's length. */
export function splitWords(text: string, from: number, to: number, push: (start: number, word: Word) => void): void {
  for (let at = from; at < to; ) {
    const code = codePointIn(text, at, to);
    if (code === BLANK || isSpace(code) || code === SOFT_HYPHEN || code === ZERO_WIDTH_SPACE) at++;
    else {
      const first = !isLetterOrDigit(code) && SIGNS.has(code) ? at + 1 : at;
      const end = endOfWord(text, first, to);
      if (end > first) at = pushWord(text, at, end, to, push);
      else {
        const markEnd = isOwnersEnd(text, at, to) ? at + 2 : endOfMark(text, at, to, code);
        push(at, wordIn(text, at, markEnd));
        at = markEnd;
      }
    }
  }
}

/** Letters and digits, with single joiners and the commas of thousands inside; `from` where none begins there. */
function endOfWord(text: string, from: number, to: number): number {
  let end = endOfRun(text, from, to);
  if (end === from) return from;
  while (end < to) {
    const joiner = text.charCodeAt(end);
    if (joiner === BLANK) break;
    const goesOn =
      JOINERS.has(joiner) || isGarbled(joiner)
        ? isLetterOrDigit(codePointIn(text, end + 1, to))
        : joiner === COMMA && isThousands(text, end, to);
    if (!goesOn) break;
    end = endOfRun(text, end + 1, to);
  }
  return end;
}

/** "the U.K.'s": the "'s" behind the stop of an abbreviation. */
function isOwnersEnd(text: string, at: number, to: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== APOSTROPHE && code !== CURLY_APOSTROPHE) return false;
  return (
    at > 0 && text.charCodeAt(at - 1) === STOP && text[at + 1] === 's' && !(at + 2 < to && isLetterOrDigit(codePointIn(text, at + 2, to)))
  );
}

/** Left of a letter that was decoded twice: "SarukhÃ¡n". No « or », and no blank. */
const isGarbled = (code: number): boolean =>
  code >= 0x80 && code <= 0xbf && code !== 0x85 && code !== 0xa0 && code !== 0xab && code !== 0xad && code !== 0xbb;

function endOfRun(text: string, from: number, to: number): number {
  let end = from;
  while (end < to) {
    const code = text.charCodeAt(end);
    if (isLetterOrDigit(code) || code === UNDERSCORE) end++;
    else if (isSurrogate(code) && isLetterOrDigit(codePointIn(text, end, to))) end += 2;
    else break;
  }
  return end;
}

/** A comma with three digits behind it, and no more. */
const isThousands = (text: string, at: number, to: number): boolean =>
  at + 3 < to && isThree(text, at + 1) && (at + 4 === to || !/\w/.test(text[at + 4] ?? ''));

const isThree = (text: string, at: number): boolean =>
  isFigure(text.charCodeAt(at)) && isFigure(text.charCodeAt(at + 1)) && isFigure(text.charCodeAt(at + 2));
const isFigure = (code: number): boolean => code >= 48 && code <= 57;

/** Dashes and stops in a row are one mark; of the others each is its own. */
function endOfMark(text: string, at: number, to: number, code: number): number {
  let end = at + widthOf(code);
  if (code === DASH || code === STOP) while (end < to && text.charCodeAt(end) === code) end++;
  return end;
}

function pushWord(text: string, start: number, wordEnd: number, to: number, push: (start: number, word: Word) => void): number {
  const isStopped = wordEnd < to && text.charCodeAt(wordEnd) === STOP;
  const isKept = isStopped && (isInsideSentence(text, wordEnd + 1, to) || keepsStop(text, start, wordEnd + 1));
  const end = isKept ? wordEnd + 1 : wordEnd;
  const clitic = cliticIn(text, start, end);
  if (clitic > start) {
    push(start, wordIn(text, start, clitic));
    push(clitic, wordIn(text, clitic, end));
  } else push(start, wordIn(text, start, end));
  if (!isStopped || isKept) return end;
  push(end, wordIn(text, end, end + 1));
  return end + 1;
}

/** "Allentown, Pa., said": no sentence ends where a comma follows. */
const isInsideSentence = (text: string, at: number, to: number): boolean => at < to && text.charCodeAt(at) === COMMA;

/** Where "'s", "'ll" and the like begin at the end of a word, else its start. */
function cliticIn(text: string, start: number, end: number): number {
  for (let at = end - 2; at > start && at >= end - 3; at--) {
    const code = text.charCodeAt(at);
    if (code === APOSTROPHE || code === CURLY_APOSTROPHE) return /^(?:s|S|d|ll|ve|re|m)$/.test(text.slice(at + 1, end)) ? at : start;
  }
  return start;
}

/** Titles that are written with a stop; "Judge." and "Baron." end a sentence. */
const ABBREVIATED =
  /^(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sens?|Reps?|Govs?|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Cpl|Pvt|Det|Insp|Supt|Rev|Msgr|Hon|Rt|Atty|Asst|Pres|Sec|Amb|Pc|Cllr|Smt)\.$/;

/** "Mr." and "J." keep their stop as part of the word. */
function keepsStop(text: string, start: number, end: number): boolean {
  const first = codePointIn(text, start, end);
  const isCapital = isUpper(first);
  // most words that end a sentence: neither a capital nor a letter with a stop
  if (!isCapital && !(isLetter(first) && text.charCodeAt(start + widthOf(first)) === STOP)) return false;
  const word = text.slice(start, end);
  return (
    /^\p{Lu}\.$/u.test(word) ||
    /^(?:\p{L}\.)+\p{L}?\.?$/u.test(word) ||
    (isCapital && ABBREVIATED.test(word)) ||
    /^(?:Jr|Sr|St|Inc|Corp|Co|Ltd)\.$/.test(word)
  );
}
