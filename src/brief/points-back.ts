/** A sentence → whether it points at what stood before it: "the two leaders", "on those issues", "follow that advice", "the striker, who". */
import { personNouns, titles } from '#text/lexicon.ts';
import { withoutQuotations } from './quotation-marks.ts';

const times = 'week|month|year|morning|afternoon|evening|summer|winter|spring|autumn|fall|season|weekend';
const pairs = 'two|three|pair|couple|former|latter|men|women|leaders|sides|countries|duo|group|same|others?';
const told =
  'moves?|comments?|remarks?|statement|announcement|decision|incident|changes?|findings|result|answer|question|reason|problem|point|idea|effort|exchange|meetings?|talks|conversations?|tweets?|letter|memo|interview|hearing|event|episode|practice|proposal|document|report|plan|measure|bill|law|poll|survey|study|deal|agreement';
const shown =
  'letter|memo|email|e-mail|interview|statement|speech|video|report|study|filing|lawsuit|complaint|note|post|tweet|clip|book|documents?|call|meeting|ruling';

/** At the beginning, whatever case. */
const openings: readonly RegExp[] = [
  new RegExp(`^(?:the|both|those|these) (?:${pairs}|${told})\\b`, 'i'),
  new RegExp(
    `^(?:on|in|at|for|with|under|by|of|from|to|about|after|before|during|among) (?:that|those|these|this|such)\\b(?! (?:${times})\\b)`,
    'i',
  ),
  new RegExp(
    `^(?:in addition to|because of|as part of|along with|thanks to|beyond|besides|despite|amid|since|until|following|considering|given) (?:all )?(?:that|those|these|this|such)\\b(?! (?:${times})\\b)`,
    'i',
  ),
  new RegExp(`^in the (?:${shown}), `, 'i'),
  /^(?:one of (?:them|those|these)|as (?:a result|such)|in (?:turn|response|contrast)|by contrast|on the other(?: hand)?|for (?:example|instance|now|his|her|their)|after (?:that|this|all)|that['’]s|in the meantime|in the process|in (?:one|that|this|each) (?:case|instance|example)|in so doing|by doing so)\b/i,
  /^(?:similar|the same|such|another|others|other \p{Ll}+|neither|either|both|each)\b/iu,
  // "The fall came as", "The delay follows a dispute": what fell was told before
  /^the \p{Ll}+ (?:came to light|came|comes|follows|followed|coincided|coincides) (?:as|after|amid|with|just|days|hours|weeks|months|an?|the)\b/iu,
  /^the \p{Ll}+ (?:is|are|was|were) (?:part of|in response)\b|^the (?:post|tweet|video|clip|letter|message|email), /iu,
  /^the (?:second|third|other|final|last) (?:reasons?|questions?|points?|problems?|issues?|things?|ways?|factors?|options?|examples?|arguments?|types?|kinds?)\b/i,
  // "For such reasons, this is a bad decision", "Like the first, it’s a bucket"
  /^[^,;]{1,140}, (?:this|that|these|those) (?:is|was|are|were|has|had|will|would|may|could|suggests?|means|shows?|makes?|leaves?|gives?|mark(?:s|ed)|came)\b/i,
  /^(?:In|On|At|For|With|By|After|Under|Despite)\b[^,;]{1,60}, it(?: (?!is (?:un)?(?:clear|likely|certain|possible|important|time|hard|easy|difficult|not|too)|was (?:un)?(?:clear|not|too)|may be|will be (?:up|hard|easy))(?:is|was|has|had|will|would|said|says)\b|['’]s (?:an?|the|also|not)\b)/,
  /^(?:Like|Unlike)\b[^,;]{1,60}, it(?:['’]s| is| was| has)\b/,
  /^(?:Were|Had|Should) (?:he|she|it|they)\b|^(?:Whether|If|Although|Though|Once|When|Until)\b(?: or not)? (?:it|they) [^,]{1,80}, the\b/,
  // "President Holm abandoned it", "Nobody thought about it"
  /^(?:\p{Lu}[\p{L}.’'-]* )+(?:(?:has|have|had) )?(?!(?:said|says|called|calls|made|makes|found|announced|thought|thinks|believes?|knows?|likes?|put)\b)\p{Ll}+ it\b/u,
  /^(?:nobody|no one|everyone|everybody|someone|some|many|few|most|people) [^,]{1,40}\bit\b/i,
  /^.{0,60}\bthe latter\b|^(?:something|nothing|anything) (?:similar|like (?:this|that))\b|^all of which\b/i,
  // "The timing of its authorship", "In some ways, it defies"
  /^(?:The|An?) (?:\p{Ll}+ ){1,3}of its\b|^In (?:some|many|most|other|all|a few|certain) (?:ways|cases|respects|places|instances), (?:it|they|this|that)\b/u,
];

const anywhere: readonly RegExp[] = [
  // "Builders there left": where?
  /^(?:\p{Lu}?\p{Ll}+ ){1,3}there (?!is|are|was|were|has|have|had|will|would|may|might|can|could|should|must|be)\p{Ll}+/u,
  /, (?:however|meanwhile|therefore|moreover|for instance|for example|instead|in turn|too|nonetheless|nevertheless|by contrast|as well),|^[^,]{1,30} though,/iu,
  // "The ministry likewise closed", "would be equally displeased", "shows something else", "a different kind of grief": as, or other than, what stands before
  /^[^,;]{1,80} likewise \p{Ll}/u,
  /\bequally (?!as\b|(?:important|between|among|divided|split|shared|likely)\b)\p{Ll}+(?! as\b)/u,
  /\b(?:shows?|showed|suggests?|suggested|means?|tells?|told|says?|said) (?:something|nothing) else[.,;]|\ba different kind of \p{Ll}+[.,;]/u,
  // no conjunction: "said that worked out at"
  /\b(?:said|says|added) (?:that|this) (?:was|is|would|could|meant|means|made|makes|worked|works|showed|shows|had|has)\b/,
  /\b(?:exactly|quite|just) the opposite\b|\bjust then\b|, they found\b/u,
  /\bsaid (?:so|the same)\b|\bmade the (?:remarks?|comments?|statement|announcement|claim|decision)\b(?! (?:that|to|in the|in a|during)\b)/,
];

/** "follow that advice", "under this rule", "note that this was", "afraid of that.": what, stands before; an earlier clause of the sentence may tell. */
const pointers: readonly RegExp[] = [
  new RegExp(`\\b(?:this|these) (?!(?:${times}|decade|century|time|kind|sort|type|election|cycle|ones?|is|was|and|or)\\b)\\p{Ll}{3,}`, 'u'),
  /\b(?:of|for|on|against|from|by|about|into|follow|followed|call|calls|called|dismissed|described|criticised|criticized|heed|heeded|echo|echoed|reject|rejected) that (?!(?:the|an|it|he|she|they|there|this|his|her|its|their|is|was|would|will|some|all|any|more|than|many|most|when|which|who|we|you|year|day|time|of|in|on|at|for|to|if)\b)\p{Ll}{2,}/u,
  /\b(?:of|for|about|with|from|by) (?:this|that)[.;]/u,
  /\b(?:that|and|but|as|because|whether|why|how|what|which) this (?:is|was|has|had|would|will|could|should|means|meant|may|might)\b/,
  /(?<!one of )\bthose (?!(?:at|with|of|in|from|on|by|who|whose|to|under|over|already)\b)\p{Ll}+(?: (?!who)\p{Ll}+)?(?=[.,;]|$| (?:is|are|was|were|has|have|had|will|would|can|could|do|did)\b)/u,
  /\bthose (?:comments|remarks|claims|allegations|charges|questions|concerns|changes|efforts|plans|talks|reports|statements|answers)\b(?! (?:who|that|which|of|in|from|with|made|by|about|on)\b)/,
  /(?<!of )\bsuch (?!things\b)\p{Ll}{3,}s\b(?! as\b)/u,
  /\bno such \p{Ll}/u,
  // against "such a storm that", "such a man as"
  /\bsuch an? (?!.*\b(?:that|as)\b)/u,
  /^One (?:of them )?(?:told|said|says|added|wrote|recalled|described|claimed)\b/,
];

const MIN_WORDS_BEFORE = 9;
const opening = /^(?:On|In|At|Last|During|By|Late|Early)\b[^,]{1,40}, /;
const otherClause = /[,;:—–] |\b(?:and|but|because|when|after|before|while|if)\b/;

function pointsAtBefore(text: string): boolean {
  const bare = withoutQuotations(text).replace(opening, '');
  return pointers.some((pointer) => {
    const found = pointer.exec(bare);
    if (found === null) return false;
    const before = bare.slice(0, found.index);
    const noun = found[0].split(' ').at(-1) ?? '';
    if (noun.length > 3 && before.includes(noun)) return false;
    return before.split(/\s+/).filter(Boolean).length < MIN_WORDS_BEFORE || !otherClause.test(before);
  });
}

export const pointsBack = (text: string): boolean =>
  openings.some((pattern) => pattern.test(text)) ||
  anywhere.some((pattern) => pattern.test(text)) ||
  /\bfollowed suit\b/.test(withoutQuotations(text)) ||
  pointsAtBefore(text);

/** Of such there is one at a time, whom the office names. */
const inOffice =
  /^(?:president|chancellor|minister|premier|chief|director|mayor|pope|king|queen|prince|princess|emperor|governor|secretary|speaker|ambassador|chairman|chairwoman|chair|head|government|commissioner|prosecutor|general|attorney)$/;
const goesOn =
  /^(?:,? (?:who|whose)|, \p{Ll}+|,? (?:had|has|was|is|said|says|will|would|could|also|told|won|lost|took|made|went|came|then|now|later|admitted|added|insisted|believes|claimed|denied|scored|beat|broke|played|joined|picked))$/u;

/** "The striker, who", "The 21-year-old told", "The American had": a person whom a sentence before named. */
export function isSomebodyKnown(text: string): boolean {
  if (/^[“"].*[”"] (?:the \p{Ll}+|he|she|they) (?:said|says|told|wrote|added|asked|tweeted)\b/u.test(text)) return true;
  const [, first = '', next = ''] = /^The (\p{L}+|\d+-year-old)(,? \p{Ll}+)/u.exec(text) ?? [];
  if (!goesOn.test(next)) return false;
  if (/^\d/.test(first) || /^\p{Lu}\p{Ll}+(?:an|ese|man|woman)$/u.test(first)) return true;
  return (personNouns.has(first) || titles.has(first)) && !inOffice.test(first) && /^\p{Ll}/u.test(first);
}
