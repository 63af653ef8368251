/** A figure behind “of” → the noun phrase that it is the measure of: "turnover", "gusts", "the population of the town of Karsk". */
import { type Subject, subjectOf } from './clause.ts';
import { isChangeVerb } from './modifiers.ts';
import { type Stretch, type Tagged, wordsOf } from './phrases.ts';
import { isPersonNoun } from './speaker-nouns.ts';
import type { VerbGroup } from './verb-group.ts';
import { tightPhraseEndingAt } from './whole-phrases.ts';
import { participleOf } from './word-forms.ts';
import type { Worded } from './wording.ts';
import { foreseen } from './wording-ahead.ts';
import { clauseFrom } from './wording-clause.ts';
import { isOwner, label, lowered } from './wording-labels.ts';
import { isMove, namesMeasure, namesRate } from './wording-measures.ts';
import { agentOf, whoOf, withArticle } from './wording-names.ts';
import { bare, contentAfter, isTooLong, placesFrom } from './wording-phrases.ts';
import { doneBy } from './wording-relative.ts';
import { isThin } from './wording-thin.ts';

/** "turnover of $5m", "gusts of up to 148 kilometres per hour", "representatives of 130 countries". */
export function ofPhrase(sentence: Tagged, figure: Worded, phrase: Stretch, verb: VerbGroup | undefined): string | undefined {
  if (isOwner(sentence, phrase.first) || isTooLong(sentence, phrase)) return undefined;
  // "to handle expenses of": a verb that looks like a noun
  if (!figure.isCount && sentence.tags[phrase.first - 1] === 'to') return undefined;
  // "an increase in earnings of 0.2 percent": so much more, no level
  if (!figure.isCount && sentence.tokens[phrase.first - 1]?.lower === 'in' && isMove(sentence.tokens[phrase.first - 2]?.lower ?? ''))
    return undefined;
  // "falling sales of 13%": how far they fell
  if (/ing$/.test(sentence.tokens[phrase.first - 1]?.lower ?? '') && isChangeVerb(sentence.tokens[phrase.first - 1]?.lower ?? ''))
    return undefined;
  const name = label(sentence, phrase);
  if (name === undefined) return undefined;
  // "a new high of 64%": what stands before is no noun
  if (/^(?:the )?(?:new|record|all-time|high|low|fresh|peak)$/.test(name)) return undefined;
  const subject = verb && !verb.isNegative ? subjectOf(sentence, verb) : undefined;
  const participle = verb && !bare.has(verb.base) && !verb.isPassive && verb.modal === undefined ? participleOf(verb.base) : undefined;
  const agent = participle === undefined || verb?.base === 'give' ? undefined : agentOf(sentence, subject, figure.saidBy, name);
  const isForeseen = verb !== undefined && participle !== undefined && foreseen.has(verb.base);
  const did = agent ? `${participle} by ${agent}` : isForeseen ? participle : undefined;
  // "voters with incomes of $30,000": of theirs
  const before = sentence.tokens[phrase.first - (sentence.tags[phrase.first - 1] === 'det' ? 2 : 1)]?.lower ?? '';
  const owner =
    verb?.base === 'have' && !figure.isCount ? agentOf(sentence, subject, figure.saidBy, name) : ownerBefore(sentence, phrase.first);
  // "the final of 1500m": a distance that is run
  if (figure.isMeasure && /(?:^|\s)(?:final|finals|race|heat|heats|event|title|semi-final)$/.test(name)) return undefined;
  if (figure.isCount && crowds.test(name)) return did && `the ${name} ${did}`;
  if (figure.isCount) return containers.test(name) ? undefined : whoseClause(sentence, figure, name, verb, subject);
  const share = contentAfter(sentence, figure);
  if (share?.startsWith('of')) {
    const who = whoOf(sentence, subject);
    const verbs = verb && doneBy(sentence, verb);
    return who && verbs && !verb?.isGerund && !/^(?:give|offer|hand|grant)$/.test(verb?.base ?? '')
      ? `${share} whose ${name} ${who} ${verbs}`
      : undefined;
  }
  if (sentence.tokens[figure.last + 1]?.lower === 'of') return undefined;
  // "a promise of $5 million in aid": what the money is stands behind it
  const within = sentence.tokens[figure.last + 1]?.lower === 'in' ? sentence.tokens[figure.last + 2] : undefined;
  if (within?.kind === 'word' && sentence.tags[figure.last + 2] !== 'det' && within.text === within.lower) return undefined;
  const appositive = appositionBehind(sentence, figure.last + 1);
  const places = wordsOf(sentence, placesFrom(sentence, figure.last + 1, 60));
  // "the target of $768,000", "have an income of $50,000": whose, the line would not say
  if (!figure.isCount && !figure.isMeasure && owner === undefined && before === 'with') return undefined;
  // "an unemployment rate of 5 percent is healthy": nobody’s
  const isAny =
    /^an?$/.test(sentence.tokens[phrase.first]?.lower ?? '') &&
    did === undefined &&
    owner === undefined &&
    figure.saidBy === undefined &&
    !/\p{Lu}/u.test(name);
  if (
    !figure.isCount &&
    figure.isAttribute &&
    !figure.isMeasure &&
    isAny &&
    !/ (?:of|in|on|for|to) /.test(`${name} ${wordsOf(sentence, placesFrom(sentence, figure.last + 1, 60)) ?? ''}`)
  )
    return undefined;
  // "an average of 57 percent", "an increase in taxes of $1 trillion": of what, whose
  if (!figure.isCount && /(?:^|\s)averages?$/.test(name)) return undefined;
  const isBareSum = figure.isAttribute && !figure.isShare && !figure.isMeasure && !figure.isCount && /^\p{Ll}+$/u.test(name);
  if (
    isBareSum &&
    owner === undefined &&
    did === undefined &&
    places === undefined &&
    figure.saidBy === undefined &&
    sentence.tokens[figure.first - 1]?.lower !== 'worth'
  )
    return undefined;
  // "any firm with revenue of more than $750 million": none that is named
  if (!figure.isCount && /^(?:any|every|each|no|some) /i.test(owner ?? '')) return undefined;
  // "have requested a salary of $46,800": nobody has it yet
  if (
    !figure.isCount &&
    did === undefined &&
    /^(?:request|seek|demand|propose|ask|want|foresee|suggest|consider|promise|pledge|vow)$/.test(verb?.base ?? '')
  )
    return undefined;
  if (
    !figure.isCount &&
    figure.isAttribute &&
    !figure.isMeasure &&
    !figure.isPoints &&
    sentence.tokens[figure.first - 1]?.lower !== 'worth' &&
    !(figure.isShare ? namesRate(name) : namesMeasure(name))
  )
    return undefined;
  // "a growth rate of 70 percent": whose
  if (
    figure.isShare &&
    !figure.isCount &&
    owner === undefined &&
    did === undefined &&
    !/\p{Lu}/u.test(name) &&
    !/\b(?:unemployment|jobless|inflation|turnout)\b/.test(name) &&
    places === undefined &&
    !/ (?:of|for|among|in) /.test(name) &&
    isThin(name, figure)
  )
    return undefined;
  // "analysts expected a drop of 0.8 percent": what came, is not told
  if (!figure.isCount && (isForeseen || verb?.base === 'suggest') && isMove(name)) return undefined;
  if (owner === undefined && (verb?.base === 'have' || (did === undefined && empty.test(name)))) return undefined;
  const words = [name, owner && `of ${owner}`, places, did].filter(Boolean).join(' ');
  const whole = appositive === undefined ? words : `${words}, ${appositive}`;
  return figure.isPeople && !whole.startsWith('the ') ? `the ${whole}` : withArticle(whole);
}

