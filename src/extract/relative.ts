/** A relative pronoun, or a phrase inside a relative clause → whom the clause is about. */
import type { Token } from '#text/tokens.ts';
import { hop } from './asides.ts';
import { climb, climbOf, isSameSort, joined } from './climb.ts';
import { type Phrase, phraseEndingAt } from './noun-phrase.ts';
import type { Subject } from './subject.ts';

/** "Ruiz, who said": the phrase before the comma. */
export function antecedent(tokens: readonly Token[], relative: number, distance: number): Subject | undefined {
  let at = relative - 1;
  while (at >= 0 && (tokens[at]?.tag === 'comma' || tokens[at]?.tag === 'dash' || tokens[at]?.tag === 'preposition')) at--;
  if (tokens[at]?.tag === 'close') at = hop(tokens, at) ?? at;
  const low = tokens[relative]?.low;
  const phrase = phraseEndingAt(tokens, at);
  if (phrase === undefined) return undefined;
  const isComma = tokens[relative - 1]?.tag === 'comma';
  // "the head of the agency, who said": the head; "a visit by Ruiz, who said": Ruiz
  const isNearest =
    (low === 'who' && tokens[phrase.head]?.tag === 'name' && isComma) ||
    (low !== 'who' && !isComma && tokens[phrase.from - 1]?.low !== 'of');
  const led = climbOf(tokens, phrase);
  // "Ana Ruiz of Lund Partners, who": the person
  const isOfBody = isNearest && low === 'who' && led !== undefined && tokens[led.head]?.tag === 'name';
  const found = isNearest && !isOfBody ? phrase : (led ?? phrase);
  const pair = pairBefore(tokens, found, relative);
  return { phrases: pair, distance: distance + 1, ...(pair.length > 1 ? { relative } : {}) };
}

/** "between Ruiz and Holm, who have": both, where the verb is a plural. */
function pairBefore(tokens: readonly Token[], phrase: Phrase, relative: number): readonly Phrase[] {
  const link = tokens[phrase.from - 1];
  if (link?.low !== 'and' || !/^(?:have|are|were|both|each|do|all)$/.test(tokens[relative + 1]?.low ?? '')) return joined(tokens, phrase);
  const left = phraseEndingAt(tokens, phrase.from - 2);
  return left === undefined || !isSameSort(tokens, left, phrase) ? [phrase] : [left, phrase];
}

/** "Ruiz, a teacher who had worked for Holm, said": the object of a relative clause leads to the one whom the clause describes. */
export function outsideRelative(tokens: readonly Token[], phrase: Phrase): Phrase | undefined {
  let sawVerb = false;
  for (let i = phrase.from - 1; i > 0; i--) {
    const tag = tokens[i]?.tag;
    if (tag === 'verb' || tag === 'auxiliary') sawVerb = true;
    else if (tag === 'relative') return sawVerb ? climb(tokens, tokens[i - 1]?.tag === 'comma' ? i - 2 : i - 1) : undefined;
    else if (tag === 'comma' || tag === 'quote' || tag === 'pronoun' || tag === 'semicolon' || tag === 'dash') return undefined;
  }
  return undefined;
}
