/** A figure behind a preposition → a noun phrase or a relative clause: "gusts", "in which Orvane sells its bicycles", "whose delegates China welcomes". */
import { type Subject, subjectOf } from './clause.ts';
import { isChangeVerb } from './modifiers.ts';
import { type Stretch, type Tagged, wordsOf } from './phrases.ts';
import { isVerbal, type VerbGroup } from './verb-group.ts';
import { tightPhraseEndingAt } from './whole-phrases.ts';
import { participleOf } from './word-forms.ts';
import type { Worded } from './wording.ts';
import { foreseen } from './wording-ahead.ts';
import { clauseFrom } from './wording-clause.ts';
import { isOwner, label, lowered } from './wording-labels.ts';
import { isMove, namesMeasure, namesRate } from './wording-measures.ts';
import { agentOf, whoOf, withArticle } from './wording-names.ts';
import { bare, contentAfter, contentStretch, isTooLong, measuring, placesFrom } from './wording-phrases.ts';
import { isSomebody } from './wording-whose.ts';

/** "turnover of $5m", "gusts of up to 148 kilometres per hour", "representatives of 130 countries". */
export function ofPhrase(sentence: Tagged, figure: Worded, phrase: Stretch, verb: VerbGroup | undefined): string | undefined {
  if (isOwner(sentence, phrase.first) || isTooLong(sentence, phrase)) return undefined;
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
  // "have requested a salary of $46,800": nobody has it yet
  if (!figure.isCount && did === undefined && /^(?:request|seek|demand|propose|ask|want|foresee|suggest|consider)$/.test(verb?.base ?? ''))
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
    !/ (?:of|for|among|in) /.test(name)
  )
    return undefined;
  // "analysts expected a drop of 0.8 percent": what came, is not told
  if (!figure.isCount && isForeseen && isMove(name)) return undefined;
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
  if (sentence.tags[first - 1] === 'det') return undefined;
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

/** "in which Orvane sells its bicycles", "from which Beijing expects delegates". */
export function relativeClause(
  sentence: Tagged,
  figure: Worded,
  group: VerbGroup,
  subject: Subject | undefined,
  preposition: string,
  share: string | undefined,
): string | undefined {
  if (!/^(?:in|from|to|on|at|for|with|by|into|across|among|between|against|through|under|over)$/.test(preposition) || group.isGerund)
    return undefined;
  if (
    !figure.isCount &&
    !figure.isShare &&
    !(preposition === 'by' && !group.isPassive) &&
    !(preposition === 'for' && trading.has(group.base.replace(/d$/, '')))
  )
    return undefined;
  if (!figure.isCount && figure.isShare && share === undefined) return undefined;
  // "with 94 percent of precincts reporting"
  const behind = (contentStretch(sentence, figure)?.last ?? figure.last) + 1;
  if (
    preposition === 'with' &&
    (figure.isPeople || isVerbal(sentence.tags[behind])) &&
    wordsOf(sentence, placesFrom(sentence, behind)) !== 'on board'
  )
    return undefined;
  if (figure.isCount && preposition === 'with' && /ing$/.test(sentence.tokens[figure.last + 1]?.lower ?? '')) return undefined;
  if (figure.isCount && group.base === 'look') return undefined;
  // "handed over 40 pages", "incentives for 300 drivers to move", "the population stood at 400 people"
  if (
    figure.isCount &&
    (isParticleOf(sentence, group, figure.first) || leadsOn(sentence, figure.last + 1) || /^(?:stand|rise|fall|remain)$/.test(group.base))
  )
    return undefined;
  const who = whoOf(sentence, subject);
  // of shares, only what is won with them or made up by them
  if (
    figure.isShare &&
    !figure.isCount &&
    !group.isPassive &&
    !(group.base === 'account' || /\bvotes?\b/.test(share ?? '') || isChangeVerb(group.base))
  )
    return undefined;
  if (!figure.isCount && isSomebody(who ?? '')) return undefined;
  if (who === undefined || isPredicate(sentence, group, subject)) return undefined;
  // "adopted by more than 40 states": the states did it
  const participle = sentence.tokens[group.main]?.lower ?? '';
  if (group.isPassive && preposition === 'by' && (figure.isCount || figure.isShare))
    return participle.endsWith('ed') && group.modal === undefined && !isFelt(sentence, group, figure.first)
      ? [share, `that ${participle} ${who}`].filter(Boolean).join(' ')
      : undefined;
  // "predicted that Holm would win with 53 percent": who did
  if (!figure.isCount && group.modal !== undefined && figure.saidBy === undefined) return undefined;
  // "leads by 2.4 million votes", but "a vote by 500 of its workers"
  if (preposition === 'by' && !group.isPassive && !margins.has(group.base) && !isChangeVerb(group.base) && !isMargin(sentence, figure))
    return undefined;
  // "which it acquired for $200 million": the line would lack what was acquired
  if (isAboutThat(sentence, group, subject)) return undefined;
  // "a record for 1,000 m": a distance that was run, no news of its own
  if (figure.isMeasure && preposition === 'for') return undefined;
  const did = doneBy(sentence, group);
  const stretch = betweenAnd(sentence, group.main, figure.first);
  if (stretch === 'broken') return undefined;
  const between = wordsOf(sentence, stretch);
  // "whittled the number to 4,500 students"
  if (between !== undefined && preposition === 'to' && /\b(?:number|numbers|total|figure|count|toll)$/.test(between)) return undefined;
  if (group.base === 'have' || group.base === 'be' || (preposition === 'in' && /^(?:result|consist|end|culminate)/.test(group.base)))
    return undefined;
  if (preposition === 'with' && figure.isCount && wordsOf(sentence, placesFrom(sentence, figure.last + 1)) === 'on board')
    return `on board ${who}`;
  if (group.base === 'account' && preposition === 'for') return share && [share, 'accounted for by', who].join(' ');
  const which = `${preposition} ${figure.isPeople && preposition !== 'by' ? 'whom' : 'which'}`;
  if (did === undefined) return undefined;
  return [share, which, who, did, between].filter(Boolean).join(' ');
}

