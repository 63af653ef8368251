/** A sentence → its tokens: words, digits and marks, each with its place in the text. One pass, linear in the sentence. */
import type { Span } from '#model/article.ts';
import { codePointIn, isLetterOrDigit, isSpace } from '#text/letters.ts';
import { type FigureWord, figureWordIn } from './figure-words.ts';

export type Token = Span & {
  readonly kind: FigureWord['kind'];
  readonly text: string;
  readonly lower: string;
  readonly word: FigureWord;
  /** No white space before it. */
  readonly glued: boolean;
};

/**
 * Digits keep their separators; a letter keeps what follows it without a break ("M21", "U.S", "km²", "don’t"), so that it is no number.
 * Currency codes are cut from the digits that follow them ("EUR50m"). "PS" and "Y=" are what £ and ¥ become in ASCII.
 */
const pattern = new RegExp(
  [
    String.raw`\d+(?:[.,]\d+|[’'\u00a0\u202f\u2009]\d{3}(?!\d))*`,
    '[½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞]',
    String.raw`(?:EUR|USD|GBP|CHF|INR|AUD|CAD|NZD|SGD|HKD|JPY|CNY|RMB|PKR|NPR|MYR|ZAR|AED|SAR|SEK|NOK|DKK|PLN|NIS|KSh|Ksh|Sh|RM|Rs|Rp|Tk|PS)(?=\d)`,
    String.raw`(?:U\.S\.|[A-Z]{1,3})?[$€£¥₹₽₩₪₦₱₺₴₫฿৳₿₵](?:(?:US|A|NZ|C)(?=\s?\d))?`,
    String.raw`Y=(?=\d)`,
    String.raw`(?:\p{Lu}\.){2,}(?!\p{L})`,
    String.raw`\p{L}[\p{L}\p{M}\p{N}]*(?:[’'.]\p{L}[\p{L}\p{M}\p{N}]*)*`,
    String.raw`\.\.\.|\S`,
  ].join('|'),
  'uy',
);

export function tokenise(text: string, span: Span): Token[] {
  const tokens: Token[] = [];
  // what stands behind the sentence goes on with none of its words
  const sentence = text.slice(span.start, span.end);
  let last = -1;
  for (let at = 0; at < sentence.length; ) {
    if (isSpace(sentence.charCodeAt(at))) {
      at++;
      continue;
    }
    const end = endOfPlainWord(sentence, at) ?? endOfToken(sentence, at);
    const word = figureWordIn(sentence, at, end);
    const { kind, text: written, lower } = word;
    tokens.push({ kind, text: written, lower, start: span.start + at, end: span.start + end, glued: at === last, word });
    last = end;
    at = end;
  }
  return tokens;
}

/** Most tokens: small Latin letters, the first one perhaps a capital, and nothing behind them that would go on with the word. */
function endOfPlainWord(sentence: string, from: number): number | undefined {
  const first = sentence.charCodeAt(from);
  const isCapital = first >= 65 && first <= 90;
  if (!isCapital && !isSmall(first)) return undefined;
  let end = from + 1;
  while (isSmall(sentence.charCodeAt(end))) end++;
  if (isCapital && end === from + 1) return undefined;
  const next = codePointIn(sentence, end, sentence.length);
  return GOES_ON.has(next) || isLetterOrDigit(next) ? undefined : end;
}

const isSmall = (code: number): boolean => code >= 97 && code <= 122;
const GOES_ON = new Set(Array.from("’'.", (char) => char.charCodeAt(0)));

function endOfToken(sentence: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(sentence) ? pattern.lastIndex : from + 1;
}
