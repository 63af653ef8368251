/** A marked stretch in its sentence → is it the title of a book, a show or a song, which nobody says? */
import type { Token } from '#text/tokens.ts';
import { isBesideSpeech } from './cue-words.ts';

/** "on “Meet the Press,”", "his book, “The Long Road,”": capitals throughout, after a preposition or a work's noun. */
export function isTitle(text: string, tokens: readonly Token[], at: number): boolean {
  const marked = tokens[at]?.marked;
  if (marked === undefined) return false;
  const inner = text.slice(marked.start, marked.end);
  const before = tokens[at - 1];
  // "the book “iGen”"
  if (NAMED_NOUN.test(before?.low ?? '') && /\p{Lu}/u.test(inner) && wordsIn(inner).length <= MAX_WORDS_OF_NAME) return true;
  if (!isTitleCase(inner)) return false;
  const words = wordsIn(inner);
  if (words.length > 16) return false;
  if (isWorkByApposition(tokens, at) || MADE_OF_WORK.has(tokens[at + 1]?.low ?? '')) return true;
  // "“Fen Nights,” which opens in May"
  if (before === undefined && /^(?:which|whose)$/.test(tokens[at + 1]?.low ?? '')) return true;
  // "told “Fen and Friends”": a show, as no comma leads to words
  if (before?.verb?.lemma === 'tell' || RELEASES.has(before?.verb?.lemma ?? '')) return true;
  if (before === undefined)
    return words.length <= 5 && tokens[at + 1]?.tag !== 'comma' && !/[.,!?]$/.test(inner) && !isBesideSpeech(tokens[at + 1]?.verb?.cue);
  if (WORKS.has(before.low) || (before.tag === 'comma' && WORKS.has(tokens[at - 2]?.low ?? ''))) return true;
  if (before.tag === 'preposition' || before.tag === 'to') return before.low !== 'as' && !(before.low === 'of' && words.length === 1);
  // "with “Harvest Moon” and “Long Way Home”"
  if (before.tag === 'conjunction' && tokens[at - 2]?.tag === 'quote') return isTitle(text, tokens, at - 2);
  return before.tag === 'possessive' && (tokens[at + 1]?.tag !== 'word' || words.length > 1);
}

/** "“Tales of the Fen,” an HBO series": what it is stands right behind it. */
function isWorkByApposition(tokens: readonly Token[], at: number): boolean {
  const article = tokens[at + 1]?.tag === 'comma' ? at + 2 : at + 1;
  if (!/^(?:an?|the)$/.test(tokens[article]?.low ?? '')) return false;
  for (let i = article + 1; i <= article + MAX_WORDS_TO_WORK; i++) {
    const token = tokens[i];
    if (token === undefined || (token.tag !== 'word' && token.tag !== 'name' && token.tag !== 'number')) return false;
    if (IS_WORK.has(token.low)) return true;
  }
  return false;
}

/** "“Fen Nights” star Ana Ruiz", "a “Save the Fen” hat": what stands behind says that the marks hold a name. */
const MADE_OF_WORK = new Set(
  'star stars actor actors actress creator co-creator showrunner reboot remake sequel prequel spin-off spinoff franchise soundtrack podcast trilogy tour award awards exhibition festival hat hats cap caps t-shirt t-shirts'.split(
    ' ',
  ),
);
/** What is done with a work alone. */
const RELEASES = new Set('release publish premiere remake rewrite co-write compose rerelease re-release'.split(' '));

/** As few words behind such a noun are its name, wherever its capital stands. */
const MAX_WORDS_OF_NAME = 2;
const NAMED_NOUN = /^(?:book|novel|film|movie|documentary|song|album|magazine|podcast|musical|sitcom|aka|alias)$/;

const MAX_WORDS_TO_WORK = 4;
const IS_WORK = new Set(
  'book novel memoir film movie documentary show series program programme podcast song album musical opera magazine newspaper column blog poem drama comedy thriller autobiography biography trilogy sitcom'.split(
    ' ',
  ),
);

const wordsIn = (inner: string): readonly string[] => inner.match(WORD) ?? [];
const WORD = /[\p{L}\p{N}’'-]+/gu;

/** Every word but the short ones begins with a capital. */
export function isTitleCase(inner: string): boolean {
  if (!CAPITAL.test(inner)) return false;
  let words = 0;
  let long = 0;
  let small = 0;
  // most quotations have a small word soon
  for (const [word] of inner.matchAll(WORD)) {
    const isCapital = CAPITAL.test(word);
    if (word.length > 3 && !SHORT.test(word)) {
      if (!isCapital) return false;
      long++;
    } else if (!isCapital) small++;
    words++;
  }
  // "New Day" has no long word
  return long > 0 || (words > 1 && small === 0);
}
const CAPITAL = /^[\p{Lu}\p{N}]/u;
const SHORT = /^(?:with|from|into|over|your|this|that|than|when|what|about|after|before|under)$/;

export const isWork = (low: string | undefined): boolean => WORKS.has(low ?? '') || /^(?:thesis|dissertation|monograph)$/.test(low ?? '');

const WORKS = new Set(
  'book novel memoir film movie documentary show series program programme podcast song album single hit play musical opera magazine newspaper column blog article essay poem game video ad commercial spot episode sitcom drama comedy thriller report paper name names username pseudonym alias moniker handle account hashtag titled entitled headlined called named dubbed nicknamed sing sang sung singing sings play played plays playing perform performed performs performing record recorded direct directed watch autobiography biography trilogy anthem comic cartoon podcast broadcast newscast radio tv'.split(
    ' ',
  ),
);
