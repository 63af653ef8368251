/** A UTF-16 code → what kind of character it is, from a table that fills as characters are met: what \p{L}, \p{Lu}, \p{Ll}, \p{N} and \s say, at the price of a look-up. */

const KNOWN = 1;
const LETTER = 2;
const DIGIT = 4;
const UPPER = 8;
const SPACE = 16;
const LOWER = 32;

/** One byte for each code of the basic plane; an untouched page of it takes no memory. */
const kinds = new Uint8Array(0x10000);

/** Beside code points NaN too, which charCodeAt gives past the end of a text. */
function kindOf(code: number): number {
  const known = kinds[code] ?? 0;
  return known === 0 ? classify(code) : known;
}

function classify(code: number): number {
  if (Number.isNaN(code)) return 0;
  const char = String.fromCodePoint(code);
  const kind =
    KNOWN |
    (/[\p{L}\p{M}]/u.test(char) ? LETTER : 0) |
    (/\p{N}/u.test(char) ? DIGIT : 0) |
    (/\p{Lu}/u.test(char) ? UPPER : 0) |
    (/\p{Ll}/u.test(char) ? LOWER : 0) |
    (/\s/u.test(char) ? SPACE : 0);
  if (code < kinds.length) kinds[code] = kind;
  return kind;
}

/** Accents that stand behind their letter as characters of their own count as letters. Of code points: one outside the basic plane counts too. */
export const isLetterOrDigit = (code: number): boolean => (kindOf(code) & (LETTER | DIGIT)) !== 0;
export const isLetter = (code: number): boolean => (kindOf(code) & LETTER) !== 0;
export const isDigit = (code: number): boolean => (kindOf(code) & DIGIT) !== 0;
export const isUpper = (code: number): boolean => (kindOf(code) & UPPER) !== 0;
export const isLower = (code: number): boolean => (kindOf(code) & LOWER) !== 0;
export const isSpace = (code: number): boolean => (kindOf(code) & SPACE) !== 0;

/** The code point at `at`, where `end` is as good as the end of the text: 0 there, which is no character of any kind. */
export function codePointIn(text: string, at: number, end: number): number {
  if (at >= end) return 0;
  const code = text.charCodeAt(at);
  if ((code & 0xfc00) !== 0xd800 || at + 1 >= end) return code;
  const low = text.charCodeAt(at + 1);
  return (low & 0xfc00) === 0xdc00 ? ((code - 0xd800) << 10) + (low - 0xdc00) + 0x10000 : code;
}

/** Half of a code point outside the basic plane. */
export const isSurrogate = (code: number): boolean => (code & 0xf800) === 0xd800;

/** How many UTF-16 units a code point takes. */
export const widthOf = (code: number): number => (code > 0xffff ? 2 : 1);
