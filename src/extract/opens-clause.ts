/** An amount in its sentence → whether its clause begins with it. */
import { type Tagged, timeLength } from './phrases.ts';
import { measuring, saying } from './wording-phrases.ts';

/** Nothing stands before the amount in its clause but what says when or where. */
export function opensClause(sentence: Tagged, first: number): boolean {
  const { tokens, tags } = sentence;
  let i = first - 1;
  while (
    tags[i] === 'det' ||
    tags[i] === 'adv' ||
    (measuring.test(tokens[i]?.lower ?? '') && tags[i - 1] === 'det') ||
    (tokens[i]?.lower === 'of' && /^(?:total|average|further|additional|estimated)$/.test(tokens[i - 1]?.lower ?? ''))
  )
    i -= tokens[i]?.lower === 'of' ? 2 : 1;
  const token = tokens[i];
  // "the income of the poorest 20 percent has doubled": told of the income
  if (token?.lower === 'of' && i < first - 1) return false;
  if (
    !token ||
    (token.kind === 'mark' && (!/^[(%$€£/&’'-]$/.test(token.text) || (token.text === '-' && !token.glued))) ||
    // "at or above 10 percent" begins nothing
    (tags[i] === 'conj' && tags[i - 1] !== 'prep') ||
    saying.test(token.lower) ||
    /^(?:that|when|where)$/.test(token.lower)
  )
    return true;
  // "By mid-morning 131 people …", "according to the ministry around 20 people …"
  let opener: number | undefined;
  for (let steps = 0; i >= 0 && steps < 12; i--, steps++) {
    const tag = tags[i];
    if (tokens[i]?.kind === 'mark' && !/^[-’'&]$/.test(tokens[i]?.text ?? '')) break;
    if (tag === 'conj') break;
    if (tag !== 'noun' && tag !== 'det' && tag !== 'prep' && tag !== 'num' && tag !== 'adv' && tokens[i]?.kind !== 'mark') return false;
    opener = i;
  }
  // "because of the $46 million cost gap": part of the phrase before
  const lead = tags[first - 1] === 'det' ? first - 2 : first - 1;
  return opener !== undefined && (tags[opener] === 'prep' || timeLength(sentence, opener) > 0) && tags[lead] !== 'prep';
}
