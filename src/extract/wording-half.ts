/** The clause of a share or a sum that is its subject → whether a line that holds these words tells half of what the sentence does. */
import { type Stretch, type Tagged, timeLength } from './phrases.ts';
import { isVerbal } from './verb-group.ts';
import { MONTHS } from './word-forms.ts';
import { isCut } from './wording-endings.ts';

export const isHalfClause = (sentence: Tagged, clause: Stretch): boolean =>
  isCut(sentence, clause.last) || isHalf(sentence, clause) || isOpenThat(sentence, clause);

/** "are concerned that the tone" of "that the tone and the lies will do harm": the verb is missing. */
function isOpenThat({ tokens, tags }: Tagged, { first, last }: Stretch): boolean {
  for (let i = last; i > first; i--) {
    if (isVerbal(tags[i])) return false;
    if (tokens[i]?.lower === 'that' && tags[i - 1] !== 'noun') return true;
  }
  return false;
}

/** "states where 70 percent of the pupils are headed": the clause has its other end before it. */
export function isInRelative({ tokens, tags }: Tagged, first: number): boolean {
  for (let i = first - 1; i > first - 8 && i >= 0; i--) {
    if (tokens[i]?.kind === 'mark') return false;
    if (/^(?:where|whom|how)$/.test(tokens[i]?.lower ?? '')) return true;
    // "the machine that 90 percent of clerks live with"
    if (i === first - 1 && tokens[i]?.lower === 'that' && tags[i - 1] === 'noun') return true;
  }
  return false;
}

/** "get their news, in part, from him". */
function goesOnBehindAside({ tokens, tags }: Tagged, comma: number): boolean {
  for (let i = comma + 2; i < comma + 6; i++)
    if (tokens[i]?.text === ',') return tags[i + 1] === 'prep' && /^(?:from|to|of|by|for|on|with)$/.test(tokens[i + 1]?.lower ?? '');
  return false;
}

/** "asked in a poll in May [11-15] did not", "used in Velm [between 2010 and 2015] came": the verb stands behind the date. */
function isVerbBehindDate(sentence: Tagged, at: number): boolean {
  const { tags } = sentence;
  let i = at;
  while (i < at + 9 && isOfDate(sentence, i)) i += 1;
  return i > at && (tags[i] === 'aux' || tags[i] === 'verb');
}

const isOfDate = ({ tokens, tags }: Tagged, i: number): boolean =>
  MONTHS.has(tokens[i]?.lower ?? '') ||
  /^(?:amount|num)$/.test(tags[i] ?? '') ||
  tokens[i]?.kind === 'number' ||
  /^(?:[.–-]|between|in|and|to|from|on)$/.test(tokens[i]?.lower ?? '');

/** "have incomes" of "have incomes at or below the line", "are not held by banks" of "but by funds": half of what is told. */
function isHalf(sentence: Tagged, { first, last }: Stretch): boolean {
  const { tokens, tags } = sentence;
  const next = tokens[last + 1]?.lower ?? '';
  // "said they back him because …": the reason is what they said; "the result of policies – most of them last year’s – that"
  if (next === 'because' || next === 'as' || tokens.slice(first, last).some(({ lower }) => lower === 'versus')) return true;
  if (
    /^[—–]$/.test(tokens[last + 1]?.text ?? '') &&
    tokens[last + 2]?.lower !== 'including' &&
    tokens.slice(last + 2).some(({ text }) => /^[—–]$/.test(text))
  )
    return true;
  if (next === ',' && goesOnBehindAside(sentence, last + 1)) return true;
  if (isVerbBehindDate(sentence, last + 1)) return true;
  const comma = tokens[last + 1]?.text === ',' ? last + 2 : last + 1;
  if (tokens[comma]?.lower === 'but' && tokens.slice(first, last).some(({ lower }) => lower === 'not' || /n[’']t$/.test(lower)))
    return true;
  return (
    tags[last + 1] === 'prep' &&
    timeLength(sentence, last + 2) === 0 &&
    !/^(?:according|after|despite|including|during|with|without|compared|versus|over|up|down)$/.test(next)
  );
}
