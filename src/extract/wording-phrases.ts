/** A place in a sentence → the words from there on (or up to there) that a line of a briefing can end with: whole phrases, no times, no loose ends. */
import { verbReading } from '#text/lexicon.ts';
import { phraseStartingAt, type Stretch, type Tagged, timeLength, wordsOf } from './phrases.ts';
import { isVerbal } from './verb-group.ts';
import type { Worded } from './wording.ts';
import { ended, isLongList, isNounList } from './wording-endings.ts';
import { isOwner } from './wording-labels.ts';

/** Prepositional phrases that begin at `first`: "in Gaza", "on the new tram line". */
export function placesFrom(sentence: Tagged, first: number, maxChars = 80, prepositions?: ReadonlySet<string>): Stretch | undefined {
  const { tags, tokens } = sentence;
  if (
    tags[first] !== 'prep' ||
    /^(?:including|than|as|like|per|versus|despite|before|after|since|until|during|following|up|down|out)$/.test(
      tokens[first]?.lower ?? '',
    ) ||
    timeLength(sentence, first + 1) > 0
  )
    return undefined;
  let from = first + 1;
  // "by making changes", "to free up cash": a deed, no place
  const then = tokens[from]?.lower ?? '';
  if (tokens[first]?.lower === 'by' && (then.endsWith('ing') || (then === 'the' && tokens[from + 1]?.lower === 'time'))) return undefined;
  const isDeed = verbReading(then)?.forms.has('base') === true || /^(?:up|out|off|down)$/.test(tokens[from + 1]?.lower ?? '');
  if (tokens[first]?.lower === 'to' && tags[from] === 'noun' && isDeed) return undefined;
  // "on board the night train": two words, one preposition
  if (tokens[from]?.lower === 'board' && tags[from + 1] === 'det') from += 1;
  while (tags[from] === 'amount') from += 1;
  const phrase = phraseStartingAt(sentence, from, prepositions);
  const begin = phrase && tags[phrase.first - 1] === 'det' ? phrase.first - 1 : phrase?.first;
  if (!phrase || begin !== from) return undefined;
  // "with emergency supplies starting to arrive": what happens beside it
  if (tokens[first]?.lower === 'with' && (isVerbal(tags[phrase.last + 1]) || tokens[phrase.last]?.lower.endsWith('ing'))) return undefined;
  // "on the ways they use it": of which ways
  if (/^(?:they|he|she|it|we|you|i)$/.test(tokens[phrase.last + 1]?.lower ?? '')) return undefined;
  // "to people who …", "by the 12 men": what follows belongs to it
  if (tags[phrase.last + 1] === 'amount' || tags[phrase.last + 1] === 'num') return undefined;
  if (tokens[phrase.last + 1]?.lower === 'of' && tags[phrase.last + 2] === 'amount') return undefined;
  // "in trades, such as cooking", "a majority their rivals had won"
  if (tags[phrase.last + 1] === 'aux' || (tokens[phrase.last + 1]?.text === ',' && tokens[phrase.last + 2]?.lower === 'such'))
    return undefined;
  // "from Battery Ventures, Lund Price and others": half a list is none
  if (tokens[phrase.last + 1]?.text === ',' && (isNounList(sentence, phrase.last + 1) || isLongList(sentence, phrase.last + 1)))
    return undefined;
  // "for breaking the law": half a phrase
  const goesOn = tags[phrase.last + 1] === 'det' || /^(?:up|out|off|down)$/.test(tokens[phrase.last + 1]?.lower ?? '');
  if (goesOn && /ing$/.test(tokens[phrase.last]?.lower ?? '')) return undefined;
  // "from men who say they were abused": half of whom
  if (isHalfOfWhom(sentence, phrase.first, phrase.last)) return undefined;
  const stretch = ended(sentence, first, behindIdiom(sentence, phrase.last));
  return stretch && (tokens[stretch.last]?.end ?? 0) - (tokens[first]?.start ?? 0) <= maxChars && stretch.last > first
    ? stretch
    : undefined;
}

