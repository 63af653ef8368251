/** Tokens of a sentence → a light part of speech for each, from word lists and the two neighbours; enough to find noun phrases and verbs around a figure. */
import { verbReading } from '#text/lexicon.ts';
import { SCALE_WORDS, SMALL_WORDS } from '#text/numbers.ts';
import type { Token } from './figure-tokens.ts';
import {
  ADJECTIVES,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  isAdverb,
  isPlural,
  MODALS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  verbOf,
} from './word-forms.ts';

export type Tag =
  | 'det'
  | 'prep'
  | 'conj'
  | 'pron'
  | 'rel'
  | 'aux'
  | 'verb'
  | 'gerund'
  | 'participle'
  | 'to'
  | 'adv'
  | 'num'
  | 'noun'
  | 'mark'
  | 'amount';

export function tagWords(tokens: readonly Token[]): Tag[] {
  const tags: Tag[] = [];
  for (let i = 0; i < tokens.length; i++) tags.push(tagAt(tokens, tags, i));
  return tags;
}

const nounish = (tag: Tag | undefined): boolean => tag === 'noun' || tag === 'num';
const opensPhrase = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'number' || /^(?:[A-Z]{0,3}[$€£¥₹]|~)/.test(token.text) || DETERMINERS.has(token.lower) || isAdverb(token.lower));

function tagAt(tokens: readonly Token[], tags: readonly Tag[], i: number): Tag {
  const token = tokens[i];
  if (!token) return 'mark';
  if (token.kind === 'number') return 'num';
  if (token.kind === 'mark') return 'mark';
  const word = token.lower;
  const before = tags[i - 1];
  const previous = tokens[i - 1]?.lower ?? '';
  const next = tokens[i + 1];
  if (isCompound(tokens, i)) return 'noun';
  // "Playing Field Promotions says"
  if (i === 0 && word.endsWith('ing') && next?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(next.text) && tokens[2]?.text !== tokens[2]?.lower)
    return 'noun';
  // "Series A"
  if (token.text === 'A' && i > 0 && before === 'noun' && tokens[i - 1]?.text !== previous) return 'noun';
  const { closed, verb, isLikeAdverb } = knownOf(word);
  switch (closed) {
    case undefined:
      break;
    case 'to':
      return opensInfinitive(next, tokens[i + 2]) || (isAdverb(next?.lower ?? '') && opensInfinitive(tokens[i + 2], tokens[i + 3]))
        ? 'to'
        : 'prep';
    case 'aux':
      return token.text === 'May' && i > 0 ? 'noun' : 'aux';
    case 'that':
      return before === 'noun' || before === 'verb' || before === 'mark' ? 'rel' : 'det';
    case 'this':
      return next?.kind === 'word' && !AUXILIARIES.has(next.lower) && !verbOf(next.lower) ? 'det' : 'pron';
    case 'prep':
      return word === 'worth' && previous === 'net' ? 'noun' : 'prep';
    default:
      return closed;
  }
  const capital = i > 0 && token.text !== word;
  if (capital) return 'noun';
  if (word === 'likely' && before === 'aux') return 'adv';
  if (isLikeAdverb) return before === 'det' && next && AUXILIARIES.has(next.lower) ? 'noun' : 'adv';
  // "the heavily fortified border"
  if (before === 'adv' && tags[i - 2] === 'det' && /(?:ed|en)$/.test(word) && next?.kind === 'word' && !AUXILIARIES.has(next.lower))
    return 'noun';
  const afterNounOpener = before === 'det' || isOwner(previous);
  if (!verb) return openWord(word, before, previous, next, afterNounOpener);
  switch (verb.form) {
    case 'base':
      if (before === 'to' || MODALS.has(previous) || isBehindModal(tokens, tags, i)) return 'verb';
      if (previous === 'i' || previous === 'they' || previous === 'we' || previous === 'you' || before === 'rel') return 'verb';
      if (before === 'conj' && opensPhrase(next) && hasModal(tokens, tags, i)) return 'verb';
      if (before === 'conj' && next?.lower === 'to' && plainVerbs.has(word)) return 'verb';
      if (isNounBeside(word, tags, i, next)) return 'noun';
      if (nounish(before) && isPlural(previous) && !isNameAt(tokens, i - 1) && plainVerbs.has(word)) return 'verb';
      return nounish(before) && isPlural(previous) && !isNameAt(tokens, i - 1) && (opensPhrase(next) || PREPOSITIONS.has(next?.lower ?? ''))
        ? 'verb'
        : pastLike(verb.base, word) && !afterNounOpener
          ? 'verb'
          : 'noun';
    case 'third':
      if (word === 'says' || (before === 'num' && next?.kind === 'number')) return 'verb';
      // "which the foundation estimates would cost"
      if (
        /^(?:estimates|says|predicts|claims|reckons|believes|hopes|expects)$/.test(word) &&
        next &&
        AUXILIARIES.has(next.lower) &&
        hasRelative(tags, i)
      )
        return 'verb';
      if (afterNounOpener || before === 'num' || before === 'prep' || ADJECTIVES.has(previous)) return 'noun';
      if (before === 'pron' || before === 'rel') return 'verb';
      if ((before === 'conj' || before === 'adv') && i > 1 && next !== undefined && (DETERMINERS.has(next.lower) || next.kind === 'number'))
        return 'verb';
      return (before === 'noun' || (before === 'gerund' && i === 1) || (previous === ',' && i > 2)) &&
        !isPlural(previous) &&
        next !== undefined &&
        (next.kind !== 'mark' || next.text === ':' || opensPhrase(next)) &&
        !AUXILIARIES.has(next.lower) &&
        verbOf(next.lower)?.form !== 'past'
        ? 'verb'
        : 'noun';
    case 'past':
    case 'participle':
      if (isNounBeside(word, tags, i, next)) return 'noun';
      return past(tokens, i, before, afterNounOpener);
    case 'gerund':
      return gerund(before, afterNounOpener, next);
  }
}

