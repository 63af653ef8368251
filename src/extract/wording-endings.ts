/** Where a stretch of a sentence may end: without a time, a loose word or half a list. */
import { verbReading } from '#text/lexicon.ts';
import { type Stretch, type Tagged, timeLength, timePhraseStart } from './phrases.ts';
import { isVerbal, lemmaOf } from './verb-group.ts';

/** Without a time or a loose word at the end. */
export function ended(sentence: Tagged, first: number, from: number): Stretch | undefined {
  const { tokens, tags } = sentence;
  let last = from;
  for (let steps = 0; steps < 12 && last >= first; steps++) {
    const low = tokens[last]?.lower ?? '';
    const isLoose =
      (tags[last] === 'prep' && !isParticle(sentence, last)) ||
      tags[last] === 'det' ||
      tags[last] === 'conj' ||
      tags[last] === 'to' ||
      tags[last] === 'rel' ||
      (tokens[last]?.kind === 'mark' && tags[last] !== 'amount' && !/^[’%]$/.test(low)) ||
      (/^(?:least|most)$/.test(low) && tokens[last - 1]?.lower === 'at') ||
      /^(?:also|today|yesterday|now|later|earlier|early|late|far|already|so|just|respectively|perhaps|maybe|even|beyond)$/.test(low);
    const isAux = tags[last] === 'aux' && last > first;
    const time = isLoose || isAux ? 0 : timeAtEnd(sentence, first, last);
    if (!isLoose && !isAux && time === 0) break;
    last -= Math.max(1, time);
  }
  if (isLeftAlone(sentence, first, last)) last -= 1;
  return last >= first ? { first, last } : undefined;
}

/** "under a plan unveiled on Tuesday": without its day the participle says nothing; against "when a bomb exploded on Tuesday". */
function isLeftAlone(sentence: Tagged, first: number, last: number): boolean {
  const { tokens, tags } = sentence;
  if (!tokens[last]?.lower.endsWith('ed') || tags[last - 1] !== 'noun') return false;
  if (timeLength(sentence, last + (tags[last + 1] === 'prep' ? 2 : 1)) === 0) return false;
  let at = last - 1;
  while (at > first && tags[at] === 'noun') at -= 1;
  return tags[at] === 'det' && /^(?:in|under|by|with|from|of|at|for|to|on)$/.test(tokens[at - 1]?.lower ?? '');
}

/** "carried out", "taken over", against "cancelled over the weekend". */
function isParticle(sentence: Tagged, at: number): boolean {
  const { tokens, tags } = sentence;
  const low = tokens[at]?.lower ?? '';
  if (!isVerbal(tags[at - 1])) return false;
  return (
    isStranded(sentence, at) ||
    /^(?:out|up|off|away|back|down)$/.test(low) ||
    (low === 'over' && /^(?:take|hand|turn|carry|run|win|roll)/.test(lemmaOf(tokens[at - 1]?.lower ?? '')))
  );
}

/** "6,000 viewers tuned in.", "the protesters looked on as": nothing follows that the preposition could lead to. */
export function isStranded({ tokens, tags }: Tagged, at: number): boolean {
  if (
    !isVerbal(tags[at - 1]) ||
    tags[at - 1] === 'aux' ||
    !/^(?:in|on|out|up|off|over|down|by|through|along|around|away)$/.test(tokens[at]?.lower ?? '')
  )
    return false;
  const next = tokens[at + 1];
  return (
    next === undefined ||
    /^[.,;:!?)”"]$/.test(next.text) ||
    tags[at + 1] === 'conj' ||
    /^(?:on|in|at|from|to|for|with|as|when|while|after|before)$/.test(next.lower)
  );
}

function timeAtEnd(sentence: Tagged, first: number, last: number): number {
  for (let length = 4; length > 0; length--) {
    const at = last - length + 1;
    if (at <= first) continue;
    // "sleep less than seven hours", "served three years": how long, rather than when
    const isSpan =
      sentence.tokens[at - 1]?.lower === 'than' ||
      // "to spend the next three months"
      /^(?:spend|last|serve|wait|stay)$/.test(lemmaOf(sentence.tokens[at - 1]?.lower ?? '')) ||
      (sentence.tags[at] === 'amount' && (isVerbal(sentence.tags[at - 1]) || sentence.tags[at - 1] === 'amount'));
    if (timeLength(sentence, at) !== length || sentence.tokens[at - 1]?.lower === 'of' || isSpan) continue;
    return isFrequency(sentence, at, last) ? 0 : last + 1 - Math.max(first, timePhraseStart(sentence, at));
  }
  return 0;
}

/** "each hour", "once every two months", "four times a year": how often, without which the rest is not true. */
function isFrequency({ tokens }: Tagged, at: number, last: number): boolean {
  const [before = '', here = ''] = [tokens[at - 1]?.lower, tokens[at]?.lower];
  const isRate = /^(?:every|each|per)$/.test(here) || /^(?:every|each|per)$/.test(before) || (/^an?$/.test(here) && last === at + 1);
  return isRate && !/^(?:ago|earlier|later|before|after|when|for)$/.test(tokens[last + 1]?.lower ?? '');
}

