/** The words for a figure's line → whether they stop where the sentence goes on with the same phrase: "located in", "from 6", "on various IP". */
import { endOf } from './counted-when.ts';
import type { Tagged } from './phrases.ts';

/** Behind these a noun follows, whatever the sentence. */
const needNoun = /(?:^|\s)(?:of|at|to|from|with|by|for|into|onto|between|among|including|and|or|the|an?)$/;
/** They end a phrase ("shut down", "taken in") only where the sentence's own phrase ends. */
const mayEnd = /(?:^|\s)(?:in|on|over|about|through|across|near|under|within|during)$/;

/** "crashed soon", "trapped just": after or before what. */
const leads = /\s(?:soon|shortly|just|immediately|even|especially|particularly|mainly|partly|largely|mostly)$/;

export function isCutShort(sentence: Tagged, last: number, words: string): boolean {
  if (/^(?:\p{L}+ )?(?:which|whom|whose)\b/u.test(words)) return false;
  // "three men dead by a clerk", "on tin have come into effect"
  if (/^(?:dead|missing) by\b|^on \p{Ll}+ (?:have|has|are|is|were|was)\b/u.test(words)) return true;
  // "asked that half of foods be rich": what was asked stands before the amount
  if (/^of [^,]+\bbe\b/.test(words) && !/\b(?:that|to|will|would|could|may|might|must|can|should|not)\b|[’']d\b/.test(words)) return true;
  if (needNoun.test(words) || leads.test(words) || isMadeTo(sentence, last, words)) return true;
  const end = endOf(sentence, last, words);
  if (end === undefined) return false;
  const { tokens, tags } = sentence;
  const next = tokens[end];
  const isMark = next === undefined || next.kind === 'mark';
  // "a dyke that was to be renewed next year"
  if (/\b(?:was|were|is|are) to (?:be )?\p{Ll}+$/u.test(words) && !isMark) return true;
  if (mayEnd.test(words) && !isMark && tags[end] !== 'prep' && tags[end] !== 'conj') return true;
  if (mayEnd.test(words) && /^(?:and|or)$/.test(next?.lower ?? '') && tags[end + 1] === 'prep') return true;
  // "brought to Velm as children": told of them as children
  if (next?.lower === 'as' && tags[end + 1] === 'noun') return true;
  if (isAmongAdjectives(sentence, words, end)) return true;
  // "believed their voters were more …": the clause goes on
  if (tags[end] === 'aux' && tags.slice(last + 1, end).some((tag) => tag === 'verb')) return true;
  // "from 6-12 July"
  if (/\d$/.test(words) && next?.glued === true && /^[-–]$/.test(next.text)) return true;
  // "various IP (Internet Protocol) addresses"
  if (next?.text !== '(') return false;
  const close = tokens.findIndex(({ text }, i) => i > end && text === ')');
  return close > 0 && tags[close + 1] === 'noun';
}

/** "Rain made the Dorn rise by three metres": the label would end with the verb. */
const isMadeTo = ({ tokens }: Tagged, last: number, words: string): boolean =>
  /\s(?:rise|fall|drop|grow|climb|sink|swell|shrink|jump)$/.test(words) &&
  tokens.slice(0, last).some(({ lower }) => /^(?:made|makes?|making|let|lets|helped|helps?|saw|sees?|seen|watched)$/.test(lower));

/** "trapped in a vast, winding cave": the noun comes behind another adjective. */
function isAmongAdjectives({ tokens, tags }: Tagged, words: string, end: number): boolean {
  if (tokens[end]?.text !== ',' || !/\s(?:an?|the) [\p{Ll}-]+$/u.test(words)) return false;
  return (
    /(?:ing|ed|ful|ous|al|ic|ive|less|able|ary|ern)$/.test(tokens[end + 1]?.lower ?? '') && /^(?:noun|conj)$/.test(tags[end + 2] ?? '')
  );
}
