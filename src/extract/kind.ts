/** Quoted words and where they stand → direct, mixed or fragment. */
import type { QuoteKind } from '#model/extraction.ts';
import * as lexicon from '#text/lexicon.ts';

const CONTRACTION = /(?:n['’]t|['’](?:s|re|m|ve|ll|d))$/;
const FINITE = /^(?:is|are|was|were|am|has|have|had|do|does|did|can|could|will|would|should|must|might|may|shall|cannot)$/;
const MIN_MIXED_WORDS = 3;

/** `isOutside`: the marks stand beside the reporter's clause ("Q," X said), not within it (X said it was "Q"). */
export function kindOf(quoted: string, isOutside: boolean): QuoteKind {
  let count = 0;
  let first = '';
  let before: string | undefined;
  let hasVerb = false;
  // most quotations have a verb soon
  for (const [word] of quoted.matchAll(WORD)) {
    if (before === undefined) first = word;
    hasVerb ||= isFiniteVerb(word, before);
    if (hasVerb && isOutside) return 'direct';
    count++;
    if (hasVerb && count >= MIN_MIXED_WORDS) return 'mixed';
    before = word;
  }
  return count >= MIN_MIXED_WORDS && isPredicate(first) ? 'mixed' : 'fragment';
}
const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;

function isFiniteVerb(word: string, before: string | undefined): boolean {
  const low = word.toLowerCase();
  if (FINITE.test(low) || CONTRACTION.test(low)) return true;
  const verb = lexicon.verbReading(low);
  if (verb === undefined) return low.length > 4 && low.endsWith('ed') && /^(?:i|you|he|she|it|we|they|who|that)$/i.test(before ?? '');
  // "we go", "people want", "Stop it": a verb's form behind a pronoun or noun, or as the first word
  const last = before?.toLowerCase() ?? '';
  return before === undefined
    ? verb.forms.has('base')
    : !lexicon.determiners.has(last) &&
        !lexicon.prepositions.has(last) &&
        (verb.forms.has('past') || verb.forms.has('s') || verb.forms.has('base'));
}

const isPredicate = (word: string): boolean => {
  const verb = lexicon.verbReading(word.toLowerCase());
  return verb !== undefined || FINITE.test(word.toLowerCase());
};
