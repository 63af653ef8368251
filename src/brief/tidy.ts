/** A sentence of an article → the same sentence without what belongs to the page: dateline, agency, bullet, opening connective. Only takes away. */

export type Tidying = { readonly name: string; readonly tidy: (text: string, place: Place) => string };
/** Where the sentence stood. */
export type Place = {
  readonly opensArticle: boolean;
  /** Among the first sentences: a byline or a note may stand before the dateline. */
  readonly isNearTop?: boolean;
};

const agencies = 'Reuters|AP|AFP|dpa|UPI|PTI|ANI|IANS|Xinhua|Bloomberg|CNN|BBC|Agence France-Presse|The Associated Press|Associated Press';
const datelineAgency = new RegExp(
  `^\\p{Lu}[\\p{L}.'’ /-]{1,40}(?: \\d{1,2})?(?:, [\\p{L}.'’ /-]{2,40}){0,2}(?:, \\p{L}+\\.? \\d{1,2})? ?\\((?:${agencies})\\)(?: ?(?:[—–-]{1,2}|:) ?| (?=[\\p{Lu}\\d"“‘]))`,
  'u',
);
const dateline =
  /^(?:\p{Lu}[\p{L}.'’]*)(?:[ ,]+(?:\p{Lu}[\p{L}.'’]*|of|de|la|el|al|and)){0,5}(?:, \p{Lu}\p{L}{2,8}\.? \d{1,2})? ?(?:[—–]|--| - ) ?(?=[\p{Lu}"“‘\d])/u;

/** An agency in brackets may be any: "PORT ELLIS, Marenna (Coast Wire) — ". */
const capitals =
  /^\p{Lu}{2}[\p{Lu}.'’ ]{0,30}(?:, [\p{L}. ]{2,20}){0,2}(?:, \p{L}{3,9}\.? \d{1,2})?(?: \(\p{Lu}[^()]{1,39}\))? ?(?:[—–]|--| - ) ?(?=[\p{Lu}"“‘\d])/u;

/** What kind of paragraph it is, as some outlets say before each. */
const label =
  /^(?:EXCLUSIVE|BREAKING(?: NEWS)?|UPDATED?|JUST IN|NEW|ANALYSIS|Why it matters|The big picture|Between the lines|The bottom line|Driving the news|The (?:details|backdrop|context|intrigue|latest|background|upshot|takeaway)|By the numbers|Flashback|Zoom (?:in|out)|State of play|Reality check|Of note|Worth noting|Context|Background|Go deeper)(?:: | [—–-] )(?=\p{Lu})/u;

/** "(Reuters) - ": where the town's abbreviation was taken for a sentence's end. */
const agencyAlone = new RegExp(`^\\((?:${agencies})\\)[ —–:-]{1,4}`);

/** In this order. Each takes something away and adds nothing but a capital at the new beginning. */
export const tidyings: readonly Tidying[] = [
  { name: 'white space', tidy: (text) => text.replace(/\s+/g, ' ').trim() },
  { name: 'bullet', tidy: (text) => text.replace(/^(?:[•·▪■►*–—-]+ )+/, '') },
  {
    name: 'label',
    tidy: (text) => text.replace(label, ''),
  },
  { name: 'dateline with agency', tidy: (text) => text.replace(datelineAgency, '') },
  {
    name: 'agency that a dateline left behind',
    tidy: (text) => text.replace(agencyAlone, ''),
  },
  { name: 'dateline in capitals', tidy: (text, { isNearTop = false }) => (isNearTop ? text.replace(capitals, '') : text) },
  {
    name: 'dateline in brackets',
    tidy: (text, { opensArticle }) => (opensArticle ? text.replace(/^\(\p{Lu}[\p{L} ,.]{2,40}\) ?[—–-] ?(?=\p{Lu})/u, '') : text),
  },
  { name: 'dateline', tidy: (text, { opensArticle }) => (opensArticle && !isAside(text) ? text.replace(dateline, '') : text) },
  {
    name: 'note of a page',
    tidy: (text) => text.replace(/ ?[([](?:\d{1,3}|see (?:above|below)|pictured|file photo|video|updated?)[)\]]/gi, ''),
  },
  {
    name: 'ticker',
    tidy: (text) =>
      text.replace(/ \((?:NYSE|NASDAQ|LSE|TSX|ASX|FTSE): ?[A-Z.]{1,8}\)/gi, '').replace(/ [A-Z]{1,6}, [+−-]\d{1,3}\.\d{1,2}%/g, ''),
  },
  {
    name: 'opening connective',
    tidy: (text) =>
      text.replace(
        /^(?:(?:But|And|Yet) (?=[\p{L}“"‘$€£\d])){0,2}(?:(?:But|And|Yet|Meanwhile|However|Moreover|Furthermore|Still|Indeed|Separately|In addition|Of course|Nevertheless|Nonetheless|At the same time|Now|Overall|After all|To be sure|In fact), )?/iu,
        '',
      ),
  },
  {
    name: 'capital at the beginning',
    tidy: (text) => text.replace(/^(["“‘']?)(\p{Ll})/u, (_all, mark: string, letter: string) => mark + letter.toUpperCase()),
  },
];

export const tidySentence = (text: string, place: Place): string => tidyings.reduce((now, { tidy }) => tidy(now, place), text);

/** "Jane Roe — Mayor of Lund since May — said": the dash opens an aside, and what stands before it is the subject. */
function isAside(text: string): boolean {
  const dashes = [...text.matchAll(/[—–]|--| - /g)];
  const [first, second] = dashes;
  if (first === undefined || second === undefined) return false;
  const head = text.slice(0, first.index).trim();
  return head !== head.toUpperCase() && !head.includes(',') && second.index - first.index < 80;
}