function opensInfinitive(token: Token | undefined, next: Token | undefined): boolean {
  if (token === undefined) return false;
  if (verbOf(token.lower)?.base === token.lower || token.lower === 'be' || token.lower === 'have') return true;
  // "to promote their plan": known to the shared lexicon only, and with an object
  return (
    next !== undefined && (DETERMINERS.has(next.lower) || isPlural(next.lower)) && verbReading(token.lower)?.forms.has('base') === true
  );
}

/** Bases that are no nouns, or hardly ever: "14 million people need aid". */
const plainVerbs = new Set(
  'go need say want live die remain become come know think believe feel agree get give keep let lose make put see seem tell suffer earn spend attend join lack receive depend rely belong oppose own bring buy sell pay send choose die disagree approve prefer expect sleep eat'.split(
    ' ',
  ),
);

/** "will no longer increase". */
function isBehindModal(tokens: readonly Token[], tags: readonly Tag[], i: number): boolean {
  let k = i - 1;
  while (k > 0 && k > i - 4 && (tags[k] === 'adv' || tokens[k]?.lower === 'no')) k -= 1;
  return k < i - 1 && (tags[k] === 'to' || /^(?:will|would|can|could|may|might|must|shall|should)$/.test(tokens[k]?.lower ?? ''));
}

/** "will create 800 jobs and produce 250,000 batteries". */
function hasModal(tokens: readonly Token[], tags: readonly Tag[], i: number): boolean {
  for (let k = i - 1; k >= 0 && k > i - 10; k--) {
    if (tags[k] === 'to' || MODALS.has(tokens[k]?.lower ?? '')) return true;
    if (tags[k] === 'mark') return false;
  }
  return false;
}

