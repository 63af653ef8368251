/** A comma behind a figure → who they were: "most of them civilians". */
import { type Tagged, wordsOf } from './phrases.ts';
import { clauseFrom } from './wording-clause.ts';
import { placesFrom } from './wording-phrases.ts';

/** "most of them civilians", "including 14 children": who they were. */
export function descriptionAt(sentence: Tagged, comma: number): string | undefined {
  const { tokens, tags } = sentence;
  if (
    tokens[comma]?.text !== ',' ||
    !/^(?:most|many|mostly|mainly|half|some|largely|all|predominantly)$/.test(tokens[comma + 1]?.lower ?? '')
  )
    return undefined;
  const clause = clauseFrom(sentence, comma + 1, 50);
  if (clause)
    for (let i = clause.first; i <= clause.last; i++) if (tags[i] === 'verb' || tags[i] === 'aux' || tags[i] === 'gerund') return undefined;
  // "most of which they keep"
  return clause && clause.last > clause.first ? wordsOf(sentence, clause) : undefined;
}

/** "…, most of them civilians", next or behind the places. */
export function descriptionBehind(sentence: Tagged, from: number): string | undefined {
  const places = placesFrom(sentence, from);
  return descriptionAt(sentence, from) ?? (places && descriptionAt(sentence, places.last + 1));
}
