/** A sum, share or measure and the deed that is told of it → whether the line says who did it, to whom or for what, and nothing of somebody else. */
import type { Stretch, Tagged } from './phrases.ts';
import type { VerbGroup } from './verb-group.ts';
import { isPlural } from './word-forms.ts';
import type { Worded } from './wording.ts';
import { isCut } from './wording-endings.ts';
import { isAnybody, isOneOfMany, isSomebody } from './wording-whose.ts';

export type Told = {
  readonly agent: string | undefined;
  readonly share: string | undefined;
  readonly places: string | undefined;
  readonly recipient: string | undefined;
  readonly place: Stretch | undefined;
  /** The last token that the line tells behind the amount. */
  readonly end: number;
  /** "pulled in", "paid out". */
  readonly isIn: boolean;
  /** Who did it is who says so. */
  readonly isOwn: boolean;
};

export function isSureSum(sentence: Tagged, figure: Worded, group: VerbGroup, doer: Stretch | undefined, told: Told): boolean {
  const { agent, share, places, recipient, place, end } = told;
  // "spending would hit 23 percent of GDP": a level, and nothing is done to it
  const isLevel = /^(?:hit|reach)$/.test(group.base) && /\b(?:spending|debts?|deficits?|revenues?|tax|taxes|costs?)$/.test(agent ?? '');
  if (figure.isShare && (agent === undefined || share === undefined || isLevel)) return false;
  // who paid and who got it is the news of a sum
  if (agent === undefined && !told.isOwn) return false;
  if (agent !== undefined && !isNamedDoer(sentence, figure, group, doer, agent)) return false;
  if (agent !== undefined && places === undefined && share === undefined && isAnybody(agent)) return false;
  if (isCut(sentence, end) || isHiddenNoun(sentence, end, place) || idle.has(group.base)) return false;
  // "spent millions of dollars buying up land": on what
  if (places === undefined && sentence.tags[end + 1] === 'gerund') return false;
  const isBare = places === undefined && share === undefined && recipient === undefined;
  const isNamed = /\p{Lu}/u.test(agent ?? '');
  return !isBare || (agent !== undefined && (whole.has(group.base.replace(/ed$/, '')) || told.isIn || (isNamed && group.base === 'spend')));
}

function isNamedDoer(sentence: Tagged, { isMeasure }: Worded, group: VerbGroup, doer: Stretch | undefined, agent: string): boolean {
  if (isOneOfMany(agent) || isInClause(sentence, doer, group)) return false;
  if (!isMeasure && (isSomebody(agent) || isClassOf(sentence, doer, agent))) return false;
  // "by campaign": half of a name
  return !/^\p{Ll}+$/u.test(agent) || isPlural(agent) || /^(?:police|congress|parliament)$/.test(agent);
}

/** "on ad buys in Lund": a noun that looks like a verb; "at a gala and his sister also gave": of the next clause. */
const isHiddenNoun = ({ tokens, tags }: Tagged, last: number, place: Stretch | undefined): boolean =>
  (tags[last + 1] === 'verb' && isPlural(tokens[last + 1]?.lower ?? '')) ||
  (place !== undefined &&
    /^(?:verb|aux|adv)$/.test(tags[last + 1] ?? '') &&
    tokens.slice(place.first, place.last).some(({ lower }) => lower === 'and'));

/** "islanders who gave more than $900": they are those who did, no more is told. */
const isClassOf = ({ tokens }: Tagged, doer: Stretch | undefined, agent: string): boolean =>
  doer !== undefined && /^(?:that|who)$/.test(tokens[doer.last + 1]?.lower ?? '') && /^(?!the )\p{Ll}/u.test(agent);

/** "insisted that Velm had failed and offered $1 trillion": who offered, nobody can tell. */
const isInClause = ({ tokens }: Tagged, doer: Stretch | undefined, { first }: VerbGroup): boolean =>
  doer !== undefined && /^(?:and|but|or)$/.test(tokens[first - 1]?.lower ?? '') && tokens[doer.first - 1]?.lower === 'that';

/** "raised by Holm": for what, need not be said; "paid by Holm" needs to whom. */
const whole = new Set(
  'export import sell raise book pay contribute invest earn collect receive win lose pledge request generate save burn cover flood occupy donate demand offer owe borrow make'.split(
    ' ',
  ),
);

/** "faces $8 trillion in taxes": nothing is done with the money. */
const idle = new Set('find see know miss face need want seek require deserve lack'.split(' '));
