/** The last token of a subject → the phrase that leads it, over "of …", "in …", participles and appositions; and those joined to it. */
import * as lexicon from '#text/lexicon.ts';
import { isGivenName } from '#text/names-en.ts';
import { PLACES } from '#text/places-en.ts';
import type { Token } from '#text/tokens.ts';
import { fieldBefore } from './body-name.ts';
import { nameRuns } from './name-runs.ts';
import { type Phrase, phraseEndingAt, phraseOfHolder, QUANTIFIERS } from './noun-phrase.ts';
import { isPersonNoun } from './speaker-nouns.ts';
import { isReduced } from './verb-places.ts';

/** From the last token of a subject back over "of …", "in …" and participles to the phrase that leads it. */
export function climb(tokens: readonly Token[], end: number): Phrase | undefined {
  const phrase = phraseEndingAt(tokens, end);
  if (phrase === undefined) return undefined;
  if (tokens[phrase.head]?.low === 'follows' && tokens[phrase.from - 1]?.low === 'as') return phraseEndingAt(tokens, phrase.from - 2);
  if (isNominative(tokens, phrase)) return phrase;
  if (isHolderOfBody(tokens, phrase)) return phrase;
  const name = nameBehindOffice(tokens, end) ?? nameBehindTitle(tokens, phrase) ?? phraseOfHolder(tokens, end);
  return name ?? climbOf(tokens, phrase) ?? phrase;
}

/** "Centers for Control and Prevention Director Ana Ruiz": what "and" joins is the body's field, and the name stands behind its office. */
function isHolderOfBody(tokens: readonly Token[], { from, to }: Phrase): boolean {
  if (tokens[from - 1]?.low !== 'and' || tokens[from]?.tag !== 'name') return false;
  const run = nameRuns(tokens).find((one) => one.to === to);
  return run !== undefined && run.nameFrom - from >= 2 && isGivenName(tokens[run.nameFrom]?.low ?? '');
}

/** "as she said", "days after they met": such a pronoun is a subject by itself. */
const isNominative = (tokens: readonly Token[], { from, to, head }: Phrase): boolean =>
  to === from + 1 && /^(?:he|she|they|we|i)$/.test(tokens[head]?.low ?? '');

/** "Ambassador to the United Nations Ana Ruiz": from the office to the name of its holder, which stands right behind the body's. */
export function nameBehindOffice(tokens: readonly Token[], end: number): Phrase | undefined {
  const run = tokens[end]?.tag === 'name' ? nameRuns(tokens).find(({ to }) => to === end + 1) : undefined;
  if (run === undefined || run.nameFrom === run.from || run.nameFrom > end - 1) return undefined;
  if (!lexicon.bodyWords.has(tokens[run.nameFrom - 1]?.low ?? '')) return undefined;
  const office = phraseEndingAt(tokens, tokens[run.from - 1]?.tag === 'determiner' ? run.from - 3 : run.from - 2);
  return office === undefined ? undefined : { from: office.from, to: end + 1, head: end };
}

/** "vice president for news and talk Ana Ruiz": a full name behind a small word that is no title ends the "for …" and names the one meant. */
function nameBehindTitle(tokens: readonly Token[], phrase: Phrase): Phrase | undefined {
  let from = phrase.to;
  while (from > phrase.from && tokens[from - 1]?.tag === 'name') from--;
  if (
    phrase.to - from < 2 ||
    from === phrase.from ||
    (tokens[phrase.from - 1]?.tag !== 'preposition' && tokens[phrase.from - 1]?.tag !== 'conjunction')
  )
    return undefined;
  const before = tokens[from - 1];
  // "of the late Ana Ruiz"
  if (tokens[phrase.from]?.tag === 'determiner') return undefined;
  if (before?.tag !== 'word' || lexicon.titles.has(before.low) || lexicon.personNouns.has(before.low)) return undefined;
  return isGivenName(tokens[from]?.low ?? '') ? { from, to: phrase.to, head: phrase.head } : undefined;
}

const STANDS_BY =
  /^(?:close|loyal|familiar|next|opposed|allied|sympathetic|linked|hostile|near|related|involved|present|angry|unhappy|friendly|aligned)$/;
const isNoun = (token: Token | undefined): boolean => token?.tag === 'word' || token?.tag === 'name' || token?.tag === 'pronoun';

/** "three days after Ruiz said": what stands behind them has a verb of its own. */
const OPENS_CLAUSE = /^(?:after|before|since|until|till|as|because|than)$/;

