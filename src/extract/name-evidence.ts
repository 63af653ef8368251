/** What stands around one mention of a name → what it tells: a person or a body, a man or a woman, which titles. */
import * as lexicon from '#text/lexicon.ts';
import { type Gender, genderOfTitle, isGivenName } from '#text/names-en.ts';
import { PLACES } from '#text/places-en.ts';
import type { Token } from '#text/tokens.ts';
import type { NameWord } from './name-words.ts';

/** Points for and against, summed over all mentions. */
export type Evidence = {
  person: number;
  body: number;
  male: number;
  female: number;
  /** Above 0 where more of the pronouns around it are a man's. */
  pronouns: number;
  readonly roles: Set<string>;
};

/** Tokens from the first title to the end of the name, and where the name itself begins. */
export type Run = { readonly from: number; readonly to: number; readonly nameFrom: number };

const MAX_TOKENS_TO_PRONOUN = 14;
const MAX_TOKENS_OF_TITLES = 6;
const MAX_TOKENS_OF_APPOSITION = 8;

/** `isAlone`: the name is known by this one word only. */
export function collectEvidence(
  evidence: Evidence,
  tokens: readonly Token[],
  run: Run,
  words: readonly NameWord[],
  isAlone: boolean,
): void {
  collectOfWords(evidence, words, isAlone);
  // "a call to Ruiz's office, in which he": the caller
  const isAside = tokens[run.to]?.tag === 'possessive' && /^(?:to|preposition)$/.test(tokens[run.from - 1]?.tag ?? '');
  const own = isAside ? undefined : pronounAfter(tokens, run.to);
  if (own !== undefined) evidence.pronouns += own === 'male' ? 1 : -1;
  // "the Fed", in contrast to "the Ruiz campaign"
  if (tokens[run.from - 1]?.low === 'the' && run.nameFrom === run.from && tokens[run.to]?.tag !== 'word') evidence.body += 2;
  if (isPlaced(tokens, run)) evidence.body += 6;
  collectTitles(evidence, tokens, run);
  const next = tokens[run.to];
  const isSaid = (verb: Token | undefined): boolean => verb?.tag === 'verb' && verb.verb?.cue.has('say') === true;
  // "Ruiz said", "said Ruiz"
  if (isSaid(next) || isSaid(tokens[run.from - 1])) evidence.person += 1;
  // "Norland's foreign minister, Ana Ruiz,"
  if (tokens[run.from - 1]?.tag === 'comma' && isOffice(tokens[run.from - 2])) {
    evidence.person += 2;
    // "his wife, Chris,"
    const gender = genderOfTitle(tokens[run.from - 2]?.low ?? '');
    if (gender !== undefined) evidence[gender] += 2;
  }
  if (next?.tag === 'comma') collectApposition(evidence, tokens, run.to + 1, isFullName(words));
}

/** "the city of Sarn", "the town of New Lund": a place, whatever else is done there. */
function isPlaced(tokens: readonly Token[], { from, nameFrom }: Run): boolean {
  return from === nameFrom && tokens[from - 1]?.low === 'of' && PLACE_NOUN.test(tokens[from - 2]?.low ?? '');
}
const PLACE_NOUN =
  /^(?:city|town|village|hamlet|suburb|borough|municipality|commune|parish|county|province|region|district|prefecture|state|territory|peninsula|island|port|resort|outskirts|streets)$/;

/** "Michael Ivens": nobody's firm. */
const isFullName = (words: readonly NameWord[]): boolean => words.length >= 2 && words[0]?.gender !== undefined;

const isOffice = (token: Token | undefined): boolean =>
  token !== undefined && (lexicon.titles.has(token.low) || lexicon.personNouns.has(token.low)) && !token.low.endsWith('s');

function collectOfWords(evidence: Evidence, words: readonly NameWord[], isAlone: boolean): void {
  const [first] = words;
  if (first?.isGiven === true && (words.length >= 2 || isAlone)) {
    const weight = words.length >= 2 ? 2 : 1;
    evidence.person += weight;
    if (first.gender !== undefined) evidence[first.gender] += weight;
  }
  // "Harbour Americans": many people
  if (words.length > 1 && first?.isGiven !== true && words.at(-1)?.isDemonym === true && words.at(-1)?.low.endsWith('ns') === true)
    evidence.body += 6;
  // "White" of Laura White tells nothing new
  if (words.length === 1 && !isAlone) return;
  // "Bill" of Bill Holm is no law
  if (words.some((word, i) => word.isOfBody && !(i === 0 && words.length > 1 && word.gender !== undefined)) && !isPersons(words))
    evidence.body += 3;
  if (PLACES.has(lowName(words)) || isOfState(words)) evidence.body += 6;
  // "Camp Harbour"
  if (words.length > 1 && OPENS_THING.test(first?.text ?? '')) evidence.body += 3;
  if (words.length > 1) return;
  if (first?.isAbbreviation === true) evidence.body += 2;
  // "wrote on X"
  if (first?.isInitial === true) evidence.body += 6;
  if (first?.isDemonym === true) evidence.body += 4;
}

