/** A figure as object → the verb turned round: "killed in Gaza by Israel’s bombing", "to be paid to each bereaved family". */
import { personNouns } from '#text/lexicon.ts';
import type { Subject } from './clause.ts';
import { holdsDeed, isCutNoun, isNoDeed, isSureDoer, opensContact, opensDeed } from './counted-doer.ts';
import { isSureSum } from './measured-doer.ts';
import { type Stretch, type Tagged, timeLength, wordsOf } from './phrases.ts';
import { groupBefore, type VerbGroup } from './verb-group.ts';
import { participleOf, verbOf } from './word-forms.ts';
import type { Worded } from './wording.ts';
import { asking } from './wording-beside.ts';
import { clauseFrom } from './wording-clause.ts';
import { descriptionBehind } from './wording-description.ts';
import { lowered } from './wording-labels.ts';
import { agentOf, phraseOf, pointsBack } from './wording-names.ts';
import { bare, contentStretch, holdsOwner, placesFrom, saying } from './wording-phrases.ts';

/** They have no object: what follows "over" is why. */
const leaving = /^(?:resign|retire|protest|argue|clash|complain|apologi[sz]e|die|arrive|occur|happen|emerge|disappear|quarrel|feud)$/;

/** "killed in Gaza by Israel’s bombing", "to be paid to each bereaved family". */
export function passive(
  sentence: Tagged,
  figure: Worded,
  group: VerbGroup,
  subject: Subject | undefined,
  to: Stretch | undefined,
  share: string | undefined,
): string | undefined {
  if (figure.isPoints || bare.has(group.base) || (group.isPassive && !to) || (figure.isChange && !figure.isCount)) return undefined;
  // "walked 12 km" did nothing to the kilometres; "received 120 mm of rain" did
  if (figure.isMeasure && share?.startsWith('of') !== true && !covering.has(group.base)) return undefined;
  // "supplied 4.7 percent of the all the electricity": of what could not be read
  if (figure.isShare && share === undefined && sentence.tokens[figure.last + 1]?.lower === 'of') return undefined;
  if (figure.isShare && (!taking.has(group.base) || /^of the (?:time|day|night|year)\b/.test(share ?? ''))) return undefined;
  if (saying.test(sentence.tokens[group.main]?.lower ?? '') && hasVerbBehind(sentence, figure.last + 1)) return undefined;
  // "we expect 160 million people in the country will see it"
  if (leading.has(group.base) && sentence.tags[figure.last + 1] === 'rel') return undefined;
  if (leading.has(group.base) && hasFiniteBehind(sentence, figure.last + 1)) return undefined;
  // "gave 200 organisations the ability to flag"
  if (sentence.tags[figure.last + 1] === 'det' && rateAt(sentence, figure.last + 1) === undefined) return undefined;
  // "billions of dollars’ worth of vaccines"
  if (sentence.tokens.slice(figure.last + 1, figure.last + 4).some(({ lower }) => lower === 'worth') && share === undefined)
    return undefined;
  if (figure.isCount && ((!resulting.has(group.base) && isCutNoun(sentence, figure.last + 1)) || opensContact(sentence, figure.last + 1)))
    return undefined;
  // "reported seven injured": who says so stands beside the line
  if (
    figure.isCount &&
    saying.test(sentence.tokens[group.main]?.lower ?? '') &&
    /^(?:dead|wounded|injured|missing|killed|hurt)$/.test(sentence.tokens[figure.last]?.lower ?? '')
  )
    return undefined;
  // "the study polled 500 miners": no news of the miners
  if (figure.isCount && (asking.test(group.base) || (to === undefined && isNoDeed(sentence, group, figure.last + 1)))) return undefined;
  // "left 4 dead"
  if (group.base === 'leave' && /^(?:dead|wounded|injured|missing|homeless)$/.test(sentence.tokens[figure.last]?.lower ?? ''))
    return aftermath(sentence, figure, subject);
  // "ended up cancelling 100 flights": another verb stands between
  for (let i = group.main + 2; to === undefined && i < figure.first; i++)
    if (/ing$/.test(sentence.tokens[i]?.lower ?? '')) return undefined;
  const doer = phraseOf(subject);
  if (doer && pointsBack(sentence, doer)) return undefined;
  // "a maker fined $5 billion": who was fined, did not fine
  if (group.base === 'fine' && to === undefined) return undefined;
  // "resigned over 41 fines": nobody resigns a fine
  if (leaving.test(group.base) && to === undefined) return undefined;
  // "used 30 deals to hide": what for, is the news
  if (group.base === 'use' && sentence.tags.slice(figure.last + 1, figure.last + 4).includes('to')) return undefined;
  // "a war that claimed 70,000 people": not as one claims a thing
  if (group.base === 'claim' && figure.isPeople) return undefined;
  const written = sentence.tokens[group.main]?.lower ?? '';
  const participle = participleOf(group.base) ?? (written.endsWith('ed') ? written : undefined);
  if (participle === undefined) return undefined;
  const chain = gerundChain(sentence, group.main, participle);
  const particle = /^(?:aside|away|back|together)$/.test(sentence.tokens[group.main + 1]?.lower ?? '')
    ? sentence.tokens[group.main + 1]?.lower
    : undefined;
  const modal = modalOf(group);
  // "that would require towns to earn 67 percent"
  if (
    !figure.isCount &&
    group.to !== undefined &&
    group.to === group.first &&
    /^(?:would|could|might)$/.test(groupBefore(sentence, group.to)?.modal ?? '')
  )
    return undefined;
  if (!figure.isCount && group.to !== undefined && /^(?:likely|unlikely|able|poised)$/.test(sentence.tokens[group.to - 1]?.lower ?? ''))
    return undefined;
  // "is believed to have hit 2 million people": what is only believed has been, or has not
  if (modal === undefined || (group.modal === 'to' && sentence.tokens[group.main - 1]?.lower === 'have')) return undefined;
  const after = share === undefined ? figure.last + 1 : (contentStretch(sentence, figure)?.last ?? figure.last) + 1;
  const rate = rateAt(sentence, after);
  const betweenThem = betweenVerbAnd(sentence, group.main, figure.first, to);
  if (figure.isCount && betweenThem && holdsDeed(sentence, betweenThem)) return undefined;
  const between = wordsOf(sentence, betweenThem);
  const complement =
    resulting.has(group.base) && to === undefined && figure.isCount && !figure.isAttribute ? complementAt(sentence, after) : undefined;
  if (complement === 'none') return undefined;
  // "expects 700 boxes to be sold": what is expected of them
  if (sentence.tags[after] === 'to' && leading.has(group.base)) return undefined;
  if (figure.isCount && commanding.has(group.base) && sentence.tokens[after]?.lower === 'to') return undefined;
  if (figure.isCount && opensDeed(sentence, after) && (leading.has(group.base) || commanding.has(group.base) || !figure.isPeople))
    return undefined;
  const place = complement ?? placesFrom(sentence, after + (rate?.tokens ?? 0));
  // "received 40 calls from people asking if", "needed 60 votes in the house to proceed": half of whom, and what for
  if (
    figure.isCount &&
    place &&
    (/ing$/.test(sentence.tokens[place.last + 1]?.lower ?? '') ||
      sentence.tags[place.last + 1] === 'rel' ||
      holdsDeed(sentence, place) ||
      opensDeed(sentence, place.last + 1))
  )
    return undefined;
  // "won on the back of its call by the party": the pronoun would stand before its name
  const places = place && holdsOwner(sentence, place) ? undefined : wordsOf(sentence, place);
  // "put $3 million into his campaign": where it went cannot be told
  const isIn = /^(?:in|up|down|out|back|off|on|forward)$/.test(sentence.tokens[group.main + 1]?.lower ?? '');
  if (directed.has(group.base) && !isIn && places === undefined && to === undefined && share === undefined) return undefined;
  // "forced 600 people from their homes": to what
  if (figure.isCount && group.base === 'force' && places === undefined) return undefined;
  const recipient = to && lowered(sentence, to);
  const agent =
    figure.isCount && !isSureDoer(sentence, group, doer)
      ? undefined
      : agentOf(sentence, subject, figure.saidBy, `${places ?? ''} ${share ?? ''}`);
  // "this is to make 400 clerks eligible": what or who
  if (figure.isCount && modal === 'to be' && group.to !== undefined && agent === undefined && figure.saidBy === undefined) return undefined;
  const saysLittle =
    places === undefined &&
    agent === undefined &&
    !isOwnDeed(sentence, figure, subject) &&
    recipient === undefined &&
    (share === undefined || (share.startsWith('in ') && modal === '')) &&
    between === undefined &&
    (modal === '' || !figure.isCount);
  if (saysLittle && !telling.has(group.base)) return undefined;
  // "it spent $8 million on charity": who did, is told before
  const isUntold = subject?.kind === 'pronoun' && subject.of === undefined && agent === undefined && recipient === undefined;
  if (isUntold && figure.saidBy === undefined && !telling.has(group.base) && !group.isPassive) return undefined;
  if (group.isGerund && agent === undefined && !telling.has(group.base)) return undefined;
  const end = place?.last ?? after + (rate?.tokens ?? 0) - 1;
  const told = {
    agent,
    share,
    places,
    recipient,
    place,
    end,
    isIn,
    isOwn: isOwnDeed(sentence, figure, subject) && !isThingOf(subject, figure.saidBy),
  };
  if (!figure.isCount && !isSureSum(sentence, figure, group, doer, told)) return undefined;
  const description = descriptionBehind(sentence, figure.last + 1);
  // "50 delegates at stake": a state of what is counted, whatever was done
  const state = figure.isCount && places !== undefined && besideNoun.test(places) ? places : undefined;
  return (
    [
      share ?? state,
      rate?.words,
      modal,
      chain ?? participle,
      particle,
      between,
      recipient && `to ${recipient}`,
      state === undefined && places,
      agent && `by ${agent}`,
    ]
      .filter(Boolean)
      .join(' ') + (description ? `, ${description}` : '')
  );
}

