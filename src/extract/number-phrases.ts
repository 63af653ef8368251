/** Tokens → number phrases: "1.2 million", "two hundred and fifty", "half a billion", "tens of thousands", "3½", "one in five", each with its value. */
import { FRACTION_SIGNS, FRACTION_WORDS, parseDigits, SCALE_WORDS, SHORT_SCALES, SMALL_WORDS, VAGUE_PLURALS } from '#text/numbers.ts';
import type { Token } from './figure-tokens.ts';

export type Value = number | readonly [low: number, high: number];

export type NumberPhrase = {
  /** First and last token, inclusive. */
  readonly first: number;
  readonly last: number;
  readonly value: Value;
  /** What multiplied it: 1 for "12", 1e6 for "1.2 million". */
  readonly scale: number;
  readonly form: 'digits' | 'words' | 'fraction' | 'vague' | 'ratio';
};

type Part = Omit<NumberPhrase, 'first'>;

const MAX_PHRASE_TOKENS = 28;

export function readNumberPhrase(tokens: readonly Token[], first: number): NumberPhrase | undefined {
  const token = tokens[first];
  if (!token) return undefined;
  const part =
    token.kind === 'number' ? readDigits(tokens, first) : token.kind === 'word' ? readWords(tokens, first) : readLeadingDot(tokens, first);
  return part && { first, ...(ratio(tokens, part) ?? part) };
}

/** ".534" */
function readLeadingDot(tokens: readonly Token[], i: number): Part | undefined {
  const next = tokens[i + 1];
  if (tokens[i]?.text !== '.' || tokens[i]?.glued || next?.kind !== 'number' || !next.glued || !/^\d+$/.test(next.text)) return undefined;
  return { last: i + 1, value: Number(`0.${next.text}`), scale: 1, form: 'digits' };
}

function readDigits(tokens: readonly Token[], i: number): Part | undefined {
  const token = tokens[i];
  if (!token) return undefined;
  const sign = FRACTION_SIGNS.get(token.text);
  if (sign !== undefined) return scaled(tokens, i, sign, 'fraction');
  const digits = parseDigits(token.text);
  if (digits === null) return undefined;
  const next = tokens[i + 1];
  if (next?.glued && FRACTION_SIGNS.has(next.text)) return scaled(tokens, i + 1, digits + (FRACTION_SIGNS.get(next.text) ?? 0), 'digits');
  if (next?.text === '/' && next.glued) return slash(tokens, i, digits);
  // "3 1/2"
  const whole =
    next?.kind === 'number' && tokens[i + 2]?.text === '/' && /^\d$/.test(next.text) ? slash(tokens, i + 1, Number(next.text)) : undefined;
  if (whole && typeof whole.value === 'number') return { ...whole, value: digits + whole.value };
  const grouped = spaceGroups(tokens, i);
  return grouped ?? scaled(tokens, i, digits, 'digits');
}

/** "1/2" is a fraction; "9/11" and "24/7" are names. */
function slash(tokens: readonly Token[], i: number, numerator: number): Part | undefined {
  const denominator = tokens[i + 2];
  if (denominator?.kind !== 'number' || !denominator.glued || tokens[i + 3]?.text === '/') return undefined;
  if (!/^(?:2|3|4|5|8|16|32)$/.test(denominator.text) || numerator >= Number(denominator.text) || numerator < 1) return undefined;
  return scaled(tokens, i + 2, numerator / Number(denominator.text), 'fraction');
}

/** "50 000": groups of three with spaces, as the SI and much of Europe write. */
function spaceGroups(tokens: readonly Token[], i: number): Part | undefined {
  if (!/^[1-9]\d{0,2}$/.test(tokens[i]?.text ?? '') || /^\p{Lu}/u.test(tokens[i - 1]?.text ?? '')) return undefined;
  let last = i;
  let digits = tokens[i]?.text ?? '';
  while (last - i < 5) {
    const next = tokens[last + 1];
    if (next?.kind !== 'number' || next.glued || !/^\d\d0(?:\.\d+)?$/.test(next.text)) break;
    digits += next.text;
    last += 1;
  }
  return last > i ? { last, value: Number(digits), scale: 1, form: 'digits' } : undefined;
}

/** The magnitudes after a number: "1.5 lakh crore", "3 hundred thousand", "40k", "2 and a half million". */
function scaled(tokens: readonly Token[], at: number, mantissa: number, form: NumberPhrase['form']): Part {
  let last = at;
  let scale = 1;
  let value = mantissa;
  if (
    tokens[at + 1]?.lower === 'and' &&
    tokens[at + 2]?.lower === 'a' &&
    (tokens[at + 3]?.lower === 'half' || tokens[at + 3]?.lower === 'quarter')
  ) {
    value += tokens[at + 3]?.lower === 'half' ? 0.5 : 0.25;
    last = at + 3;
  }
  for (let steps = 0; steps < 3; steps++) {
    const hyphen = tokens[last + 1]?.text === '-' && tokens[last + 1]?.glued && tokens[last + 2]?.glued ? 1 : 0;
    const next = tokens[last + 1 + hyphen];
    const by =
      next && next.kind === 'word'
        ? (SCALE_WORDS.get(next.lower) ?? (scale === 1 && !hyphen ? shortScale(tokens[last] ?? next, next) : undefined))
        : undefined;
    if (by === undefined) break;
    scale *= by;
    last += 1 + hyphen;
  }
  return { last, value: exact(value, scale), scale, form };
}

