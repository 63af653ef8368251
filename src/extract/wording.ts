/** A figure in its sentence → what it counts, as a phrase that goes on after the amount: "killed in Gaza by Israel’s bombing", "net profit at Orvane"; undefined where that cannot be worded well. */
import type { Counted } from './concept.ts';
import type { Tagged } from './phrases.ts';
import { asApposition, behindNoun } from './wording-beside.ts';
import { asPart } from './wording-part.ts';
import { MAX_WORDING_CHARS } from './wording-phrases.ts';
import { asSubject } from './wording-subject.ts';

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
};

export function wordingOf(sentence: Tagged, figure: Worded): string | undefined {
  const words = asApposition(sentence, figure) ?? asSubject(sentence, figure) ?? behindNoun(sentence, figure) ?? asPart(sentence, figure);
  const spaced = words?.replace(/\s+/g, ' ').trim();
  return spaced !== undefined && (isWellFormed(spaced) || isSum(spaced, figure)) && (figure.isChange || !isBareName(spaced))
    ? spaced
    : undefined;
}

/** Nouns that only say that something was measured. */
const vague =
  /^(?:the )?(?:amount|sum|total|number|figure|level|share|part|portion|value|price|cost|speed|average|increase|decrease|rise|fall|drop|gain|loss|change|result|goal|target|distance|length|weight|size|capacity|range|maximum|minimum|rest|majority|margin|estimate|one|others|company|firm|group|it|deal|plan|thing|man|woman|report|poll|survey|study|crowd|crowds|audience|more|less|fewer|higher|lower|numbers|figures|net|rest|alternative|half|third|tune|costs|else|margin of error|that said the same|said the same)$/;

/** Ends on a word that carries meaning, holds no mark that is not closed and no pronoun that points out of it. */
function isWellFormed(words: string): boolean {
  if (vague.test(words) || words.length < 3 || words.length > MAX_WORDING_CHARS + 40) return false;
  if (/["“”()[\]…]|''|(?:^|\s)['‘]\p{L}/u.test(words)) return false;
  if (/(?:^|\s)(?:i|we|you|my|our|your|us|me)(?:\s|$)/i.test(words)) return false;
  // "her nomination": whose, the line does not say
  if (/(?:^|\s)(?:his|her|him|he|she)(?:\s|$)/.test(words) && !/^(?:by|in|for|to|from|with|on|at) wh|^whose/.test(words)) return false;
  // "users depend": on what?
  if (/\s(?:depends?|depended|rely|relies|relied|belongs?|consists?|accounts?|amounts?|refers?|insists?)$/.test(` ${words}`)) return false;
  return !/(?:^|\s)(?:of|at|by|for|from|with|to|and|or|the|an?|as|that|which|who|than|its|their|his|her|is|are|was|were)$/i.test(words);
}

/** "a loss of $1.2 million", "the cost": of money, such a word says enough. */
const isSum = (words: string, { isCount, isShare, isMeasure, isPoints, isChange }: Worded): boolean =>
  !isCount && !isShare && !isMeasure && !isPoints && !isChange && /^(?:the )?(?:loss|losses|cost|costs|price|budget|fine)$/.test(words);

/** "Clinton" has a change, as shares have, but is no quantity. */
const isBareName = (words: string): boolean => /^\p{Lu}[\p{L}’.-]*$/u.test(words);
