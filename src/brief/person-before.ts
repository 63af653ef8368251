/** Words before a "he" or "her" → whether they hold somebody whom it could mean: a name that may be a person's, or "a driver". */
import { determiners, personNouns, prepositions, times, titles, verbReading } from '#text/lexicon.ts';
import { isGivenName } from '#text/names-en.ts';
import { PLACES } from '#text/places-en.ts';
import { isCommon } from './words.ts';

export function namesPerson(before: string): boolean {
  const words = [...before.matchAll(/[\p{L}][\p{L}.’'-]*/gu)];
  return words.some(({ 0: found, index }) => {
    const word = found.replace(/['’]s?$|\.$/gu, '');
    const low = word.toLowerCase();
    if (isPersonNoun(low)) return true;
    if (!/^\p{Lu}['’]?\p{Lu}?\p{Ll}/u.test(word) || PLACES.has(low) || times.has(low) || NOBODY.test(word)) return false;
    // The first word's capital says nothing where it may be a plain word.
    return index > firstLetter(before) || isGivenName(low) || !(isPlain(low, before.slice(index + found.length)) || OPENER.test(low));
  });
}

const firstLetter = (text: string): number => Math.max(0, text.search(/\p{L}/u));

/** "senator", "a witness"; not "people" or "officials". */
const isPersonNoun = (low: string): boolean =>
  (personNouns.has(low) || titles.has(low)) && !/(?:s|people|children|men|women|police)$/.test(low);

/** Bodies, parties and peoples. */
const NOBODY =
  /^(?:House|Senate|Congress|White|Pentagon|Capitol|Parliament|Court|Supreme|Justice|Department|State|States|United|North|South|East|West|New|Republicans?|Democrats?|Democratic|Twitter|Facebook|Fox|News|Post|Times|\p{Lu}\p{Ll}+(?:icans?|ians?|eans?|ese|ish|ists?))$/u;

const isPlain = (low: string, rest: string): boolean =>
  isCommon(low) ||
  verbReading(low) !== undefined ||
  determiners.has(low) ||
  prepositions.has(low) ||
  /(?:ing|ed)$/.test(low) ||
  (low.endsWith('ly') && rest.startsWith(',')) ||
  (low.endsWith('s') && (personNouns.has(low.slice(0, -1)) || titles.has(low.slice(0, -1)))) ||
  /^(?:police|people|conservatives|liberals|critics|voters|analysts|activists|lawmakers|prosecutors|reporters|agents|jurors|investigators|detectives|friends|fans|residents|students|things|events|experts|protesters|markets|polls|results|reports)$/.test(
    low,
  );

/** Other words that open a sentence. */
const OPENER =
  /^(?:and|but|so|if|then|there|here|like|unlike|still|yet|also|perhaps|as|when|while|after|before|since|although|though|despite|even|many|most|some|several|few|one|two|three|more|last|earlier|later|once|until|unless|whether|what|where|who|how|why|just|only|not|nearly|about|now|today|yesterday|tonight|because|given|according|aside|back|ahead|nor|or|nobody|everyone|everybody|someone|nothing|everything|part|much|word|news)$/;
