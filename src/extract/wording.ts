/** A figure in its sentence → what it counts, as a phrase that goes on after the amount: "killed in Gaza by Israel’s bombing", "net profit at Orvane"; undefined where that cannot be worded well. */
import type { Counted } from './concept.ts';
import { withWhen } from './counted-when.ts';
import { isHalfTold, losesVerb } from './counted-whole.ts';
import type { Tagged } from './phrases.ts';
import { verbOf } from './word-forms.ts';
import { asApposition, behindNoun } from './wording-beside.ts';
import { isCutShort } from './wording-cut.ts';
import { asPart } from './wording-part.ts';
import { withPeriod } from './wording-period.ts';
import { contentAfter } from './wording-phrases.ts';
import { isNarrowed } from './wording-scope.ts';
import { asSubject } from './wording-subject.ts';
import { demandBefore, isChangeAtRate, isForecastLevel, isSupposed } from './wording-supposed.ts';
import { isComparison, isWellFormed, isWholeOfPart } from './wording-whole.ts';
import { isShareOfSome, isUnnamed } from './wording-whose.ts';
import { withYear } from './wording-year.ts';

export type Worded = Counted & {
  readonly isChange: boolean;
  readonly isPeople: boolean;
  readonly isShare: boolean;
  readonly isPoints: boolean;
  /** A length, mass, speed or the like: neither counted nor money nor a share. */
  readonly isMeasure: boolean;
  /** May describe the noun behind it: "a £1,000 payment", "5 percent tariffs", against "50-foot lots". */
  readonly isAttribute: boolean;
  readonly saidBy: string | undefined;
  /** In the first paragraphs of the article. */
  readonly isLede: boolean;
};

