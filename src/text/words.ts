/** A word's letters → what the word lists know of it, looked up once and remembered. */
import { createIntern } from './intern.ts';
import { codePointIn, isUpper } from './letters.ts';
import * as lexicon from './lexicon.ts';
import type { Tag } from './tokens.ts';

/** Classes that a word of the closed lists has by itself; "that", "her" and the quantifiers take their tag from what stands beside them. */
export type Closed = Tag | 'may' | 'that' | 'her' | 'quantifier';

export type Word = {
  readonly text: string;
  /** Small letters, straight apostrophe, without a final stop. */
  readonly low: string;
  /** Set for punctuation and numbers, whatever stands beside them. */
  readonly fixed: Tag | undefined;
  readonly closed: Closed | undefined;
  readonly isCapital: boolean;
  /** "NATO": capitals at the start of a sentence too. */
  readonly isUpper: boolean;
  readonly isDigits: boolean;
  readonly isTimeName: boolean;
  readonly isMonthOrVerb: boolean;
  readonly isAdverb: boolean;
  readonly verb: lexicon.VerbReading | undefined;
  /** Of its forms as a verb. */
  readonly isPast: boolean;
  readonly isIng: boolean;
};

const PUNCTUATION: ReadonlyMap<string, Tag> = new Map<string, Tag>([
  [',', 'comma'],
  [':', 'colon'],
  [';', 'semicolon'],
  ['.', 'stop'],
  ['!', 'stop'],
  ['?', 'stop'],
  ['…', 'stop'],
  ['—', 'dash'],
  ['–', 'dash'],
  ['-', 'dash'],
  ['(', 'open'],
  ['[', 'open'],
  [')', 'close'],
  [']', 'close'],
]);
const listed = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));
const NO_ADVERB = listed(
  `family rally ally reply assembly supply july italy fly bully monopoly anomaly early likely friendly daily weekly monthly elderly lonely ugly holy lovely deadly costly
   kelly emily sally molly billy reilly apply comply imply multiply rely homily jelly belly`,
);
const SUBORDINATORS = listed('when while if because although though whether unless whereas why how what where once');
const PRONOUNS = listed(
  'he she it they we you i him them us me himself herself themselves itself everyone everybody nobody someone somebody anyone others none',
);
const QUANTIFIERS = listed(
  'many some both one another several most all few each this these those any neither either hundreds thousands dozens scores two three four five six half more',
);
/** As names these are parts of names ("This Morning", "Sun") or people ("May") as often as times. */
const DOUBTFUL_TIMES = listed(
  'may morning evening night week today sun sat mon wed fri thu tue jan jun jul mar dec year spring summer fall',
);
const MONTHS_THAT_ARE_NAMES = listed('may jan jun jul mar dec');
const NO_TIME = listed('march may sun sat second spring fall sept mar dec last earlier');

/** What a few hundred articles hold. */
const MAX_WORDS_KEPT = 20_000;
/** The word that stands there. */
export const wordIn = createIntern(makeWord, MAX_WORDS_KEPT);

/** "al-Assad". */
const CAPITAL_BEHIND_ARTICLE = /^(?:a[lnrsdt]|ash|el|bin|ibn|abu)-\p{Lu}/u;
const TWO_CAPITALS = /^\p{Lu}{2}/u;
const DIGIT = /^\d/;

function makeWord(text: string): Word {
  const straight = text.toLowerCase().replaceAll('’', "'");
  const low = straight.length > 1 && straight.endsWith('.') ? straight.slice(0, -1) : straight;
  const isCapital = isUpper(codePointIn(text, 0, text.length)) || (text.includes('-') && CAPITAL_BEHIND_ARTICLE.test(text));
  const verb = lexicon.verbReading(low);
  return {
    text,
    low,
    fixed: fixedTag(text, low),
    closed: CLOSED.get(low),
    isCapital,
    isUpper: isCapital && TWO_CAPITALS.test(text),
    isDigits: DIGIT.test(text),
    isTimeName: text.length > 2 && lexicon.times.has(low) && !DOUBTFUL_TIMES.has(low),
    isMonthOrVerb: MONTHS_THAT_ARE_NAMES.has(low),
    isAdverb: lexicon.adverbs.has(low) || (low.length > 4 && low.endsWith('ly') && !NO_ADVERB.has(low)),
    verb,
    isPast: verb !== undefined && (verb.forms.has('past') || verb.forms.has('participle')),
    isIng: verb?.forms.has('ing') === true,
  };
}

/** "the 56-year-old said": names somebody. */
const AGE_NOUN = /-years?-olds?$/;

function fixedTag(text: string, low: string): Tag | undefined {
  const punctuation = text.length === 1 ? PUNCTUATION.get(text) : undefined;
  if (punctuation !== undefined) return punctuation;
  if (/^\.{2,}$/.test(text)) return 'stop';
  if (!/[\p{L}\p{N}]/u.test(text)) return 'dash';
  if (low.startsWith("'") && low !== "'s") return 'auxiliary';
  if (low.startsWith('@')) return 'name';
  return /^[$£€]?\d/.test(text) && !AGE_NOUN.test(low) ? 'number' : undefined;
}

/** Where a word stands in several lists, the first one counts. */
const CLOSED = new Map<string, Closed>();
const classed = (words: Iterable<string>, closed: Closed): void => {
  for (const word of words) if (!CLOSED.has(word)) CLOSED.set(word, closed);
};
classed(['to'], 'to');
classed(['according'], 'preposition');
classed(['may'], 'may');
classed(['that'], 'that');
classed(lexicon.auxiliaries, 'auxiliary');
classed(['who', 'whom', 'which', 'whose'], 'relative');
classed(['her', 'his'], 'her');
classed(lexicon.conjunctions, 'conjunction');
classed(SUBORDINATORS, 'subordinator');
classed(PRONOUNS, 'pronoun');
classed(QUANTIFIERS, 'quantifier');
classed(lexicon.determiners, 'determiner');
classed(lexicon.prepositions, 'preposition');
classed(
  [...lexicon.times].filter((word) => !NO_TIME.has(word)),
  'time',
);
