/** A counted figure in its sentence and the words for its line → whether the line would tell half of what the sentence says of it. */
import { losesSense } from './counted-lost.ts';
import { isVagueState, saysLittle } from './counted-thin.ts';
import { isUnsaid } from './counted-unsaid.ts';
import { opensClause } from './opens-clause.ts';
import type { Tagged } from './phrases.ts';
import type { Worded } from './wording.ts';

export const isHalfTold = (sentence: Tagged, figure: Worded, words: string): boolean =>
  saysLittle(sentence, words, figure) ||
  isVagueState(sentence, figure, words) ||
  losesSense(sentence, figure, words) ||
  isUnsaid(sentence, figure, words);

/** "40 drivers blocking a bridge – some of them for days – were fined": who they were, without what befell them. */
export function losesVerb(sentence: Tagged, { first, last }: Worded, words: string): boolean {
  const { tokens, tags } = sentence;
  if (!opensClause(sentence, first)) return false;
  const end = (tokens[last + 1]?.start ?? 0) + words.length;
  const isVerb = (i: number): boolean => tags[i] === 'aux' || tags[i] === 'verb';
  for (let i = last + 2; i < tokens.length; i++) if (isVerb(i)) return (tokens[i]?.start ?? 0) >= end;
  return false;
}
