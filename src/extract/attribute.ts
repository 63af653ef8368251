/** The sentences of a paragraph with the marked stretches in them → which stretch is attributed by which cue. */
import { isSpace } from '#text/letters.ts';
import type { Marked } from '#text/marks.ts';
import type { FrameSentence, Token } from '#text/tokens.ts';
import type { Attribution } from './attribution.ts';
import { cueAfter } from './cue-after.ts';
import { cueAtEnd } from './cue-at-end.ts';
import { cueBefore } from './cue-before.ts';
import { cueByColon, cueByLabel } from './cue-by-colon.ts';
import { cueByCopula } from './cue-by-copula.ts';
import { cueByDash, signatureBelow } from './cue-by-dash.ts';
import { isBesideSpeech } from './cue-words.ts';
import type { Cue } from './cues.ts';
import { inherit } from './inherit.ts';
import { nounCueBehind } from './noun-cues.ts';
import { phraseStartingAt } from './noun-phrase.ts';
import { isTitle, isTitleCase } from './work-titles.ts';

export function attribute(text: string, sentences: readonly FrameSentence[]): Attribution[] {
  const found: Attribution[] = [];
  for (const [index, sentence] of sentences.entries()) {
    for (let at = 0; at < sentence.tokens.length; at++) {
      const marked = sentence.tokens[at]?.marked;
      if (marked !== undefined) found.push(attributeOne(text, sentences, index, at, marked, found));
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
  const inner = text.slice(marked.start, marked.end);
  const isWork = isTitle(text, sentence.tokens, at);
  const isStandalone = !isWork && standsAlone(text, sentence.tokens, at, marked);
  const base = { marked, sentence, at, isStandalone, isSecondHalf: followsOwnHalf(sentence.tokens, at) };
  const own = ownCue(text, sentence.tokens, at, marked, isStandalone);
  if (own !== undefined) return { ...base, cue: own, cueSentence: sentence };
  const next = sentences[index + 1];
  if (isStandalone && at === sentence.tokens.length - 1 && next !== undefined && next.paragraph === sentence.paragraph) {
    const short = shortClause(next.tokens, /[?!]\s*$/.test(inner));
    if (short !== undefined) return { ...base, cue: short, cueSentence: next };
  }
  if (isStandalone && at === 0 && sentence.tokens.length === 1 && next !== undefined) {
    const signed = signatureBelow(next.tokens);
    if (signed !== undefined) return { ...base, cue: signed, cueSentence: next };
  }
  const inherited =
    isStandalone || (!isWork && followsOwnHalf(sentence.tokens, at)) || isClause(inner)
      ? inherit(sentences, index, at, earlier)
      : undefined;
  return inherited === undefined ? base : { ...base, ...inherited };
}

/** By the blanks between them. */
function hasWords(inner: string, count: number): boolean {
  let found = 1;
  for (let at = 1; found < count && at < inner.length; at++)
    if (isSpace(inner.charCodeAt(at)) && !isSpace(inner.charCodeAt(at - 1))) found++;
  return found >= count;
}

/** So many words at the start of a sentence are nobody's subject. */
const MIN_WORDS_OF_CLAUSE = 4;

/** Five words or more with a finite verb among them, or a pronoun to open it: somebody's own clause, even inside the reporter's sentence. */
const isClause = (inner: string): boolean =>
  hasWords(inner, 5) &&
  /(?:^(?:I|you|he|she|we|they)\s|\b(?:is|are|was|were|am|has|have|had|do|does|did|don['’]t|doesn['’]t|didn['’]t|can|can['’]t|could|will|won['’]t|would|should|must|might|may)\b|n['’]t\b|['’](?:s|re|m|ve|ll|d)\b)/i.test(
    inner,
  );

/** 'Ruiz said that "Q", ' and 'Ruiz replied, "Q."': what stands right before it holds it, whatever follows. */
function boundBefore(tokens: readonly Token[], at: number, inner: string): Cue | undefined {
  const before = tokens[at - 1];
  const that = before?.tag === 'comma' ? at - 2 : at - 1;
  const isThat = tokens[that]?.low === 'that' && tokens[that - 1]?.tag !== 'quote';
  const isOpened = (before?.tag === 'comma' || before?.tag === 'colon') && /[.!?][’'”"]?$/.test(inner);
  if (!isThat && !isOpened) return undefined;
  if (before?.tag === 'colon' && tokens.slice(0, at).some((token) => token.tag === 'dash')) return undefined;
  const cue = cueBefore(tokens, at, 'speech', isOpened);
  return cue?.way === 'before' && cue.from >= at - (isThat ? 9 : 14) ? cue : undefined;
}

/** "“Q.” Ruiz said.": a full stop where a comma belongs. */
function shortClause(tokens: readonly Token[], isAsked: boolean): Cue | undefined {
  if (tokens.length > (isAsked ? 24 : 8) || tokens.some((token, i) => token.tag === 'quote' && tokens[i - 1]?.tag !== 'stop'))
    return undefined;
  const phrase = phraseStartingAt(tokens, 0);
  const verb = phrase?.to ?? 0;
  const after = tokens[verb + 1];
  if (
    phrase === undefined ||
    !isBesideSpeech(tokens[verb]?.verb?.cue) ||
    (after !== undefined &&
      after.tag !== 'stop' &&
      after.tag !== 'time' &&
      after.tag !== 'preposition' &&
      !(isAsked && after.tag === 'comma'))
  )
    return undefined;
  return { way: 'after', from: verb, to: verb + 1, subject: { phrases: [phrase], distance: 0 } };
}

function ownCue(text: string, tokens: readonly Token[], at: number, marked: Marked, isStandalone: boolean): Cue | undefined {
  const inner = text.slice(marked.start, marked.end);
  const isClauseEnd =
    /[,?!—–…-][’'”"]?$/.test(inner) ||
    !marked.isClosed ||
    (at === 0 && (isClause(inner) || (hasWords(inner, MIN_WORDS_OF_CLAUSE) && !isTitleCase(inner))));
  const behind = nounCueBehind(tokens, at);
  if (behind !== undefined) return behind;
  if (isTitle(text, tokens, at) || isNickname(inner, tokens, at)) return undefined;
  const label = cueByLabel(tokens, at) ?? cueByDash(tokens, at) ?? cueByCopula(tokens, at);
  if (label !== undefined) return label;
  const isObject = isObjectPlace(tokens, at);
  const after = isSubjectInMarks(inner, tokens, at, isClauseEnd) ? undefined : cueAfter(tokens, at, isClauseEnd);
  const isSure = after !== undefined && after.way !== 'after-loose';
  const bound = boundBefore(tokens, at, inner);
  // "Polls show that “Q,” said Ruiz"
  if (bound !== undefined && !(after?.way === 'inverted' && inner.endsWith(','))) return bound;
  if (isSure && !isObject) return after;
  if (after !== undefined && isStandalone && !isObject && !isTitleCase(inner)) return after;
  if (isStandalone && at === 0) return tokens[1]?.tag === 'stop' ? undefined : cueAtEnd(text, tokens, at);
  const isBeside = tokens[at - 1]?.tag === 'comma' || tokens[at - 1]?.tag === 'colon';
  const before = cueBefore(tokens, at, isStandalone && tokens[at - 1]?.tag === 'comma' ? 'speech' : 'any', isBeside);
  if (before?.way === 'before' || before?.way === 'noun' || before?.way === 'according') return before;
  const colon = isStandalone || tokens[at - 1]?.tag === 'colon' ? cueByColon(tokens, at) : undefined;
  if (colon !== undefined) return colon;
  const late = (isSure ? after : undefined) ?? cueAtEnd(text, tokens, at);
  return late ?? before;
}

/** "“Misha” taught Ruiz": a word or two without a comma, and a verb that reporters do not put behind words, are its subject. */
const isSubjectInMarks = (inner: string, tokens: readonly Token[], at: number, isClauseEnd: boolean): boolean =>
  !isClauseEnd &&
  inner.split(/\s+/).length <= 2 &&
  tokens[at + 1]?.tag === 'verb' &&
  !/^(?:say|add|ask|tell|shout|reply|answer|write|yell|whisper|cry|call)$/.test(tokens[at + 1]?.verb?.lemma ?? '');

/** "Jeanine “Nene” Holm". */
const isNickname = (inner: string, tokens: readonly Token[], at: number): boolean =>
  /^\p{Lu}\S*(?: \S+)?$/u.test(inner) && !/[,.!?]$/.test(inner) && tokens[at - 1]?.tag === 'name' && tokens[at + 1]?.tag === 'name';

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
    before.tag === 'verb' ||
    before.tag === 'to'
  );
}

/** The marks hold sentences of their own: nothing of the reporter's sentence runs into them. */
function standsAlone(text: string, tokens: readonly Token[], at: number, marked: Marked): boolean {
  const inner = text.slice(marked.start, marked.end);
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  const endsItself = /[.,?!…—–-][’'”"]?$/.test(inner) || !marked.isClosed || next?.tag === 'comma' || next?.tag === 'stop';
  if (before === undefined || before.tag === 'colon') return endsItself || next === undefined;
  if (before.tag !== 'comma' && before.tag !== 'stop' && before.tag !== 'dash' && before.tag !== 'quote') return false;
  return /^[\p{Lu}\p{N}….[‘']/u.test(inner) && endsItself;
}

/** "Q1," X said, "q2": the second half. */
const followsOwnHalf = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.tag === 'comma' && tokens.slice(0, at).some((token) => token.tag === 'quote');