/** "50 delegates at stake", "300 cases against officers": told of what is counted, wherever the verb stands. */
const besideNoun = /^(?:(?:at|on) \p{Ll}+$|(?:against|without|about|among) )/u;

/** "793,000 barrels of oil per day", "12.4 million visitors annually": without it the line would tell another amount. */
export function rateAt(sentence: Tagged, at: number): { readonly tokens: number; readonly words: string | undefined } | undefined {
  const low = sentence.tokens[at]?.lower ?? '';
  if (/^(?:annually|yearly|monthly|weekly|daily)$/.test(low)) return { tokens: 1, words: low };
  if (!/^(?:an?|per|each|every)$/.test(low) || timeLength(sentence, at + 1) !== 1) return undefined;
  if (/^(?:ago|earlier|later|before|after)$/.test(sentence.tokens[at + 2]?.lower ?? '')) return undefined;
  return { tokens: 2, words: wordsOf(sentence, { first: at, last: at + 1 }) };
}

/** "organisers claimed nearly 400 delegates and alternates participated": the figure is part of what was claimed. */
function hasVerbBehind({ tags, tokens }: Tagged, from: number): boolean {
  for (let i = from; i < from + 8; i++) {
    if (tokens[i]?.text === ',' || tags[i] === 'rel' || tags[i] === 'prep') return false;
    if (tags[i] === 'verb' || tags[i] === 'aux') return true;
  }
  return false;
}