/** Decimal digits times a power of ten without the float's tail: 1.1 × 1e9 is 1100000000. */
function exact(value: number, scale: number): number {
  return scale === 1 ? value : Number((value * scale).toPrecision(15));
}

function shortScale(before: Token, next: Token): number | undefined {
  const by = SHORT_SCALES.get(next.text);
  if (by === undefined) return undefined;
  // "m" alone may be the metre, "k" a name: the caller decides on a glued "m" by what follows.
  // "4K" and "8K" are screens
  if (next.glued && next.text === 'K' && /^[48]$/.test(before.text)) return undefined;
  if (next.glued) return next.text === 'm' || next.text === 'MM' || next.text === 'T' ? undefined : by;
  return /^(?:B|M|bn|Bn|BN|mn|mln|tn|trn|bln)$/.test(next.text) ? by : undefined;
}

function readWords(tokens: readonly Token[], i: number): Part | undefined {
  const word = tokens[i]?.lower ?? '';
  const next = tokens[i + 1]?.lower ?? '';
  if (word === 'half') return half(tokens, i);
  if (word === 'a' || word === 'an') {
    if (SCALE_WORDS.has(next)) return readCardinal(tokens, i + 1, 1);
    if (next === 'few' || next === 'couple') return few(tokens, i + 2);
    if (FRACTION_WORDS.has(next)) {
      const part = partOfScale(tokens, i + 2, 1 / (FRACTION_WORDS.get(next) ?? 1));
      if (part) return part;
    }
    // "a decade and a half of"
    if (tokens[i - 1]?.lower === 'and' && /^(?:half|quarter)$/.test(next)) return undefined;
    if (isFractionOf(tokens, i + 1)) return { last: i + 1, value: 1 / (FRACTION_WORDS.get(next) ?? 1), scale: 1, form: 'fraction' };
    return undefined;
  }
  if (word === 'several' || word === 'many') return few(tokens, i + 1);
  if (VAGUE_PLURALS.has(word)) return vague(tokens, i);
  if (word === 'scores' && next === 'of') return { last: i, value: [20, 200], scale: 1, form: 'vague' };
  if (SMALL_WORDS.has(word)) return wordedFraction(tokens, i) ?? readCardinal(tokens, i, 0);
  if (SCALE_WORDS.has(word) && !/^(?:lac|dozen|hundred)$/.test(word)) return undefined;
  return undefined;
}

/** "several hundred", "a few thousand": from the word to ten times as much. */
function few(tokens: readonly Token[], i: number): Part | undefined {
  const scale = SCALE_WORDS.get(tokens[i]?.lower ?? '');
  return scale === undefined ? undefined : { last: i, value: [scale, scale * 10], scale, form: 'vague' };
}

/** "tens of thousands", "hundreds of millions", "dozens". */
function vague(tokens: readonly Token[], i: number): Part {
  const base = VAGUE_PLURALS.get(tokens[i]?.lower ?? '') ?? 1;
  const by = tokens[i + 1]?.lower === 'of' ? VAGUE_PLURALS.get(tokens[i + 2]?.lower ?? '') : undefined;
  const low = by ? base * by : base;
  return { last: by ? i + 2 : i, value: [low, low * 10], scale: low, form: 'vague' };
}

const afterHalf = new Set('of the its their his her all that those these our my your'.split(' '));
function half(tokens: readonly Token[], i: number): Part | undefined {
  const next = tokens[i + 1]?.lower ?? '';
  if (next === 'a' || next === 'an') {
    const scale = SCALE_WORDS.get(tokens[i + 2]?.lower ?? '');
    if (scale !== undefined) return { last: i + 2, value: scale / 2, scale, form: 'words' };
    return { last: i + 1, value: 0.5, scale: 1, form: 'fraction' };
  }
  // "a decade and a half of peace"
  if (/^an?$/.test(tokens[i - 1]?.lower ?? '') && tokens[i - 2]?.lower === 'and') return undefined;
  // "the first half of 2015"
  if (/^(?:first|second|latter|last|other|better|top|bottom)$/.test(tokens[i - 1]?.lower ?? '')) return undefined;
  return afterHalf.has(next) ? { last: i, value: 0.5, scale: 1, form: 'fraction' } : undefined;
}

/** "a quarter of a trillion", "three quarters of a million". */
function partOfScale(tokens: readonly Token[], i: number, share: number): Part | undefined {
  if (tokens[i]?.lower !== 'of' || tokens[i + 1]?.lower !== 'a') return undefined;
  const scale = SCALE_WORDS.get(tokens[i + 2]?.lower ?? '');
  return scale === undefined || scale < 1000 ? undefined : { last: i + 2, value: exact(share, scale), scale, form: 'words' };
}

