/** The last word of a noun phrase → the phrase: whole, with its article, as a line can name it; or tight, the nearest nouns alone. */
import { isTitleStop, phraseEndingAt, type Stretch, type Tagged, timeLength } from './phrases.ts';

/** A noun phrase with its article, from one boundary of the clause to the other. */
export function wholePhraseEndingAt(sentence: Tagged, last: number): Stretch | undefined {
  const { tokens, tags } = sentence;
  const found = phraseEndingAt(sentence, last);
  if (!found || (found.last !== last && timeLength(sentence, found.last + 1) !== last - found.last)) return undefined;
  let first = found.first;
  while (
    tags[first - 1] === 'adv' &&
    (tags[first - 2] === 'det' || /^(?:daily|weekly|monthly|quarterly|yearly)$/.test(tokens[first - 1]?.lower ?? ''))
  )
    first -= 1;
  if (tags[first - 1] === 'det' && tokens[first - 1]?.lower !== 'that') first -= 1;
  const before = tags[first - 1];
  // "in 68 percent of the wells", "according to the paper the reef": where it begins is not certain
  const isConjunction = /^(?:after|before|since|until|as)$/.test(tokens[first - 1]?.lower ?? '');
  if (tokens[first]?.lower === 'that') return undefined;
  // "Right to Rise USA": a name with a verb in it
  if (before === 'to') return undefined;
  if ((before === 'prep' && !isConjunction) || before === 'amount' || before === 'noun' || before === 'num') return undefined;
  return tokens[first]?.lower === 'there' ? undefined : { first, last: found.last };
}

/** The nearest noun phrase alone: "gusts" of "along the coast with gusts". */
export function tightPhraseEndingAt({ tokens, tags }: Tagged, last: number): Stretch | undefined {
  if (tags[last] !== 'noun') return undefined;
  let first = last;
  while (first > 0 && last - first < 8) {
    const tag = tags[first - 1];
    const isGlued =
      isTitleStop(tokens, first - 1) ||
      (tokens[first - 1]?.kind === 'mark' && /^[-‑–’&]$/.test(tokens[first - 1]?.text ?? '') && tokens[first - 1]?.glued);
    if (tag === 'noun' || isGlued || (tag === 'adv' && (tags[first - 2] === 'det' || /ly$/.test(tokens[first - 1]?.lower ?? ''))))
      first -= 1;
    else if (tokens[first - 1]?.lower === 'of' && tags[first - 2] === 'noun' && last - first < 5) first -= 1;
    else if (tag === 'det' && tokens[first - 2]?.lower === 'of' && tags[first - 3] === 'noun') first -= 2;
    else break;
  }
  if (tags[first - 1] === 'det') first -= 1;
  return tags[first - 1] === 'amount' || tags[first - 1] === 'num' ? undefined : { first, last };
}