export function wordingOf(sentence: Tagged, figure: Worded): string | undefined {
  if (isComparison(sentence, figure) || isSupposed(sentence, figure) || (figure.isChange && isChangeAtRate(sentence, figure)))
    return undefined;
  if (isWholeOfPart(sentence, figure)) return undefined;
  // "has averaged five million viewers", "could exceed 14 million people": the verb stands in the hedge
  if (
    figure.isCount &&
    /^(?:averag|exceed|topp|surpass)/.test(sentence.tokens[figure.first]?.lower ?? '') &&
    /^(?:aux|to|conj)$/.test(sentence.tags[figure.first - 1] ?? '')
  )
    return undefined;
  if (isOfWhole(sentence, figure)) return undefined;
  const words = asApposition(sentence, figure) ?? asSubject(sentence, figure) ?? wholeBehind(sentence, figure) ?? asPart(sentence, figure);
  const spaced = words
    ?.replace(/\s+/g, ' ')
    .replace(/ (?:over|in|during|within) the (?:course|span|space)$/, '')
    .replace(/^also /, '')
    .replace(weekday, withoutWeekday)
    .replace(
      /(?<! (?:on|since|by|until|of|from|before|after)) (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}$/,
      '',
    )
    .trim();
  // "98.8% of the shares": and what of them?
  if (figure.isShare && !figure.isCount && spaced === contentAfter(sentence, figure)) return undefined;
  if (spaced === undefined || (!figure.isChange && isBareName(spaced))) return undefined;
  if (figure.isCount && !figure.isChange && isHalfTold(sentence, figure, spaced)) return undefined;
  if (
    (!figure.isCount || figure.isChange || figure.isAttribute) &&
    (isUnnamed(spaced) ||
      (figure.isShare && (isShareOfSome(spaced) || /^of the (?:time|day|night|year)\b/.test(spaced))) ||
      isNarrowed(sentence, figure, spaced))
  )
    return undefined;
  if (isCutShort(sentence, figure.last, spaced) || isForecastLevel(sentence, figure, spaced)) return undefined;
  if (isSum(spaced, figure)) return spaced;
  // "prices depressed by up to 16%": by whom, and of what
  if (!figure.isCount && figure.saidBy === undefined && /^(?!infected|killed|injured|wounded)\p{Ll}+ed$/u.test(spaced)) return undefined;
  // "may not be able to file until March": cut short, it would be never
  if (/\b(?:not|cannot|never)\b|n[’']t\b/.test(spaced) && !spaced.includes('until') && goesOnUntil(sentence, figure.last)) return undefined;
  const demand = demandBefore(sentence, figure.first);
  if (demand !== undefined && !spaced.includes(demand)) return undefined;
  if (!isWellFormed(spaced, figure)) return undefined;
  const dated = withYear(spaced, sentence, figure);
  const timed = figure.isCount && !figure.isChange ? withWhen(dated, sentence, figure) : dated;
  return timed && withPeriod(timed, sentence, figure);
}

/** "a study of 93 divers that found", "a group of 18 senators that has": the study did, the group has. */
function isOfWhole({ tokens }: Tagged, { first, last }: Worded): boolean {
  if (tokens[first - 1]?.lower !== 'of' || !/^(?:that|which|who)$/.test(tokens[last + 1]?.lower ?? '')) return false;
  return (
    studies.test(tokens[first - 2]?.lower ?? '') ||
    /^(?:has|is|was|does)$/.test(tokens[last + 2]?.lower ?? '') ||
    verbOf(tokens[last + 2]?.lower ?? '')?.form === 'third'
  );
}

const studies = /^(?:stud(?:y|ies)|surveys?|polls?|sample|analysis|review|report|investigation|examination|trial)$/;

/** "walked off the job Monday in Lund": tomorrow it is another Monday. Not "the Monday protests", "since Monday". */
const weekday =
  /(\S+)( (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?) (?=(?:in|at|near|from|to|by|outside|for|when|with)\b)/gu;
const withoutWeekday = (whole: string, before: string): string =>
  /^(?:the|an?|last|next|this|every|each|since|until|by|from|of|before|after|on|and|or|\p{Lu}.*)$/u.test(before) ? whole : `${before} `;

function goesOnUntil({ tokens }: Tagged, last: number): boolean {
  for (let i = last + 1; i < last + 25 && i < tokens.length; i++)
    if (/^(?:until|till|before|unless)$/.test(tokens[i]?.lower ?? '')) return true;
  return false;
}

/** "half of the voters who answered said": a share of them needs the verb of the sentence too. */
function wholeBehind(sentence: Tagged, figure: Worded): string | undefined {
  const words = behindNoun(sentence, figure);
  if (words !== undefined && figure.isCount && losesVerb(sentence, figure, words)) return undefined;
  // "a town of 2,500 residents situated near Velm": the town is
  const { tokens } = sentence;
  if (figure.isCount && tokens[figure.first - 1]?.lower === 'of' && /^an?$/.test(tokens[figure.first - 3]?.lower ?? '')) return undefined;
  // "records for one in four Americans who": told of the records
  if (figure.isCount && figure.isShare && sentence.tags[figure.first - 1] === 'prep') return undefined;
  if (words === undefined || !figure.isShare) return words;
  const end = (sentence.tokens[figure.last + 1]?.start ?? 0) + words.length;
  let verbs = 0;
  for (let i = figure.last + 1; i < sentence.tokens.length && (sentence.tokens[i]?.end ?? 0) <= end; i++)
    if (sentence.tags[i] === 'verb' || sentence.tags[i] === 'aux') verbs += 1;
  return verbs > 1 ? words : undefined;
}

/** "a loss of $1.2 million", "the cost": of money, such a word says enough. */
const isSum = (words: string, { isCount, isShare, isMeasure, isPoints, isChange }: Worded): boolean =>
  !isCount && !isShare && !isMeasure && !isPoints && !isChange && /^(?:the )?(?:loss|losses|cost|costs|price|budget|fine)$/.test(words);

/** "Clinton" has a change, as shares have, but is no quantity. */
const isBareName = (words: string): boolean => /^\p{Lu}[\p{L}’.-]*$/u.test(words);
