/** An office that needs no article → the name of its holder, right behind what it is of: "US Attorney for the Southern District of Lund Ana Ruiz". */
import * as lexicon from '#text/lexicon.ts';
import { isGivenName } from '#text/names-en.ts';
import { PLACES } from '#text/places-en.ts';
import type { Token } from '#text/tokens.ts';

const MAX_TOKENS_OF_FIELD = 10;
const LINKS = /^(?:of|for|in|at|to)$/;

/** Half-open range of the tokens that name the holder. */
export type Holder = { readonly from: number; readonly to: number };

/** From the office's noun to where its holder's name begins and ends (half-open). */
export function holderBehind(tokens: readonly Token[], office: number): Holder | undefined {
  if (!lexicon.titles.has(tokens[office]?.low ?? '') || !LINKS.test(tokens[office + 1]?.low ?? '')) return undefined;
  let to = office + 2;
  while (to - office <= MAX_TOKENS_OF_FIELD && isOfField(tokens[to])) to++;
  // the name may be longer than the field
  while (tokens[to]?.tag === 'name') to++;
  // "… Ana Ruiz and others"
  while (to > office + 2 && tokens[to - 1]?.tag !== 'name') to--;
  if (tokens[to]?.tag === 'possessive') return undefined;
  let first = to;
  while (tokens[first - 1]?.tag === 'name') first--;
  if (to - first < 2 || first <= office + 1) return undefined;
  const isBare = !hasArticle(tokens, office);
  // "minister of mines and energy Ana Ruiz"
  // "Secretary of State spokesman Tom Holm"
  const before = tokens[first - 1];
  const isLed = isPlainField(tokens, office + 2, first) || (isBare && lexicon.titles.has(before?.low ?? ''));
  if (/^(?:word|verb)$/.test(before?.tag ?? '') && isGivenName(tokens[first]?.low ?? '') && isLed) return { from: first, to };
  if (!isBare || lexicon.bodyWords.has(tokens[to - 1]?.low ?? '')) return undefined;
  const from = behindTitle(tokens, first, to) ?? behindSchool(tokens, first, to) ?? givenInside(tokens, first, to);
  return from === undefined ? undefined : { from, to };
}

const isOfField = (token: Token | undefined): boolean =>
  token !== undefined &&
  (/^(?:name|word|determiner|possessive)$/.test(token.tag) ||
    (token.tag === 'preposition' && LINKS.test(token.low)) ||
    (token.tag === 'verb' && token.low.endsWith('ing')) ||
    token.low === 'and');

const isPlainField = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).every(({ tag, low }) => tag === 'word' || (tag === 'verb' && low.endsWith('ing')) || low === 'and');

function hasArticle(tokens: readonly Token[], office: number): boolean {
  let at = office - 1;
  while (tokens[at]?.tag === 'name' || tokens[at]?.tag === 'word') at--;
  return tokens[at]?.tag === 'determiner';
}

/** "the Norland Armed Forces Brigadier General Ali Abdou". */
function behindTitle(tokens: readonly Token[], first: number, to: number): number | undefined {
  for (let i = to - 2; i >= first; i--) if (isRank(tokens[i]) && i > first) return i + 1;
  return undefined;
}

/** "at Carlin University Tara Lever": of what ends a body's name, those that a place or an "of" seldom follows. */
function behindSchool(tokens: readonly Token[], first: number, to: number): number | undefined {
  const school = tokens.findLastIndex(
    ({ low }, i) => i >= first && i < to && /^(?:university|college|hospital|museum|observatory)$/.test(low),
  );
  return school > first && to - school === 3 ? school + 1 : undefined;
}

const isRank = (token: Token | undefined): boolean =>
  /^(?:general|gen|colonel|col|major|maj|captain|capt|admiral|adm|lieutenant|lt|commander|cmdr|sergeant|sgt|judge|justice|dr|sir)$/.test(
    token?.low ?? '',
  );

/** "of New Lund Ana Ruiz", in contrast to "of Ana Maria Ruiz": a given name with more behind it, and something else before. */
function givenInside(tokens: readonly Token[], first: number, to: number): number | undefined {
  const isGiven = (at: number): boolean => isGivenName(tokens[at]?.low ?? '') && !PLACES.has(tokens[at]?.low ?? '');
  if (isGiven(first)) return undefined;
  for (let i = to - 2; i > first; i--) {
    if (!isGiven(i)) continue;
    // "Mary Beth Holm", in contrast to "San Jose Sam Holm"
    while (i - 1 > first && isGiven(i - 1) && !/^(?:san|santa|st|saint)$/.test(tokens[i - 2]?.low ?? '')) i--;
    return i;
  }
  return undefined;
}

/** The same from where a run of capitals begins: the office that leads to a holder within it. */
export function holderWithin(tokens: readonly Token[], from: number, to: number): number | undefined {
  if (to - from < 3) return undefined;
  for (let at = from - 2; at >= 0 && at >= from - MAX_TOKENS_OF_FIELD && isOfField(tokens[at + 1]); at--) {
    const holder = holderBehind(tokens, at);
    if (holder?.to === to && holder.from > from) return holder.from;
  }
  return undefined;
}
