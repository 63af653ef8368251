/** A sentence → whether the page talks in it, or its writer to the reader, rather than the report about the world. */
import { verbReading } from '#text/lexicon.ts';

const signs: readonly RegExp[] = [
  /^(?:read|click|watch|listen|subscribe|sign up|follow|photo|image|credit|source|updated|editor'?s note|related|share)\b[: ]/i,
  /^(?:be sure to|don['’]t (?:miss|forget)|stay tuned|tune in|learn more|find out|check out|join us|keep reading|skip to)\b/i,
  /^the following\b|^[[(]?(?:update|correction)\b|\S@\S+\.\p{L}{2}|^in another (?:response|case|example|instance|part)\b/iu,
  /^(?:consider|imagine|think of|look at|take a look|note that|remember|recall that|picture)\b/i,
  /\bhere(?:['’]s| is| are)\b (?:the|an?|some|what|how|why|where|screenshots?)/i,
  /^welcome to\b|: (?:don['’]t|do not) /i,
  /^[QA](?::|\.) |\bedited for (?:length|clarity|space|brevity)\b/,
  /https?:\/\/|www\.|pic\.twitter|<\/?[a-z][^<>]{0,200}>/i,
  // a box that asks for an address
  /\bas an interest to stay up to date\b|\bdelivered (?:weekday|every|each|to your|straight to)\b|\bbe the first to (?:hear|know)\b|\b(?:iPad|iPhone|mobile) (?:app|devices)\b.*\bavailable\b|\bavailable on the\b.*\b(?:app|mobile devices)\b/i,
  // "An article on Monday about the bridge misstated its length"
  /^(?:An?|The) (?:[\p{L}-]+ ){0,3}(?:article|version|headline|caption|picture|column|report|chart|graphic)\b.*\b(?:misstated|misidentified|misspelled|misattributed|incorrectly|erroneously)\b/u,
  // pictures, their galleries and the line between a caption and its credit
  /^(?:hide caption|photos:|close video|story highlights?)|\/(?:Getty Images|AP Photo|Reuters)\b/i,
  /^CLOSE \p{Lu}| \| |\bBy \p{Lu}{2,} \p{Lu}{2,}\b/u,
  /\b(?:in|see) this (?:[\p{L}-]+ ){0,3}(?:video|clip|chart|graphic|map|photo|article|post|story|column|piece|essay|newsletter)(?: above| below)? ?[,.]|\bas (?:visible|shown|seen) in\b/iu,
  /^(?:Reuters|AP|AFP|Getty Images|AP Photo|EPA) ?\/ ?\p{Lu}/u,
  // "Mayor Holm Ada HolmCouncil closes bridge": links whose marks were lost
  /(?<!\p{L})(\p{Lu}\p{L}{2,})(?!\p{L}).*(?<!\p{L})\1\p{Lu}\p{L}+/su,
];

export const isPageTalking = (text: string): boolean =>
  signs.some((sign) => sign.test(text)) || isInCapitals(text) || isTitle(text) || isOrder(text);

/** A teaser between paragraphs: "PASTOR RIPS UP LETTER". */
function isInCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length > 20 && letters.filter((letter) => letter !== letter.toLowerCase()).length > 0.7 * letters.length;
}

/** Another story's headline: "Holm Sides With Ferry Line On Harbour Toll." */
function isTitle(text: string): boolean {
  const long = text.match(/\p{L}[\p{L}'’-]{3,}/gu) ?? [];
  return long.length > 4 && long.every((word) => /^\p{Lu}/u.test(word));
}

const ORDERS =
  /^(?:Start with|Begin with|Expect|Give|Ask|Let|Call|Go|Keep|Suppose|Forget|Never mind|Try|Tell|Enter|Cue|Meet|Behold|Compare|Say|Make no|Add to|Chalk|Count|Don['’]t|Do not|Stop|Beware|Brace|Mark my) (?:\p{Ll}|\d)/u;

/** "Set aside the fact": a verb in its plain form opens the sentence. */
function isOrder(text: string): boolean {
  const [, first = ''] = /^(\p{Lu}\p{Ll}+) (?:the|a|an|aside|no|your|what|how|it|them) /u.exec(text) ?? [];
  return ORDERS.test(text) || (first !== 'Like' && verbReading(first.toLowerCase())?.forms.has('base') === true);
}
