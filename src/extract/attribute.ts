/** The sentences of a paragraph with the marked stretches in them → which stretch is attributed by which cue. */
import * as lexicon from '#text/lexicon.ts';
import type { Marked } from '#text/marks.ts';
import type { FrameSentence, Token } from '#text/tokens.ts';
import { type Cue, cueAfter, cueAtEnd, cueBefore, cueByColon, cueClasses, isPassive } from './cues.ts';
import { subjectOf } from './subject.ts';

export type Attribution = {
  readonly marked: Marked;
  readonly sentence: FrameSentence;
  /** Index of the quotation's token in `sentence`. */
  readonly at: number;
  /** The sentence that holds cue and mention: the same, or an earlier one. */
  readonly cueSentence?: FrameSentence;
  readonly cue?: Cue;
  /** The marks hold whole words of somebody, not a term or a title. */
  readonly isStandalone: boolean;
};

export function attribute(text: string, sentences: readonly FrameSentence[]): Attribution[] {
  const found: Attribution[] = [];
  for (const [index, sentence] of sentences.entries()) {
    for (const [at, token] of sentence.tokens.entries()) {
      if (token.marked === undefined) continue;
      found.push(attributeOne(text, sentences, index, at, token.marked, found));
    }
  }
  return found;
}

function attributeOne(
  text: string,
  sentences: readonly FrameSentence[],
  index: number,
  at: number,
  marked: Marked,
  earlier: readonly Attribution[],
): Attribution {
  const sentence = sentences[index] as FrameSentence;
  const isStandalone = standsAlone(text, sentence.tokens, at, marked);
  const base = { marked, sentence, at, isStandalone };
  const own = ownCue(text, sentence.tokens, at, marked, isStandalone);
  if (own !== undefined) return { ...base, cue: own, cueSentence: sentence };
  const inherited = isStandalone || followsOwnHalf(sentence.tokens, at) ? inherit(sentences, index, at, earlier) : undefined;
  return inherited === undefined ? base : { ...base, ...inherited };
}

function ownCue(text: string, tokens: readonly Token[], at: number, marked: Marked, isStandalone: boolean): Cue | undefined {
  const isClauseEnd = /[,?!—–…-]$/.test(text.slice(marked.start, marked.end)) || !marked.isClosed;
  const isObject = isObjectPlace(tokens, at);
  const after = isObject ? undefined : cueAfter(tokens, at, isClauseEnd);
  if (after !== undefined && (after.way !== 'after-loose' || isStandalone)) return after;
  if (isTitle(text, tokens, at, marked)) return undefined;
  if (isStandalone && at === 0) return undefined;
  const before = cueBefore(tokens, at, isStandalone && tokens[at - 1]?.tag === 'comma' ? 'speech' : 'any');
  if (before !== undefined) return before;
  return cueByColon(tokens, at) ?? cueAtEnd(tokens, at) ?? (isClauseEnd && !isObject ? cueAfter(tokens, at, true) : undefined);
}

/** After a preposition, an article or an owner the marks hold a part of the reporter's sentence: no "Q," X said. */
function isObjectPlace(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return false;
  return (
    before.tag === 'preposition' ||
    before.tag === 'determiner' ||
    before.tag === 'possessive' ||
    before.tag === 'word' ||
    before.tag === 'name' ||
    before.tag === 'to'
  );
}

/** "on “Meet the Press,”", "his book, “The Long Road,”": capitals throughout, after a preposition or a work's noun. */
function isTitle(text: string, tokens: readonly Token[], at: number, marked: Marked): boolean {
  const inner = text.slice(marked.start, marked.end);
  const words = inner.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  if (words.length > 9 || (/[.?!]$/.test(inner) && words.length > 6)) return false;
  const long = words.filter((word) => word.length > 3);
  const capitals = long.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length;
  if (long.length === 0 || capitals < long.length || !/^[\p{Lu}\p{N}]/u.test(inner)) return false;
  const before = tokens[at - 1];
  if (before === undefined) return words.length <= 5 && tokens[at + 1]?.tag !== 'comma' && !/[.,!?]$/.test(inner);
  if (before.tag === 'preposition') return before.low !== 'as' && !(before.low === 'of' && words.length === 1);
  return before.tag === 'possessive' || WORKS.has(before.low) || (before.tag === 'comma' && WORKS.has(tokens[at - 2]?.low ?? ''));
}

const WORKS = new Set(
  'book novel memoir film movie documentary show series program programme podcast song album single hit play musical opera magazine newspaper column blog article essay poem game video ad commercial spot episode sitcom drama comedy thriller report paper titled entitled headlined called watch'.split(
    ' ',
  ),
);

