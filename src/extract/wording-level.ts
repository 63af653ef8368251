/** A measured amount → the thing whose level, change or cost it is; a count that somebody has → where or whose. */
import { type Subject, subjectOf } from './clause.ts';
import { type Stretch, type Tagged, timePhraseStart, wordsOf } from './phrases.ts';
import { groupAt, lemmaOf, type VerbGroup } from './verb-group.ts';
import type { Worded } from './wording.ts';

import { isOwner, label, lowered } from './wording-labels.ts';
import { namesMeasure, namesRate } from './wording-measures.ts';
import { isListTail, phraseOf, whoOf, withArticle } from './wording-names.ts';
import { isTooLong, placesFrom } from './wording-phrases.ts';
import { isOfAccounts, isThin } from './wording-thin.ts';
import { isSomebody } from './wording-whose.ts';

/** The thing whose level or change it is. */
export function levelOf(
  sentence: Tagged,
  written: Stretch | undefined,
  owner: Subject | undefined,
  share: string | undefined,
  figure: Worded,
): string | undefined {
  const stretch = written && beforeTime(sentence, written);
  if (!stretch || isTooLong(sentence, stretch) || isListTail(sentence, stretch)) return undefined;
  if (
    (isKnownOnly(sentence, stretch) && share === undefined) ||
    (sentence.tags[stretch.first] === 'gerund' && sentence.tags[stretch.first + 1] === 'det')
  )
    return undefined;
  if (/^(?:that|this|these|those)$/.test(sentence.tokens[stretch.first]?.lower ?? '')) return undefined;
  const name = isOwner(sentence, stretch.first) ? ownedBy(sentence, stretch, owner) : label(sentence, stretch);
  if (name === undefined || (!/\p{Ll}/u.test(name.slice(0, 1)) && !/\s\p{Ll}{3,}/u.test(name) && !share?.startsWith('of')))
    return undefined;
  // "27 percent of national support, Holm": of his, against "of its capacity, the reservoir"
  if (
    share?.startsWith('of') &&
    (figure.isChange ||
      /\p{Lu}/u.test(name) ||
      !(sentence.tags[stretch.first] === 'det' || /^(?:exports|imports|spending|debt|revenues?)$/.test(name)))
  )
    return undefined;
  if (share?.startsWith('of')) return `${share}, ${sentence.tags[stretch.first] === 'det' ? 'the ' : ''}${name}`;
  if (!figure.isMeasure && !figure.isPoints && !isLevelOfIt(name, figure)) return undefined;
  const seer = seerOf(sentence, stretch);
  if (seer === null) return undefined;
  if (seer !== undefined) return `${name} of ${seer}`;
  // "Revenue rose 3 percent": of the firm that reports
  return isThin(name, figure) && !(stretch.first === 0 && isOfAccounts(name)) ? undefined : withArticle(name);
}

/** What has a level: of money and shares a thing that is measured in them, of a count what is a number. */
function isLevelOfIt(name: string, { isCount, isChange, isShare, isPoints, isAttribute }: Worded): boolean {
  if (isCount) return tallies.test(name);
  // "candidate Holm", "the death toll upward": no sum, and no more of the name
  if (/(?:upward|downward|higher|lower)s?$/.test(name)) return false;
  if (isChange && isAttribute && !isShare && !isPoints) return /(?:^|\s)\p{Ll}[\p{L}-]*$/u.test(name) || /\d$|[)]$/.test(name);
  return isChange || (isShare ? namesRate(name) : namesMeasure(name));
}

const tallies =
  /\b(?:number|total|count|workforce|payrolls?|employment|membership|enrollment|enrolment|headcount|population|jobs|attendance|crossings|arrests|deaths|cases|toll|visitors|orders|sales|claims|admissions|output|production|fleet|capacity)\b/;

/** "the brewer saw profits fall": the brewer's; null where the sentence does not name whose. */
function seerOf(sentence: Tagged, { first }: Stretch): string | null | undefined {
  const { tokens, tags } = sentence;
  if (tags[first - 1] !== 'verb' || lemmaOf(tokens[first - 1]?.lower ?? '') !== 'see') return undefined;
  return whoOf(sentence, subjectOf(sentence, groupAt(sentence, first - 1))) ?? null;
}

/** "exports in the current fiscal" of "fiscal year": what describes a time goes with it. */
function beforeTime(sentence: Tagged, stretch: Stretch): Stretch {
  const start = timePhraseStart(sentence, stretch.last + 1);
  const last = sentence.tags[start - 1] === 'prep' ? start - 2 : start - 1;
  return start <= stretch.last && last > stretch.first ? { first: stretch.first, last } : stretch;
}

