/**
 * What a reader typed → words to search for, in a form that no engine's query syntax can reach.
 *
 * Names matter here, so there is neither stemming nor a prefix search ("xi" must not find Xinjiang, "trump" no trumpets): a word finds
 * itself and its singular or plural ("tariff" finds tariffs, "cities" city). A possessive is two words to the index ("putin's"), so it is
 * found too. Words between double quotes, or with a blank inside, are a phrase; between double quotes they are taken as they stand.
 */
import { foldedWords } from '#lib/fold.ts';

/** Words that stand next to each other, in this order. */
export type Phrase = readonly string[];
/** Spellings of one word or phrase; any of them will do. */
export type Term = readonly [Phrase, ...Phrase[]];

/** `all` are joined by AND; of `any`, where it is not empty, one must be there; none of `none` may. */
export type WordQuery = { readonly all: readonly Term[]; readonly any: readonly Term[]; readonly none: readonly Term[] };

const MAX_TERMS = 32;
const MAX_PHRASE_WORDS = 12;

/** Their form without the s is another word, or another name. */
const NO_PLURALS: ReadonlySet<string> = new Set(
  'adams davies edwards evans hamas hughes jacobs james jones mars matthews news peters phillips roberts rogers texas wales williams'.split(
    ' ',
  ),
);

/** The word and its other number, by English spelling; a spelling that is no word finds nothing and does no harm. */
export function numberForms(word: string): readonly string[] {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return [word];
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`];
  if (word.length > 4 && word.endsWith('ies')) return [word, `${word.slice(0, -3)}y`];
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return [word, word.slice(0, -2)];
  if (/(?:[siu]s|x|z|ch|sh|^..s)$/.test(word)) return [word, `${word}es`];
  if (word.endsWith('s')) return NO_PLURALS.has(word) ? [word] : [word, word.slice(0, -1)];
  return [word, `${word}s`];
}

function termOf(typed: string): Term | undefined {
  const words = foldedWords(typed).slice(0, MAX_PHRASE_WORDS);
  const last = words.at(-1);
  if (last === undefined) return undefined;
  if (/^\s*["“].*["”]\s*$/su.test(typed)) return [words];
  const [first, ...others] = numberForms(last).map((form) => [...words.slice(0, -1), form]);
  return first === undefined ? undefined : [first, ...others];
}

export function termsOf(typed: readonly string[]): readonly Term[] {
  return typed
    .map(termOf)
    .filter((term) => term !== undefined)
    .slice(0, MAX_TERMS);
}

/** Undefined where nothing was asked for; `nothing` where something was, but no letter or digit was in it: that finds nothing. */
export function wordQuery(query: {
  readonly all?: readonly string[] | undefined;
  readonly any?: readonly string[] | undefined;
  readonly none?: readonly string[] | undefined;
}): WordQuery | 'nothing' | undefined {
  const { all = [], any = [], none = [] } = query;
  const wanted: WordQuery = { all: termsOf(all), any: termsOf(any), none: termsOf(none) };
  const asked = all.length + any.length > 0;
  if (asked && (wanted.all.length < Math.min(all.length, MAX_TERMS) || (any.length > 0 && wanted.any.length === 0))) return 'nothing';
  return asked || wanted.none.length > 0 ? wanted : undefined;
}
