/** Tokens of a sentence → a light part of speech for each, from word lists and the two neighbours; enough to find noun phrases and verbs around a figure. */
import { verbReading } from '#text/lexicon.ts';
import { SMALL_WORDS } from '#text/numbers.ts';
import type { Token } from './figure-tokens.ts';
import type { Tag } from './known-words.ts';
import { gerund, isDeed, opensPhrase, openWord, past, pastLike } from './verb-tags.ts';
import { ADJECTIVES, AUXILIARIES, DETERMINERS, isAdverb, isPlural, MODALS, PREPOSITIONS, verbOf } from './word-forms.ts';

export function tagWords(tokens: readonly Token[]): Tag[] {
  const tags: Tag[] = [];
  for (let i = 0; i < tokens.length; i++) tags.push(tagAt(tokens, tags, i));
  return tags;
}

const nounish = (tag: Tag | undefined): boolean => tag === 'noun' || tag === 'num';
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
  // "US sales"; in "one US pint" it belongs to the unit
  if (token.text === 'US' && before !== 'num') return 'noun';
  // "Series A"
  if (token.text === 'A' && i > 0 && before === 'noun' && tokens[i - 1]?.text !== previous) return 'noun';
  const { closed, verb, isLikeAdverb } = token.word.known;
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
  if (
    before === 'adv' &&
    (tags[i - 2] === 'det' || (tags[i - 2] === 'prep' && isPlural(next?.lower ?? ''))) &&
    /(?:ed|en)$/.test(word) &&
    next?.kind === 'word' &&
    !AUXILIARIES.has(next.lower)
  )
    return 'noun';
  const afterNounOpener = before === 'det' || isOwner(previous);
  if (!verb) return openWord(word, before, previous, next, afterNounOpener);
  switch (verb.form) {
    case 'base':
      if (before === 'to' || MODALS.has(previous) || isBehindModal(tokens, tags, i)) return 'verb';
      if (previous === 'i' || previous === 'they' || previous === 'we' || previous === 'you' || before === 'rel') return 'verb';
      if (before === 'conj' && opensPhrase(next) && hasModal(tokens, tags, i)) return 'verb';
      if (before === 'conj' && next?.lower === 'to' && plainVerbs.has(word)) return 'verb';
      // "must hold a sale and slash prices"
      if (before === 'conj' && movers.test(word) && isPlural(next?.lower ?? '') && hasModal(tokens, tags, i)) return 'verb';
      if (isNounBeside(word, tags, i, next)) return 'noun';
      // "Republicans widely view"
      if (before === 'adv' && previous.endsWith('ly') && nounish(tags[i - 2]) && isPlural(tokens[i - 2]?.lower ?? '')) return 'verb';
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
      // "a cut in mortgage rates from the lenders"
      if (nounsInPlural.test(word) && nounish(before) && PREPOSITIONS.has(next?.lower ?? '')) return 'noun';
      // "tax breaks that expire"
      if (nounsInPlural.test(word) && nounish(before) && /^(?:that|which|and|or)$/.test(next?.lower ?? '')) return 'noun';
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
      if (isDeed(previous, next)) return 'noun';
      return gerund(before, afterNounOpener, next);
  }
}

const movers = /^(?:cut|slash|raise|lower|reduce|boost|lift|hike|trim|create|build|add|save|pay)$/;

/** Hardly ever verbs where a preposition follows. */
const nounsInPlural =
  /^(?:rates|prices|costs|funds|loans|fines|fees|bonds|stocks|rents|taxes|wages|bills|numbers|levels|sales|records|breaks|cuts|credits|jobs|homes|stores|schools)$/;

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
  'go need say want live die remain become come know think believe feel agree get give keep let lose make put see seem tell suffer earn spend attend join lack receive depend rely belong oppose own bring buy sell pay send choose die disagree approve prefer expect sleep eat show include require provide contain reveal indicate suggest allow create become represent comprise'.split(
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

/** "Israel’s", "workers’", "'s". */
function isOwner(word: string): boolean {
  const last = word.at(-1);
  return last === '’' || last === "'" || (last === 's' && (word.at(-2) === '’' || word.at(-2) === "'"));
}

const isHyphen = ({ text }: Token): boolean => text === '-' || text === '‑';

/** Both halves of "start-up", "pre-leased", "all-time". */
function isCompound(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  const before = tokens[i]?.glued ? tokens[i - 1] : undefined;
  if (before?.glued && isHyphen(before) && tokens[i - 2]?.kind === 'word') return true;
  return (
    next?.glued === true &&
    isHyphen(next) &&
    tokens[i + 2]?.glued === true &&
    !SMALL_WORDS.has(tokens[i]?.lower ?? '') &&
    tokens[i + 2]?.kind === 'word'
  );
}