/** A relative clause without a comma tells which of them: "to an area where", "from men who". */
function isHalfOfWhom({ tokens, tags }: Tagged, first: number, last: number): boolean {
  if (!/^(?:who|whose|that|where|which)$/.test(tokens[last + 1]?.lower ?? '') || /^\p{Lu}/u.test(tokens[last]?.text ?? '')) return false;
  // "for a Harbour Initiative forum that": it has a name
  for (let i = first; i < last; i++) if (/^\p{Lu}/u.test(tokens[i]?.text ?? '')) return false;
  const opener = tokens[first - 1]?.lower ?? '';
  return !/^the$/.test(opener) || tags[last + 1] === 'rel';
}

/** "into research in hopes of": what only leads on to a purpose says nothing by itself. */
function behindIdiom({ tokens }: Tagged, last: number): number {
  const isIdiom =
    /^(?:hopes?|order|response|return|turn|addition|exchange|part|case|effort|attempt|bid|move|behalf|course|connection|light|terms)$/.test(
      tokens[last]?.lower ?? '',
    );
  if (!isIdiom) return last;
  const lead = /^(?:an?|the)$/.test(tokens[last - 1]?.lower ?? '') ? last - 2 : last - 1;
  return /^(?:in|on|as|over)$/.test(tokens[lead]?.lower ?? '') ? lead - 1 : last;
}

export const isTooLong = ({ tokens }: Tagged, { first, last }: Stretch): boolean =>
  (tokens[last]?.end ?? 0) - (tokens[first]?.start ?? 0) > 90;

/** "of gross domestic product", "in aid", "worth of damage": what the amount is made of. */
export function contentAfter(sentence: Tagged, figure: Pick<Worded, 'last' | 'isShare'>): string | undefined {
  return wordsOf(sentence, contentStretch(sentence, figure));
}

const ofOnly = new Set(['of']);

/** Of a share all that it is a share of; of tonnes or dollars only what they are, so that "into the river" may follow the verb. */
export function contentStretch(sentence: Tagged, { last, isShare }: Pick<Worded, 'last' | 'isShare'>): Stretch | undefined {
  if (!/^(?:of|in|worth)$/.test(sentence.tokens[last + 1]?.lower ?? '')) return undefined;
  // "$130 million in a new line": where it went
  const into = sentence.tokens[last + 2];
  if (sentence.tokens[last + 1]?.lower === 'in' && (sentence.tags[last + 2] === 'det' || /ing$/.test(into?.lower ?? ''))) return undefined;
  if (sentence.tokens[last + 1]?.lower === 'worth' && into?.lower === 'of') {
    const goods = placesFrom(sentence, last + 2, 70);
    return goods && { first: last + 1, last: goods.last };
  }
  const content = placesFrom(sentence, last + 1, 70, isShare ? undefined : ofOnly);
  // "of the vote on the back of its call": whose, stands elsewhere
  return isShare && content && holdsOwner(sentence, content) ? placesFrom(sentence, last + 1, 70, ofOnly) : content;
}

export function holdsOwner(sentence: Tagged, { first, last }: Stretch): boolean {
  for (let i = first; i <= last; i++) if (isOwner(sentence, i)) return true;
  return false;
}

export const saying = /^(?:said|says|say|told|reported|reports|estimated|estimates|added|claimed|confirmed|announced)$/;

/** Adjectives of the amount itself: "a record 82,000 fans", "a total $5 million". */
export const measuring = /^(?:total|combined|whopping|record|staggering|additional|further|extra|mere|hefty|cool|reported|estimated)$/;

/** No passive of these is English. */
export const bare = new Set(
  'have be become seem appear remain include contain cost weigh last let mean want get comprise feature lack tell ask inform urge remind warn show thank say know see think believe hope need total come go help watch near echo remember resemble'.split(
    ' ',
  ),
);
