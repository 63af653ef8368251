/** A figure as object → the verb turned round: "killed in Gaza by Israel’s bombing", "to be paid to each bereaved family". */
import { personNouns } from '#text/lexicon.ts';
import type { Subject } from './clause.ts';
import { holdsDeed, isSureDoer, opensDeed } from './counted-doer.ts';
import { isSureSum } from './measured-doer.ts';
import { type Stretch, type Tagged, wordsOf } from './phrases.ts';
import { groupBefore, type VerbGroup } from './verb-group.ts';
import { participleOf, verbOf } from './word-forms.ts';
import type { Worded } from './wording.ts';
import { clauseFrom } from './wording-clause.ts';
import { descriptionBehind } from './wording-description.ts';
import { lowered } from './wording-labels.ts';
import { agentOf, phraseOf, pointsBack } from './wording-names.ts';
import { isNoObject, leading, rateAt, resulting } from './wording-object.ts';
import { contentStretch, holdsOwner, placesFrom } from './wording-phrases.ts';

/** "killed in Gaza by Israel’s bombing", "to be paid to each bereaved family". */
export function passive(
  sentence: Tagged,
  figure: Worded,
  group: VerbGroup,
  subject: Subject | undefined,
  to: Stretch | undefined,
  share: string | undefined,
): string | undefined {
  if (isNoObject(sentence, figure, group, to, share)) return undefined;
  // "left 4 dead"
  if (group.base === 'leave' && /^(?:dead|wounded|injured|missing|homeless)$/.test(sentence.tokens[figure.last]?.lower ?? ''))
    return aftermath(sentence, figure, subject);
  // "ended up cancelling 100 flights": another verb stands between
  for (let i = group.main + 2; to === undefined && i < figure.first; i++)
    if (/ing$/.test(sentence.tokens[i]?.lower ?? '')) return undefined;
  const doer = phraseOf(subject);
  if (doer && pointsBack(sentence, doer)) return undefined;
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

/** Without where it goes, these say nothing. */
const directed = new Set('put bring pour sink throw move send transfer lift place channel divert'.split(' '));

/** "ordered 40 towns to open": what they are to do belongs to it. */
const commanding = new Set(
  'order direct instruct tell persuade convince prompt compel oblige invite advise recommend teach train'.split(' '),
);

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