export function climbOf(tokens: readonly Token[], phrase: Phrase): Phrase | undefined {
  let best: Phrase | undefined;
  let current = phrase;
  for (let step = 0; step < 8; step++) {
    let at = current.from - 1;
    const link = tokens[at];
    if (link === undefined) break;
    if (link.tag === 'conjunction') {
      // "the heads of Nordbank and Lund said"
      const left = phraseEndingAt(tokens, at - 1);
      if (left === undefined || tokens[left.from - 1]?.tag !== 'preposition') break;
      if (tokens[left.from - 2]?.tag === 'verb') break;
      current = left;
      continue;
    }
    if ((link.tag !== 'preposition' && link.tag !== 'to') || OPENS_CLAUSE.test(link.low)) break;
    at--;
    while (at >= 0 && (tokens[at]?.tag === 'time' || tokens[at]?.tag === 'adverb')) at--;
    // "two people close to Ruiz", "officials familiar with it"
    if (at > 0 && STANDS_BY.test(tokens[at]?.low ?? '') && isNoun(tokens[at - 1])) at--;
    const passed = tokens[at];
    if (passed === undefined) break;
    if (passed.tag === 'verb' && (isReduced(tokens, at) || passed.verb?.forms.has('ing') === true)) at--;
    if (tokens[at]?.tag === 'comma') break;
    const before = phraseEndingAt(tokens, at);
    if (before === undefined) break;
    if (link.low === 'of' && tokens[before.head]?.tag === 'pronoun' && QUANTIFIERS.test(tokens[before.head]?.low ?? ''))
      return { from: before.from, to: current.to, head: current.head };
    best = before;
    current = before;
  }
  return best;
}

/** "Ruiz, founder of the league, a member since 2001, said": what begins with a small letter behind a comma explains the name before it. */
export function beforeAppositions(tokens: readonly Token[], phrase: Phrase): Phrase {
  let current = fromFirstOffice(tokens, phrase);
  if (isAsideOfItsOwn(tokens, phrase)) return phrase;
  for (let step = 0; step < 4; step++) {
    const first = tokens[current.from];
    if (tokens[current.from - 1]?.tag !== 'comma' || first?.tag === 'name' || first?.tag === 'pronoun') break;
    const before = behindAsides(tokens, climb(tokens, current.from - 2));
    if (before === undefined || tokens[before.head]?.tag !== 'name' || PLACES.has(tokens[before.head]?.low ?? '')) break;
    const link = tokens[before.from - 1];
    // "But Ruiz, founder of the league, said"
    const isOpening = link?.tag === 'conjunction' && before.from === 1;
    if (link !== undefined && !isOpening && link.tag !== 'comma' && link.tag !== 'quote' && link.tag !== 'subordinator') break;
    current = before;
  }
  return current;
}

/** "Ruiz, a top aide said, …": an apposition ends with a comma before the verb; what does not says its own words in the middle of another's sentence. */
function isAsideOfItsOwn(tokens: readonly Token[], { from, to, head }: Phrase): boolean {
  const first = tokens[from]?.low ?? '';
  const isBody = lexicon.bodyNouns.has(tokens[head]?.low ?? '') && !lexicon.personNouns.has(tokens[head]?.low ?? '');
  if (!/^(?:an?|one)$/.test(first) && !(first === 'the' && isBody)) return false;
  return tokens.slice(to).find(({ tag }) => tag === 'comma' || tag === 'verb' || tag === 'relative')?.tag === 'verb';
}

/** "Iowa", "N.Y."; "R-Texas": what stands between commas behind a town or a member of a parliament. */
export const isPlaceOrParty = (tokens: readonly Token[], from: number, to: number): boolean =>
  (to === from + 1 && /^[dri]-\p{L}/u.test(tokens[from]?.low ?? '')) ||
  PLACES.has(
    tokens
      .slice(from, to)
      .map(({ low }) => low)
      .join(' '),
  );

/** "Holm, R-Texas, the bill's opponent": from the party to its member. */
function behindAsides(tokens: readonly Token[], phrase: Phrase | undefined): Phrase | undefined {
  const isAside = phrase !== undefined && tokens[phrase.from - 1]?.tag === 'comma' && isPlaceOrParty(tokens, phrase.from, phrase.to);
  return isAside ? climb(tokens, phrase.from - 2) : phrase;
}

/** "Ruiz, president and head of the league": two offices of one person. */
function fromFirstOffice(tokens: readonly Token[], phrase: Phrase): Phrase {
  if (tokens[phrase.from - 1]?.tag !== 'conjunction' || !lexicon.titles.has(tokens[phrase.from]?.low ?? '')) return phrase;
  const first = phraseEndingAt(tokens, phrase.from - 2);
  const isOffice = first !== undefined && lexicon.titles.has(tokens[first.head]?.low ?? '') && tokens[first.from]?.tag === 'word';
  return isOffice && tokens[first.from - 1]?.tag === 'comma' ? first : phrase;
}

