/** A figure in its sentence → the year it is told of, as a line keeps it: "in 1966". Days and months grow stale in a line; a year does not. */
import { isWall, type Stretch, type Tagged } from './phrases.ts';
import { isVerbal } from './verb-group.ts';

const MAX_TOKENS_TO_YEAR = 10;
const isYear = (text: string | undefined): boolean => /^(?:1[6-9]|20)\d\d$/.test(text ?? '');
const leads = /^(?:in|by|since|before|until)$/;

/** The words with the year behind them, unless they tell it or have no place for it. */
export function withYear(words: string, sentence: Tagged, figure: Stretch): string {
  if (/\b(?:1[6-9]|20)\d\d\b/.test(words)) return words;
  const year = yearBehind(sentence, figure.last) ?? yearAtOpening(sentence, figure.first);
  return year === undefined ? words : `${words} ${year}`;
}

/** "paid $9 million to its staff in 2015": before any other clause or amount. */
function yearBehind({ tokens, tags }: Tagged, last: number): string | undefined {
  for (let i = last + 1; i < last + MAX_TOKENS_TO_YEAR && i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || isWall(token) || /^[,“”"()]$/.test(token.text)) return undefined;
    if (leads.test(token.lower) && isYear(tokens[i + 1]?.text))
      return lasts(tokens[i + 2]?.text) ? undefined : `${token.lower} ${tokens[i + 1]?.text}`;
    if (isVerbal(tags[i]) || tags[i] === 'rel' || tags[i] === 'conj' || tags[i] === 'pron' || tags[i] === 'amount') return undefined;
  }
  return undefined;
}

/** "In 1966, three quarters of them": what the whole clause is told of. */
function yearAtOpening({ tokens, tags }: Tagged, first: number): string | undefined {
  let i = /^(?:and|but|back|as|recently|early|late)$/.test(tokens[0]?.lower ?? '') ? 1 : 0;
  while (i < 4 && /^(?:recently|early|as|late)$/.test(tokens[i]?.lower ?? '')) i += 1;
  if (!/^(?:in|by|since)$/.test(tokens[i]?.lower ?? '') || !isYear(tokens[i + 1]?.text) || lasts(tokens[i + 2]?.text)) return undefined;
  // no further clause between
  for (let k = i + 2; k < first; k++)
    if (tags[k] === 'rel' || tags[k] === 'conj' || isWall(tokens[k]) || /^(?:while|but)$/.test(tokens[k]?.lower ?? '')) return undefined;
  return `${tokens[i]?.lower} ${tokens[i + 1]?.text}`;
}

/** "2014-15", "2015’s". */
const lasts = (text: string | undefined): boolean => /^[-–‑/’']/.test(text ?? '');
