/** A figure beside its noun → what stands there and describes it: "whose wells the plant polluted", "of the workforce, the job losses", "most of them civilians". */
import { verbReading } from '#text/lexicon.ts';
import { subjectOf } from './clause.ts';
import { type Stretch, type Tagged, wordsOf } from './phrases.ts';
import { groupBefore, isVerbal, lemmaOf } from './verb-group.ts';
import { wholePhraseEndingAt } from './whole-phrases.ts';
import { verbOf } from './word-forms.ts';
import type { Worded } from './wording.ts';
import { clauseFrom } from './wording-clause.ts';
import { levelOf } from './wording-level.ts';
import { namesMeasure } from './wording-measures.ts';
import { whoOf } from './wording-names.ts';
import { isTooLong, placesFrom } from './wording-phrases.ts';
import { isWholeOfPart } from './wording-whole.ts';

export function asApposition(sentence: Tagged, figure: Worded): string | undefined {
  const { tokens, tags } = sentence;
  const { first, last, isCount } = figure;
  if (isCount || tokens[first - 1]?.text !== ',' || tags[first - 2] !== 'noun') return undefined;
  // "leading Okabe among voters, 46 percent to 44 percent": two shares of a poll
  for (let i = first; i <= last; i++) if (tokens[i]?.lower === 'to') return undefined;
  const content = tokens[last + 1]?.lower === 'of' ? placesFrom(sentence, last + 1, 70) : undefined;
  const next = tokens[(content?.last ?? last) + 1];
  if (next !== undefined && !/^[,.]$/.test(next.text)) return undefined;
  const phrase = wholePhraseEndingAt(sentence, first - 2);
  if (!phrase || isTooLong(sentence, phrase)) return undefined;
  const level = levelOf(sentence, phrase, undefined, wordsOf(sentence, content), figure);
  return level !== undefined && (content !== undefined || namesMeasure(level)) ? level : undefined;
}

export function behindNoun(sentence: Tagged, figure: Worded): string | undefined {
  if (!figure.isCount) return undefined;
  const { tokens, tags } = sentence;
  if (tokens[figure.first - 2]?.lower === 'out' && isWholeOfPart(sentence, figure)) return undefined;
  const at = figure.last + 1;
  const word = tokens[at]?.lower ?? '';
  if (/^(?:who|that|which)$/.test(word) && isVerbal(tags[at + 1])) {
    if (losesDeed(sentence, figure)) return undefined;
    const clause = beforeSecondVerb(sentence, clauseFrom(sentence, at));
    // "forced thousands of customers who took out loans to sell their homes": who they were, not what they had to do
    const forced = groupBefore(sentence, figure.first);
    if (
      clause &&
      forced &&
      /^(?:force|allow|enable|urge|ask|help|require|lead|encourage|order|push)$/.test(forced.base) &&
      tags.slice(clause.first, clause.last).includes('to')
    )
      return undefined;
    return wordsOf(sentence, clause && dropWhoWere(sentence, clause));
  }
  // "has removed 4,000 videos related to the attack": what was done with them is the news
  if (
    /^(?:related|linked|connected|associated|relating|containing|involving|concerning)$/.test(word) &&
    !figure.isPeople &&
    isVerbal(tags[figure.first - 1])
  )
    return undefined;
  // "in 47 of the 65 countries assessed": nothing is told of them
  if (
    /^(?:assessed|surveyed|polled|studied|tested|examined|analysed|analyzed|questioned|interviewed|involved|concerned|listed)$/.test(
      word,
    ) &&
    tokens[at + 1]?.kind === 'mark'
  )
    return undefined;
  if (losesDeed(sentence, figure)) return undefined;
  const isParticiple =
    tags[at] === 'participle' ||
    (tags[at] === 'verb' &&
      !/^(?:remain|become|seem|appear|come|go|total|last)$/.test(lemmaOf(word)) &&
      /(?:ed|en|own|ought|ung|hot|ept|eft|ost)$/.test(word) &&
      !/^(?:det|noun|num|amount|pron|rel)$/.test(tags[at + 1] ?? '') &&
      !isInGerundSubject(sentence, figure)) ||
    (tags[at] === 'gerund' && word !== 'including');
  const whose = word === 'whose' ? wordsOf(sentence, clauseFrom(sentence, at)) : undefined;
  if (whose !== undefined) return withName(sentence, figure, whose);
  return isParticiple && !isOfAnother(sentence, figure) ? wordsOf(sentence, beforeMainVerb(sentence, clauseFrom(sentence, at))) : undefined;
}

