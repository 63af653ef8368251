/** A place in a sentence → its clause from there on, as a line of a briefing can end with it: cut at a phrase where it is too long, undefined where it would be half of what is meant. */
import { isTitleStop, phraseStartingAt, type Stretch, type Tagged, timeLength } from './phrases.ts';
import { isVerbal } from './verb-group.ts';
import { ended, isLongList, isNounList, isStranded } from './wording-endings.ts';

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
  let subordinate: number | undefined;
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
      // "perished at once, or died within months": one of two; "as early as 12:01"
      if (token.text === ',' && tokens[i + 1]?.lower === 'or' && tags[i + 2] === 'verb') return undefined;
      if (token.text === ':' && token.glued && tokens[i - 1]?.kind === 'number' && tokens[i + 1]?.kind === 'number') return undefined;
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
      // "are more than all others combined": more than what
      if (
        token.lower === 'than' &&
        /^(?:more|less|fewer|higher|lower|larger|smaller|greater|better|worse)$/.test(tokens[i - 1]?.lower ?? '')
      )
        return undefined;
      // "of 9 and 10 July", "run Ordo 8 or 9": half of what is meant
      if (isConjunction && tokens[i - 1]?.kind === 'number' && tokens[i + 1]?.kind === 'number') last = cut ?? first - 1;
      // "by internet, mail and in person": half a list
      if (isInList && isConjunction && tags[i + 1] === 'prep') return undefined;
      break;
    }
    const isSubordinate = i > first && subordinators.test(token.lower) && !(token.lower === 'since' && timeLength(sentence, i + 1) > 0);
    if (isSubordinate && (hasSubordinate || !holdsVerb(sentence, i + 1))) break;
    if (isSubordinate) subordinate = i;
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
  // "when a series of shootings [and explosions rocked]": a clause without its verb
  if (
    subordinate !== undefined &&
    subordinate <= last &&
    tokens[subordinate]?.lower !== 'since' &&
    !holdsFinite(sentence, subordinate + 1, last)
  )
    last = subordinate - 1;
  // "were either dead or missing": half of it
  for (let i = first; i <= last; i++) if (tokens[i]?.lower === 'either' && !holdsOr(sentence, i, last)) return undefined;
  return ended(sentence, first, last);
}

function holdsFinite({ tags }: Tagged, from: number, to: number): boolean {
  for (let i = from; i <= to; i++) if (isVerbal(tags[i])) return true;
  return false;
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
    // "at a homecoming and harvest party involving"
    (isVerbal(tags[phrase.last + 1]) && tags[phrase.last + 1] !== 'gerund') ||
    (tokens[phrase.last + 1]?.kind === 'mark' && isVerbal(tags[phrase.last + 2]) && tokens[phrase.last + 1]?.text !== '.')
  );
}

function holdsVerb({ tags }: Tagged, from: number): boolean {
  for (let i = from; i < from + 14; i++) if (isVerbal(tags[i])) return true;
  return false;
}
