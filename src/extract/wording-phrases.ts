/** A place in a sentence → the words from there on (or up to there) that a line of a briefing can end with: whole phrases, no times, no loose ends. */
import { verbReading } from '#text/lexicon.ts';
import { isTitleStop, phraseStartingAt, type Stretch, type Tagged, timeLength, wordsOf } from './phrases.ts';
import { isVerbal } from './verb-group.ts';
import type { Worded } from './wording.ts';
import { ended, isLongList, isNounList, isStranded } from './wording-endings.ts';
import { isOwner } from './wording-labels.ts';

/** What a line of a briefing has room for. */
export const MAX_WORDING_CHARS = 120;

const stops = /^(?:while|whereas|because|although|though|but|so|if|unless|as|than|according|which|yet|nor)$/;
const subordinators = /^(?:when|after|before|since|until|where)$/;

/** From `first` to the end of its clause; cut before a phrase where it would be too long. Undefined where it cannot end well. */
export function clauseFrom(sentence: Tagged, first: number, maxChars = MAX_WORDING_CHARS): Stretch | undefined {
  const { tokens, tags } = sentence;
  const start = tokens[first]?.start ?? 0;
  let cut: number | undefined;
  let last = first - 1;
  let hasSubordinate = false;
  let isInList = false;
  let hasRelative = false;
  for (let i = first; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    if (token.kind === 'mark' && tags[i] !== 'amount' && !isGluedMark(sentence, i) && !isTitleStop(tokens, i)) {
      if (token.text === ',' && (isNounList(sentence, i) || (isInList && /^(?:and|or)$/.test(tokens[i + 1]?.lower ?? '')))) {
        isInList = true;
        continue;
      }
      if (token.text === ',' && isLongList(sentence, i)) last = cut ?? first - 1;
      // what goes on in quotation marks is part of the clause, and no line can hold half of it
      const isOpening = /^[“‘"[]$/.test(token.text) || (/^['`]$/.test(token.text) && !token.glued);
      if (isOpening && i > first && tokens[i - 1]?.kind !== 'mark') return undefined;
      // "depend—at least indirectly—on", "views of (particularly) the old"
      const isAside = /^(?:—|–|\()$/.test(token.text) || (token.text === ',' && i + 1 < tokens.length);
      if (isAside && i > first + 1 && (tags[i - 1] === 'prep' || tags[i - 1] === 'det') && !isStranded(sentence, i - 1)) return undefined;
      if (/^(?:—|–|\()$/.test(token.text) && isVerbal(tags[i - 1]) && tags[i - 1] !== 'participle') return undefined;
      break;
    }
    const isConjunction = /^(?:and|or)$/.test(token.lower);
    if (isConjunction && isInList && tokens[i - 1]?.text === ',' && !isVerbal(tags[i + 1])) {
      last = i;
      continue;
    }
    // "told teachers who covered the lawn that the state should": what was told them
    if (i > first && token.lower === 'that' && tags[first] === 'rel' && tags[i - 1] === 'noun' && tags[i + 1] === 'det') break;
    if (i > first && ((stops.test(token.lower) && !isNoStop(sentence, i)) || (isConjunction && opensClause(sentence, i)))) {
      // "of 9 and 10 July", "run Ordo 8 or 9": half of what is meant
      if (isConjunction && tokens[i - 1]?.kind === 'number' && tokens[i + 1]?.kind === 'number') last = cut ?? first - 1;
      // "by internet, mail and in person": half a list
      if (isInList && isConjunction && tags[i + 1] === 'prep') return undefined;
      break;
    }
    const isSubordinate = i > first && subordinators.test(token.lower) && !(token.lower === 'since' && timeLength(sentence, i + 1) > 0);
    if (isSubordinate && (hasSubordinate || !holdsVerb(sentence, i + 1))) break;
    hasSubordinate ||= isSubordinate;
    if (
      i > first &&
      (isSubordinate || (tags[i] === 'prep' && token.lower !== 'of') || tags[i] === 'rel' || (isConjunction && isVerbal(tags[i + 1])))
    ) {
      // "the cents that the budget adds to a litre": a line cannot end on its verb
      if (!(hasRelative && tags[i - 1] === 'verb')) cut = i - 1;
      hasRelative ||= tags[i] === 'rel' || token.lower === 'that';
    }
    if (token.end - start > maxChars) {
      last = cut ?? first - 1;
      break;
    }
    last = i;
  }
  // "were either dead or missing": half of it
  for (let i = first; i <= last; i++) if (tokens[i]?.lower === 'either' && !holdsOr(sentence, i, last)) return undefined;
  return ended(sentence, first, last);
}

function holdsOr({ tokens }: Tagged, from: number, to: number): boolean {
  for (let i = from; i <= to; i++) if (tokens[i]?.lower === 'or') return true;
  return false;
}

/** "so far", "so-called", "as many as 40", "chose it as their platform": the clause goes on. */
function isNoStop(sentence: Tagged, i: number): boolean {
  const { tokens, tags } = sentence;
  const low = tokens[i]?.lower;
  if (low === 'so') return tokens[i + 1]?.lower === 'far' || (tokens[i + 1]?.text === '-' && tokens[i + 1]?.glued === true);
  if (isComparison(sentence, i)) return true;
  if (low !== 'as') return false;
  const role = phraseStartingAt(sentence, i + 1);
  return role !== undefined && !isVerbal(tags[role.last + 1]) && tags[i + 1] !== 'pron';
}

/** "made more than 2.5 million", "as many as 40": part of an amount. */
const isComparison = ({ tokens, tags }: Tagged, i: number): boolean =>
  /^(?:than|as)$/.test(tokens[i]?.lower ?? '') && (tags[i + 1] === 'amount' || tags[i + 2] === 'amount' || tags[i + 3] === 'amount');

/** "1,400-strong", "R&D", "Israel’s": a mark that belongs to a word. */
function isGluedMark({ tokens }: Tagged, i: number): boolean {
  const text = tokens[i]?.text ?? '';
  if (/^[-‑–/]$/.test(text))
    return tokens[i]?.glued === true && tokens[i + 1]?.glued === true && tokens[i + 1]?.kind !== 'mark' && tokens[i - 1]?.kind !== 'mark';
  if (/^[’']$/.test(text) && (tokens[i - 1]?.kind !== 'word' || !tokens[i]?.glued || tokens[i + 1]?.kind === 'mark')) return false;
  return /^[&’'%$€£]$/.test(text) && (text === '&' || tokens[i]?.glued === true || tokens[i + 1]?.glued === true);
}

/** Behind the conjunction stands a verb, or a noun phrase with its own verb. */
function opensClause(sentence: Tagged, conjunction: number): boolean {
  const { tags, tokens } = sentence;
  const next = tags[conjunction + 1];
  // "directly or indirectly trace", "one or more parents"
  if (next === 'adv' && (tags[conjunction - 1] === 'adv' || /^(?:one|two)$/.test(tokens[conjunction - 1]?.lower ?? ''))) return false;
  // "50 percent or more of their income"
  if (
    /^(?:more|less|fewer|higher|lower|so)$/.test(tokens[conjunction + 1]?.lower ?? '') &&
    /^(?:amount|num)$/.test(tags[conjunction - 1] ?? '')
  )
    return false;
  if (next === 'pron' || next === 'rel' || next === 'aux' || next === 'adv' || next === 'conj' || next === 'mark' || next === undefined)
    return true;
  if (isVerbal(next)) return tags[conjunction - 1] !== next;
  if (next === 'amount') return true;
  // "and a little under 2 in 10 were black"
  for (let i = conjunction + 1; i < conjunction + 5 && /^(?:det|adv|prep|amount)$/.test(tags[i] ?? ''); i++)
    if (tags[i] === 'amount') return true;
  // "and some members of the so-called group were sentenced"
  for (let i = conjunction + 1; i < conjunction + 14 && /^(?:noun|det|adv|prep|num|amount|aux|mark)$/.test(tags[i] ?? ''); i++) {
    if (tags[i] === 'mark' && tokens[i]?.text !== '-') break;
    if (tags[i] === 'aux') return true;
  }
  const phrase = phraseStartingAt(sentence, conjunction + 1);
  if (phrase && /^(?:such|like)$/.test(tokens[phrase.last + (tokens[phrase.last]?.lower === 'such' ? 0 : 1)]?.lower ?? '')) return true;
  return (
    phrase === undefined ||
    isVerbal(tags[phrase.last + 1]) ||
    (tokens[phrase.last + 1]?.kind === 'mark' && isVerbal(tags[phrase.last + 2]) && tokens[phrase.last + 1]?.text !== '.')
  );
}

function holdsVerb({ tags }: Tagged, from: number): boolean {
  for (let i = from; i < from + 14; i++) if (isVerbal(tags[i])) return true;
  return false;
}

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
  const isIdiom = /^(?:hopes?|order|response|return|turn|addition|exchange|part|case|effort|attempt|bid|move|behalf|course)$/.test(
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