const isParticleOf = ({ tokens }: Tagged, { main }: VerbGroup, first: number): boolean =>
  main + 1 < first &&
  /^(?:over|out|off|up|down|away|back|in|on)$/.test(tokens[main + 1]?.lower ?? '') &&
  /^(?:hand|look|call|turn|take|carry|lay|kick|set|pull|give|bring|throw|sign|write|hold)/.test(tokens[main]?.lower ?? '');

function leadsOn({ tokens, tags }: Tagged, at: number): boolean {
  const next = tags[at] === 'adv' ? at + 1 : at;
  return tokens[next]?.lower === 'to' && tags[next + 1] !== 'amount' && tokens[next + 1]?.kind !== 'number';
}

/** "is viewed favourably by 20 percent": how, is the news. */
const isFelt = ({ tokens }: Tagged, { base, main }: VerbGroup, first: number): boolean =>
  /^(?:view|see|regard|describe|consider|perceive|rate|name|call)$/.test(base) ||
  tokens
    .slice(main + 1, first)
    .some(
      ({ lower }) => /ably$|ly$/.test(lower) && !/^(?:only|nearly|roughly|approximately|exactly|barely|merely|fully|slightly)$/.test(lower),
    );

/** What is done for a price; "called for $1 trillion", "its demand for $5 billion" have none. */
const trading = new Set('sell buy acquire purchase insure auction offer settle trade'.split(' '));

/** "backed the plan by 31 votes". */
const isMargin = ({ tokens }: Tagged, { last }: Worded): boolean =>
  /^(?:votes?|points?|seats?|goals?|runs?|lengths?|strokes?|shots?)$/.test(tokens[last]?.lower ?? '');

const margins = new Set('lead beat trail outnumber exceed win lose miss outpace pass defeat top surpass fail overtake outsell'.split(' '));

/** "The drug is a powerful opioid involved in 3,431 deaths": the participle belongs to what the drug is. */
const isPredicate = ({ tags, tokens }: Tagged, group: VerbGroup, subject: Subject | undefined): boolean =>
  subject?.kind === 'phrase' &&
  group.first === group.main &&
  /(?:ed|en|own|ung|ade)$/.test(tokens[group.main]?.lower ?? '') &&
  tags[subject.stretch.first - 1] === 'aux';

const beforeSubject = (group: VerbGroup, subject: Subject | undefined): number =>
  (subject?.kind === 'phrase' ? subject.stretch.first : group.first - 1) - 1;

export function isAboutWhich({ tokens, tags }: Tagged, group: VerbGroup, subject: Subject | undefined): boolean {
  const at = beforeSubject(group, subject);
  return tags[at] === 'rel' && /^(?:which|whom|what)$/.test(tokens[at]?.lower ?? '');
}

/** "the house that he sold for $2 million". */
function isAboutThat({ tokens, tags }: Tagged, group: VerbGroup, subject: Subject | undefined): boolean {
  const at = beforeSubject(group, subject);
  return tags[at] === 'rel' && tokens[at]?.lower === 'that' && tags[at - 1] === 'noun';
}

/** The verb group as it is told; an infinitive of a plan as "was ordered to pay" cannot be, so it is left. */
function doneBy(sentence: Tagged, group: VerbGroup): string | undefined {
  // "checks were carried out on 175,000 people"
  const hasParticle =
    /^(?:out|up|off|away|down)$/.test(sentence.tokens[group.main + 1]?.lower ?? '') && sentence.tags[group.main + 2] === 'prep';
  return group.to === undefined ? wordsOf(sentence, { first: group.first, last: group.main + (hasParticle ? 1 : 0) }) : undefined;
}

/** What stands between the verb and the preposition of the amount. */
function betweenAnd({ tags, tokens }: Tagged, verb: number, first: number): Stretch | 'broken' | undefined {
  let last = first - 1;
  while (
    last > verb &&
    (tags[last] === 'det' || tags[last] === 'prep' || tags[last] === 'adv' || measuring.test(tokens[last]?.lower ?? ''))
  )
    last -= 1;
  for (let i = verb + 1; i <= last; i++)
    if (
      tags[i] === 'amount' ||
      tags[i] === 'to' ||
      isVerbal(tags[i]) ||
      (tokens[i]?.lower === 'by' && tokens[i + 1]?.lower.endsWith('ing') === true) ||
      (tokens[i]?.kind === 'mark' && !/^[-‑–’&]$/.test(tokens[i]?.text ?? ''))
    )
      return 'broken';
  return last > verb ? { first: verb + 1, last } : undefined;
}
