/** Text → folded words: lower case, without accents, possessive endings and marks; and which of them carry a topic. */

const wordPattern = /[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*/gu;

/** Function words, and words that any news sentence may hold whatever it is about. */
const common = new Set(
  `a about above after again against ago all almost along already also although always am among an and another any are around as ask asked at away back be became because become been
  before began being below between both but by call called came can cannot come could day days did do does doing done down during each early even ever every few first five for former four from gave get give go
  going got had has have he her here hers herself him himself his how however i if in including into is it its itself just know last late later least less let like made make many may me might month months more
  most much must my near nearly never new news next no nor not now of off often on once one only or other others our out over own part people per put rather re said same saw say saying says second see seen set
  several she should since six so some soon still such take taken ten than that the their them themselves then there these they thing this those though three through time times to today told tomorrow too took
  toward towards tuesday two under until up upon us use used very via want wanted was way we week weeks well went were what when where whether which while who whom whose why will with within without would year
  years yesterday yet you your monday wednesday thursday friday saturday sunday mr mrs ms dr ve ll don doesn didn isn wasn won wouldn couldn according added including amid`
    .split(/\s+/)
    .filter(Boolean),
);

export function fold(text: string): string {
  // Plain letters need no folding, typographic marks are no letters, and most text has nothing else.
  const plain = /^[\x20-\x7e\n‘’“”–—]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.replace(/[’‘]/g, "'").toLowerCase();
}

/** Every word, in order: "China’s 2,750" → china, 2,750. */
export function wordsOf(text: string): string[] {
  return (fold(text).match(wordPattern) ?? []).map((word) => (word.endsWith("'s") ? word.slice(0, -2) : word));
}

export const isCommon = (word: string): boolean => common.has(word) || (word.length < 2 && !/\d/.test(word));

/** The plural's s goes, so that "talks" meets "talk"; short words and -ss, -us, -is keep theirs. */
export function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

/** The words that say what a text is about, stemmed, in order, with repeats. */
export const contentWords = (text: string): string[] =>
  wordsOf(text)
    .filter((word) => !isCommon(word))
    .map(stem);

/** Shared share of the smaller set: 1 where one holds all of the other. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const item of small) if (large.has(item)) shared += 1;
  return shared / small.size;
}
