/** A figure in its sentence → the year it is told of, as a line keeps it: "in 1966", "in October 2018", "in the 1950s". Days grow stale in a line; a year does not. */
import type { Token } from './figure-tokens.ts';
import { isWall, type Stretch, type Tagged } from './phrases.ts';
import { isVerbal } from './verb-group.ts';
import { MONTHS } from './word-forms.ts';

const MAX_TOKENS_TO_YEAR = 10;
const MAX_CHARS_TO_END = 200;
const year = /^(?:1[6-9]|20)\d\d$/;
const leads = /^(?:in|by|since|before|until)$/;

/** The words with the year behind them, unless they tell it or have no place for it. */
export function withYear(words: string, sentence: Tagged, figure: Stretch): string {
  if (/\b(?:1[6-9]|20)\d\d/.test(words)) return words;
  const told = yearBehind(sentence, figure.last) ?? yearBehindWords(sentence, figure.last, words) ?? yearAtOpening(sentence, figure.first);
  return told === undefined ? words : `${words} ${told}`;
}

/** "paid $9 million to its staff in 2015": before any other clause or amount. */
function yearBehind(sentence: Tagged, last: number): string | undefined {
  const { tokens, tags } = sentence;
  for (let i = last + 1; i < last + MAX_TOKENS_TO_YEAR && i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || isWall(token) || /^[,“”"()]$/.test(token.text)) return undefined;
    const told = yearAt(sentence, i);
    // "for the first time since 2009": a record, not a time
    if (told !== undefined) return isOfRecord(sentence, i) ? undefined : told;
    if (isVerbal(tags[i]) || tags[i] === 'rel' || tags[i] === 'conj' || tags[i] === 'pron' || tags[i] === 'amount') return undefined;
  }
  return undefined;
}

/** "supported Lund in 2016": next to the last of the words, where they stand as they are told. */
function yearBehindWords(sentence: Tagged, last: number, words: string): string | undefined {
  const { tokens, text } = sentence;
  const first = tokens[last];
  if (!first) return undefined;
  const told = words.split(' ').slice(-2).join(' ');
  const at = text.slice(first.end, first.end + MAX_CHARS_TO_END).indexOf(told);
  if (at < 0) return undefined;
  let behind = last + 1;
  while (behind < tokens.length && (tokens[behind]?.start ?? 0) < first.end + at + told.length) behind += 1;
  return isOfRecord(sentence, behind) ? undefined : yearAt(sentence, behind);
}

const isOfRecord = ({ tokens }: Tagged, at: number): boolean =>
  [1, 2, 3, 4].some((back) =>
    /^(?:first|highest|lowest|most|least|best|worst|biggest|largest|smallest|record)$/.test(tokens[at - back]?.lower ?? ''),
  );

/** "In 1966, three quarters of them": what the whole clause is told of. */
function yearAtOpening(sentence: Tagged, first: number): string | undefined {
  const { tokens, tags } = sentence;
  let i = /^(?:and|but|back|as)$/.test(tokens[0]?.lower ?? '') ? 1 : 0;
  while (i < 4 && /^(?:recently|early|as|late)$/.test(tokens[i]?.lower ?? '')) i += 1;
  const told = /^(?:in|by|since)$/.test(tokens[i]?.lower ?? '') ? yearAt(sentence, i) : undefined;
  if (told === undefined) return undefined;
  // no further clause between
  for (let k = i + 2; k < first; k++) if (tags[k] === 'rel' || tags[k] === 'conj' || isWall(tokens[k])) return undefined;
  return told;
}

/** "in 2015", "by June 2030", "in the 1950s"; no fiscal year "2014-15". */
function yearAt({ tokens }: Tagged, at: number): string | undefined {
  const lead = tokens[at];
  if (lead === undefined || !leads.test(lead.lower)) return undefined;
  const next = tokens[at + 1];
  if (next === undefined) return undefined;
  const isDecade = next.lower === 'the' && year.test(tokens[at + 2]?.text ?? '') && tokens[at + 3]?.text === 's';
  if (isDecade || (next.lower === 'the' && /^(?:1[6-9]|20)\d0s$/.test(tokens[at + 2]?.text ?? '')))
    return `${lead.lower} the ${tokens[at + 2]?.text}${isDecade ? 's' : ''}`;
  const isMonth = MONTHS.has(next.lower) && next.text !== next.lower;
  const written = isMonth ? tokens[at + 2] : next;
  if (!isYear(written) || /^[-–‑/’']/.test(tokens[at + (isMonth ? 3 : 2)]?.text ?? '')) return undefined;
  return `${lead.lower} ${isMonth ? `${next.text} ` : ''}${written?.text}`;
}

const isYear = (token: Token | undefined): boolean => token !== undefined && year.test(token.text);