const hasRelative = (tags: readonly Tag[], i: number): boolean => [2, 3, 4, 5].some((back) => tags[i - back] === 'rel');

/** "cut its growth forecast to 1.5%": a noun behind its owner, though it looks like a past. */
function isNounBeside(word: string, tags: readonly Tag[], i: number, next: Token | undefined): boolean {
  if (!/^(?:forecast|cost|bid|broadcast|cut|cast)$/.test(word) || tags[i - 1] !== 'noun') return false;
  if (tags[i - 2] !== 'det' && tags[i - 3] !== 'det' && tags[i - 2] !== 'num') return false;
  return (
    next === undefined ||
    (next.kind === 'mark' && !opensPhrase(next)) ||
    PREPOSITIONS.has(next.lower) ||
    next.lower === 'to' ||
    AUXILIARIES.has(next.lower)
  );
}

/** A capital inside the sentence: "the RealClearPolitics average" holds no plural. */
const isNameAt = (tokens: readonly Token[], i: number): boolean => i > 0 && tokens[i]?.text !== tokens[i]?.lower;

const nounsInIng =
  /(?:thing|king|spring|string|evening|morning|building|housing|ceiling|meeting|funding|rating|setting|wedding|clothing|shipping|banking|trading|spending|hearing|lending|training|ruling|offering|holding)$/;

/** "Israel’s", "workers’", "'s". */
function isOwner(word: string): boolean {
  const last = word.at(-1);
  return last === '’' || last === "'" || (last === 's' && (word.at(-2) === '’' || word.at(-2) === "'"));
}

/** What the lists say of a word by itself; "to", "that" and "this" take their tag from what stands beside them. */
type Known = {
  readonly closed: Tag | 'that' | 'this' | undefined;
  readonly verb: ReturnType<typeof verbOf>;
  readonly isLikeAdverb: boolean;
};

const MAX_WORDS_KEPT = 20_000;
const knownWords = new Map<string, Known>();

function knownOf(word: string): Known {
  const known = knownWords.get(word);
  if (known !== undefined) return known;
  if (knownWords.size >= MAX_WORDS_KEPT) knownWords.clear();
  const made = { closed: closedClass(word), verb: nounsInIng.test(word) ? undefined : verbOf(word), isLikeAdverb: isAdverb(word) };
  knownWords.set(word, made);
  return made;
}