/** "Caracas, with a population of 3.2 million": whose. */
function ownerBefore(sentence: Tagged, first: number): string | undefined {
  const { tokens, tags } = sentence;
  if (tokens[first - 1]?.lower !== 'with') return undefined;
  const at = tokens[first - 2]?.text === ',' ? first - 3 : first - 2;
  const owner = tags[at] === 'noun' ? tightPhraseEndingAt(sentence, at) : undefined;
  // "moved along the coast with gusts of": what stands behind a preposition has them only where a comma sets it apart.
  if (owner !== undefined && at === first - 2 && tags[owner.first - 1] === 'prep') return undefined;
  // "sentenced to probation, with a fine of": not the probation’s
  if (owner === undefined || (tags[owner.first] !== 'det' && !/^\p{Lu}/u.test(tokens[owner.first]?.text ?? ''))) return undefined;
  return !isOwner(sentence, owner.first) && !isTooLong(sentence, owner) ? lowered(sentence, owner) : undefined;
}

const empty = /^(?:rate|pace|speed|level|target|sum|amount|average|maximum|minimum|range|share|part|goal|limit)$/;

const crowds = /\b(?:crowd|audience|crew|workforce|fleet|team|group|army|network|staff|cast|squad|delegation|toll)$/;

const containers =
  /\b(?:group|total|number|series|list|set|range|rest|pair|team|crew|staff|average|majority|cost|price|loss|death|toll|survey|poll|crowd|rate|lack|kind|sort|part|end|start|age|distance|case|array|some|most|many|one|all|any)$/;

/** "whose representatives China welcomes for a forum". */
function whoseClause(
  sentence: Tagged,
  { first, last }: Worded,
  name: string,
  verb: VerbGroup | undefined,
  subject: Subject | undefined,
): string | undefined {
  if (!verb || !/s$/.test(name) || name.includes(' of ') || verb.isPassive || verb.to !== undefined || verb.isGerund) return undefined;
  const who = whoOf(sentence, subject);
  const did = wordsOf(sentence, { first: verb.first, last: verb.main });
  const places = wordsOf(sentence, placesFrom(sentence, last + 1));
  // "the letters of the 21 men among them": known before
  if (sentence.tags[first - 1] === 'det' || verb.base === 'have') return undefined;
  // "delegates of 40 towns", against "a backlog of 400 cases"
  if (!isPersonNoun(name.split(' ').at(-1) ?? '')) return undefined;
  return who && did ? `whose ${name} ${who} ${did}${places ? ` ${places}` : ''}` : undefined;
}

/** ", the biggest at Mill Lane": the noun again. */
function appositionBehind(sentence: Tagged, comma: number): string | undefined {
  const { tokens } = sentence;
  if (
    tokens[comma]?.text !== ',' ||
    !/^(?:the|its|a|an)$/.test(tokens[comma + 1]?.lower ?? '') ||
    !/(?:est|most|record)$/.test(tokens[comma + 2]?.lower ?? '')
  )
    return undefined;
  return wordsOf(sentence, clauseFrom(sentence, comma + 1, 70));
}
