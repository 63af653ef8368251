/** A counted figure’s line → with the time without which the count would be another: "in March", "since the strike began"; undefined where the sentence tells of another year. */
import { type Tagged, timeLength, wordsOf } from './phrases.ts';
import { isVerbal, isWall } from './verb-group.ts';
import { MONTHS } from './word-forms.ts';
import type { Worded } from './wording.ts';

const MAX_TOKENS_BEFORE = 60;
const MAX_TOKENS_BEHIND = 14;
const year = /^(?:1\d|20)\d\d$/;

export function withWhen(words: string, sentence: Tagged, figure: Worded): string | undefined {
  if (/\b(?:1[6-9]|20)\d\d|\bsince\b/.test(words)) return words;
  if (isOfYear(sentence, figure)) return undefined;
  const told = monthAtOpening(sentence, figure.first) ?? timeBehind(sentence, figure.last, words);
  return told === undefined || words.includes(told) ? words : `${words} ${told}`;
}

/** "In March 2008, as the bank fell, 40 people …", "on May 6, 1945": a year that the line has no place for. */
export function isOfYear(sentence: Tagged, { first, last }: Worded): boolean {
  const { tokens } = sentence;
  for (let i = Math.max(0, first - MAX_TOKENS_BEFORE); i < last + MAX_TOKENS_BEHIND && i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || !year.test(token.text) || (i >= first && i <= last) || isInAside(sentence, i)) continue;
    const before = tokens[i - 1];
    const isDate = before?.text === ',' && tokens[i - 2]?.kind === 'number';
    // "in fiscal year 2008"
    if (isDate || MONTHS.has(before?.lower ?? '') || /^(?:year|fiscal)$/.test(before?.lower ?? '')) return true;
    if (
      i < first
        ? /^(?:in|by|for|since|between|during|until|from|late|early|mid|-)$/.test(before?.lower ?? '')
        : /^(?:in|from|between|through)$/.test(before?.lower ?? '')
    )
      return true;
  }
  return false;
}

/** "Orvane, founded in 1921 as a smithy, sells": of the aside alone. */
function isInAside({ tokens, tags }: Tagged, at: number): boolean {
  for (let i = at - 1; i > 0 && i > at - MAX_TOKENS_BEHIND; i--)
    if (tokens[i]?.text === ',') return isVerbal(tags[i + 1]) || tags[i + 1] === 'rel';
  return false;
}

/** "In March, police shot 110 people". */
function monthAtOpening(sentence: Tagged, first: number): string | undefined {
  const { tokens } = sentence;
  const at = /^(?:and|but|just)$/.test(tokens[0]?.lower ?? '') ? 1 : 0;
  if (tokens[at]?.lower === 'last' && tokens[at + 1]?.lower === 'year') return 'last year';
  if (!/^(?:in|since)$/.test(tokens[at]?.lower ?? '') || at + 2 > first) return undefined;
  // "In July, before rebels shot down a plane": of another clause
  if (tokens.slice(at, first).some(({ lower }) => /^(?:before|after|when|while|as|where)$/.test(lower))) return undefined;
  if (!isMonth(sentence, at + 1)) return undefined;
  const day = tokens[at + 2]?.kind === 'number' ? ` ${tokens[at + 2]?.text}` : '';
  return `${tokens[at]?.lower} ${tokens[at + 1]?.text}${day}`;
}

const isMonth = ({ tokens }: Tagged, i: number): boolean => MONTHS.has(tokens[i]?.lower ?? '') && tokens[i]?.text !== tokens[i]?.lower;

/** "has shot 40 people since the beginning of May", "created 4,000 jobs in June": right behind the words. */
function timeBehind(sentence: Tagged, last: number, words: string): string | undefined {
  const { tokens } = sentence;
  const end = endOf(sentence, last, words) ?? leadBehind(sentence, last);
  if (end === undefined || isWall(tokens[end]?.text)) return undefined;
  const lead = tokens[end]?.lower;
  if (lead === 'last' && tokens[end + 1]?.lower === 'year') return 'last year';
  if ((lead === 'in' || lead === 'during') && isMonth(sentence, end + 1)) return `${lead} ${tokens[end + 1]?.text}`;
  if (lead !== 'since') return undefined;
  const length = timeLength(sentence, end + 1);
  // "since the Dec. 20 attack"
  const behind = tokens[end + length + 1];
  const isWhole =
    behind === undefined ||
    (behind.kind === 'mark' && behind.text !== '’' && tokens[end + length + 2]?.kind !== 'number') ||
    behind.lower === 'and';
  return length > 0 && isWhole ? wordsOf(sentence, { first: end, last: end + length }) : undefined;
}

/** Of words that were turned round, a "since" or "in" in the figure’s own clause. */
function leadBehind(sentence: Tagged, last: number): number | undefined {
  const { tokens, tags } = sentence;
  for (let i = last + 1; i < last + MAX_TOKENS_BEHIND && i < tokens.length; i++) {
    const low = tokens[i]?.lower ?? '';
    if (low === 'since' || (low === 'last' && tokens[i + 1]?.lower === 'year') || (low === 'in' && isMonth(sentence, i + 1))) return i;
    if (isVerbal(tags[i]) || /^[,;.:“”"()—–]$/.test(low) || tags[i] === 'rel' || tags[i] === 'conj') return undefined;
  }
  return undefined;
}

/** The token behind the words, where they stand in the sentence as they are told. */
export function endOf({ text, tokens }: Tagged, last: number, words: string): number | undefined {
  const from = tokens[last]?.end ?? 0;
  const tail = words.split(' ').slice(-2).join(' ');
  const at = text.slice(from, from + 240).indexOf(tail);
  if (at < 0) return undefined;
  for (let i = last + 1; i < tokens.length; i++) if ((tokens[i]?.start ?? 0) >= from + at + tail.length) return i;
  return undefined;
}
