/** A sentence → its tokens: words, digits and marks, each with its place in the text. One pass, linear in the sentence. */
import type { Span } from '#model/article.ts';

export type Token = Span & {
  readonly kind: 'word' | 'number' | 'mark';
  readonly text: string;
  readonly lower: string;
  /** No white space before it. */
  readonly glued: boolean;
};

/**
 * Digits keep their separators; a letter keeps what follows it without a break ("M21", "U.S", "km²", "don’t"), so that it is no number.
 * Currency codes are cut from the digits that follow them ("EUR50m"). "PS" and "Y=" are what £ and ¥ become in ASCII.
 */
const pattern = new RegExp(
  [
    // most tokens are plain words
    String.raw`[a-z]+(?![\p{L}\p{M}\p{N}’'.])`,
    String.raw`\d+(?:[.,]\d+|[’'\u00a0\u202f\u2009]\d{3}(?!\d))*`,
    '[½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞]',
    String.raw`(?:EUR|USD|GBP|CHF|INR|AUD|CAD|NZD|SGD|HKD|JPY|CNY|RMB|PKR|NPR|MYR|ZAR|AED|SAR|SEK|NOK|DKK|PLN|NIS|KSh|Ksh|Sh|RM|Rs|Rp|Tk|PS)(?=\d)`,
    String.raw`(?:U\.S\.|[A-Z]{1,3})?[$€£¥₹₽₩₪₦₱₺₴₫฿৳₿₵](?:(?:US|A|NZ|C)(?=\s?\d))?`,
    String.raw`Y=(?=\d)`,
    String.raw`(?:\p{Lu}\.){2,}(?!\p{L})`,
    String.raw`\p{L}[\p{L}\p{M}\p{N}]*(?:[’'.]\p{L}[\p{L}\p{M}\p{N}]*)*`,
    String.raw`\.\.\.|\S`,
  ].join('|'),
  'gu',
);

export function tokenise(text: string, span: Span): Token[] {
  const tokens: Token[] = [];
  let last = -1;
  const sentence = text.slice(span.start, span.end);
  for (const match of sentence.matchAll(pattern)) {
    const written = match[0];
    const start = span.start + match.index;
    tokens.push({
      kind: kindOf(written),
      text: written,
      lower: isPlain(written) ? written : written.toLowerCase(),
      start,
      end: start + written.length,
      glued: start === last,
    });
    last = start + written.length;
  }
  return tokens;
}

/** A small Latin letter first: the rest of a token of that kind is small too, or it is rare. */
const isPlain = (written: string): boolean => /^[a-z]+$/.test(written);

function kindOf(written: string): Token['kind'] {
  const code = written.charCodeAt(0);
  if (code >= 97 && code <= 122) return 'word';
  if (/^[\d½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞]/.test(written)) return 'number';
  return /^\p{L}/u.test(written) && !/[$€£¥₹₽₩₪₦₱₺₴₫฿৳₿₵=]/.test(written) ? 'word' : 'mark';
}
