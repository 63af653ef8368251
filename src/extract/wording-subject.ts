/** A figure that is the subject of its clause → what it did or suffered: "killed when the ferry capsized", "of the reef bears the scars". */

import { isChangeVerb } from './modifiers.ts';
import { opensClause } from './opens-clause.ts';
import { phraseStartingAt, type Stretch, type Tagged, wordsOf } from './phrases.ts';
import { groupAt, isVerbal, isWall, type VerbGroup } from './verb-group.ts';
import { verbOf } from './word-forms.ts';
import type { Worded } from './wording.ts';
import { clauseFrom, MAX_WORDING_CHARS } from './wording-clause.ts';
import { descriptionAt } from './wording-description.ts';
import { isHalfClause, isInRelative } from './wording-half.ts';
import { saying } from './wording-phrases.ts';
import { isWholeOfPart } from './wording-whole.ts';

export function asSubject(sentence: Tagged, figure: Worded): string | undefined {
  const { tokens, tags } = sentence;
  const { first, last } = figure;
  if (!opensClause(sentence, first) || isWholeOfPart(sentence, figure)) return undefined;
  if (!figure.isCount && isInRelative(sentence, first)) return undefined;
  let from = last + 1;
  const aside = asideAt(sentence, from);
  if (aside) from = aside.next;
  let i = from;
  for (let steps = 0; steps < 3; steps++) {
    while (tags[i] === 'adv') i += 1;
    if (tags[i] !== 'prep') break;
    const phrase = phraseStartingAt(sentence, i + 1);
    if (!phrase) return undefined;
    i = phrase.last + 1;
  }
  if (isOfUnknown(sentence, figure)) return undefined;
  const isPlain = i === from || sentence.tags.slice(from, i).every((tag) => tag === 'adv');
  const verb = mainVerbFrom(sentence, i);
  // "73 percent of Democrats who said …, now support": the share is of those who said it; "$9 million into ads that …" has no verb of its own
  if (tags[i] === 'rel' && (figure.isShare || (!isPlain && tokens[from]?.lower !== 'of'))) return undefined;
  // "told 4,000 teachers that the strike was over"
  if (tokens[i]?.lower === 'that' && !isVerbal(tags[i + 1]) && tags[i + 1] !== 'adv') return undefined;
  if (tags[i] === 'rel')
    return /^(?:who|that|which|whose)$/.test(tokens[i]?.lower ?? '')
      ? wordsOf(sentence, clauseFrom(sentence, isPlain ? i : from))
      : undefined;
  // "of those who applied, 13 percent said": a share of whom, stands elsewhere
  if (figure.isShare && !figure.isCount && isPlain && tags[from] !== 'prep' && !/\b(?:poll|survey)/i.test(figure.saidBy ?? ''))
    return undefined;
  // what respondents say is the figure’s own news
  if (verb === undefined || (saying.test(tokens[verb]?.lower ?? '') && !figure.isShare)) return undefined;
  // "thousands of guards at harbour posts": of many, a verb has no "s"
  if (figure.isCount && !figure.isShare && verbOf(tokens[verb]?.lower ?? '')?.form === 'third') return undefined;
  const group = groupAt(sentence, verb);
  // "84 percent of all people employed by small firms": the share is of those
  if (figure.isShare && !figure.isCount && group.first === verb && tags[verb] !== 'aux' && tokens[verb + 1]?.lower === 'by')
    return undefined;
  // "of students involved in arrests or referrals are": the clause ends before its verb
  const own = tags[i] !== 'aux' && verbOf(tokens[verb]?.lower ?? '')?.form !== 'base' ? mainVerbBehind(sentence, verb) : undefined;
  if (!group.isPassive && /^(?:det|noun|num|amount)$/.test(tags[verb + 1] ?? '') && isCoordinated(sentence, figure)) return undefined;
  if (!figure.isCount && isPlain) {
    if (isChangeVerb(group.base) || group.base === 'be') return undefined;
  }
  const tail = aside?.words === undefined ? '' : `, ${aside.words}`;
  const start = isPlain ? predicateStart(sentence, i, verb, group) : from;
  const clause = clauseFrom(sentence, start, MAX_WORDING_CHARS - tail.length);
  if (figure.isShare && own !== undefined && clause !== undefined && clause.last < own) return undefined;
  // "in Alabama" of "in Alabama and Georgia were …", "said Clinton’s deficit" of "said Clinton’s deficit, beside …, meant": the verb is missing
  if (
    !clause ||
    clause.last < verb ||
    ((saying.test(tokens[verb]?.lower ?? '') ||
      (thinking.test(group.base) && /^(?:or|and|that)$/.test(tokens[clause.last + 1]?.lower ?? ''))) &&
      !holdsVerb(sentence, verb + 1, clause.last))
  )
    return undefined;
  if (figure.isCount && isCutOff(sentence, clause)) return undefined;
  // "a third of clerks surveyed by the paper, the union and the town said": the verb stands behind
  const isDescribed = tags[i] !== 'aux' && describing.test(group.base);
  if (figure.isCount && isDescribed && !tags.slice(verb + 1, clause.last + 1).some((tag) => tag === 'verb' || tag === 'aux'))
    return undefined;
  if (figure.isCount && !isPlain && !sentence.tags.slice(clause.first, clause.last + 1).some((tag) => isVerbal(tag))) return undefined;
  const words = wordsOf(sentence, clause);
  if (!figure.isCount && isHalfClause(sentence, clause)) return undefined;
  // "said so"
  if (
    !figure.isCount &&
    (saying.test(tokens[clause.last]?.lower ?? '') || /^(?:yes|no|so)$/.test(tokens[clause.last]?.lower ?? '')) &&
    tokens[clause.last - 1]?.lower !== 'said'
  )
    return undefined;
  // "less than $2bn has been spent": of what, and on what
  if (!figure.isCount && !figure.isShare && words !== undefined && !words.includes(' ')) return undefined;
  // "$5,000 did come from lobbyists": to whom, a name would say
  if (!figure.isCount && !figure.isShare && !figure.isMeasure && words !== undefined && !/\p{Lu}| (?:to|for) the /u.test(words))
    return undefined;
  if (words === undefined || isAuxiliary.test(words) || /n[’']t$/.test(words)) return undefined;
  const hasOwnVerb = !figure.isCount && isPlain && start === i && tags[i] !== 'aux';
  // "the $124 million put in by the city makes": done by somebody, with the verb of the sentence behind it
  if (hasOwnVerb && isDoneBy(sentence, verb)) return undefined;
  // "24% satisfied": no verb of its own
  if (hasOwnVerb && (group.to !== undefined || sentence.tags[verb + 1] === 'mark' || verb + 1 >= tokens.length)) return undefined;
  // "the £80m spent on it would be better used": a participle, with the verb of the sentence behind it
  const main = hasOwnVerb && verbOf(tokens[verb]?.lower ?? '')?.form !== 'base' ? mainVerbBehind(sentence, verb) : undefined;
  if (main !== undefined) {
    const reduced = clauseFrom(sentence, start, MAX_WORDING_CHARS);
    return reduced && wordsOf(sentence, { first: reduced.first, last: Math.min(reduced.last, main - 1) });
  }
  // "that spent so far on ads": a participle; "is slated to come": what it is for
  if (
    !figure.isCount &&
    !figure.isShare &&
    !figure.isMeasure &&
    (group.to !== undefined || tags[verb + 1] === 'to' || !(group.isPassive || /^(?:go|come)$/.test(group.base)))
  )
    return undefined;
  return `${hasOwnVerb ? 'that ' : ''}${words}${tail}`;
}

/** "complained that their reports [and those of others were]", "said they stay or [that they leave]", "certainly believe [that]": half of what they did. */
function isCutOff({ tokens, tags }: Tagged, { first, last }: Stretch): boolean {
  if (
    /^(?:or|of|toward|towards|than)$/.test(tokens[last + 1]?.lower ?? '') ||
    (/^(?:that|so|it|this)$/.test(tokens[last + 1]?.lower ?? '') && tokens[last + 2]?.kind === 'mark')
  )
    return true;
  for (let i = first + 1; i < last; i++)
    if (tokens[i]?.lower === 'that' && isVerbal(tags[i - 1]) && !tags.slice(i + 1, last + 1).some((tag) => tag === 'verb' || tag === 'aux'))
      return true;
  return false;
}

function isDoneBy({ tokens, tags }: Tagged, verb: number): boolean {
  const by = tags[verb + 1] === 'prep' && tokens[verb + 1]?.lower !== 'by' ? verb + 2 : verb + 1;
  return tokens[by]?.lower === 'by' && /^(?:det|noun)$/.test(tags[by + 1] ?? '') && verbOf(tokens[verb]?.lower ?? '')?.form !== 'third';
}

/** A finite auxiliary that stands behind a noun or a comma, before any new clause. */
function mainVerbBehind({ tags, tokens }: Tagged, verb: number): number | undefined {
  for (let i = verb + 1; i <= verb + 24 && i < tokens.length; i++) {
    // "in fights or arrests"
    const joinsNouns =
      tags[i] === 'conj' && /^(?:and|or)$/.test(tokens[i]?.lower ?? '') && tags[i - 1] === 'noun' && tags[i + 1] === 'noun';
    if ((tags[i] === 'conj' && !joinsNouns) || tags[i] === 'pron' || isWall(tokens[i]?.text)) return undefined;
    if (tags[i] === 'rel') {
      while (i < tokens.length && tokens[i]?.text !== ',') i += 1;
      continue;
    }
    if (tags[i] === 'aux') return i;
  }
  return undefined;
}

function holdsVerb({ tags, tokens }: Tagged, from: number, to: number): boolean {
  if (/^(?:yes|no|so)$/.test(tokens[from]?.lower ?? '')) return true;
  for (let i = from; i <= to; i++) if (isVerbal(tags[i])) return true;
  return false;
}

/** "believe their college" of "believe their college or university should": what they believe of it. */
const thinking = /^(?:believe|think|feel|expect|hope|agree)$/;

const isAuxiliary =
  /^(?:has|have|had|is|are|was|were|be|been|will|would|can|could|may|might|must|should|do|does|did)(?: been| be| have)?$/i;

const describing = /^(?:survey|poll|interview|question|know|call|name)$/;

/** Without the "were" of "were killed" and "were on board", the "have been" of "have been rescued". */
function predicateStart({ tokens, tags }: Tagged, from: number, verb: number, group: VerbGroup): number {
  if (group.isNegative || (group.modal !== undefined && group.modal !== 'to')) return from;
  const isBe = (i: number): boolean => /^(?:is|are|was|were|be|been|being)$/.test(tokens[i]?.lower ?? '');
  let i = from;
  if (/^(?:has|have|had)$/.test(tokens[i]?.lower ?? '') && (isBe(i + 1) || (tags[i + 1] === 'adv' && isBe(i + 2)))) i += 1;
  while (tags[i] === 'adv' && isBe(i + 1)) i += 1;
  if (!isBe(i)) return from;
  const next = i + 1;
  // "are registered players": the word describes the noun
  if (group.isPassive && verb >= next && tags[verb + 1] !== 'noun') return next;
  // "were on board", "are still missing"; "were children" stays whole
  return /^(?:prep|adv|gerund)$/.test(tags[next] ?? '') ||
    /^(?:missing|dead|homeless|alive|ill|sick|absent|present|safe|unaccounted)$/.test(tokens[next]?.lower ?? '')
    ? next
    : from;
}

function mainVerbFrom({ tags, tokens }: Tagged, from: number): number | undefined {
  let i = from;
  let found: number | undefined;
  for (let steps = 0; steps < 7; steps++, i++) {
    if (tags[i] === 'aux' || tags[i] === 'verb' || tags[i] === 'participle') found = i;
    else if (!(tags[i] === 'adv' || tags[i] === 'to' || tokens[i]?.lower === 'not' || (tags[i] === 'gerund' && found !== undefined))) break;
    if (tags[i] === 'verb' || tags[i] === 'participle') break;
  }
  return found;
}

/** ", most of them civilians," between the noun and its verb. */
function asideAt(sentence: Tagged, comma: number): { readonly next: number; readonly words: string | undefined } | undefined {
  const { tokens, tags } = sentence;
  if (tokens[comma]?.text !== ',') return undefined;
  for (let i = comma + 1; i < comma + 14; i++) {
    if (isWall(tokens[i]?.text)) return undefined;
    if (tokens[i]?.text !== ',') continue;
    return isVerbal(tags[i + 1]) || tags[i + 1] === 'adv' ? { next: i + 1, words: descriptionAt(sentence, comma) } : undefined;
  }
  return undefined;
}

/** "A teacher, a nurse and thousands of clerks have one thing in common": what all do is not what the last ones do. */
function isCoordinated({ tokens, tags }: Tagged, { first, last }: Worded): boolean {
  // "thousands of products and tens of thousands of visitors"
  for (let i = first + 1; i < last; i++) if (tokens[i]?.lower === 'and' && tags[i - 1] === 'noun') return true;
  if (tokens[first - 1]?.lower !== 'and') return false;
  let sawNoun = false;
  for (let i = first - 2; i >= 0 && i > first - 20; i--) {
    if (tags[i] === 'noun') sawNoun = true;
    else if (isVerbal(tags[i]) || isWall(tokens[i]?.text) || tags[i] === 'rel' || tags[i] === 'pron') return false;
  }
  return sawNoun && tags[0] !== 'prep';
}

/** "Among the over-65s, 70% said yes", "60% of them rode and 24% walked": a share whose whole is told elsewhere; without a sayer, of nobody. */
function isOfUnknown({ tokens }: Tagged, { last, isCount, isShare, saidBy }: Worded): boolean {
  if (!isShare || isCount || tokens[last + 1]?.lower === 'of') return false;
  return (
    saidBy === undefined ||
    tokens.some(({ lower }, i) => lower === 'among' || (lower === 'of' && isShareWord.test(tokens[i - 1]?.lower ?? '')))
  );
}
const isShareWord = /^(?:%|percent|cent|pc|half|third|quarter|thirds|quarters|most|many)$/;