function hasFiniteBehind({ tokens, tags }: Tagged, from: number): boolean {
  for (let i = from; i < from + 12 && i < tokens.length; i++) {
    if (/^[,;.:—]$/.test(tokens[i]?.text ?? '') || tags[i] === 'rel' || tags[i] === 'conj') return false;
    if (tags[i] === 'aux') return true;
  }
  return false;
}

/** "4 dead" after the shooting. */
function aftermath(sentence: Tagged, figure: Worded, subject: Subject | undefined): string | undefined {
  const places = wordsOf(sentence, placesFrom(sentence, figure.last + 1));
  const stretch = phraseOf(subject);
  // "a shooting at the church that left 4 dead": not the church did
  if (stretch && sentence.tags[stretch.first - 1] === 'prep') return places;
  const cause = agentOf(sentence, subject, figure.saidBy, places ?? '');
  // "a gunman left 500 wounded": he, not what he did
  const isSomebody = cause !== undefined && personNouns.has(cause.split(' ').at(-1) ?? '');
  return [places, cause && `${isSomebody ? 'by' : 'after'} ${cause}`].filter(Boolean).join(' ') || undefined;
}

/** What may be done to kilometres, tonnes or litres as such. */
const covering = new Set(
  'cover burn flood occupy emit consume spill dump pump produce generate release harvest extract import export seize'.split(' '),
);

