/** A figure in its sentence and the words for what it counts → whether the line is whole: a phrase that says it all, and nothing that only the sentence around could tell. */
import { verbReading } from '#text/lexicon.ts';
import type { Tagged } from './phrases.ts';
import { isPlural } from './word-forms.ts';
import type { Worded } from './wording.ts';
import { MAX_WORDING_CHARS } from './wording-clause.ts';

/** What no line can tell, whatever its words: how two things compare, without the second of them. */
export function isComparison({ tokens }: Tagged, { last, isCount, isChange, isMeasure }: Worded): boolean {
  const [next = '', then = ''] = [tokens[last + 1]?.lower, tokens[last + 2]?.lower];
  // "is 16 feet long": the line would not say which of its measures
  if (isMeasure && /^(?:long|wide|high|tall|deep|thick|across|away|apart)$/.test(next)) return true;
  // "worth $4,000 each"
  if (!isCount && /^(?:each|apiece)$/.test(next)) return true;
  // "fell 22 votes short": nothing fell by so much
  if (next === 'short' || (isChange && /^(?:below|above)$/.test(next))) return true;
  if (/^(?:that|as|again)$/.test(next) && /^(?:much|many|as|large|big|high)$/.test(then)) return true;
  // "20 points below those of", against "35% below average"
  if (/^(?:below|above)$/.test(next) && /^(?:average|normal|target|zero|freezing|par)$/.test(then)) return false;
  return !isCount && !isChange && comparatives.test(next);
}

const comparatives =
  /^(?:more|less|fewer|higher|lower|greater|larger|smaller|bigger|longer|shorter|taller|wider|faster|slower|cheaper|dearer|costlier|better|worse|older|younger|stronger|weaker|heavier|lighter|likelier|richer|poorer|warmer|colder|hotter|cooler|below|above|behind|ahead|beyond|short)$/;

