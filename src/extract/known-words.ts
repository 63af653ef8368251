/** A word by itself → what the lists say of it: its closed class, or the verb that it is a form of. */
import { SCALE_WORDS, SMALL_WORDS } from '#text/numbers.ts';
import { AUXILIARIES, CONJUNCTIONS, DETERMINERS, isAdverb, POSSESSIVES, PREPOSITIONS, PRONOUNS, RELATIVES, verbOf } from './word-forms.ts';

export type Tag =
  | 'det'
  | 'prep'
  | 'conj'
  | 'pron'
  | 'rel'
  | 'aux'
  | 'verb'
  | 'gerund'
  | 'participle'
  | 'to'
  | 'adv'
  | 'num'
  | 'noun'
  | 'mark'
  | 'amount';

export const nounsInIng =
  /(?:thing|king|spring|string|evening|morning|building|housing|ceiling|meeting|funding|rating|setting|wedding|clothing|shipping|banking|trading|spending|hearing|lending|training|ruling|offering|holding)$/;

/** What the lists say of a word by itself; "to", "that" and "this" take their tag from what stands beside them. */
export type Known = {
  readonly closed: Tag | 'that' | 'this' | undefined;
  readonly verb: ReturnType<typeof verbOf>;
  readonly isLikeAdverb: boolean;
};

export const knownAs = (word: string): Known => ({
  closed: closedClass(word),
  verb: nounsInIng.test(word) ? undefined : verbOf(word),
  isLikeAdverb: isAdverb(word),
});

function closedClass(word: string): Known['closed'] {
  if (SMALL_WORDS.has(word) || SCALE_WORDS.has(word)) return 'num';
  if (word === 'to' || word === 'that') return word;
  if (AUXILIARIES.has(word)) return 'aux';
  if (/^(?:that|it|there|he|she|what|here|who|let|how)[’']s$/.test(word)) return 'pron';
  if (RELATIVES.has(word)) return 'rel';
  if (POSSESSIVES.has(word)) return 'det';
  if (PRONOUNS.has(word)) return DETERMINERS.has(word) ? 'this' : 'pron';
  if (DETERMINERS.has(word)) return 'det';
  if (word === 'including' || word === 'according' || PREPOSITIONS.has(word)) return 'prep';
  return CONJUNCTIONS.has(word) ? 'conj' : undefined;
}