/** "has intercepted 500 rockets fired at Velm", "polled 500 people who live in Velm": what was done with them is the news, or there is none. */
function losesDeed({ tokens, tags }: Tagged, { first, last, isCount, isPeople }: Worded): boolean {
  let at = first - 1;
  while (tags[at] === 'det' || tags[at] === 'adv') at -= 1;
  const low = tokens[at]?.lower ?? '';
  if (!isCount || !isVerbal(tags[at])) return false;
  const base = lemmaOf(low);
  // "the goal is to have 400 pastors running": not yet; but "to find the 60 votes needed"
  if (tokens[at - 1]?.lower === 'to' && !/^(?:needed|required|necessary)$/.test(tokens[last + 1]?.lower ?? '')) return true;
  if (tags[at] === 'aux') return false;
  // "will hit 500 goods sold in Velm"
  if (
    !isPeople &&
    tokens[last + 1]?.lower !== 'whose' &&
    /^(?:will|would|could|may|might|must|should)$/.test(tokens[at - 1]?.lower ?? '') &&
    !keeping.test(base)
  )
    return true;
  if (asking.test(base)) return true;
  const form = verbOf(low)?.form ?? (low.endsWith('ed') ? 'past' : 'base');
  return !isPeople && /^(?:past|participle)$/.test(form) && !keeping.test(base);
}
export const asking = /^(?:survey|poll|interview|analy[sz]e|study|examine|question|sample|ask)$/;
/** What is found or needed is described, rather than done to. */
const keeping =
  /^(?:be|have|find|see|discover|include|need|want|use|expect|reach|total|know|hold|keep|identify|count|list|show|name|meet|describe|mention|cite|get|win)$/;

/** "jobs that rely on trade and send shivers": the second verb may be another’s. */
function beforeSecondVerb({ tokens, tags }: Tagged, clause: Stretch | undefined): Stretch | undefined {
  if (!clause) return undefined;
  for (let i = clause.first + 2; i < clause.last; i++)
    if (
      /^(?:and|or)$/.test(tokens[i]?.lower ?? '') &&
      (tags[i + 1] === 'verb' || verbReading(tokens[i + 1]?.lower ?? '')?.forms.has('base')) &&
      tags[i - 1] !== 'verb'
    )
      return { first: clause.first, last: i - 1 };
  return clause;
}

/** "interviewed were fed up": the participle's part, without the verb of the sentence. */
function beforeMainVerb({ tags }: Tagged, clause: Stretch | undefined): Stretch | undefined {
  if (!clause) return undefined;
  for (let i = clause.first + 1; i <= clause.last; i++) {
    if (tags[i] === 'rel' || tags[i] === 'conj' || tags[i] === 'pron') return clause;
    // "singing along to be appreciated"
    if (tags[i] === 'to' && tags[i + 1] === 'aux' && i > clause.first + 1)
      return { first: clause.first, last: tags[i - 1] === 'prep' && i - 1 > clause.first ? i - 2 : i - 1 };
    if (tags[i] === 'aux' && tags[i - 1] !== 'to') return { first: clause.first, last: i - 1 };
  }
  return clause;
}

/** "the cost of recalling 610,000 vehicles weighed on results": the verb is told of the cost. */
function isInGerundSubject(sentence: Tagged, { first }: Worded): boolean {
  const before = groupBefore(sentence, first);
  return before?.isGerund === true && sentence.tokens[before.first - 1]?.text !== ',' && groupBefore(sentence, before.first) === undefined;
}

/** "a survey of 900 adults taken in May", "won 300 delegates heading into Monday": what the participle tells is not told of those counted. */
const isOfAnother = ({ tokens }: Tagged, { first, last }: Worded): boolean =>
  (tokens[first - 1]?.lower === 'of' && /^(?:survey|poll|sample|study|interviews|questionnaire)s?$/.test(tokens[first - 2]?.lower ?? '')) ||
  (/^(?:heading|going|coming|entering)$/.test(tokens[last + 1]?.lower ?? '') && tokens[last + 2]?.lower === 'into');

/** "whose wells it polluted": the pronoun stands for who did the rest. */
function withName(sentence: Tagged, { first }: Worded, words: string): string | undefined {
  if (!/\b(?:it|he|she|they)\b/.test(words)) return words;
  const group = groupBefore(sentence, first);
  const name = whoOf(sentence, group && subjectOf(sentence, group));
  return name !== undefined && words.match(/\b(?:it|he|she|they)\b/g)?.length === 1
    ? words.replace(/\b(?:it|he|she|they)\b/, name)
    : undefined;
}

function dropWhoWere({ tokens, tags }: Tagged, { first, last }: Stretch): Stretch {
  const isBe = /^(?:is|are|was|were)$/.test(tokens[first + 1]?.lower ?? '');
  return isBe && (tags[first + 2] === 'verb' || tags[first + 2] === 'participle') && last >= first + 2
    ? { first: first + 2, last }
    : { first, last };
}