/** "the shares", "the economy": whose, only the sentences before tell; "it'll": no thing. */
function isKnownOnly({ tokens }: Tagged, { first, last }: Stretch): boolean {
  for (let i = first; i <= last; i++) if (/[’'](?:ll|d|ve|re|m)$/.test(tokens[i]?.lower ?? '')) return true;
  // "shares fell 1%": whose
  if (first === last && /^(?:shares|stock|stocks)$/.test(tokens[first]?.lower ?? '')) return true;
  // "the company’s shares": which company’s
  if (
    /^(?:the|its)$/.test(tokens[first]?.lower ?? '') &&
    /^(?:company|firm|group|bank|retailer|carmaker|chain)[’']s$/.test(tokens[first + 1]?.lower ?? '') &&
    /^(?:shares|stock)$/.test(tokens[last]?.lower ?? '')
  )
    return true;
  const isBare = last === first + 1 && /^(?:the|that|this)$/.test(tokens[first]?.lower ?? '');
  return isBare && borne.has(tokens[last]?.lower ?? '');
}

/** What somebody owns or what bears a name. */
const borne = new Set(
  `currency share shares stock stocks economy index rate rates deficit surplus population firm company group unit business market sector industry ship ferry plane aircraft vessel boat car train river lake
  reservoir dam road bridge tunnel building tower factory plant town city village country club team film album book`.split(/\s+/),
);

/** "its rate" → "the rate of the central bank". */
function ownedBy(sentence: Tagged, stretch: Stretch, owner: Subject | undefined): string | undefined {
  if (!/^(?:its|their)$/.test(sentence.tokens[stretch.first]?.lower ?? '')) return undefined;
  const thing = wordsOf(sentence, { first: stretch.first + 1, last: stretch.last });
  const who = owner?.kind === 'phrase' ? owner.stretch : owner?.of;
  const name = who && who.last < stretch.first && !isOwner(sentence, who.first) ? lowered(sentence, who) : undefined;
  if (thing === undefined || name === undefined || name.length > 40 || name.includes(',')) return undefined;
  return / (?:of|in|on|at|for) /.test(thing) ? undefined : `${thing} of ${name}`;
}

/** "cost farmers $600 million": to them. */
export function costOf(sentence: Tagged, subject: Subject | undefined, to?: Stretch): string | undefined {
  const thing = phraseOf(subject);
  if (
    !thing ||
    isTooLong(sentence, thing) ||
    isOwner(sentence, thing.first) ||
    isHalf(sentence, thing) ||
    (thing.last - thing.first < 3 && isSomebody(wordsOf(sentence, thing) ?? ''))
  )
    return undefined;
  if (thing.first === thing.last && (/^\p{Ll}/u.test(lowered(sentence, thing) ?? '') || sentence.tokens[thing.last + 1]?.lower === 'that'))
    return undefined;
  const whom = to && !isOwner(sentence, to.first) ? ` to ${lowered(sentence, to)}` : '';
  return `the cost of ${lowered(sentence, thing)}${whom}`;
}

/** "a line between Lund and Velm, which could cost", "the “silver” plan would cost": the phrase begins before it. */
function isHalf({ tokens, tags }: Tagged, { first }: Stretch): boolean {
  if (/^(?:conj|prep)$/.test(tags[first - 1] ?? '') && tags[first] === 'det') return false;
  if (tokens[first - 1]?.text === ',' && [first - 2, first].every((i) => /^\p{Lu}/u.test(tokens[i]?.text ?? ''))) return true;
  return /^(?:conj|prep|noun|num|amount)$/.test(tags[first - 1] ?? '') || /^[”"’']$/.test(tokens[first - 1]?.text ?? '');
}

/** "is valued at $2.4 billion", "fined the company 20 million euros". */
export function pricedAt(sentence: Tagged, by: string, thing: Subject | undefined): string | undefined {
  const who = whoOf(sentence, thing);
  return who && (by === 'fine' ? `the fine on ${who}` : `the ${by} of ${who}`);
}

/** "is worth $1.5bn". */
export function worthOf(sentence: Tagged, subject: Subject | undefined): string | undefined {
  const who = whoOf(sentence, subject);
  return who && `what ${who} ${/ and /.test(who) ? 'are' : 'is'} worth`;
}

/** "had 214 people on board": where they were; "has 900 doctors": whose they are. */
export function placed(
  sentence: Tagged,
  { last, isCount }: Worded,
  group: VerbGroup,
  subject: Subject | undefined,
  share: string | undefined,
): string | undefined {
  const places = share === undefined ? wordsOf(sentence, placesFrom(sentence, last + 1)) : undefined;
  const place = phraseOf(subject);
  if (places === 'on board') return place ? `on board ${lowered(sentence, place)}` : places;
  const owner = whoOf(sentence, subject);
  // "had 400 comments", "the plane, which was bound for Velm, had": of then, or of nobody named
  if (isCount && (!/^(?:has|have)$/.test(sentence.tokens[group.main]?.lower ?? '') || !/^(?:the |an? )|^\p{Lu}/u.test(owner ?? '')))
    return undefined;
  const has = group.to === undefined ? wordsOf(sentence, { first: group.first, last: group.main }) : undefined;
  if (owner === undefined || has === undefined) return undefined;
  return [share, `that ${owner} ${has}`, places].filter(Boolean).join(' ');
}

/** "There were 30 people on board". */
export function existential(sentence: Tagged, { last, isCount }: Worded, subject: Subject | undefined): string | undefined {
  if (subject?.kind !== 'pronoun' || subject.low !== 'there' || !isCount) return undefined;
  const places = placesFrom(sentence, last + 1);
  // "there are 86 cells at the prison that are empty"
  return places && sentence.tags[places.last + 1] === 'rel' ? undefined : wordsOf(sentence, places);
}