/** "23 of the 53 wounded", "most of the 40 seats": what is told of the part is not told of the whole. */
export function isWholeOfPart({ tokens, tags }: Tagged, { first }: Pick<Worded, 'first'>): boolean {
  // "117 million out of 833 million handsets shipped"
  if (tokens[first - 1]?.lower === 'of' && tokens[first - 2]?.lower === 'out' && /^(?:amount|num)$/.test(tags[first - 3] ?? ''))
    return true;
  let of = first - 1;
  // "of the near-400,000 complaints", "of the world’s 500 largest companies"
  while (
    of > 0 &&
    (/^(?:near|nearly|some|about|around|roughly|almost|-)$/.test(tokens[of]?.lower ?? '') || /[’']s?$/.test(tokens[of]?.text ?? ''))
  )
    of -= 1;
  if (/^(?:the|its|their|his|her|those|these|all)$/.test(tokens[of]?.lower ?? '')) of -= 1;
  if (tokens[of]?.lower !== 'of') return false;
  const part = tokens[of - 1]?.lower ?? '';
  // "Of the 145 firms that answered, 76% said no"
  if (of === 0 || /^(?:but|and|that|[,–—])$/.test(part)) return true;
  return (
    /^(?:amount|num)$/.test(tags[of - 1] ?? '') ||
    /^(?:most|many|some|half|all|none|several|both|any|each|few|one|bulk|rest|majority|minority)$/.test(part)
  );
}

/** Nouns that only say that something was measured. */
const vague =
  /^(?:the )?(?:amount|sum|total|number|figure|level|share|part|portion|value|price|cost|speed|average|increase|decrease|rise|fall|drop|gain|loss|change|result|goal|target|distance|length|weight|size|capacity|range|maximum|minimum|rest|majority|margin|estimate|one|others|company|firm|group|it|deal|plan|thing|man|woman|report|poll|survey|study|crowd|crowds|audience|more|less|fewer|higher|lower|numbers|figures|net|rest|alternative|half|third|tune|costs|else|margin of error|that said the same|said the same)$/;

/** "approval rating", "total compensation package": whose, the line would not say. */
const ofWhom =
  /^(?:the )?(?:[\p{Ll}-]+ ){0,3}(?:ratings?|thresholds?|packages?|dues|numbers?|figures?|totals?|questions?|leads?|edges?|advantages?|pluralit(?:y|ies)|majorit(?:y|ies)|margins?|stakes?|bids?|offers?|salar(?:y|ies)|fees?|premiums?|marks?|deposits?|bail|rewards?|gifts?|checks?|cheques?|payouts?|settlements?|penalt(?:y|ies)|bonus(?:es)?|grants?|contracts?|awards?|ransoms?|loans?|bailouts?|bail-outs?)$|^(?:the )?(?:[\p{Ll}-]+ ){0,2}(?:lead|edge|advantage|increase|decrease|rise|drop|margin) (?:over|from|since) /u;

/** "the correct percentage", "a significant chunk of net users": a share or sum of what, the words do not tell. */
const vagueHead =
  /^(?:the )?(?:[\p{L}-]+ ){0,2}(?:percentage|proportion|valuation|equivalent|guidance|tally|estimate|limit|offset|ceiling|frequency|frequencies|area|region|order|commitment|charge|increase|decrease|record|worth)$|^(?:the )?(?:\p{L}+ )?rate of (?:expansion|growth|increase|decline|return|change|decrease)$|^(?:the )?(?:[\p{L}-]+ )?(?:chunk|slice|proportion|percentage|minority|majority|handful)s? of /u;

/** Ends on a word that carries meaning, holds no mark that is not closed and no pronoun that points out of it. */
export function isWellFormed(words: string, { isCount, isChange }: Pick<Worded, 'isCount' | 'isChange'>): boolean {
  if (vague.test(words) || words.length < 3 || words.length > MAX_WORDING_CHARS + 40) return false;
  if (!isCount && (vagueHead.test(words) || (!isChange && ofWhom.test(words)))) return false;
  if (/["“”()[\]…]|''|(?:^|\s)['‘]\p{L}|[^s\s][’'](?:\s|$)/u.test(words)) return false;
  // "shows total revenue": the verb of the sentence, read as a noun
  if (!isCount && !/^(?:of|that|who|would|will|could|(?:to|in|for|by|at|with|from) which) /.test(words) && hiddenVerb.test(words))
    return false;
  if (/(?:^|\s)(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|us|me)(?:\s|$)/.test(words)) return false;
  // "on the track we’re on", "that she’s right", "that party’s candidates"
  if (!isCount && /(?:^|\s)(?:I|[Ww]e|[Yy]ou|[Hh]e|[Ss]he)[’']\p{L}|\bthey[’']ve |\bthat \p{Ll}+[’']s?\s/u.test(words)) return false;
  // "her nomination": whose, the line does not say
  if (/(?:^|\s)(?:his|her|him|he|she)(?:\s|$)/.test(words) && !/^(?:by|in|for|to|from|with|on|at) wh|^whose/.test(words)) return false;
  if (!isCount && pointsOut(words)) return false;
  // "users depend": on what?
  if (
    /\s(?:depends?|depended|rely|relies|relied|belongs?|consists?|accounts?|amounts?|refers?|insists?|born|based|located)$/.test(
      ` ${words}`,
    )
  )
    return false;
  if (!isCount && /\b(?:theirs|hers)\b/.test(words)) return false;
  if (!isCount && /\beither\b/.test(words) && !/\bor\b/.test(words)) return false;
  if (!isCount && /\s(?:answered|responded|replied|(?:dis)?agrees?d?|(?:dis)?approves?d?)$/.test(words)) return false;
  // "getting thousands of people to download it": what they are to do
  if (isCount && /^to (?!be |which |whom |the |an? |each |every |all )\p{Ll}/u.test(words)) return false;
  // "struggling to get", "made selling", "things other by"
  if (!words.startsWith('what ') && /\bto (?:get|make|take|give|put|keep|set|bring|let|have|be|do)$/.test(words)) return false;
  if (/^https?\b|[’'](?:ve|re|ll|d|m)$/.test(words)) return false;
  if (/\b(?:in|for|at) a (?:total|combined)\b|\bat a time$/.test(words)) return false;
  // "prices depressed by up to 16%", "return on average", "late-19th": no thing that is measured
  if (!isCount && /\b(?:on|in|at) average$|\d(?:st|nd|rd|th)$|^(?:the )?thresholds?\b/u.test(words)) return false;
  // "people used it at its peak", "similar efforts": what, stands elsewhere
  if (isCount && !isChange && itAlone.test(words) && !/^(?:that|which|whose|in which|by which|for which|to which) /.test(words))
    return false;
  if (/^(?:the )?similar /.test(words)) return false;
  // "highest in the nation": what
  if (!isCount && /^(?:the )?(?:highest|lowest|biggest|largest|best|worst|most|least) (?:in|of|since|on|among)\b/.test(words)) return false;
  // "voted against that idea"
  if (/\b(?:against|for|of|about|on|with|by|in|from) that \p{Ll}+$/u.test(words)) return false;
  // "these lesser amounts", "qualify for this status": which
  if (
    /\b(?:these|such) \p{Ll}|\bthis (?!year|week|month|season|summer|winter|spring|autumn|fall|decade|century|morning)\p{Ll}/u.test(words)
  )
    return false;
  // "people making" of "making over £100,000"
  if (/ (?:making|taking|doing|getting|having|using|giving|becoming|putting|keeping|bringing)$/.test(words)) return false;
  if (/\bother (?:by|of|in|for)\b|\b(?:something|anything|someone|somebody)\b/.test(words)) return false;
  return !/(?:^|\s)(?:of|at|by|for|from|with|to|and|or|the|an?|as|that|which|who|than|its|their|his|her|is|are|was|were|they|it|there|not|other|such|every|each)$/i.test(
    words,
  );
}

/** "it" with no thing named before it. */
const itAlone = /^(?!.*(?:\b(?:the|an?) \p{L}|\p{Lu}).*\bit\b).*\bit\b/u;

/** A label opens with one of these, or holds it before another word that is no preposition. */
const hiddenVerb =
  /\s(?:anticipates|faces|receives|reports|expects|wants|needs|posts)\s|^(?:shows?|says?|suggests?|reveals?|indicates?|makes?|gets?|impose|predicts?|expects?|projects|estimates|announces?|envisions?|sees|finds?|means)\s|\s(?:shows?|says?|suggests?|reveals?|indicates?|makes?|gets?|means)(?: (?!(?:in|on|at|of|for|by|from|with|to)\b)\p{L}|$)/u;

/** "increase in their pay": of whom, where nobody was named before. */
function pointsOut(words: string): boolean {
  const at = words.search(/(?:^|\s)(?:their|its|them)(?:\s|$)/);
  // "of its capacity, the reservoir": whose stands behind
  if (at < 0 || /^of (?:its|their) .*, /.test(words)) return false;
  const before = words.slice(0, at);
  return !/\p{Lu}/u.test(before) && !before.split(' ').some((word) => isPlural(word) || /^(?:who|that|which|whose)$/.test(word));
}

/** "majority of Republicans support deploying …": the last word is the verb of the sentence. */
export function endsInVerb({ tokens, tags }: Tagged, last: number): boolean {
  const goesOn =
    tags[last + 1] === 'gerund' || (tags[last + 1] === 'det' && !/^(?:this|that|last|each|every)$/.test(tokens[last + 1]?.lower ?? ''));
  return goesOn && isPlural(tokens[last - 1]?.lower ?? '') && verbReading(tokens[last]?.lower ?? '')?.forms.has('base') === true;
}
