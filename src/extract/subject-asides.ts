/** Between a verb and its subject → what is passed on the way: a place, a party, an aside, a clause of somebody else. */
import type { Token } from '#text/tokens.ts';
import { isPlaceOrParty } from './climb.ts';
import { type Phrase, phraseEndingAt } from './noun-phrase.ts';
import { outsideRelative } from './relative.ts';

/** "Ruiz left and in a statement praised": a place or an occasion, and nothing before it that it could belong to. */
export const isAdverbial = (tokens: readonly Token[], { from }: Phrase): boolean => {
  const link = tokens[from - 1];
  const before = tokens[from - 2]?.tag;
  return (
    link?.tag === 'preposition' &&
    /^(?:in|at|on|during)$/.test(link.low) &&
    (before === 'conjunction' || before === 'comma' || before === 'pronoun')
  );
};

/** "Ravensholm, Calif., said", "of Ravensholm, Iowa said", "Holm, R-Texas, said": the state behind its town, the party behind its member. */
export const isPlaceAside = (tokens: readonly Token[], { from, to }: Phrase): boolean =>
  tokens[from - 1]?.tag === 'comma' &&
  tokens[from - 2]?.tag === 'name' &&
  (tokens[to]?.tag === 'comma' || /^(?:of|in|from|near)$/.test(tokens[from - 3]?.low ?? '')) &&
  isPlaceOrParty(tokens, from, to);

/** "Ruiz, a clerk who works for the Lund Bank, an old house, said": what the aside explains stands inside a relative clause. */
export function outsideAside(tokens: readonly Token[], { from }: Phrase): Phrase | undefined {
  if (tokens[from - 1]?.tag !== 'comma' || !/^(?:an?|one)$/.test(tokens[from]?.low ?? '')) return undefined;
  const explained = phraseEndingAt(tokens, from - 2);
  return explained === undefined ? undefined : outsideRelative(tokens, explained);
}

export const REFLEXIVE = /^(?:himself|herself|itself|themselves)$/;

/** "said Holm is late and accused him": what stands in another tense belongs to the verb of speech before. */
export const isShiftOfTense = (tokens: readonly Token[], earlier: number, verb: number): boolean =>
  tokens[verb]?.verb?.forms.has('past') === true &&
  /^(?:is|are|has|have|will|does|do|can|may|'s|'re|isn't|doesn't|won't)$/.test(tokens[earlier]?.low ?? '');

/** "a clerk who spoke to discuss plans said", "a woman who lives in Lund said": no subject stands behind a preposition or a verb of deeds. */
export const isInsideClause = (tokens: readonly Token[], phrase: Phrase): boolean => {
  const before = tokens[phrase.from - 1];
  if (before?.tag === 'preposition' || before?.tag === 'to' || before?.tag === 'auxiliary') return true;
  const cue = before?.tag === 'verb' ? before.verb?.cue : undefined;
  return cue !== undefined && !cue.has('say') && !cue.has('tell') && !cue.has('think');
};