const OPENS_THING = /^(?:Camp|Project|Operation|Hotel|Fort|Studio|Festival|Café|Cafe|Planet|Planned|Mission|Camping|Villa)$/;

/** "US Pacific", "UN Command": nobody's given name. */
const isOfState = (words: readonly NameWord[]): boolean => words.length > 1 && /^(?:US|USA|UK|UN|EU|UAE|NHS)$/.test(words[0]?.text ?? '');

/** "Laura White": a given name and what is as often a surname. */
const isPersons = (words: readonly NameWord[]): boolean =>
  words[0]?.gender !== undefined && words.length <= 3 && SURNAMES_TOO.test(words.at(-1)?.low ?? '');
const SURNAMES_TOO =
  /^(?:white|fox|park|street|church|post|lake|court|power|price|young|house|rivers|deal|law|hall|bank|banks|day|hill|college|temple|games)$/;

const lowName = (words: readonly NameWord[]): string =>
  words.length === 1 ? (words[0]?.low ?? '') : words.map((word) => word.low).join(' ');

/** "former Senator Ana Ruiz", "campaign manager Tom Holm". */
function collectTitles(evidence: Evidence, tokens: readonly Token[], run: Run): void {
  for (let i = run.nameFrom - 1; i >= Math.max(0, run.from - MAX_TOKENS_OF_TITLES); i--) {
    const token = tokens[i];
    if (token === undefined || (token.tag !== 'word' && token.tag !== 'name' && token.low !== 'of')) break;
    // "the mining company Benthic Resources", in contrast to "property developer Ana Ruiz"
    const isGiven = isGivenName(tokens[run.nameFrom]?.low ?? '') && run.to - run.nameFrom > 1;
    if (
      i === run.nameFrom - 1 &&
      token.tag === 'word' &&
      !isGiven &&
      lexicon.bodyNouns.has(token.low) &&
      !lexicon.personNouns.has(token.low)
    )
      evidence.body += 3;
    if (!lexicon.titles.has(token.low) && !lexicon.personNouns.has(token.low)) continue;
    evidence.person += 2;
    evidence.roles.add(token.low);
    const gender = genderOfTitle(token.low);
    if (gender !== undefined) evidence[gender] += 3;
  }
}

const PRONOUNS: ReadonlyMap<string, Gender> = new Map([
  ['he', 'male'],
  ['his', 'male'],
  ['himself', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['hers', 'female'],
  ['herself', 'female'],
]);

/** "Ruiz left her house": the first pronoun behind a name, with no other name between, is likely his or hers. */
export function pronounAfter(tokens: readonly Token[], from: number): Gender | undefined {
  const end = Math.min(tokens.length, from + MAX_TOKENS_TO_PRONOUN);
  for (let i = from; i < end; i++) {
    const token = tokens[i];
    if (token === undefined || token.tag === 'name' || token.tag === 'quote' || token.tag === 'semicolon') return undefined;
    const gender = PRONOUNS.get(token.low);
    // "Ruiz told him": somebody else
    if (token.low === 'him' || (token.low === 'her' && token.tag === 'pronoun')) return undefined;
    if (gender !== undefined) return gender;
    if (token.tag === 'word' && i > from + 3 && lexicon.personNouns.has(token.low)) return undefined;
  }
  return undefined;
}

/** "Ana Ruiz, a retired judge from Norland,". */
function collectApposition(evidence: Evidence, tokens: readonly Token[], from: number, isOfPerson: boolean): void {
  if (/^\d\d$/.test(tokens[from]?.text ?? '')) evidence.person += 2;
  if (tokens[from]?.low === 'who') evidence.person += 2;
  for (let i = from; i < Math.min(tokens.length, from + MAX_TOKENS_OF_APPOSITION); i++) {
    const token = tokens[i];
    if (
      token === undefined ||
      token.tag === 'comma' ||
      token.tag === 'verb' ||
      token.tag === 'auxiliary' ||
      token.tag === 'preposition' ||
      token.tag === 'quote'
    ) {
      // "Heritage Coast, a charity": what the apposition comes down to
      const head = tokens[i - 1];
      if (
        !isOfPerson &&
        i > from + 1 &&
        head?.tag === 'word' &&
        tokens[from]?.tag === 'determiner' &&
        lexicon.bodyNouns.has(head.low) &&
        !lexicon.personNouns.has(head.low)
      )
        evidence.body += 3;
      return;
    }
    if (!lexicon.personNouns.has(token.low) && !lexicon.titles.has(token.low)) continue;
    evidence.person += 1;
    evidence.roles.add(token.low);
    const gender = genderOfTitle(token.low);
    if (gender !== undefined) evidence[gender] += 2;
  }
}
