/** The words for a figure's line → with the period that makes it the amount that it is: "over a decade", "in the first quarter"; undefined where the line has no place for it. */
import { endOf, isOfYear } from './counted-when.ts';
import { type Tagged, wordsOf } from './phrases.ts';
import { isVerbal, isWall } from './verb-group.ts';
import type { Worded } from './wording.ts';

const MAX_TOKENS_BEHIND = 12;
const MAX_TOKENS_OF_PERIOD = 7;
const lengths = /^(?:decades?|years?|months?|weeks?|days?|hours?|terms?|quarters?|seasons?|century|centuries|period)$/;

export function withPeriod(words: string, sentence: Tagged, figure: Worded): string | undefined {
  if (!figure.isCount && !/\b(?:1[6-9]|20)\d\d/.test(words) && isOfYear(sentence, figure)) return undefined;
  const { tokens, tags } = sentence;
  const end = endOf(sentence, figure.last, words);
  for (let i = figure.last + 1; i < figure.last + MAX_TOKENS_BEHIND && i < tokens.length; i++) {
    if (isWall(tokens[i]?.text) || tokens[i]?.text === ',' || tags[i] === 'rel' || (isVerbal(tags[i]) && i > (end ?? figure.last + 1)))
      break;
    const length = periodAt(sentence, i);
    if (length === 0) continue;
    const told = wordsOf(sentence, { first: i, last: i + length - 1 }) ?? '';
    if (words.includes(told)) return words;
    if (/\b(?:his|her|their|its)\b/.test(told) && !/\p{Lu}/u.test(words)) return undefined;
    return i === end || (end === undefined && i === figure.last + 1) ? `${words} ${told}` : undefined;
  }
  return words;
}

/** How many tokens "over a decade", "over the next ten years", "in the first quarter" or "within two weeks" takes; a time that is near ("in recent years", "over the weekend") is none. */
function periodAt({ tokens }: Tagged, at: number): number {
  const lead = tokens[at]?.lower ?? '';
  if (!/^(?:over|in|within|during|across|through)$/.test(lead)) return 0;
  let isMeant = false;
  for (let i = at + 1; i < at + MAX_TOKENS_OF_PERIOD; i++) {
    const low = tokens[i]?.lower ?? '';
    if (lengths.test(low)) return isMeant ? i - at + 1 : 0;
    if (/^(?:first|second|third|fourth|next|coming|single|fiscal|financial)$/.test(low)) isMeant = true;
    else if (/^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|\d+)$/.test(low)) isMeant ||= lead !== 'in';
    else if (!/^(?:the|his|her|their|its|full|whole|of|more|than|least|about|some)$/.test(low)) return 0;
  }
  return 0;
}