/** "Ruiz and Holm", "both Ruiz and the mayor". */
export function joined(tokens: readonly Token[], phrase: Phrase): readonly Phrase[] {
  const link = tokens[phrase.from - 1];
  if (link?.tag !== 'conjunction' || link.low !== 'and') return [phrase];
  const end = tokens[phrase.from - 2]?.tag === 'comma' ? phrase.from - 3 : phrase.from - 2;
  const left = phraseEndingAt(tokens, end);
  if (left === undefined) return [phrase];
  if (isOneOffice(tokens, left, phrase)) return [{ ...phrase, from: left.from }];
  // "Holm and Sons' manager Ana Ruiz"
  if (isOneWord(tokens, left) && tokens[phrase.from + 1]?.tag === 'possessive' && tokens[phrase.head]?.tag === 'name')
    return [{ ...phrase, from: left.from }];
  const before = tokens[left.from - 1];
  const isList =
    before === undefined ||
    before.tag === 'quote' ||
    before.tag === 'comma' ||
    before.tag === 'conjunction' ||
    before.tag === 'subordinator';
  return isList && isSameSort(tokens, left, phrase) ? [left, phrase] : [phrase];
}

const isOneWord = (tokens: readonly Token[], { from, to }: Phrase): boolean => to === from + 1 && tokens[from]?.tag === 'name';

/** "Trade and Industry Secretary Ana Ruiz", "actor and comedian Tom Holm": two fields of one office, or two offices of one. */
export function isOneOffice(tokens: readonly Token[], left: Phrase, right: Phrase): boolean {
  const isOffice = (at: number): boolean => {
    const noun = (tokens[at]?.low ?? '').replace(/^(?:co|ex|vice)-/, '');
    return lexicon.titles.has(noun) || isPersonNoun(noun);
  };
  if (tokens[right.from]?.tag === 'determiner') return false;
  // "the president and chief executive": one article, two offices
  const isOne = (at: number): boolean => tokens[at]?.tag === 'word' && isOffice(at) && !tokens[at]?.low.endsWith('s');
  if (tokens[left.from]?.tag === 'determiner' && !/^(?:both|these|those)$/.test(tokens[left.from]?.low ?? ''))
    if (isOne(left.head) && isOne(right.head)) return true;
  if (isFieldOfBody(tokens, left, right)) return true;
  if (right.to - right.from < 2 || tokens[right.head]?.tag !== 'name') return false;
  // "Harbour League President and CEO Ana Ruiz", in contrast to "the President and Senator Holm"
  const isTitled = tokens[left.head]?.tag === 'name' && tokens[left.head]?.isSurname !== true && tokens[left.from]?.tag !== 'determiner';
  if (isTitled && isOffice(left.head) && isOffice(right.from) && right.to - right.from >= 3) return true;
  const low = tokens[left.head]?.low ?? '';
  // "the actor and comedian Holm"
  if (isOffice(left.head) && tokens[left.head]?.tag === 'word' && !low.endsWith('s')) {
    const name = tokens.findIndex(({ tag }, i) => i >= right.from && tag === 'name');
    return isOffice(right.from) || (name > right.from && isOffice(name - 1));
  }
  const isField = left.to - left.from === 1 && tokens[left.head]?.tag !== 'pronoun' && !isGivenName(low);
  return isField && MINISTER.test(tokens[right.from + 1]?.low ?? '') && right.to - right.from >= 3;
}
/** "Food and Drug Administration Commissioner Ana Ruiz", "the Finance and Economy Ministry": two fields of one body. */
const isFieldOfBody = (tokens: readonly Token[], left: Phrase, right: Phrase): boolean => {
  const from = tokens[left.from]?.tag === 'determiner' ? left.from + 1 : left.from;
  return left.to - from <= 2 && fieldBefore(tokens, right.from, right.to) < right.from;
};

const MINISTER = /^(?:secretary|minister|commissioner|editor|correspondent|spokesman|spokeswoman|director)$/;

export const isSameSort = (tokens: readonly Token[], a: Phrase, b: Phrase): boolean => {
  const x = tokens[a.head]?.tag;
  const y = tokens[b.head]?.tag;
  return x === y || (x !== 'pronoun' && y !== 'pronoun' && tokens[a.from]?.tag === 'determiner');
};
