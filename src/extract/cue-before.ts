/** A quotation → the cue before it in its sentence: X said: "Q" · X said that the plan was "Q" · X, calling Y "Q". */
import * as lexicon from '#text/lexicon.ts';
import type { Token } from '#text/tokens.ts';
import { accordingAt, invertedAt } from './cue-inverted.ts';
import { cueClasses, isKnownAs, isPassive, isSpeech } from './cue-words.ts';
import { type Cue, one } from './cues.ts';
import { nounCueBefore } from './noun-cues.ts';
import { phraseEndingAt, phraseStartingAt } from './noun-phrase.ts';
import { type Subject, subjectOf } from './subject.ts';

/**
 * X said: "Q" · X said that the plan was "Q" · X, calling Y "Q", left. The nearest verb of speech or naming whose clause still runs;
 * one that tells only of a wish or a deed ("Ruiz said Holm had accepted a 'Q'") gives way to the speech that it is part of.
 */
export function cueBefore(tokens: readonly Token[], quote: number, classesWanted: 'speech' | 'any', isBeside: boolean): Cue | undefined {
  const noun = nounCueBefore(tokens, quote);
  if (noun !== undefined) return noun;
  let weak: Cue | undefined;
  let inner: Cue | undefined;
  for (let at = quote - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token === undefined || token.tag === 'semicolon') break;
    if (isKnownAs(tokens, at)) {
      // "Holm, Ruiz said, is seen as “Q”": the reporter's own only where nobody says so
      if (!tokens.slice(0, at).some((earlier, i) => isSpeech(earlier.verb?.cue) && tokens[i + 1]?.tag === 'comma')) return undefined;
      continue;
    }
    const according = accordingAt(tokens, at);
    if (according?.subject.phrases.every((phrase) => phrase.to <= quote) === true) return according;
    const classes = token.tag === 'verb' ? cueClasses(tokens, at) : undefined;
    if (classes === undefined || isClosed(tokens, at, quote) || isAddedThing(tokens, at, quote) || isInsideSubject(tokens, at)) continue;
    const isStrong =
      isSpeech(classes) ||
      (classes.has('call') && isNaming(tokens, at, quote) && !(classesWanted === 'speech' && tokens[quote - 1]?.tag === 'comma')) ||
      (isBeside && classes.has('beside') && at >= quote - (tokens[quote - 1]?.tag === 'colon' ? 14 : 4));
    if (!isStrong && (classesWanted === 'speech' || (weak !== undefined && !isGerund(tokens, weak.from)))) continue;
    if (!isStrong && isOutrun(tokens, at, quote)) continue;
    const cue = cueOfVerb(tokens, at, quote);
    if (cue === undefined) continue;
    if (isStrong && weak === undefined && inner === undefined && !isOfSpeaker(tokens, cue)) {
      weak = cue;
      continue;
    }
    const strong: Cue = isStrong ? { ...cue, way: cue.way === 'before-loose' ? 'before' : cue.way } : cue;
    if (inner !== undefined) {
      if (isStrong && !isOfPronoun(tokens, cue)) return isJoinedTo(tokens, at, inner) ? strong : inner;
      continue;
    }
    if (isStrong && isOfPronoun(tokens, cue)) inner = strong;
    else if (isStrong) return strong;
    else if (weak === undefined || isGerund(tokens, weak.from)) weak = cue;
  }
  return inner ?? weak;
}

/** "will add their own “Q”", "can add a new line to her list: “Q”": a thing, with no clause of its own behind the verb. */
const isAddedThing = (tokens: readonly Token[], at: number, quote: number): boolean =>
  tokens[at]?.verb?.lemma === 'add' &&
  tokens[at + 1]?.tag === 'determiner' &&
  tokens.slice(at + 1, quote).every(({ tag }) => tag !== 'verb' && tag !== 'auxiliary' && tag !== 'subordinator');

