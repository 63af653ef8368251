/** A counted figure in its sentence and the words for its line → whether the sentence goes on with what the last of them lead to. */
import { endOf } from './counted-when.ts';
import { type Tagged, timeLength } from './phrases.ts';
import type { Worded } from './wording.ts';

/** "flags that read “…”", "in a part of the world where": the sentence goes on with what the last words lead to. */
export function isCutAtEnd(sentence: Tagged, { last }: Worded, words: string): boolean {
  if (/^(?:that|which|who) \p{L}+$/u.test(words)) return true;
  if (/ (?:that|which|who) \p{L}+(?:ed|d)?$/u.test(words) && !/^(?:that|which|who) /.test(words)) return true;
  if (/ (?:read|reads|reading|saying|say|says|said|called|named|titled|dubbed)$/.test(words) || /^compared /.test(words)) return true;
  const { tokens, tags } = sentence;
  const end = endOf(sentence, last, words);
  if (end === undefined) return false;
  const next = tokens[end];
  if (next === undefined) return false;
  // "lived in a county in which", "almost entirely by mail", "Old Tarn Day"
  if (/^(?:which|whom|whose)$/.test(tokens[end + 1]?.lower ?? '') && tags[end] === 'prep') return true;
  if (/ (?:almost|entirely|mainly|largely|mostly|partly|solely|exclusively|directly|primarily)$/.test(words)) return true;
  if (tags[end] === 'noun' && tags[end - 1] === 'noun' && /^\p{Lu}/u.test(next.text) && /^\p{Lu}/u.test(tokens[end - 1]?.text ?? ''))
    return true;
  if (tags[end] === 'to' || /^[“"‘]$/.test(next.text) || next.lower === 'or') return true;
  // "signed up ahead of the deadline", "marches sparked by the deed", "hostile toward the mayor"
  if (/^(?:of|toward|towards|than)$/.test(next.lower)) return true;
  // "of those who have enrolled are young": the verb of those
  if ((tags[end] === 'aux' || tags[end] === 'verb') && /^(?:who|that|which) /.test(words)) return true;
  // "on a hot and muggy Saturday"
  if (
    timeLength(sentence, end) > 0 &&
    /\b(?:an?|the) [\p{L}-]+(?: and [\p{L}-]+)?$/u.test(words) &&
    /(?:y|ful|ous|ive|ing|ed|ot|old|arm|ool|et)$/.test(words)
  )
    return true;
  const ending = words.split(' ').at(-1) ?? '';
  if (/(?:ed|ing)$/.test(ending) && /^(?:by|with|upon|into|against)$/.test(next.lower) && words.includes(' ')) return true;
  // "marched to the square chanting, “No”", "who have enrolled but are not", "after the store was"
  if (/ing$/.test(ending) && next.text === ',' && /^[“"‘]$/.test(tokens[end + 1]?.text ?? '')) return true;
  if (next.lower === 'but' && /^(?:who|that|which)\b/.test(words)) return true;
  if (tags[end] === 'aux' && /\b(?:after|before|when|while|as|because|that) (?:\S+ ){0,4}\S+$/.test(words)) return true;
  // "in a town where", against "in Lund, where"
  return (
    /^(?:where|whose|which)$/.test(next.lower) &&
    /\b(?:an?|any|some) (?:[\p{L}-]+ ){1,5}$/u.test(`${words.split(' ').slice(-6).join(' ')} `)
  );
}
