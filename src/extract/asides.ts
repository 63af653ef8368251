/** A closing comma, dash or bracket → where what it closes began: appositions, relative clauses, participles, ages. */
import { isGivenName } from '#text/names-en.ts';
import type { Token } from '#text/tokens.ts';
import { type Phrase, phraseEndingAt } from './noun-phrase.ts';
import { isReduced, isSubordinate } from './verb-places.ts';

/** From a closing comma, dash or bracket → the index before the one that opens what they enclose. */
export function hop(tokens: readonly Token[], close: number): number | undefined {
  const tag = tokens[close]?.tag;
  if (tag === 'close') {
    for (let i = close - 1; i >= 0; i--) if (tokens[i]?.tag === 'open') return tokens[i - 1]?.tag === 'comma' ? i - 2 : i - 1;
    return undefined;
  }
  const wanted = tag === 'quote' ? 'comma' : tag;
  let best: number | undefined;
  for (let i = close - 1; i > 0; i--) {
    const token = tokens[i];
    if (token === undefined || token.tag === 'semicolon' || token.tag === 'stop') break;
    if (token.tag === 'close') {
      while (i > 0 && tokens[i]?.tag !== 'open') i--;
      continue;
    }
    if (token.tag !== wanted) {
      if (token.tag === 'quote' && i < close - 1 && tokens[i]?.marked !== undefined && endsClause(tokens, i)) break;
      continue;
    }
    if (!isParenthesis(tokens, i + 1, close)) continue;
    const opener = tokens[i - 1]?.tag;
    if (phraseEndingAt(tokens, i - 1) === undefined && opener !== 'close' && opener !== 'relative') continue;
    best = i - 1;
    if (!isListComma(tokens, i)) break;
  }
  return best;
}

/** "After winning Ohio, Mayor Ana Ruiz (D), said": an opener, then the name, then a comma too many. */
export function strayComma(tokens: readonly Token[], comma: number): Phrase | undefined {
  let end = comma - 1;
  if (tokens[end]?.tag === 'close') {
    while (end > 0 && tokens[end]?.tag !== 'open') end--;
    end--;
  }
  const phrase = phraseEndingAt(tokens, end);
  if (phrase === undefined || tokens[phrase.head]?.tag !== 'name' || tokens[phrase.from - 1]?.tag !== 'comma') return undefined;
  const opener = tokens[0];
  if (
    opener === undefined ||
    (opener.tag !== 'preposition' &&
      opener.tag !== 'subordinator' &&
      opener.tag !== 'time' &&
      opener.tag !== 'adverb' &&
      opener.verb?.forms.has('ing') !== true)
  )
    return undefined;
  return isGivenName(tokens[phrase.head - 1]?.low ?? '') ? phrase : undefined;
}

const endsClause = (tokens: readonly Token[], at: number): boolean => at === 0 || tokens[at + 1]?.tag === 'comma';

/** "Ruiz, Holm, and Lund, who": a comma between names of a list opens nothing. */
const isListComma = (tokens: readonly Token[], comma: number): boolean => {
  const next = tokens[comma + 1];
  const before = tokens[comma - 1];
  // "Ravensholm, Norland, mayor": a place within a place
  return next?.tag === 'name' && tokens[comma + 2]?.tag === 'comma' && before?.tag === 'name';
};

/** What an apposition, a relative clause, a participle, an age or an adverbial looks like, in contrast to a clause with a subject of its own. */
function isParenthesis(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  if (first === undefined || from >= to) return false;
  if (first.tag === 'relative') return true;
  if (
    first.tag === 'subordinator' ||
    first.tag === 'preposition' ||
    first.tag === 'adverb' ||
    first.tag === 'to' ||
    first.tag === 'time' ||
    first.tag === 'number'
  )
    return true;
  if (first.tag === 'verb') return true;
  if (first.tag === 'auxiliary') return false;
  if (first.tag === 'conjunction') return first.low === 'and' || first.low === 'or';
  for (let i = from; i < to; i++) {
    const tag = tokens[i]?.tag;
    if (tag === 'relative') return true;
    if (tag === 'auxiliary') return false;
    if (tag === 'verb' && !isReduced(tokens, i) && tokens[i]?.verb?.forms.has('ing') !== true && tokens[i - 1]?.tag !== 'to' && i > from)
      return isSubordinate(tokens, i);
  }
  return true;
}
