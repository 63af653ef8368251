/** A verb and the figure behind it → whether the figure is no object of which the verb may be told: "resigned over 41 fines", "used 30 deals to hide". */
import { isCutNoun, isNoDeed, opensContact } from './counted-doer.ts';
import { type Stretch, type Tagged, timeLength, wordsOf } from './phrases.ts';
import type { VerbGroup } from './verb-group.ts';
import type { Worded } from './wording.ts';
import { asking } from './wording-beside.ts';
import { bare, saying } from './wording-phrases.ts';

export function isNoObject(
  sentence: Tagged,
  figure: Worded,
  group: VerbGroup,
  to: Stretch | undefined,
  share: string | undefined,
): boolean {
  if (figure.isPoints || bare.has(group.base) || (group.isPassive && !to) || (figure.isChange && !figure.isCount)) return true;
  // "walked 12 km" did nothing to the kilometres; "received 120 mm of rain" did
  if (figure.isMeasure && share?.startsWith('of') !== true && !covering.has(group.base)) return true;
  // "supplied 4.7 percent of the all the electricity": of what could not be read
  if (figure.isShare && share === undefined && sentence.tokens[figure.last + 1]?.lower === 'of') return true;
  if (figure.isShare && (!taking.has(group.base) || /^of the (?:time|day|night|year)\b/.test(share ?? ''))) return true;
  if (saying.test(sentence.tokens[group.main]?.lower ?? '') && hasVerbBehind(sentence, figure.last + 1)) return true;
  // "we expect 160 million people in the country will see it"
  if (leading.has(group.base) && sentence.tags[figure.last + 1] === 'rel') return true;
  if (leading.has(group.base) && hasFiniteBehind(sentence, figure.last + 1)) return true;
  // "gave 200 organisations the ability to flag"
  if (sentence.tags[figure.last + 1] === 'det' && rateAt(sentence, figure.last + 1) === undefined) return true;
  // "billions of dollars’ worth of vaccines"
  if (sentence.tokens.slice(figure.last + 1, figure.last + 4).some(({ lower }) => lower === 'worth') && share === undefined) return true;
  if (figure.isCount && ((!resulting.has(group.base) && isCutNoun(sentence, figure.last + 1)) || opensContact(sentence, figure.last + 1)))
    return true;
  // "reported seven injured": who says so stands beside the line
  if (
    figure.isCount &&
    saying.test(sentence.tokens[group.main]?.lower ?? '') &&
    /^(?:dead|wounded|injured|missing|killed|hurt)$/.test(sentence.tokens[figure.last]?.lower ?? '')
  )
    return true;
  // "the study polled 500 miners": no news of the miners
  if (figure.isCount && (asking.test(group.base) || (to === undefined && isNoDeed(sentence, group, figure.last + 1)))) return true;
  // "a maker fined $5 billion": who was fined, did not fine
  if (group.base === 'fine' && to === undefined) return true;
  // "resigned over 41 fines": nobody resigns a fine
  if (leaving.test(group.base) && to === undefined) return true;
  // "used 30 deals to hide": what for, is the news
  if (group.base === 'use' && sentence.tags.slice(figure.last + 1, figure.last + 4).includes('to')) return true;
  // "a war that claimed 70,000 people": not as one claims a thing
  if (group.base === 'claim' && figure.isPeople) return true;
  return false;
}

/** They have no object: what follows "over" is why. */
const leaving = /^(?:resign|retire|protest|argue|clash|complain|apologi[sz]e|die|arrive|occur|happen|emerge|disappear|quarrel|feud)$/;

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

/** "expect", "allow": their object does what the infinitive behind it tells. */
export const leading = new Set(
  'expect want allow enable force urge ask help require project forecast estimate believe cause lead encourage'.split(' '),
);

/** "make 4 million workers eligible": without what they become, the line says nothing. */
export const resulting = new Set('make keep leave render deem turn'.split(' '));