/** "Everything Ruiz says seems": the verb behind it has the whole clause for its subject. */
function isInsideSubject(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    tokens[at]?.verb?.forms.has('ing') === false &&
    next?.tag === 'verb' &&
    /^(?:seem|become|sound|turn|remain|mean)$/.test(next.verb?.lemma ?? '')
  );
}

/** "Ruiz likes the light, so she may go along with a “Q”": with its own clause the sentence has gone on to something else. */
function isOutrun(tokens: readonly Token[], at: number, quote: number): boolean {
  if (!/^(?:like|love|hate|enjoy|want)$/.test(tokens[at]?.verb?.lemma ?? '')) return false;
  const next = tokens.findIndex((token, i) => i > at && token.tag === 'comma' && /^(?:so|but|yet)$/.test(tokens[i + 1]?.low ?? ''));
  return next > 0 && next < quote && tokens.slice(next, quote).some(({ tag }) => tag === 'auxiliary' || tag === 'verb');
}

/** "thanked her for inviting 'Q'": the verb in front tells more. */
const isGerund = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.verb?.forms.has('ing') === true && tokens[at - 1]?.tag === 'preposition';

/** A person, a body or a pronoun for one: "the turmoil underscores" gives way to whoever said so. */
const isOfSpeaker = (tokens: readonly Token[], cue: Cue): boolean => {
  const head = tokens[cue.subject.phrases[0]?.head ?? -1];
  return (
    head !== undefined &&
    (head.tag === 'name' ||
      head.tag === 'pronoun' ||
      lexicon.personNouns.has(head.low) ||
      lexicon.bodyNouns.has(head.low) ||
      /(?:er|or|ist|ian|man|men|woman|women|ant|ee)s?$/.test(head.low))
  );
};

const isOfPronoun = (tokens: readonly Token[], cue: Cue): boolean => {
  const phrase = cue.subject.phrases[0];
  return phrase !== undefined && /^(?:he|she|it|they)$/.test(tokens[phrase.head]?.low ?? '');
};

/** "Ruiz said she had called it 'Q'": the pronoun's clause hangs on the outer verb, with no comma or other clause between. */
function isJoinedTo(tokens: readonly Token[], outer: number, inner: Cue): boolean {
  const from = inner.subject.phrases[0]?.from ?? 0;
  if (from < outer) return false;
  for (let i = outer + 1; i < from; i++) {
    const tag = tokens[i]?.tag;
    if (
      tag !== 'subordinator' &&
      tag !== 'relative' &&
      tag !== 'time' &&
      tag !== 'adverb' &&
      tag !== 'preposition' &&
      tag !== 'name' &&
      tag !== 'pronoun' &&
      tag !== 'determiner'
    )
      return false;
  }
  return true;
}

/** "called it 'Q'", "described the plan as 'Q'": the name given stands right behind what is named. */
function isNaming(tokens: readonly Token[], at: number, quote: number): boolean {
  for (let i = at + 1; i < quote; i++) {
    const tag = tokens[i]?.tag;
    if (tag === 'verb' || tag === 'auxiliary' || tag === 'subordinator' || tag === 'relative') return false;
  }
  return true;
}

/** "Holm, for the defence, said his client, Ana Ruiz, was": whoever stands behind the verb is the subject of what was said. */
function opensClause(tokens: readonly Token[], { subject }: Cue): boolean {
  const phrase = subject.phrases[0];
  if (phrase === undefined) return false;
  if (/^(?:his|her|their|its)$/.test(tokens[phrase.from]?.low ?? '')) return true;
  if (tokens[phrase.to]?.tag !== 'comma') return false;
  const close = tokens.findIndex(({ tag }, i) => i > phrase.to && (tag === 'comma' || tag === 'quote'));
  return tokens[close]?.tag === 'comma' && tokens[close + 1]?.tag === 'auxiliary';
}

