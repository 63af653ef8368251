/** A figure behind a preposition → a relative clause: "in which Orvane sells its bicycles", "from which Beijing expects delegates". */
import type { Subject } from './clause.ts';
import { hangsLoosely } from './counted-relative.ts';
import { isChangeVerb } from './modifiers.ts';
import { type Stretch, type Tagged, timeLength, wordsOf } from './phrases.ts';
import { isVerbal, type VerbGroup } from './verb-group.ts';
import type { Worded } from './wording.ts';
import { whoOf } from './wording-names.ts';
import { contentStretch, measuring, placesFrom } from './wording-phrases.ts';
import { isSomebody } from './wording-whose.ts';

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
  if (figure.isCount && hangsLoosely(sentence, figure, group, subject, preposition)) return undefined;
  const who = whoOf(sentence, subject);
  // of shares, only what is won with them or made up by them
  if (
    figure.isShare &&
    !figure.isCount &&
    !group.isPassive &&
    !(group.base === 'account' || /\bvotes?\b/.test(share ?? '') || isChangeVerb(group.base))
  )
    return undefined;
  if (!figure.isCount && (isSomebody(who ?? '') || /^(?:number|figure|total|rate|amount|share)$/.test(who ?? ''))) return undefined;
  if (who === undefined || isPredicate(sentence, group, subject)) return undefined;
  // "adopted by more than 40 states": the states did it
  const participle = sentence.tokens[group.main]?.lower ?? '';
  if (group.isPassive && preposition === 'by' && (figure.isCount || figure.isShare))
    return participle.endsWith('ed') && group.modal === undefined && !isFelt(sentence, group, figure.first)
      ? [share, `${figure.isPeople ? 'who' : 'that'} ${participle} ${who}`].filter(Boolean).join(' ')
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
  // "grew at a 2% rate", "cut warming by 0.02 degrees": the amount is told of what grew
  if ((preposition === 'at' && !figure.isCount) || (preposition === 'by' && figure.isMeasure)) return undefined;
  const did = doneBy(sentence, group);
  const stretch = betweenAnd(sentence, group.main, figure.first);
  if (stretch === 'broken') return undefined;
  const between = wordsOf(sentence, stretch);
  // "released the results of a study on 24 patients": of the study
  if (preposition === 'on' && figure.isPeople && between !== undefined) return undefined;
  // "whittled the number to 4,500 students"
  if (between !== undefined && preposition === 'to' && /\b(?:number|numbers|total|figure|count|toll)$/.test(between)) return undefined;
  if (group.base === 'have' || group.base === 'be' || (preposition === 'in' && /^(?:result|consist|end|culminate)/.test(group.base)))
    return undefined;
  if (preposition === 'with' && figure.isCount && wordsOf(sentence, placesFrom(sentence, figure.last + 1)) === 'on board')
    return `on board ${who}`;
  // "surpassed the rest with 80,000 entries": by them or beside them, who knows
  if (preposition === 'with' && figure.isCount) return undefined;
  // "for 62 percent of the students on 140 campuses": not of all
  const isOfSome = /^(?:in|on|among|at|across)$/.test(sentence.tokens[behind]?.lower ?? '') && timeLength(sentence, behind + 1) === 0;
  if (group.base === 'account' && preposition === 'for')
    return share === undefined || (!figure.isCount && isOfSome) ? undefined : [share, 'accounted for by', who].join(' ');
  const which = `${preposition} ${figure.isPeople && preposition !== 'by' ? 'whom' : 'which'}`;
  if (did === undefined) return undefined;
  return [share, which, who, did, between].filter(Boolean).join(' ');
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
export function doneBy(sentence: Tagged, group: VerbGroup): string | undefined {
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