function isFractionOf(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i]?.lower ?? '';
  if (!FRACTION_WORDS.has(word)) return false;
  const next = tokens[i + 1];
  return next?.lower === 'of' || (tokens[i - 2]?.lower === 'by' && (next === undefined || next.kind === 'mark' || next.lower === 'in'));
}

/** "two-thirds", "three quarters of", "one fifth of". */
function wordedFraction(tokens: readonly Token[], i: number): Part | undefined {
  const hyphen = tokens[i + 1]?.text === '-' ? 1 : 0;
  const at = i + 1 + hyphen;
  const denominator = FRACTION_WORDS.get(tokens[at]?.lower ?? '');
  const numerator = SMALL_WORDS.get(tokens[i]?.lower ?? '') ?? 0;
  if (denominator === undefined || numerator >= denominator || numerator === 0) return undefined;
  const scaledPart = partOfScale(tokens, at + 1, numerator / denominator);
  if (scaledPart) return scaledPart;
  const plural = /s$/.test(tokens[at]?.lower ?? '') || tokens[at]?.lower === 'half';
  // "three quarters" of a year are a time unless they are of something.
  if (denominator === 4 && !hyphen && tokens[at + 1]?.lower !== 'of') return undefined;
  if (!plural && !hyphen && tokens[at + 1]?.lower !== 'of') return undefined;
  return { last: at, value: numerator / denominator, scale: 1, form: 'fraction' };
}

/** Cardinals in words: "one hundred and twenty thousand", "twenty-five", "three million". `lead` 1 reads the scale behind "a". */
function readCardinal(tokens: readonly Token[], start: number, lead: 0 | 1): Part | undefined {
  let total = 0;
  let current: number = lead;
  let last = start - 1;
  let scale = 1;
  let i = start;
  let lastSmall = Infinity;
  while (i < tokens.length && i - start < MAX_PHRASE_TOKENS) {
    const token = tokens[i];
    if (!token) break;
    const small = SMALL_WORDS.get(token.lower);
    const by = SCALE_WORDS.get(token.lower);
    if (small !== undefined) {
      // After "twenty" only a digit, after a hundred anything below it.
      const fits = current === 0 || current % 100 === 0 || (lastSmall >= 20 && lastSmall % 10 === 0 && small < 10 && small > 0);
      if (!fits) break;
      current += small;
      lastSmall = small;
      last = i;
    } else if (by !== undefined && current > 0) {
      if (by <= 100) current *= by;
      else {
        total += current * by;
        current = 0;
      }
      scale = by;
      lastSmall = Infinity;
      last = i;
    } else if (
      token.text === '-' &&
      token.glued &&
      last === i - 1 &&
      (SMALL_WORDS.has(tokens[i + 1]?.lower ?? '') || SCALE_WORDS.has(tokens[i + 1]?.lower ?? ''))
    ) {
      // "twenty-five", "three-million"; "two-three" breaks above
    } else if (token.lower === 'and' && last === i - 1 && scale >= 100 && SMALL_WORDS.has(tokens[i + 1]?.lower ?? '')) {
      // "two hundred and fifty"
    } else break;
    i += 1;
  }
  if (last < start) return undefined;
  const value = total + current;
  const part = scaledHalf(tokens, last, value, scale);
  return part ?? { last, value, scale, form: 'words' };
}

/** "two and a half", "one and a half million". */
function scaledHalf(tokens: readonly Token[], last: number, value: number, scale: number): Part | undefined {
  if (tokens[last + 1]?.lower !== 'and' || tokens[last + 2]?.lower !== 'a' || tokens[last + 3]?.lower !== 'half') return undefined;
  if (scale > 1) return { last: last + 3, value: value + scale / 2, scale, form: 'words' };
  return { ...scaled(tokens, last, value, 'words') };
}

const ratioBases = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 200, 500, 1000, 10_000, 100_000, 1_000_000]);
/** "one in five", "three out of ten": the share they stand for. */
function ratio(tokens: readonly Token[], part: Part): Part | undefined {
  if (typeof part.value !== 'number' || part.scale !== 1 || part.value < 1 || !Number.isInteger(part.value)) return undefined;
  const by = tokens[part.last + 1]?.lower;
  const at = part.last + (by === 'in' ? 2 : by === 'out' && tokens[part.last + 2]?.lower === 'of' ? 3 : 0);
  if (at <= part.last) return undefined;
  const start = tokens[at]?.lower === 'every' ? at + 1 : at;
  const token = tokens[start];
  const base = !token ? undefined : token.kind === 'number' ? readDigits(tokens, start) : readWords(tokens, start);
  if (!base || typeof base.value !== 'number' || !ratioBases.has(base.value) || base.value <= part.value) return undefined;
  if (
    /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|games?|matches|starts|seasons?|attempts)$/.test(
      tokens[base.last + 1]?.lower ?? '',
    )
  )
    return undefined;
  return { last: base.last, value: part.value / base.value, scale: 1, form: 'ratio' };
}
