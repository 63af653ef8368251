/** A token as it is written → its kind and what the lists say of it, looked up once for all places where it stands. */
import { currencyBefore } from '#text/currencies.ts';
import { createIntern } from '#text/intern.ts';
import { SMALL_WORDS, VAGUE_PLURALS } from '#text/numbers.ts';
import { type Known, knownAs } from './known-words.ts';

export type FigureWord = {
  readonly kind: 'word' | 'number' | 'mark';
  readonly text: string;
  readonly lower: string;
  /** Of its small letters. */
  readonly known: Known;
  /** An amount may begin with it: most words cannot. */
  readonly mayOpen: boolean;
};

/** What a few hundred articles hold. */
const MAX_WORDS_KEPT = 20_000;
export const figureWordIn = createIntern(makeWord, MAX_WORDS_KEPT);

const DIGIT = /^[\d½⅓⅔¼¾⅕⅖⅗⅘⅙⅛⅜⅝⅞]/;
const LETTER = /^\p{L}/u;
const MONEY = /[$€£¥₹₽₩₪₦₱₺₴₫฿৳₿₵=]/;
const OPENER = /^(?:half|an?|several|many|scores|.+fold)$/;

function makeWord(text: string): FigureWord {
  const lower = text.toLowerCase();
  const kind = DIGIT.test(text) ? 'number' : LETTER.test(text) && !MONEY.test(text) ? 'word' : 'mark';
  return { kind, text, lower, known: knownAs(lower), mayOpen: kind === 'number' || opensAmount(text, lower) };
}

const opensAmount = (text: string, lower: string): boolean =>
  text === '.' || SMALL_WORDS.has(lower) || VAGUE_PLURALS.has(lower) || OPENER.test(lower) || currencyBefore(text) !== undefined;