function cueOfVerb(tokens: readonly Token[], at: number, quote: number): Cue | undefined {
  const quotedAs = quotedAsSaying(tokens, at);
  if (quotedAs !== undefined) return { way: 'before', from: at, to: at + 1, subject: quotedAs };
  if (isPassive(tokens, at)) return passiveCue(tokens, at, quote);
  const inverted = isAfterQuote(tokens, at) || isBetweenCommas(tokens, at) || isOpening(tokens, at) ? invertedAt(tokens, at) : undefined;
  const subject = subjectOf(tokens, at);
  const isClause = subject !== undefined && !isAfterQuote(tokens, at) && inverted !== undefined && opensClause(tokens, inverted);
  if (inverted !== undefined && !isClause) return { ...inverted, way: 'before' };
  if (subject === undefined) return undefined;
  return { way: isSpeech(cueClasses(tokens, at)) ? 'before' : 'before-loose', from: at, to: at + 1, subject };
}

/** The verb stands right behind an earlier quotation: "Q1," said X, "Q2". */
const isAfterQuote = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.tag === 'quote' || (tokens[at - 1]?.tag === 'comma' && tokens[at - 2]?.tag === 'quote');

/** "Said Ruiz, 'Q'". */
const isOpening = (tokens: readonly Token[], at: number): boolean =>
  at === 0 && cueClasses(tokens, at)?.has('say') === true && tokens[at]?.verb?.forms.has('base') !== true;

/** "Because of the rain, explained Ruiz, 'Q'". */
const isBetweenCommas = (tokens: readonly Token[], at: number): boolean => {
  if (tokens[at - 1]?.tag !== 'comma' || cueClasses(tokens, at)?.has('say') !== true || cueClasses(tokens, at)?.has('tell') === true)
    return false;
  const phrase = phraseStartingAt(tokens, at + 1);
  return phrase !== undefined && tokens[phrase.to]?.tag === 'comma';
};

/** "was quoted as saying" · "Lund quoted Ruiz as saying". */
function quotedAsSaying(tokens: readonly Token[], at: number): Subject | undefined {
  if (tokens[at]?.verb?.forms.has('ing') !== true || tokens[at - 1]?.low !== 'as') return undefined;
  const quoted = tokens[at - 2];
  if (quoted?.tag === 'verb') return isPassive(tokens, at - 2) ? subjectOf(tokens, at - 2) : undefined;
  const object = phraseEndingAt(tokens, at - 2);
  if (object === undefined) return undefined;
  // "was quoted in the paper as saying"
  const verb = object.from - 2;
  if (tokens[object.from - 1]?.tag === 'preposition' && tokens[verb]?.tag === 'verb' && isPassive(tokens, verb))
    return subjectOf(tokens, verb);
  return one(object);
}

/** "was called 'Q' by Ruiz". */
function passiveCue(tokens: readonly Token[], at: number, quote: number): Cue | undefined {
  for (let i = at + 1; i < Math.min(tokens.length, quote + 12); i++) {
    if (tokens[i]?.low !== 'by') continue;
    const phrase = phraseStartingAt(tokens, i + 1);
    if (phrase !== undefined && phrase.to !== quote) return { way: 'passive', from: at, to: at + 1, subject: one(phrase) };
  }
  return undefined;
}

/** Has the relative clause or participle that holds this verb ended before the quotation? "Ruiz, who called for calm, was 'happy'". */
function isClosed(tokens: readonly Token[], at: number, quote: number): boolean {
  let isInRelative = false;
  for (let i = at - 1; i >= Math.max(0, at - 10); i--) {
    const tag = tokens[i]?.tag;
    if (tag === 'relative') isInRelative = true;
    if (tag === 'comma' || tag === 'relative' || tag === 'quote') break;
  }
  for (let i = at + 1; i < quote; i++) {
    if (tokens[i]?.tag === 'quote' && tokens[i + 1]?.tag === 'stop') return true;
    if (tokens[i]?.tag !== 'comma') continue;
    const next = tokens[i + 1];
    if (isInRelative && (next?.tag === 'verb' || next?.tag === 'auxiliary') && next.verb?.forms.has('ing') !== true) return true;
  }
  return false;
}
