/** Words in a row → each one's part of speech, by the closed classes, the verb lexicon and its neighbours. */
import * as lexicon from './lexicon.ts';
import { isGivenName } from './names-en.ts';
import { INDEFINITE, INVITES, OPENING_ADJECTIVES, TRADES } from './openings-en.ts';
import type { Tag, Token } from './tokens.ts';
import type { Word } from './words.ts';

/** What comes next: a word, or a marked stretch (no word of the reporter's). */
export type Following = Word | 'marked' | undefined;

const listed = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));
const wordAfter = (next: Following): Word | undefined => (next === 'marked' ? undefined : next);

export function tagOf(
  word: Word,
  previous: Token | undefined,
  next: Following,
  afterNext: Following,
  isFirst: boolean,
  isLowerElsewhere: (low: string) => boolean,
): Tag {
  if (word.fixed !== undefined) return word.fixed;
  const following = wordAfter(next);
  const { low } = word;
  if (low === "'s") return previous?.tag === 'pronoun' || isPredicate(following, wordAfter(afterNext)) ? 'auxiliary' : 'possessive';
  const isPronoun = NOMINATIVES.has(low) && following?.isCapital !== true && !word.isUpper;
  if (word.isCapital && low !== 'i' && (!isFirst || word.isUpper) && !BRANDED_VERBS.has(low) && !isPronoun) {
    if (word.isTimeName) return 'time';
    return word.isMonthOrVerb && following?.isDigits === true ? 'time' : 'name';
  }
  return closedTag(word, previous, next) ?? openTag(word, previous, next, isFirst && word.isCapital, isLowerElsewhere);
}

/** "(Photo: Harbour Pictures) He said": a capital, and nobody's name unless one follows. */
const NOMINATIVES = listed('he she they we');
/** Some papers give what is done on Twitter its capital. */
const BRANDED_VERBS = listed('tweeted retweeted instagrammed facebooked');
const AFTER_IS = listed(
  'been not a an the also now already still never always going gone got saying just no so too very in on at to that why what how because',
);
const AFTER_ING = listed('a an the to that his her their it him them for on with in about');

/** After "X's": a verb, an adverb or an article shows "is" or "has", a noun the owner. */
const isPredicate = (next: Word | undefined, afterNext: Word | undefined): boolean =>
  next !== undefined && (AFTER_IS.has(next.low) || (next.low.endsWith('ing') && AFTER_ING.has(afterNext?.low ?? '')));

function closedTag(word: Word, previous: Token | undefined, next: Following): Tag | undefined {
  const following = wordAfter(next);
  const { low } = word;
  switch (word.closed) {
    case undefined:
      return undefined;
    case 'may':
      return next === undefined ? undefined : 'auxiliary';
    case 'that':
      return previous?.tag === 'word' || previous?.tag === 'name' ? 'relative' : 'subordinator';
    case 'her':
      return isOwner(following) ? 'determiner' : 'pronoun';
    case 'quantifier':
      return isNounNext(following) || (previous?.tag === 'preposition' && isPlainWord(following)) ? 'determiner' : 'pronoun';
    case 'subordinator':
      // "Ruiz once said"
      return low === 'once' && previous !== undefined && following?.isPast === true ? 'adverb' : 'subordinator';
    default:
      return word.closed;
  }
}

/** "her house", in contrast to "told her that". */
const isOwner = (next: Word | undefined): boolean =>
  next !== undefined &&
  (next.fixed === undefined || next.fixed === 'number') &&
  next.closed !== 'preposition' &&
  next.closed !== 'conjunction' &&
  next.closed !== 'that' &&
  next.closed !== 'to' &&
  next.low !== 'the' &&
  next.low !== 'a' &&
  next.low !== 'an';

const isNounNext = (next: Word | undefined): boolean =>
  next !== undefined &&
  next.fixed === undefined &&
  next.closed !== 'auxiliary' &&
  next.closed !== 'may' &&
  next.closed !== 'preposition' &&
  next.closed !== 'conjunction' &&
  !(next.verb?.forms.has('past') ?? false) &&
  !next.verb?.cue.has('say') &&
  !lexicon.adverbs.has(next.low);

/** "on those claims": behind a preposition, a word of no closed class is what the pronoun belongs to. */
const isPlainWord = (next: Word | undefined): boolean =>
  next !== undefined && next.fixed === undefined && next.closed === undefined && !next.isPast && !next.isCapital && !next.isAdverb;

const NOUNS_AFTER_ARTICLE = listed('well back first second last rest best worst far');

function openTag(
  word: Word,
  previous: Token | undefined,
  next: Following,
  isOpening: boolean,
  isLowerElsewhere: (low: string) => boolean,
): Tag {
  if (isOpening) return openingTag(word, wordAfter(next), isLowerElsewhere);
  const { low, verb } = word;
  if (verb !== undefined && isVerbHere(word, verb, previous, next)) return 'verb';
  if (previous?.tag === 'determiner' && NOUNS_AFTER_ARTICLE.has(low) && !isNounNext(wordAfter(next))) return 'word';
  if (word.isAdverb) return 'adverb';
  if (lexicon.subordinators.has(low)) return 'subordinator';
  if (verb === undefined && word.text === low && low.length > 4 && low.endsWith('ed') && isPastPlace(previous, wordAfter(next)))
    return 'verb';
  return 'word';
}