function closedClass(word: string): Known['closed'] {
  if (SMALL_WORDS.has(word) || SCALE_WORDS.has(word)) return 'num';
  if (word === 'to' || word === 'that') return word;
  if (AUXILIARIES.has(word)) return 'aux';
  if (/^(?:that|it|there|he|she|what|here|who|let|how)[’']s$/.test(word)) return 'pron';
  if (RELATIVES.has(word)) return 'rel';
  if (POSSESSIVES.has(word)) return 'det';
  if (PRONOUNS.has(word)) return DETERMINERS.has(word) ? 'this' : 'pron';
  if (DETERMINERS.has(word)) return 'det';
  if (word === 'including' || word === 'according' || PREPOSITIONS.has(word)) return 'prep';
  return CONJUNCTIONS.has(word) ? 'conj' : undefined;
}

/** Both halves of "start-up", "pre-leased", "all-time". */
function isCompound(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  const before = tokens[i]?.glued ? tokens[i - 1] : undefined;
  if (before?.glued && /^[-‑]$/.test(before.text) && tokens[i - 2]?.kind === 'word') return true;
  return (
    next?.glued === true &&
    /^[-‑]$/.test(next.text) &&
    tokens[i + 2]?.glued === true &&
    !SMALL_WORDS.has(tokens[i]?.lower ?? '') &&
    tokens[i + 2]?.kind === 'word'
  );
}

/** Verbs whose past looks like the base: "cut", "hit", "put", "cost". */
function pastLike(base: string, word: string): boolean {
  return base === word && /^(?:cut|hit|put|cost|set|shed|split|spread|hurt|cast|read|let)$/.test(word);
}

function past(tokens: readonly Token[], i: number, before: Tag | undefined, afterNounOpener: boolean): Tag {
  const next = tokens[i + 1];
  if (before === 'aux' || before === 'adv') return 'verb';
  if (before === 'num') return next && isPlural(next.lower) ? 'noun' : 'verb';
  if (afterNounOpener && pastLike(tokens[i]?.lower ?? '', tokens[i]?.lower ?? '')) return 'noun';
  if (afterNounOpener) return next && next.kind === 'word' && !PREPOSITIONS.has(next.lower) ? 'noun' : 'participle';
  if (before === 'prep' && next?.kind === 'word' && (isPlural(next.lower) || isOpenNoun(next))) return 'noun';
  if (before === 'noun' && next?.lower === 'by' && !measures(tokens, i + 2)) return 'participle';
  return 'verb';
}

/** A word that may go on in a noun phrase: "of registered Hispanic voters". */
const isOpenNoun = ({ lower }: Token): boolean =>
  !DETERMINERS.has(lower) &&
  !PREPOSITIONS.has(lower) &&
  !PRONOUNS.has(lower) &&
  !CONJUNCTIONS.has(lower) &&
  !AUXILIARIES.has(lower) &&
  lower !== 'to' &&
  !isAdverb(lower);

function gerund(before: Tag | undefined, afterNounOpener: boolean, next: Token | undefined): Tag {
  if (before === 'aux' || before === 'adv') return 'verb';
  if (afterNounOpener || before === 'num') return 'noun';
  if (before === 'prep') return next && opensPhrase(next) ? 'gerund' : 'noun';
  return 'gerund';
}

/** "plunged by more than 15%": by how much, not by whom. */
function measures(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  return (
    token.kind === 'number' ||
    SMALL_WORDS.has(token.lower) ||
    /^(?:[A-Z]{0,3}[$€£¥₹]|~)/.test(token.text) ||
    (/^(?:more|less|about|around|nearly|almost|some|over|up|at|as|a|an|half)$/.test(token.lower) &&
      tokens.slice(i, i + 4).some(({ kind }) => kind === 'number'))
  );
}

/** Words on no list: -ed after a noun is a verb, -ing after a comma a participle; the rest are nouns and adjectives. */
function openWord(word: string, before: Tag | undefined, previous: string, next: Token | undefined, afterNounOpener: boolean): Tag {
  if (word.length > 4 && word.endsWith('ed') && !/(?:eed|^red|^bed|^shed|sacred|hatred|hundred)$/.test(word)) {
    if (before === 'aux' || before === 'pron' || before === 'adv' || before === 'rel') return 'verb';
    if (afterNounOpener || before === 'num' || before === 'prep' || before === undefined) return 'noun';
    if (before === 'mark' || (before === 'noun' && next?.lower === 'by')) return 'participle';
    if (before === 'noun') return 'verb';
    // "and debated Halvorson", against "old and experienced workers"
    const isPast =
      before === 'conj' && next !== undefined && (DETERMINERS.has(next.lower) || PREPOSITIONS.has(next.lower) || next.text !== next.lower);
    return isPast ? 'verb' : 'noun';
  }
  // "criticize", "notifies": nothing else ends so
  if (word.length > 5 && /(?:[^aeiou]ize|[^aeiou]izes|ify|ifies|yzes?)$/.test(word) && before !== 'det' && before !== 'num') return 'verb';
  // "Beijing expects": a name
  const isName = before === undefined && verbReading(word) === undefined;
  if (word.length > 5 && word.endsWith('ing') && !nounsInIng.test(word) && !isName) {
    return gerund(before, afterNounOpener, next);
  }
  return before === 'prep' && previous === 'to' && next && DETERMINERS.has(next.lower) ? 'verb' : 'noun';
}