/** "to Colorado, Florida, Iowa and six other states": too long to tell, and the first alone would be wrong. */
export const isLongList = ({ tokens, tags }: Tagged, comma: number): boolean =>
  [comma - 1, comma + 1].every((i) => tags[i] === 'noun' && /^\p{Lu}/u.test(tokens[i]?.text ?? '')) &&
  [comma + 2, comma + 3].some((i) => tokens[i]?.text === ',' || tokens[i]?.lower === 'and');

/** "shot, stabbed and burned", "homes, shops and schools": a comma of a list that goes on and ends with "and". */
export function isNounList({ tokens, tags }: Tagged, comma: number): boolean {
  for (let i = comma + 1; i < comma + 9; i++) {
    const low = tokens[i]?.lower;
    if (low === 'and' || low === 'or')
      return (
        i > comma + 1 &&
        tags[i + 1] !== 'aux' &&
        tags[i + 1] !== 'det' &&
        tags[tokens[i - 1]?.text === ',' ? i - 2 : i - 1] === tags[comma - 1]
      );
    if (low !== ',' && tags[i] !== tags[comma - 1]) return false;
  }
  return false;
}

/** "tax" of "tax rates", "round" of "round of 16", "advertising" of "advertising and printing": the phrase goes on. */
export function isCut(sentence: Tagged, last: number): boolean {
  const { tokens, tags } = sentence;
  const [next, then] = [tokens[last + 1], tokens[last + 2]];
  if (next === undefined || timeLength(sentence, last + 1) > 0) return false;
  const tag = tags[last + 1];
  // "in donations she had collected", "thinking they’ll take a year off"
  if (
    tag === 'noun' ||
    tag === 'amount' ||
    tag === 'num' ||
    /^(?:of|than|someone|anyone|people)$/.test(next.lower) ||
    (tag === 'pron' && !/sel(?:f|ves)$/.test(next.lower))
  )
    return true;
  if (tag === 'det' && (tags[last] !== 'noun' || verbReading(tokens[last]?.lower ?? '')?.forms.has('base') === true)) return true;
  // "for expenses related to the track"
  if (tags[last] === 'noun' && /ed$/.test(next.lower) && tags[last + 2] === 'prep' && tag !== 'aux') return true;
  // "when deciding which", "on ethnic or linguistic grounds"
  if (tag === 'rel' && isVerbal(tags[last])) return true;
  if (/^(?:and|or)$/.test(next.lower))
    return (
      (isVerbal(tags[last]) && isVerbal(tags[last + 2])) ||
      tags[last] === 'adv' ||
      (tags[last - 1] === 'prep' && tags[last + 2] === 'noun' && tags[last + 3] === 'noun' && /^\p{Ll}/u.test(tokens[last]?.text ?? '')) ||
      tags[last + 2] === 'gerund' ||
      (tags[last + 2] === 'noun' && tokens[last + 3]?.kind === 'mark') ||
      /^(?:less|more|fewer|over|older|younger|above|below|not)$/.test(then?.lower ?? '')
    );
  // "set in real, identifiable towns", "in Lund, Velm county"
  if (
    next.text === ',' &&
    ((tags[last - 1] === 'prep' && (describing.test(tokens[last]?.lower ?? '') || /ed$/.test(tokens[last]?.lower ?? ''))) ||
      isPlaceOfPlace(sentence, last))
  )
    return true;
  // "on so-called “silver” plans"
  if (/^[“‘"]$/.test(next.text) && tokens[last]?.lower !== 'said') return true;
  // "in costs due to", "to reflect that"
  if (/^(?:due|prior|close|thanks|next)$/.test(tokens[last]?.lower ?? '') && next.lower === 'to') return true;
  if (
    /^(?:that|this|these|those)$/.test(next.lower) &&
    (then === undefined || then.kind === 'mark' || (next.lower === 'that' && isVerbal(tags[last])))
  )
    return true;
  // "a levy by Velm on $2 billion of goods", "in most (32 percent) or all"
  if (/^(?:on|above|below|over|under|exceeding)$/.test(next.lower) && tags[last + 2] === 'amount') return true;
  if (next.text === '(' && /^(?:most|all|some|many|few|any)$/.test(tokens[last]?.lower ?? '')) return true;
  // "to clean up", "always or mostly", "N2.5"
  if (/^(?:up|out|off|down|away)$/.test(next.lower) && verbReading(tokens[last]?.lower ?? '')?.forms.has('base')) return true;
  if (/^[.,]$/.test(next.text) && next.glued && then?.kind === 'number' && then.glued) return true;
  return next.kind === 'mark' && next.glued && then?.glued === true && /^[-‑/’']$/.test(next.text);
}

const describing = /^(?:large|small|new|old|big|young|poor|rich|low|high|real|long|short|good|bad|full|free|strong|weak|safe|early|late)$/;

/** "the Velm or Lund, N.D. metropolitan areas": the name goes on behind the comma. */
const isPlaceOfPlace = ({ tokens, tags }: Tagged, last: number): boolean =>
  /^\p{Lu}/u.test(tokens[last]?.text ?? '') && /^\p{Lu}$|^\p{Lu}\./u.test(tokens[last + 2]?.text ?? '') && tags[last + 2] !== 'mark';
