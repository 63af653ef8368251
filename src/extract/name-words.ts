/** A word of a name → what its form tells, worked out once and remembered. */
import { bodyWords } from '#text/lexicon.ts';
import { type Gender, genderOfGivenName, isGivenName } from '#text/names-en.ts';

export type NameWord = {
  readonly text: string;
  readonly low: string;
  /** Small letters without accents or a final stop. */
  readonly folded: string;
  /** "Jr", "III". */
  readonly isSuffix: boolean;
  /** "van", "de": opens a surname, also with a capital. */
  readonly isParticle: boolean;
  /** "J", "J.". */
  readonly isInitial: boolean;
  /** "NATO", "U.S.". */
  readonly isAbbreviation: boolean;
  /** "Mexican", "Democrats", "Islamic": of a country, a party or a faith, nobody's name. */
  readonly isDemonym: boolean;
  /** The name of a body holds it: "Bank". */
  readonly isOfBody: boolean;
  /** Makes a name of a thing: "Bridge". */
  readonly isOfThing: boolean;
  readonly isGiven: boolean;
  /** Of the people who bear it as a given name, where they are all men or all women. */
  readonly gender: Gender | undefined;
};

/** Those that nobody bears as a given name. */
const PARTICLES = new Set('van von der den de del della di da du dos das la le ten ter zu af'.split(' '));
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const DEMONYM =
  /^(?:\p{Lu}\p{Ll}+(?:icans?|ians?|eans?|ese|ish|ists?|ocrats?|slims?|lamic|iet|ench|raqis?|raelis?)|Democratic|Democrat|Republicans?|GOP|Dutch|Greeks?|Swiss|Jews?|Catholics?|Christmas|God|Internet|English|German|Germans)$/u;
const THING =
  /^(?:Train|Tower|Towers|Plan|Effect|Team|Era|Day|Way|Deal|Force|Service|Rule|Code|Line|Point|City|Beach|Hill|Hills|Square|Bridge|Gate|Field|Hall|Place|Plaza)$/;

/** "HarbourX", "NordAI": nobody's name. */
const ENDS_IN_CAPITALS = /^[A-Z][a-z]+[A-Z]{1,4}$/;

const MAX_WORDS_KEPT = 10_000;
const known = new Map<string, NameWord>();

/** Of a token's text, which is no slice of the article: what is kept here keeps no article alive. */
export function nameWord(text: string): NameWord {
  const found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= MAX_WORDS_KEPT) known.clear();
  const made = makeNameWord(text);
  known.set(text, made);
  return made;
}

function makeNameWord(text: string): NameWord {
  const folded = fold(text);
  return {
    text,
    low: text.toLowerCase(),
    folded,
    isSuffix: SUFFIXES.has(folded),
    isParticle: PARTICLES.has(folded),
    isInitial: /^\p{Lu}\.?$/u.test(text),
    isAbbreviation: /^(?:\p{Lu}{2,5}|(?:\p{L}\.){2,})$/u.test(text),
    isDemonym: DEMONYM.test(text),
    isOfBody: bodyWords.has(folded) || ENDS_IN_CAPITALS.test(text),
    isOfThing: THING.test(text),
    isGiven: isGivenName(folded),
    gender: genderOfGivenName(folded),
  };
}

function fold(word: string): string {
  const low = word.toLowerCase();
  const plain = /^[a-z'-]*$/.test(low) ? low : low.normalize('NFD').replace(/\p{M}/gu, '');
  // "al-Assad" and "Assad"
  const bare = plain.replace(/^(?:al|el|as|ar|ad|an|ash)-(?=.{3})/, '');
  return bare.endsWith('.') ? bare.slice(0, -1) : bare;
}