/** The marks hold sentences of their own: nothing of the reporter's sentence runs into them. */
function standsAlone(text: string, tokens: readonly Token[], at: number, marked: Marked): boolean {
  const inner = text.slice(marked.start, marked.end);
  const before = tokens[at - 1];
  const isOpen =
    before === undefined ||
    before.tag === 'colon' ||
    before.tag === 'comma' ||
    before.tag === 'stop' ||
    before.tag === 'dash' ||
    before.tag === 'quote';
  if (!isOpen) return false;
  if (before === undefined || before.tag === 'colon')
    return (
      /[.,?!…—–-]$/.test(inner) ||
      !marked.isClosed ||
      tokens[at + 1] === undefined ||
      tokens[at + 1]?.tag === 'comma' ||
      tokens[at + 1]?.tag === 'stop'
    );
  return (
    /^[\p{Lu}\p{N}….[‘']/u.test(inner) &&
    (/[.,?!…—–-]$/.test(inner) || !marked.isClosed || tokens[at + 1]?.tag === 'comma' || tokens[at + 1]?.tag === 'stop')
  );
}

/** "Q1," X said, "q2": the second half. */
const followsOwnHalf = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.tag === 'comma' && tokens.slice(0, at).some((token) => token.tag === 'quote');

/** A quotation that nobody is said to have said goes on from the one before, or from what was reported before it. */
function inherit(
  sentences: readonly FrameSentence[],
  index: number,
  at: number,
  earlier: readonly Attribution[],
): Pick<Attribution, 'cue' | 'cueSentence'> | undefined {
  const sentence = sentences[index];
  if (
    sentence === undefined ||
    sentence.tokens
      .slice(0, at)
      .some((token) => token.tag === 'verb' && cueClasses(sentence.tokens, sentence.tokens.indexOf(token)) !== undefined)
  )
    return undefined;
  for (let back = index; back >= Math.max(0, index - 3); back--) {
    const source = sentences[back];
    if (source === undefined || source.paragraph !== sentence.paragraph) break;
    const quoted = earlier.findLast((attribution) => attribution.sentence === source && attribution.cue !== undefined);
    if (quoted?.cue !== undefined && quoted.cueSentence !== undefined)
      return { cue: { ...quoted.cue, way: 'continued' }, cueSentence: quoted.cueSentence };
    if (back === index) continue;
    const reported = reportedBy(source);
    if (reported !== undefined) return { cue: reported, cueSentence: source };
  }
  return inheritFar(sentences, index, earlier);
}

/** A sentence without a quotation: its last cue that has a subject, else the subject of its first verb. */
export function reportedBy(source: FrameSentence): Cue | undefined {
  const { tokens } = source;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const classes = tokens[i]?.tag === 'verb' ? cueClasses(tokens, i) : undefined;
    if (classes === undefined || !(classes.has('say') || classes.has('tell')) || isPassive(tokens, i)) continue;
    const subject = subjectOf(tokens, i);
    if (subject !== undefined) return { way: 'continued', from: i, to: i + 1, subject };
  }
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]?.tag !== 'verb' && tokens[i]?.tag !== 'auxiliary') continue;
    const subject = subjectOf(tokens, i);
    const head = tokens[subject?.phrases[0]?.head ?? -1];
    if (subject !== undefined && head !== undefined && isSpeakerLike(head)) return { way: 'continued', from: i, to: i + 1, subject };
  }
  return undefined;
}

const isSpeakerLike = (head: Token): boolean =>
  head.tag === 'name' ||
  (head.tag === 'pronoun' && /^(?:he|she|they)$/.test(head.low)) ||
  (head.tag === 'word' && lexicon.personNouns.has(head.low));

/** From the paragraphs before: one that ends in a colon, else the last attribution. */
function inheritFar(
  sentences: readonly FrameSentence[],
  index: number,
  earlier: readonly Attribution[],
): Pick<Attribution, 'cue' | 'cueSentence'> | undefined {
  const here = sentences[index];
  const previous = sentences.findLast((sentence, i) => i < index && sentence.paragraph !== here?.paragraph);
  if (previous === undefined || here === undefined) return undefined;
  const quoted = earlier.findLast((attribution) => attribution.sentence.paragraph === previous.paragraph && attribution.cue !== undefined);
  const endsInColon = previous.tokens.at(-1)?.tag === 'colon';
  if (!endsInColon && quoted?.cue !== undefined && quoted.cueSentence !== undefined)
    return { cue: { ...quoted.cue, way: 'continued-far' }, cueSentence: quoted.cueSentence };
  const reported = reportedBy(previous);
  return reported === undefined
    ? undefined
    : { cue: { ...reported, way: endsInColon ? 'continued' : 'continued-far' }, cueSentence: previous };
}
