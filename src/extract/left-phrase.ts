/** A figure → the noun phrase that leads into it: "a turnover of", "winds of", "Maldonado (", "FTSE". */
import { phraseEndingAt, type Stretch, type Tagged } from './phrases.ts';

/** The noun phrase that leads into the amount: "a turnover of", "winds of", "Diluted earnings (", "FTSE". */
export function leftPhrase(sentence: Tagged, first: number): Stretch | undefined {
  const { tokens, tags } = sentence;
  let i = first - 1;
  if (tags[i] === 'det') i -= 1;
  const before = tokens[i];
  if (!before) return undefined;
  for (
    let steps = 0;
    steps < 2 && /^(?:of|at|to|with|by|for|from|between|in|:|\(|on|-|–|up|down|worth|totalling|totaling)$/.test(tokens[i]?.lower ?? '');
    steps++
  )
    i -= 1;
  const bracket = bracketBefore(sentence, first);
  if (bracket !== undefined) i = bracket - 1;
  while (tags[i] === 'adv') i -= 1;
  return tags[i] === 'noun' || tags[i] === 'num' || tokens[i]?.kind === 'mark' ? phraseEndingAt(sentence, i) : undefined;
}

/** The bracket that holds the amount, in a list without verbs: "Maldonado (15.3 points, 7.4 rebounds)". */
function bracketBefore({ tokens, tags }: Tagged, first: number): number | undefined {
  for (let i = first - 1; i >= 0 && i > first - 16; i--) {
    if (tokens[i]?.text === '(') return i;
    if (tokens[i]?.text === ')' || tags[i] === 'verb' || tags[i] === 'aux') return undefined;
  }
  return undefined;
}
