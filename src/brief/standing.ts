/** A tidied sentence → why it cannot be read by itself, or that it can: each reason is a named rule. */

import { personNouns, titles } from '#text/lexicon.ts';
import { namesPerson } from './person-before.ts';
import type { PassedBy } from './why-phrases.ts';

type Rule = { readonly name: PassedBy; readonly holds: (text: string) => boolean };

const singular = /(?:^|[^\p{L}])(?:he|she|his|her|him|hers)(?=[^\p{L}]|$)/iu;
const plural = /(?:^|[^\p{L}])(?:they|their|them|theirs)(?=[^\p{L}]|$)/iu;
const backward =
  /^(?:(?:the|both|those|these) (?:two|three|pair|couple|former|latter|men|women|leaders|sides|countries|duo|group|move|moves|comments|comment|remarks|remark|statement|announcement|decision|incident|change|changes|findings|result|same|other|others|answer|question|reason|problem|point|idea|effort|exchange|meetings?|talks|conversations?|tweets?|letter|memo|interview|hearing|event|episode|practice|proposal|document|report|plan|measure|bill|law|poll|survey|study|deal|agreement)\b|one of (?:them|those|these)\b|as (?:a result|such)\b|in (?:turn|response|contrast)\b|by contrast\b|on the other hand\b|for (?:example|instance|now|his|her|their)\b|after (?:that|this|all)\b|that(?:'|’)s\b)/i;

/** "On those issues", "Similar ships", "the council, however,": the sentence before says which, or what it is set against. */
const leans =
  /^(?:on|in|at|for|with|under|by|of|from|to|about|after|before|during|among) (?:that|those|these|this|such)\b(?! (?:week|month|year|morning|afternoon|evening|summer|winter|spring|autumn|fall|season|weekend)\b)|^(?:similar|the same)\b|^(?:such|another|others|other \p{Ll}+|neither|either|both|each)\b|, (?:however|meanwhile|therefore|moreover|for instance|for example|instead|in turn|too|nonetheless|nevertheless|by contrast|as well),/iu;

/** "The fall came as", "The delay follows a dispute": what fell was told before. */
const comesAfter =
  /^the \p{Ll}+ (?:came to light|came|comes|follows|followed|coincided|coincides) (?:as|after|amid|with|just|days|hours|weeks|months|an?|the)\b/iu;
/** "said that worked out at": no conjunction but what was told before. */
const saidThat = /\b(?:said|says|added) (?:that|this) (?:was|is|would|could|meant|means|made|makes|worked|works|showed|shows|had|has)\b/;

/** Of such there is one at a time, whom the office names. */
const inOffice =
  /^(?:president|chancellor|minister|premier|chief|director|mayor|pope|king|queen|prince|princess|emperor|governor|secretary|speaker|ambassador|chairman|chairwoman|chair|head|government|commissioner|prosecutor|general|attorney)$/;

/** "The striker, who", "The 21-year-old told", "The American had": a person whom a sentence before named. */
function isSomebodyKnown(text: string): boolean {
  const [, first = '', next = ''] = /^The (\p{L}+|\d+-year-old)(,? \p{Ll}+)/u.exec(text) ?? [];
  const goesOn =
    /^(?:,? (?:who|whose)|, \p{Ll}+|,? (?:had|has|was|is|said|says|will|would|could|also|told|won|lost|took|made|went|came|then|now|later|admitted|added|insisted|believes|claimed|denied|scored|beat|broke|played|joined|picked))$/u;
  if (!goesOn.test(next)) return false;
  if (/^\d/.test(first) || /^\p{Lu}\p{Ll}+(?:an|ese|man|woman)$/u.test(first)) return true;
  return (personNouns.has(first) || titles.has(first)) && !inOffice.test(first) && /^\p{Ll}/u.test(first);
}

/** "didn’t follow that advice", "under this rule", "note that this was a movement": what, stands in a sentence before. */
const pointsAt =
  /\b(?:this|these) (?!(?:year|week|month|morning|afternoon|evening|summer|winter|spring|autumn|fall|season|weekend|decade|century|time|kind|sort|type|election|cycle|ones?|is|was|and|or)\b)\p{Ll}{3,}|\b(?:of|for|on|against|from|by|about|into|follow|followed|heed|heeded|echo|echoed|reject|rejected) that (?!(?:the|an|it|he|she|they|there|this|his|her|its|their|is|was|would|will|some|all|any|more|than|many|most|when|which|who|we|you|year|day|time|of|in|on|at|for|to|if)\b)\p{Ll}{2,}|\b(?:that|and|but|as|because|whether) this (?:is|was|has|had|would|will|could|should|means|meant|may|might)\b|\bfollowed suit\b|\bno such \p{Ll}/u;

const MIN_WORDS_BEFORE = 9;
const opening = /^(?:On|In|At|Last|During|By|Late|Early)\b[^,]{1,40}, /;
const otherClause = /[,;:—–] |\b(?:and|but|because|when|after|before|while|if)\b/;

/** Unless an earlier clause of the sentence may tell what is meant. */
function pointsAtBefore(text: string): boolean {
  const bare = withoutQuotations(text).replace(opening, '');
  const found = pointsAt.exec(bare);
  if (found === null) return false;
  const before = bare.slice(0, found.index);
  return found[0] === 'followed suit' || before.split(/\s+/).filter(Boolean).length < MIN_WORDS_BEFORE || !otherClause.test(before);
}

/** "For such reasons, this is a bad decision", "In effect, it’s a bucket", "Were he alive", "made the remark": what or who, was told before. */
const pointsBehindOpening =
  /^[^,;]{1,140}, (?:this|that|these|those) (?:is|was|are|were|has|had|will|would|may|could|suggests?|means|shows?|makes?|leaves?|gives?|mark(?:s|ed)|came)\b|^In the (?:letter|memo|email|e-mail|interview|statement|speech|video|report|study|filing|lawsuit|complaint|note|post|tweet|clip|book|document|documents|call|meeting|ruling), |^(?:In|On|At|For|With|By|After|Under|Like|Unlike|Despite)\b[^,;]{1,60}, it(?: (?!is (?:un)?(?:clear|likely|certain|possible|important|time|hard|easy|difficult|not|too)|was (?:un)?(?:clear|not|too)|may be|will be (?:up|hard|easy))(?:is|was|has|had|will|would|said|says)\b|['’]s (?:an?|the|also|not)\b)|^(?:Were|Had|Should) (?:he|she|it|they)\b|^(?:Whether|If|Although|Though|Once|When|Until)\b(?: or not)? (?:it|they) [^,]{1,80}, the\b|^(?:\p{Lu}[\p{L}.’'-]* )+(?:(?:has|have|had) )?(?!(?:said|says|called|calls|made|makes|found|announced|thought|thinks|believes?|knows?|likes?|put)\b)\p{Ll}+ it\b|^The \p{Ll}+ (?:is|are|was|were) (?:part of|in response)\b|^The (?:post|tweet|video|clip|letter|message|email), |^(?:nobody|no one|everyone|everybody|someone|some|many|few|most|people) [^,]{1,40}\bit\b|^.{0,60}\bthe latter\b|\bsaid (?:so|the same)\b|\bmade the (?:remarks?|comments?|statement|announcement|claim|decision)\b(?! (?:that|to|in the|in a|during)\b)/u;

/** "Stepping outside, he paused", "This summer, she cleared": the opening names nobody who could be meant. */
const pronounBehindOpening =
  /^(?:\p{Lu}\p{Ll}+ing|In|On|At|During|With|From|Under|For|Over|Despite|Throughout|Across|Inside|Outside|Within|Through|Upon|Amid|Above|Unlike|This|That|Last|Next|Earlier|Later|Once)\b[^,]{1,120}, (?:he|she)\b|^\p{Lu}\p{L}+, (?:his|her|their) (?:new |own |old |former )?\p{Ll}+,/u;

/** A teaser between paragraphs: "PASTOR RIPS UP LETTER". */
function isInCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length > 20 && letters.filter((letter) => letter !== letter.toLowerCase()).length > 0.7 * letters.length;
}

/** A box of links whose marks were lost: “Mayor Holm Ada HolmCouncil closes bridge”. */
const gluedLink = /(?<!\p{L})(\p{Lu}\p{Ll}{2,})(?!\p{L}).*(?<!\p{L})\1\p{Lu}\p{L}+/su;

/** Dated to the day behind its place, as the words below a picture are: "in Lund, April 15, 2031." */
const isCaption = (text: string): boolean => /(?:^|[^y]|[^a]y|[^d]ay), \p{Lu}\p{L}{2,8}\.? \d{1,2}, (?:19|20)\d\d\.?$/u.test(text);

/** A sentence is passed over when one of these holds. */
const rules: readonly Rule[] = [
  {
    name: 'opens with a pronoun',
    holds: (text) =>
      /^["“‘']?(?:he|she|it|they|his|her|their|its|theirs|him|them|(?:none|some|many|most|few|several|all|both|one|two|three|each|neither) of (?:them|those|these|this|that))\b/i.test(
        text,
      ) ||
      /^["“‘']?(?:this|that|these|those)\b(?! (?:week|month|year|morning|afternoon|evening|summer|winter|spring|autumn|fall|season|weekend)\b)/i.test(
        text,
      ),
  },
  {
    name: 'points back',
    holds: (text) =>
      backward.test(text) ||
      leans.test(text) ||
      comesAfter.test(text) ||
      saidThat.test(text) ||
      pointsAtBefore(text) ||
      pointsBehindOpening.test(text),
  },
  { name: 'somebody named before', holds: isSomebodyKnown },
  {
    name: 'opens with a connective',
    holds: (text) =>
      /^(?:so|or|nor|then|however|meanwhile|moreover|furthermore|nevertheless|nonetheless|thus|therefore|instead|also|besides|otherwise|similarly|likewise|hence|consequently|because|here|there,|again|perhaps|maybe|yes,|no,|well,|sure|plus|even so|rather|too|unfortunately|fortunately|sadly|luckily|actually|obviously|clearly|frankly|naturally|interestingly|surprisingly|ironically|incidentally|importantly|remarkably|ultimately|regardless|apparently|predictably|not surprisingly|either way|in any (?:case|event)|that said|if anything|more important(?:ly)?|more broadly|equally|in effect|of course|indeed|in fact|after all|from (?:here|there))\b/i.test(
        text,
      ),
  },
  // "sent nearly 300 of them": a person before it is not whom it counts
  {
    name: 'counts who is not named',
    holds: (text) => /^(?:(?!\p{L}{2}s\b|people|men\b|women\b|police).)*?\b(?:\d[\d,.]*|dozens|hundreds) of them\b/iu.test(text),
  },
  { name: 'a pronoun before any name', holds: (text) => pronounBehindOpening.test(text) || pronounBeforeName(text) },
  { name: 'a caption', holds: isCaption },
  { name: 'a question', holds: (text) => /\?["”’')]*$/.test(text) },
  {
    name: 'speaks to the reader',
    holds: (text) =>
      /(?<![\p{L}.'’])(?:I|we|our|us|my|me|mine|myself|ourselves|you|your|We|Our|My|You|Your)(?![\p{L}.])/u.test(withoutQuotations(text)),
  },
  { name: 'no end', holds: (text) => !/[.!…]["”’'»)\]]*$/.test(text) || /(?:\.\.\.|…)["”’')]*$/.test(text) },
  { name: 'marks that do not close', holds: (text) => !isBalanced(text) },
  { name: 'mostly a quotation', holds: (text) => quotedShare(text) > 0.45 },
  { name: 'a fragment', holds: (text) => text.split(' ').length < 7 || /^[\p{Ll}]|^(?:Which|Who|Whose|Whom)\b/u.test(text) },
  {
    name: 'a page talking',
    holds: (text) =>
      /^(?:read|click|watch|listen|subscribe|sign up|follow|photo|image|credit|source|updated|editor'?s note|related|share)\b[: ]/i.test(
        text,
      ) ||
      /^(?:be sure to|don['’]t (?:miss|forget)|stay tuned|tune in|learn more|find out|check out|join us|keep reading)\b/i.test(text) ||
      /^the following\b|^[[(]?(?:update|correction)\b|\S@\S+\.\p{L}{2}|^in another (?:response|case|example|instance|part)\b/iu.test(
        text,
      ) ||
      /^(?:Expect|Give|Ask|Let|Call|Go|Keep|Suppose|Forget|Never mind|Try|Tell|Enter|Cue|Meet|Behold|Compare|Say|Welcome to|Make no|Add to|Chalk|Count|Don['’]t|Do not|Stop|Beware|Brace|Mark my)\b (?:\p{Ll}|\d)/u.test(
        text,
      ) ||
      /^(?:consider|imagine|think of|look at|take a look|note that|remember|recall that|picture)\b|\bhere(?:['’]s| is| are)\b (?:the|an?|some|what|how|why|where|screenshots?)/i.test(
        text,
      ) ||
      /^[QA](?::|\.) |\bedited for (?:length|clarity|space|brevity)\b/.test(text) ||
      /^(?:hide caption|story highlights?|photos:|close video|skip to)|\bas an interest to stay up to date\b|\bdelivered (?:weekday|every|each|to your|straight to)\b|\bbe the first to (?:hear|know)\b| \| |\/(?:Getty Images|AP Photo|Reuters)\b/iu.test(
        text,
      ) ||
      gluedLink.test(text) ||
      /^CLOSE \p{Lu}/u.test(text) ||
      isInCapitals(text) ||
      /https?:\/\/|www\.|pic\.twitter|<\/?[a-z][^<>]{0,200}>/i.test(text),
  },
  // "HOLM: The bridge stands": a transcript names the speaker in capitals
  { name: 'inside a quotation', holds: (text) => /^(?:\p{Lu}[\p{Lu}.’' -]{2,40}: |[“"]?\[\p{L}+\])/u.test(text) },
  { name: 'an aside', holds: (text) => /^[([].*[)\]]\.?$/su.test(text) },
  { name: 'its quotation is missing', holds: (text) => saidNothing.test(text) },
  // "itself.On Monday": its page lost a break
  { name: 'run together', holds: (text) => /\p{Ll}{2}[.!?][”"’]?\p{Lu}\p{Ll}/u.test(text) },
];

export const whyNotAlone = (text: string): PassedBy | undefined => rules.find((rule) => rule.holds(text))?.name;

/** "In a speech, he said": nobody has been named whom the pronoun could mean; "they" is served by any plural before it. */
function pronounBeforeName(text: string): boolean {
  const bare = withoutQuotations(text);
  const one = singular.exec(bare);
  if (one !== null && !looksAhead(bare, one.index) && !namesPerson(bare.slice(0, one.index))) return true;
  const many = plural.exec(bare);
  if (many === null || looksAhead(bare, many.index)) return false;
  const before = bare.slice(0, many.index + 1);
  return !namesSomebody(before) && !/\p{L}{2}(?:s|people|men|women|police|children)(?:[^\p{L}]|$)/u.test(before);
}

/** The first word's capital says nothing where it is a function word. */
const namesSomebody = (text: string): boolean =>
  /\p{Lu}\p{L}/u.test(
    text.replace(/^\S+/, (word) =>
      /^\p{Lu}\p{L}*(?:'s|’s)?,?$/u.test(word) && !opener.test(word) && !/\p{Ll}ing$/u.test(word) ? word : '',
    ),
  );

/** "While he refused to speak, Mr. Roe waved": the main clause names at once whom the opening clause means. */
function looksAhead(text: string, pronounAt: number): boolean {
  const clause =
    /^(?:While|As|When|After|Before|Although|Though|Since|If|Until|Despite|In|With|For|On|At|From|During|By|Ahead|Aside|Back|Early|Late|Long|Through|Under|Over|\p{Lu}\p{Ll}+(?:ing|ed))\b[^,]{1,120}, /u.exec(
      text,
    );
  return clause !== null && pronounAt < clause[0].length - 2 && /^(?:\p{Lu}[\p{L}.]+ ){1,3}\p{Ll}/u.test(text.slice(clause[0].length));
}

/** First words whose capital is the sentence's. */
const opener =
  /^(?:the|a|an|this|that|these|those|such|all|each|every|above|below|across|along|around|behind|inside|outside|near|between|because|but|and|so|if|then|there|here|like|unlike|still|yet|also|perhaps|in|on|at|for|with|as|when|while|after|before|by|from|to|of|since|if|although|though|under|over|during|among|despite|even|many|most|some|several|few|one|two|three|more|last|earlier|later|speaking|asked|according|once|until|unless|whether|what|where|who|how|why|just|only|not|nearly|about)\b/i;

/** "Ada Holm, the mayor, said Monday, adding that": what was said first stood in a quotation before it. */
const saidNothing =
  /^(?:\p{Lu}[\p{L}.’'-]*,? ){1,5}(?:[^,]{3,90},? )?(?:said|says|wrote|tweeted)(?: (?:on )?\p{Lu}\p{Ll}+day)?, (?:adding|referring|citing|noting)\b/u;

const withoutQuotations = (text: string): string => text.replace(/“[^”]*”|"[^"]*"|(?:''|``)(?:[^']|'(?!'))*''/g, ' ');

function quotedShare(text: string): number {
  const letters = (part: string): number => part.replace(/[^\p{L}\p{N}]/gu, '').length;
  const all = letters(text);
  return all === 0 ? 0 : 1 - letters(withoutQuotations(text)) / all;
}

function isBalanced(text: string): boolean {
  const count = (mark: RegExp): number => (text.match(mark) ?? []).length;
  return (
    count(/“/g) === count(/”/g) &&
    count(/"/g) % 2 === 0 &&
    (count(/''/g) + count(/``/g)) % 2 === 0 &&
    count(/\(/g) === count(/\)/g) &&
    count(/\[/g) === count(/\]/g)
  );
}
