/** The words for what an amount measures → whether they point at something that only the text around has named: "the plan", "those crossings". */
import { verbReading } from '#text/lexicon.ts';

/** What has a name, which a text tells once: "the company", "the bill", "the campaign". */
const named = new Set(
  `company firm group business retailer carmaker chain outlet newspaper paper organisation organization agency office department committee commission foundation charity nonprofit union association federation league party
  campaign candidate team club university school hospital church fund trust bank lender brokerage startup start-up developer operator maker board council district county city town village state province region site plant factory
  facility mine tank pipeline bill plan proposal measure law act deal agreement accord settlement package provision program programme project break move initiative effort cause movement venture pac ngo lender scheme policy order ruling case lawsuit
  tax study survey poll report audit analysis memo letter document documents filing lawmaker senator governor mayor congressman congresswoman executive author owner couple family man woman
  player actor singer billionaire millionaire developer contractor donor donors event show series book album account accounts app platform network tool device drug product index currency merger acquisition
  takeover transaction purchase sale access building complex property contract ship ferry plane aircraft vessel boat train bureau authority
  administration panel institute center centre clinic prison jail airline mall store restaurant hotel museum theater theatre site website page area place statement question idea notion games change rule regulation trip visit tour flight`.split(
    /\s+/,
  ),
);

const MAX_PHRASE_WORDS = 3;
const isNamed = (word: string): boolean => named.has(word.toLowerCase());
/** "the German lender": where from is no name. */
const demonym = /^\p{Lu}\p{Ll}+(?:an|ese|ish|ench|wiss|utch|aeli|aqi|-based)$/u;
const isName = (word: string, _: number, { length }: readonly string[]): boolean =>
  /\p{Lu}/u.test(word) && !demonym.test(word) && !(length === 1 && isNamed(word));

/** Goes on to say which one: "the plan of the town", "the towns that". */
const specifying = /^(?:of|that|who|whose|where|in|for|on|between|among|against|near|behind)$/;
const closing =
  /^(?:by|of|in|on|at|for|from|with|to|into|than|as|and|or|but|that|who|which|through|towards?|against|is|are|was|were|has|have|had|will|would|could|can|may|to)$/;

/** "the plan", "the poll’s error margin": a definite noun that has a name, without it, and nothing behind it that says which. */
export function isUnnamed(words: string): boolean {
  // "of that money", "of the total", "the aforementioned pair"
  if (
    /\bof (?:that|this) \p{Ll}|\bof the (?:total|whole|sum)\b|\bthe industry[’']s|\bthe same \p{Ll}|\b(?:for|of|in|by|to) both (?!houses|chambers|parties|sides|sexes)\p{Ll}|\b(?:aforementioned|latter|former two)\b/u.test(
      words,
    )
  )
    return true;
  const parts = words.split(' ');
  for (const [i, part] of parts.entries()) {
    if (!/^(?:the|those|these|such)$/i.test(part)) continue;
    const phrase: string[] = [];
    for (
      let at = i + 1;
      at < parts.length &&
      !closing.test(parts[at] ?? '') &&
      !(at > i + 1 && /\p{Ll}ed$/u.test(parts[at] ?? '')) &&
      !parts[at - 1]?.endsWith(',');
      at++
    )
      phrase.push(parts[at] ?? '');
    if (part.toLowerCase() !== 'the') {
      // "those questioned", "those in Velm": which, is told
      if (part.toLowerCase() === 'those' && (phrase.length === 0 || /ed$/.test(phrase[0] ?? ''))) continue;
      return true;
    }
    // "the 700,000 residents": of which town
    const isNumbered = /^\d/.test(phrase[0] ?? '') && !/^(?:1[6-9]|20)\d\d/.test(phrase[0] ?? '');
    const owner = phrase.find((word) => /[’']s?$/.test(word))?.replace(/[’']s?$/, '');
    // "the city lives": the verb behind it
    if (phrase.length === 2 && verbReading(phrase[1] ?? '') !== undefined && isNamed(phrase[0] ?? '') && /s$/.test(phrase[1] ?? ''))
      return true;
    const head = phrase.at(-1)?.replace(/,$/, '') ?? '';
    if (phrase.some(isName) || (owner === undefined && phrase.length > MAX_PHRASE_WORDS)) continue;
    if (!isNumbered && (owner === undefined ? !isNamed(head) : !isNamed(owner))) continue;
    const next = i + 1 + phrase.length;
    if (
      !/[’']s?$/.test(phrase[0] ?? '') &&
      specifying.test(parts[next] ?? '') &&
      next + 1 < parts.length &&
      !/^\d/.test(parts[next + 1] ?? '')
    )
      continue;
    return true;
  }
  return false;
}

/** "a California man", "a recent bill": somebody or something, whose name the text has or will tell; a body is said so. */
export const isSomebody = (name: string): boolean => {
  const head =
    name
      .split(/ (?:of|in|from|with|who|that|for|on|at) /)[0]
      ?.split(' ')
      .at(-1) ?? '';
  return /^(?:an?|another|one|some|several|certain|other) /i.test(name) && !/^(?:consortium|court|judge|jury|shutdown|strike)$/.test(head);
};

/** "donors", "consumers and businesses": which ones, stands nowhere. */
export const isAnybody = (name: string): boolean => /^(?:(?:fe)?male )?\p{Ll}+s(?: and \p{Ll}+s)?$/u.test(name);

const everybody =
  /^the (?:(?:[\p{Ll}-]+ ){0,4})(?:government|military|army|navy|police|public|world|country|nation|economy|internet|media|press|rich|poor|wealthy|president|pandemic|coronavirus|church|treasury|central bank|first lady|pope|queen|king|market|markets)$|^the (?:[\p{Ll}-]+ ){1,4}(?:industry|profession)$|^the (?:average|typical|median|top|richest|poorest|wealthiest|biggest|largest) /u;

/** "the riots", "the taxes": of which there are many. */
export const isOneOfMany = (name: string): boolean =>
  /^the \P{Lu}*$/u.test(name) && !/ (?:of|that|who|for|in|on|between) /.test(name) && !everybody.test(name);

const ofAll =
  /^of the (?:[\p{Ll}-]+ ){0,2}(?:votes?|ballots|electorate|voters|population|workforce|public|people|country|world|nation|economy|time|seats|cost|costs|price|market|budget|delegates|unemployed|poor|rich|homeless|uninsured)\b/u;
const ofTold =
  /^of the (?:[\p{Ll}’'-]+ )?\p{Lu}|^of the (?:[\p{Ll}’'-]+ )(?:of|in|who|that|which|with|on|from|at|for|where|whose|killed|polled|surveyed|asked|questioned|created|made|built) |^of the (?:[\p{Ll}’'-]+ ){2}(?:of|in|who|that|which|about|where|whose) /u;
const ofMany = /^of the \p{Ll}+s /u;

/** "of the tenants go to it", "of the lookups": of which house, of what. */
export const isShareOfSome = (words: string): boolean => ofMany.test(words) && !ofAll.test(words) && !ofTold.test(words);