/** The first word of a sentence has a capital whatever it is. */
function openingTag(word: Word, next: Word | undefined, isLowerElsewhere: (low: string) => boolean): Tag {
  const { low, verb } = word;
  // "Carly Holm" ends as an adverb does
  if (INDEFINITE.has(low)) return 'word';
  if (TRADES.has(low) && next?.isCapital === true) return 'word';
  if (verb !== undefined && INVITES.has(low) && next?.isCapital === true) return 'verb';
  if (next?.isCapital === true && isGivenName(low) && verb?.cue.has('say') !== true) return 'name';
  if (word.isAdverb) return 'adverb';
  if (verb !== undefined && (verb.forms.has('ing') || verb.forms.has('participle')) && next?.isCapital !== true) return 'verb';
  if (
    verb !== undefined &&
    verb.cue.size > 0 &&
    (verb.forms.has('ing') || (verb.forms.has('past') && verb.cue.has('say') && low !== 'read'))
  )
    return 'verb';
  if (next?.isCapital === true && !lexicon.adverbs.has(next.low)) return 'name';
  if (lexicon.personNouns.has(low) || lexicon.bodyNouns.has(low) || OPENING_ADJECTIVES.has(low) || isLowerElsewhere(low)) return 'word';
  return low.length > 5 && low.endsWith('ing') && !isGivenName(low) ? 'word' : 'name';
}

/** "Sanders aides", "the Trump claims": after a name these are nouns more often than verbs. */
const NOUNS_AFTER_NAMES = listed(
  `aides supporters fans voters votes heads ads emails posts comments remarks messages texts rallies records runs shots hits signs sources states visits trips
   attacks talks deals shares sales cuts taxes prices rates results losses gains troops forces bases fires features ranks stops points goals`,
);
const BASE_AFTER_PLURAL = listed(
  'say tell argue think believe want insist claim note complain contend warn fear hope have call describe see feel',
);
const OBJECT_WORDS = listed('himself herself itself themselves me us you it him them her that as how why whether he she they');

const startsObject = (next: Following): boolean =>
  next === 'marked' || (next !== undefined && (lexicon.determiners.has(next.low) || OBJECT_WORDS.has(next.low) || next.isCapital));

/** An unknown word in -ed: a verb behind a name or pronoun, and behind a noun where an object or a place follows. */
function isPastPlace(previous: Token | undefined, next: Word | undefined): boolean {
  switch (previous?.tag) {
    case 'name':
    case 'pronoun':
    case 'quote':
    case 'adverb':
    case 'time':
    case 'relative':
    case 'close':
      return true;
    case 'comma':
      return next !== undefined && lexicon.determiners.has(next.low);
    case 'word':
      return (
        next !== undefined && (lexicon.determiners.has(next.low) || lexicon.prepositions.has(next.low) || lexicon.adverbs.has(next.low))
      );
    default:
      return false;
  }
}

const ALWAYS_VERB = listed(
  'said says told tells wrote asked added saying telling writing adding asking tweeted replied insisted argued warned called described explained',
);

/** No plural of a noun, where a comma or a mark follows: "the brief argues, “Q”". */
const ARGUES = listed('argues warns writes explains insists adds concludes contends alleges declares asserts recalls reads replies');

function isVerbHere({ low, isPast, isIng }: Word, verb: lexicon.VerbReading, previous: Token | undefined, next: Following): boolean {
  if (previous === undefined) return true;
  if (previous.tag !== 'determiner' && ALWAYS_VERB.has(low)) return true;
  const isNounPlace = previous.tag === 'determiner' || previous.tag === 'possessive' || previous.tag === 'number';
  if (isPast) {
    return !isNounPlace && !(previous.tag === 'preposition' && previous.low !== 'as' && isNounNext(wordAfter(next)));
  }
  if (isIng) return !isNounPlace;
  return isPresentHere(low, verb, previous, next);
}

/** "The Danes state that", "state in their letter". */
const leadsToWords = (next: Word | undefined): boolean => next?.closed === 'that' || next?.low === 'in' || next?.fixed === 'comma';

/** "claims", "report", "say": as often nouns, so the word in front decides. */
function isPresentHere(low: string, verb: lexicon.VerbReading, previous: Token, next: Following): boolean {
  const isThird = verb.forms.has('s');
  const following = wordAfter(next);
  switch (previous.tag) {
    case 'to':
      return verb.forms.has('base');
    case 'auxiliary':
    case 'pronoun':
    case 'relative':
    case 'quote':
    case 'close':
    case 'adverb':
    case 'time':
      return true;
    case 'name':
      if (isThird) return !NOUNS_AFTER_NAMES.has(low);
      return (
        previous.low.endsWith('s') && (BASE_AFTER_PLURAL.has(low) || (low === 'state' && (next === 'marked' || leadsToWords(following))))
      );
    case 'word':
      if (!isThird) return previous.low.endsWith('s') || lexicon.personNouns.has(previous.low) || low === 'say';
      return (
        (!previous.low.endsWith('s') && (startsObject(next) || (following?.closed === 'to' && verb.cue.has('claim')))) ||
        lexicon.personNouns.has(previous.low) ||
        lexicon.bodyNouns.has(previous.low) ||
        low === 'says' ||
        (ARGUES.has(low) && (next === 'marked' || next === undefined || following?.fixed === 'comma' || following?.fixed === 'stop'))
      );
    case 'comma':
      return (
        verb.cue.size > 0 &&
        (isThird ||
          next === 'marked' ||
          next === undefined ||
          following?.fixed === 'stop' ||
          (following !== undefined && lexicon.determiners.has(following.low)))
      );
    case 'dash':
      // "which — as she noted — promises to"
      return isThird && verb.cue.size > 0 && (next === 'marked' || following?.closed === 'to');
    case 'conjunction':
      return isThird;
    default:
      return false;
  }
}
