/** A counted figure in its sentence → whether the sentence tells where or when it is counted, and the line would not. */
import type { Tagged } from './phrases.ts';
import { isWall } from './verb-group.ts';
import { MONTHS, WEEKDAYS } from './word-forms.ts';
import type { Worded } from './wording.ts';

const NEAR_TOKENS = 14;

/** "in Lund, where 40 people died", "in the year when it added 90 seats": where or when, the line does not say. */
export function isElsewhere({ tokens, tags }: Tagged, first: number): boolean {
  for (let i = first - 1; i > 0 && i > first - NEAR_TOKENS; i--) {
    if (isWall(tokens[i]?.text) || tokens[i]?.text === ',') return false;
    if (/^(?:which|whom)$/.test(tokens[i]?.lower ?? '') && tags[i - 1] === 'prep') return true;
    if (/^(?:where|when)$/.test(tokens[i]?.lower ?? ''))
      return tokens[i - 1]?.text === ',' || tags[i - 1] === 'noun' || tags[i - 1] === 'num';
  }
  return false;
}

/** "There, 40 people …", "In Maravel, 40 people …", "The next year, …": what the sentence opens with tells where or when, and the line does not. */
export function isOpenedElsewhere({ tokens }: Tagged, { first, saidBy }: Worded, words: string): boolean {
  const comma = tokens.slice(0, 10).findIndex(({ text }) => text === ',');
  if (comma < 1 || comma > first) return false;
  // "(AP) — In Velm,"
  const dash = tokens.slice(0, comma).findIndex(({ text }) => /^[—–-]$/.test(text));
  const opening = tokens.slice(dash + 1, comma);
  if (opening[0]?.lower === 'during' && !words.includes(opening.at(-1)?.text ?? '')) return true;
  if (opening.some(({ lower }) => /^(?:there|elsewhere|here)$/.test(lower)) && comma < 4) return true;
  const isOf =
    saidBy === undefined &&
    !/\p{Lu}/u.test(words) &&
    opening.slice(0, 2).some(({ lower }) => /^(?:in|at|across|near|around|throughout)$/.test(lower));
  const place = opening.find(({ text, lower }, i) => i > 0 && /^\p{Lu}/u.test(text) && !MONTHS.has(lower) && !WEEKDAYS.has(lower));
  if (
    isOf &&
    place !== undefined &&
    !words.includes(place.text) &&
    !opening.some(({ lower }) => /^(?:according|survey|poll|study|report|analysis|interviews?|case|response|addition)$/.test(lower))
  )
    return true;
  const time = opening.map(({ lower }) => lower).join(' ');
  return (
    /\b(?:next|previous|following|same|that|later|earlier|ago) (?:year|month|decade|season|quarter|century)\b|\b(?:years?|months|decades|weeks) (?:ago|earlier|later|before)\b|\bend of\b|\bat the time\b/.test(
      time,
    ) && !words.includes(time)
  );
}
