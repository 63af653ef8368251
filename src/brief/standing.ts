/** A tidied sentence → why it cannot be read by itself, or that it can: each reason is a named rule. What may stand behind others: introduced.ts. */
import { isPageTalking } from './page-talking.ts';
import type { PassedBy } from './passed-by.ts';
import { isSomebodyKnown, pointsBack } from './points-back.ts';
import { hasPronounAlone } from './pronoun-alone.ts';
import { isBalanced, quotedShare, withoutQuotations } from './quotation-marks.ts';

type Rule = { readonly name: PassedBy; readonly holds: (text: string) => boolean };

/** "Ada Holm votes in Lund on April 15, 2031." */
const showsNow =
  /^(?:\p{Lu}[\p{L}.’'-]*,? ){1,5}(?:\p{Ll}+s|(?:men|women|people|police|\p{Ll}+ers) (?!\p{Ll}+ed\b|were\b|had\b)\p{Ll}+) (?:from|in|at|on|to|with|during|as|after|the|an?|his|her) .* \d{1,2}, (?:19|20)\d\d(?:, in (?:\p{Lu}[\p{L}.’'-]*,? ?){1,4})?\.?$/u;

/** "Mayor Ada Holm shakes hands with": what a picture shows; a report tells what was done. */
const shows =
  /^(?!An? |As )(?:\p{Lu}[\p{L}.’'-]*,? (?:of |and )?){1,8}(?:arrives|speaks|attends|waves|listens|greets|gestures|poses|addresses|participates|embraces|testifies|shakes hands) (?:at|during|to|with|as|in|on|before|after|outside|an?)\b/u;

/** Dated to the day behind its place, as the words below a picture are: "in Lund, April 15, 2031." */
const isCaption = (text: string): boolean =>
  showsNow.test(text) ||
  shows.test(text) ||
  /^(?:from|clockwise from) (?:(?:top|bottom|upper) )?left\b/i.test(text) ||
  /(?:^|[^y]|[^a]y|[^d]ay), \p{Lu}\p{L}{2,8}\.? \d{1,2}, (?:19|20)\d\d\.?$/u.test(text);

/** "Ada Holm, the mayor, said Monday, adding that": what was said first stood in a quotation before it. */
const saidNothing =
  /^(?:\p{Lu}[\p{L}.’'-]*,? ){1,5}(?:[^,]{3,90},? )?(?:said|says|wrote|tweeted)(?: (?:on )?\p{Lu}\p{Ll}+day)?, (?:adding|referring|citing|noting)\b/u;

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
  { name: 'points back', holds: pointsBack },
  { name: 'somebody named before', holds: isSomebodyKnown },
  {
    name: 'opens with a connective',
    holds: (text) =>
      /^(?:for one|oh|yeah|yep|ah|wow|hey|so|or|nor|then|however|meanwhile|moreover|furthermore|nevertheless|nonetheless|thus|therefore|instead|also|besides|otherwise|similarly|likewise|hence|consequently|because|here|again|perhaps|maybe|sure|plus|even so|rather|too|unfortunately|fortunately|sadly|luckily|actually|obviously|clearly|frankly|naturally|interestingly|surprisingly|ironically|incidentally|importantly|remarkably|ultimately|regardless|apparently|predictably|additionally|presumably|granted|specifically|not surprisingly|either way|in any (?:case|event)|that said|if anything|more important(?:ly)?|more broadly|equally|in effect|of course|indeed|in fact|after all|from (?:here|there))\b|^(?:yes|no|well|there|right now|true|further),/i.test(
        text,
      ),
  },
  // "sent nearly 300 of them": a person before it is not whom it counts
  {
    name: 'counts who is not named',
    holds: (text) => /^(?:(?!\p{L}{2}s\b|people|men\b|women\b|police).)*?\b(?:\d[\d,.]*|dozens|hundreds) of them\b/iu.test(text),
  },
  { name: 'a pronoun before any name', holds: hasPronounAlone },
  { name: 'a caption', holds: isCaption },
  { name: 'a question', holds: (text) => /\?["”’')]*$/.test(text) },
  {
    name: 'speaks to the reader',
    holds: (text) =>
      /(?<![\p{L}.'’])(?:I|we|our|us|my|me|mine|myself|ourselves|you|your|We|Our|My|You|Your|[Ll]et['’]s)(?![\p{L}.])/u.test(
        withoutQuotations(text),
      ),
  },
  {
    name: 'no end',
    // "Ada Holm and Per J.": the initial's stop was taken for the end
    holds: (text) =>
      /(?<!\p{L})\p{Lu}\p{Ll}+ \p{Lu}\.$|\b(?:explains?|wonders?|shows?|tells?) (?:why|how)\.$/u.test(text) ||
      !/[.!…]["”’'»)\]]*$/.test(text) ||
      /(?:\.\.\.|…)["”’')]*$/.test(text),
  },
  { name: 'marks that do not close', holds: (text) => !isBalanced(text) },
  { name: 'mostly a quotation', holds: (text) => quotedShare(text) > 0.45 },
  {
    name: 'a fragment',
    holds: (text) =>
      text.split(' ').length < 7 ||
      /^[\p{Ll}]|^(?:Which|Who|Whose|Whom)\b|^Not (?:that|out of|because|for|so)\b|^\.{2,}|^…|^(?:Especially|Particularly|Including|As well as) /u.test(
        text,
      ),
  },
  { name: 'a page talking', holds: isPageTalking },
  // "HOLM: The bridge stands": a transcript names the speaker in capitals
  { name: 'inside a quotation', holds: (text) => /^(?:\p{Lu}[\p{Lu}.’' -]{2,40}: |[“"]?\[\p{L}+\])/u.test(text) },
  { name: 'an aside', holds: (text) => /^[([].*[)\]]\.?$/su.test(text) },
  { name: 'its quotation is missing', holds: (text) => saidNothing.test(text) },
  // "Ada Holm: With the bridge", "Tolls and ferries: The council": the heading of a paragraph
  {
    name: 'a fragment',
    holds: (text) => /^(?:(?:\p{Lu}[\p{L}.’'-]*|of|the|and|in|on|for|to|vs\.?) ?){1,6}: (?!\p{Lu}{2})\p{Lu}/u.test(text),
  },
  // "itself.On Monday": its page lost a break
  { name: 'run together', holds: (text) => /\p{Ll}{2}[.!?][”"’]?\p{Lu}\p{Ll}/u.test(text) },
];

export const whyNotAlone = (text: string): PassedBy | undefined => rules.find((rule) => rule.holds(text))?.name;