/** What may be done with a share of something. */
const taking = new Set(
  'win own hold control spend receive capture lose earn take sell buy cover produce generate supply donate consume use ban reject approve eliminate destroy contribute save pay raise acquire secure claim command occupy import export owe keep reach hit affect'.split(
    ' ',
  ),
);

/** Without where it goes, these say nothing. */
const directed = new Set('put bring pour sink throw move send transfer lift place channel divert'.split(' '));

/** "ordered 40 towns to open": what they are to do belongs to it. */
const commanding = new Set(
  'order direct instruct tell persuade convince prompt compel oblige invite advise recommend teach train'.split(' '),
);

/** "expect", "allow": their object does what the infinitive behind it tells. */
const leading = new Set(
  'expect want allow enable force urge ask help require project forecast estimate believe cause lead encourage'.split(' '),
);

/** "make 4 million workers eligible": without what they become, the line says nothing. */
const resulting = new Set('make keep leave render deem turn'.split(' '));

function complementAt(sentence: Tagged, at: number): Stretch | 'none' | undefined {
  const { tags, tokens } = sentence;
  // "left thousands out of pocket"
  if (/^(?:out|in|at|on|under)$/.test(tokens[at]?.lower ?? '') && tags[at + 1] !== 'det') return clauseFrom(sentence, at, 70) ?? 'none';
  if (/^(?:prep|conj|mark|to)$/.test(tags[at] ?? 'mark') && tokens[at]?.lower !== 'without') return undefined;
  return clauseFrom(sentence, at, 70) ?? 'none';
}

/** Verbs that say enough by themselves. */
const telling = new Set(
  'kill injure wound hurt arrest detain displace evacuate rescue destroy damage infect jail execute shoot drown burn stab wipe report record register confirm count'.split(
    ' ',
  ),
);

const modalOf = ({ modal }: VerbGroup): string | undefined => {
  if (modal === undefined) return '';
  return /^(?:will|would|shall|to)$/.test(modal) ? 'to be' : `that ${modal} be`;
};

function betweenVerbAnd({ tags }: Tagged, verb: number, first: number, to: Stretch | undefined): Stretch | undefined {
  if (to) return undefined;
  let from = verb + 1;
  let last = first - 1;
  while (from <= last && (tags[last] === 'det' || tags[last] === 'adv')) last -= 1;
  while (from <= last && tags[from] === 'adv') from += 1;
  return last >= from && (tags[from] === 'prep' || tags[from] === 'adv') ? { first: from, last } : undefined;
}

/** "The company said it had sold 4.1 million phones": who did it is who says so, and stands beside the line. */
const isOwnDeed = (sentence: Tagged, { saidBy }: Worded, subject: Subject | undefined): boolean =>
  saidBy !== undefined &&
  agentOf(sentence, named(subject), saidBy, '') === undefined &&
  agentOf(sentence, named(subject), undefined, '') !== undefined;

/** "Officials said it could pump $2 billion": a thing is not they. */
const isThingOf = (subject: Subject | undefined, saidBy: string | undefined): boolean =>
  subject?.kind === 'pronoun' && subject.low === 'it' && /\p{Ll}s$/u.test(saidBy ?? '') && !/\p{Lu}/u.test(saidBy ?? '');

const named = (subject: Subject | undefined): Subject | undefined =>
  subject?.kind === 'pronoun' && subject.of ? { kind: 'phrase', stretch: subject.of } : subject;

/** "shooting, stabbing and burning to death" → "shot, stabbed and burned". */
function gerundChain({ tokens, tags }: Tagged, verb: number, participle: string): string | undefined {
  if (tags[verb] !== 'gerund') return undefined;
  const said = [participle];
  for (let i = verb - 1; i > verb - 10 && i >= 0; i--) {
    const low = tokens[i]?.lower ?? '';
    if (low === ',' || low === 'and') continue;
    const form = tags[i] === 'gerund' ? participleOfGerund(low) : undefined;
    if (form === undefined) break;
    said.unshift(form);
  }
  return said.length === 1 ? undefined : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`;
}

function participleOfGerund(low: string): string | undefined {
  return participleOf(verbOf(low)?.base ?? '');
}
