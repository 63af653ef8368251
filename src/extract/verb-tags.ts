/** Words that end as verbs do, with their neighbours → their tags: pasts and participles, gerunds, and words on no list. */
import { verbReading } from '#text/lexicon.ts';
import { SMALL_WORDS } from '#text/numbers.ts';
import type { Token } from './figure-tokens.ts';
import { nounsInIng, type Tag } from './known-words.ts';
import { ADJECTIVES, AUXILIARIES, CONJUNCTIONS, DETERMINERS, isAdverb, isPlural, PREPOSITIONS, PRONOUNS } from './word-forms.ts';

/** What begins another noun phrase: an amount, a determiner, an adverb. */
export const opensPhrase = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'number' || /^(?:[A-Z]{0,3}[$€£¥₹]|~)/.test(token.text) || DETERMINERS.has(token.lower) || isAdverb(token.lower));

/** Verbs whose past looks like the base: "cut", "hit", "put", "cost". */
export function pastLike(base: string, word: string): boolean {
  return base === word && /^(?:cut|hit|put|cost|set|shed|split|spread|hurt|cast|read|let)$/.test(word);
}

export function past(tokens: readonly Token[], i: number, before: Tag | undefined, afterNounOpener: boolean): Tag {
  const next = tokens[i + 1];
  if (before === 'aux' || before === 'adv') return 'verb';
  if (before === 'num') return next && isPlural(next.lower) ? 'noun' : 'verb';
  if (afterNounOpener && pastLike(tokens[i]?.lower ?? '', tokens[i]?.lower ?? '')) return 'noun';
  if (afterNounOpener) return next && next.kind === 'word' && !PREPOSITIONS.has(next.lower) ? 'noun' : 'participle';
  if (before === 'prep' && next?.kind === 'word' && (isPlural(next.lower) || isOpenNoun(next))) return 'noun';
  if (before === 'noun' && next?.lower === 'by' && !measures(tokens, i + 2)) return 'participle';
  return 'verb';
}

/** A word that may go on in a noun phrase: "of registered Hispanic voters". */
const isOpenNoun = ({ lower }: Token): boolean =>
  !DETERMINERS.has(lower) &&
  !PREPOSITIONS.has(lower) &&
  !PRONOUNS.has(lower) &&
  !CONJUNCTIONS.has(lower) &&
  !AUXILIARIES.has(lower) &&
  lower !== 'to' &&
  !isAdverb(lower);

export function gerund(before: Tag | undefined, afterNounOpener: boolean, next: Token | undefined): Tag {
  if (before === 'aux' || before === 'adv') return 'verb';
  if (afterNounOpener || before === 'num') return 'noun';
  if (before === 'prep') return next && opensPhrase(next) ? 'gerund' : 'noun';
  return 'gerund';
}

/** "of total hiring and", "on federal lobbying by": what an adjective describes is a noun. */
export const isDeed = (previous: string, next: Token | undefined): boolean =>
  ADJECTIVES.has(previous) &&
  (next === undefined || next.kind === 'mark' || CONJUNCTIONS.has(next.lower) || (next.lower !== 'to' && PREPOSITIONS.has(next.lower)));

/** "plunged by more than 15%": by how much, not by whom. */
function measures(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  return (
    token.kind === 'number' ||
    SMALL_WORDS.has(token.lower) ||
    /^(?:[A-Z]{0,3}[$€£¥₹]|~)/.test(token.text) ||
    (/^(?:more|less|about|around|nearly|almost|some|over|up|at|as|a|an|half)$/.test(token.lower) &&
      tokens.slice(i, i + 4).some(({ kind }) => kind === 'number'))
  );
}

/** Words on no list: -ed after a noun is a verb, -ing after a comma a participle; the rest are nouns and adjectives. */
const VERB_ENDING = /(?:[^aeiou]ize|[^aeiou]izes|ify|ifies|yzes?)$/;

export function openWord(word: string, before: Tag | undefined, previous: string, next: Token | undefined, afterNounOpener: boolean): Tag {
  if (word.length > 4 && word.endsWith('ed') && !/(?:eed|^red|^bed|^shed|sacred|hatred|hundred)$/.test(word)) {
    if (before === 'aux' || before === 'pron' || before === 'adv' || before === 'rel') return 'verb';
    if (afterNounOpener || before === 'num' || before === 'prep' || before === undefined) return 'noun';
    if (before === 'mark' || (before === 'noun' && next?.lower === 'by')) return 'participle';
    if (before === 'noun') return 'verb';
    // "and debated Halvorson", against "old and experienced workers"
    const isPast =
      before === 'conj' && next !== undefined && (DETERMINERS.has(next.lower) || PREPOSITIONS.has(next.lower) || next.text !== next.lower);
    return isPast ? 'verb' : 'noun';
  }
  // "criticize", "notifies": nothing else ends so
  if (word.length > 5 && VERB_ENDING.test(word) && before !== 'det' && before !== 'num') return 'verb';
  // "Beijing expects": a name
  const isName = before === undefined && verbReading(word) === undefined;
  if (word.length > 5 && word.endsWith('ing') && !nounsInIng.test(word) && !isName) {
    if (isDeed(previous, next)) return 'noun';
    return gerund(before, afterNounOpener, next);
  }
  return before === 'prep' && previous === 'to' && next && DETERMINERS.has(next.lower) ? 'verb' : 'noun';
}
