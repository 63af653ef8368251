/** A sentence and a quotation in it → the cue that attributes it: beside it, before it or at the sentence's end, with whoever speaks. */

import type { CueClass } from '#text/cue-verbs-en.ts';
import * as lexicon from '#text/lexicon.ts';
import type { Token } from '#text/tokens.ts';
import { nounCueBefore } from './noun-cues.ts';
import { type Phrase, phraseEndingAt, phraseStartingAt } from './noun-phrase.ts';
import { isSubordinate, type Subject, subjectOf } from './subject.ts';

/** Where the cue was found; each way has its own share of right answers (confidence.ts). */
export type Way =
  | 'after'
  | 'inverted'
  | 'after-loose'
  | 'before'
  | 'before-loose'
  | 'colon'
  | 'according'
  | 'trailing'
  | 'passive'
  | 'noun'
  | 'continued'
  | 'continued-far';

export type Cue = {
  readonly way: Way;
  /** Token range of the words that attribute. */
  readonly from: number;
  readonly to: number;
  readonly subject: Subject;
};

const isSpeech = (classes: ReadonlySet<CueClass> | undefined): boolean => classes?.has('say') === true || classes?.has('tell') === true;
const isBesideSpeech = (classes: ReadonlySet<CueClass> | undefined): boolean => isSpeech(classes) || classes?.has('beside') === true;

/** "continue to be", "add to the bill": followed by "to" these tell of no words. */
const NO_SPEECH_TO = /^(?:continue|add|begin|start|respond|object|point|note|reply|come|respond|answer|go)$/;

/** "known as": a name, not words. */
const NO_SPEECH_AS = /^(?:known|seen|understood)$/;

export function cueClasses(tokens: readonly Token[], at: number): ReadonlySet<CueClass> | undefined {
  const verb = tokens[at]?.verb;
  if (verb === undefined) return undefined;
  const particle = tokens[at + 1]?.low ?? '';
  if (particle === 'to' && NO_SPEECH_TO.test(verb.lemma)) return undefined;
  if (particle === 'as' && NO_SPEECH_AS.test(tokens[at]?.low ?? '')) return undefined;
  return lexicon.phrasalCue(verb.lemma, particle) ?? (verb.cue.size > 0 ? verb.cue : undefined);
}

const one = (phrase: Phrase): Subject => ({ phrases: [phrase], distance: 0 });

/** "Q," X said · "Q," said X · "Q," according to X. */
export function cueAfter(tokens: readonly Token[], quote: number, isClauseEnd: boolean): Cue | undefined {
  let at = quote + 1;
  while (tokens[at]?.tag === 'comma' || tokens[at]?.tag === 'dash') at++;
  const hasComma = at > quote + 1 || isClauseEnd;
  const first = tokens[at];
  if (first === undefined || (!hasComma && first.tag !== 'verb')) return undefined;
  const according = accordingAt(tokens, at);
  if (according !== undefined) return according;
  const inverted = invertedAt(tokens, at);
  if (inverted !== undefined) return inverted;
  if (!hasComma || first.tag === 'conjunction' || first.tag === 'relative') return undefined;
  return subjectThenVerb(tokens, at);
}

function accordingAt(tokens: readonly Token[], at: number): Cue | undefined {
  const isAccording = tokens[at]?.low === 'according' && tokens[at + 1]?.tag === 'to';
  const isPer = tokens[at]?.low === 'per' || (tokens[at]?.low === 'as' && tokens[at + 1]?.low === 'per');
  if (!isAccording && !isPer) return undefined;
  const to = isAccording || tokens[at]?.low === 'as' ? at + 2 : at + 1;
  const phrase = phraseStartingAt(tokens, to);
  return phrase === undefined ? undefined : { way: 'according', from: at, to, subject: one(withList(tokens, phrase)) };
}

const withList = (_tokens: readonly Token[], phrase: Phrase): Phrase => phrase;

export function invertedAt(tokens: readonly Token[], from: number): Cue | undefined {
  let at = from;
  while (tokens[at]?.tag === 'adverb' || tokens[at]?.tag === 'auxiliary') at++;
  const verb = tokens[at]?.verb;
  if (verb === undefined || verb.forms.has('ing') || !isBesideSpeech(cueClasses(tokens, at))) return undefined;
  let next = at + 1;
  if (lexicon.phrasalCue(verb.lemma, tokens[next]?.low ?? '') !== undefined) next++;
  while (tokens[next]?.tag === 'adverb' || tokens[next]?.tag === 'time') next++;
  const phrase = phraseStartingAt(tokens, next);
  if (phrase === undefined || isObjectClause(tokens, phrase, verb.lemma)) return undefined;
  return { way: 'inverted', from: at, to: at + 1, subject: { phrases: withConjuncts(tokens, phrase), distance: 0 } };
}

/** "said the plan could fail", "urged the council to act", "described it as": what follows the verb is its object. */
function isObjectClause(tokens: readonly Token[], phrase: Phrase, lemma: string): boolean {
  const next = tokens[phrase.to];
  if (next?.tag === 'auxiliary') return true;
  if (next?.tag === 'verb' && next.verb?.forms.has('ing') !== true)
    return next.verb?.forms.has('participle') !== true || next.verb.forms.has('s');
  return (
    (next?.low === 'to' || next?.low === 'as') && /^(?:urge|describe|post|ask|call|tweet|quote|tell|order|name|press|pose)$/.test(lemma)
  );
}

/** "said Ruiz and Holm". */
function withConjuncts(tokens: readonly Token[], phrase: Phrase): readonly Phrase[] {
  if (tokens[phrase.to]?.low !== 'and') return [phrase];
  const second = phraseStartingAt(tokens, phrase.to + 1);
  if (second === undefined || tokens[second.head]?.tag !== tokens[phrase.head]?.tag) return [phrase];
  const after = tokens[second.to]?.tag;
  return after === 'verb' || after === 'auxiliary' ? [phrase] : [phrase, second];
}

const MAX_WORDS_TO_VERB = 45;

/** The first phrase after the quotation, and the first verb of its clause. */
function subjectThenVerb(tokens: readonly Token[], start: number): Cue | undefined {
  let at = start;
  while (tokens[at]?.tag === 'adverb' || tokens[at]?.tag === 'time') at++;
  if (tokens[at - 1] !== undefined && at > start && tokens[at]?.tag === 'comma') at++;
  const phrase = phraseStartingAt(tokens, at);
  if (phrase === undefined) return undefined;
  const phrases = withPlural(tokens, phrase);
  let loose: Cue | undefined;
  let isAfterRelative = false;
  let isInRelative = false;
  for (let i = phrases.at(-1)?.to ?? phrase.to; i < Math.min(tokens.length, start + MAX_WORDS_TO_VERB); i++) {
    const token = tokens[i];
    if (token === undefined || token.tag === 'stop' || token.tag === 'colon' || token.tag === 'semicolon') break;
    if (token.tag === 'quote' && (tokens[i - 1]?.tag === 'comma' || token.text.length > 60)) break;
    if (token.tag === 'open') {
      while (i < tokens.length && tokens[i]?.tag !== 'close') i++;
      continue;
    }
    if (token.tag === 'relative' || (token.tag === 'subordinator' && tokens[i - 1]?.tag === 'comma')) {
      isAfterRelative = true;
      // a clause between commas is passed whole
      if (tokens[i - 1]?.tag === 'comma') {
        const end = closingComma(tokens, i);
        if (end === undefined) break;
        i = end;
      } else isInRelative = token.tag === 'relative' && tokens[i + 1]?.tag !== 'auxiliary';
      continue;
    }
    if (token.tag !== 'verb' || tokens[i - 1]?.tag === 'to') continue;
    if (isInRelative) {
      isInRelative = false;
      continue;
    }
    const classes = cueClasses(tokens, i);
    const isIng = token.verb?.forms.has('ing') === true && tokens[i - 1]?.tag !== 'auxiliary';
    if (isBesideSpeech(classes) && !isIng) {
      const own = nearerSubject(tokens, phrases, i);
      return { way: 'after', from: i, to: i + 1, subject: { phrases: own === undefined ? phrases : [own], distance: 0 } };
    }
    if (!isIng && !isAfterRelative) loose ??= { way: 'after-loose', from: i, to: i + 1, subject: { phrases, distance: 1 } };
  }
  return loose;
}

/** "“Q,” the dawn of an era, Ruiz says": a name between a comma and the verb, with no comma of its own behind it. */
function nearerSubject(tokens: readonly Token[], phrases: readonly Phrase[], verb: number): Phrase | undefined {
  let end = verb - 1;
  while (tokens[end]?.tag === 'adverb' || tokens[end]?.tag === 'auxiliary') end--;
  const nearer = phraseEndingAt(tokens, end);
  if (nearer === undefined || tokens[nearer.from - 1]?.tag !== 'comma' || nearer.from <= (phrases.at(-1)?.to ?? 0)) return undefined;
  const head = tokens[nearer.head]?.tag;
  return head === 'name' || head === 'pronoun' ? nearer : undefined;
}

/** The comma that ends the clause which begins at `from`: the next one with a verb right behind it, else the next one. */
function closingComma(tokens: readonly Token[], from: number): number | undefined {
  let first: number | undefined;
  for (let i = from; i < tokens.length; i++) {
    if (tokens[i]?.tag === 'quote') break;
    if (tokens[i]?.tag !== 'comma') continue;
    first ??= i;
    let next = i + 1;
    while (tokens[next]?.tag === 'adverb' || tokens[next]?.tag === 'auxiliary') next++;
    if (tokens[next]?.tag === 'verb' && isSpeech(cueClasses(tokens, next))) return i;
  }
  return first;
}

function withPlural(tokens: readonly Token[], phrase: Phrase): readonly Phrase[] {
  if (tokens[phrase.to]?.low !== 'and') return [phrase];
  const second = phraseStartingAt(tokens, phrase.to + 1);
  return second === undefined ? [phrase] : [phrase, second];
}

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
    const according = accordingAt(tokens, at);
    if (according?.subject.phrases.every((phrase) => phrase.to <= quote) === true) return according;
    const classes = token.tag === 'verb' ? cueClasses(tokens, at) : undefined;
    if (classes === undefined || isClosed(tokens, at, quote)) continue;
    const isStrong =
      isSpeech(classes) ||
      (classes.has('call') && isNaming(tokens, at, quote)) ||
      (isBeside && classes.has('beside') && at >= quote - (tokens[quote - 1]?.tag === 'colon' ? 14 : 4));
    if (!isStrong && (classesWanted === 'speech' || (weak !== undefined && !isGerund(tokens, weak.from)))) continue;
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

/** "thanked her for inviting 'Q'": the verb in front tells more. */
const isGerund = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.verb?.forms.has('ing') === true && tokens[at - 1]?.tag === 'preposition';

/** "the 'top secret' level": marks between an article and a noun. */
export const isAttributive = (tokens: readonly Token[], quote: number): boolean => {
  const before = tokens[quote - 1]?.tag;
  const after = tokens[quote + 1];
  return (before === 'determiner' || before === 'possessive') && (after?.tag === 'word' || after?.tag === 'name');
};

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

function cueOfVerb(tokens: readonly Token[], at: number, quote: number): Cue | undefined {
  const quotedAs = quotedAsSaying(tokens, at);
  if (quotedAs !== undefined) return { way: 'before', from: at, to: at + 1, subject: quotedAs };
  if (isPassive(tokens, at)) return passiveCue(tokens, at, quote);
  const inverted = isAfterQuote(tokens, at) || isBetweenCommas(tokens, at) ? invertedAt(tokens, at) : undefined;
  if (inverted !== undefined) return { ...inverted, way: 'before' };
  const subject = subjectOf(tokens, at);
  if (subject === undefined) return undefined;
  return { way: isSpeech(cueClasses(tokens, at)) ? 'before' : 'before-loose', from: at, to: at + 1, subject };
}

/** The verb stands right behind an earlier quotation: "Q1," said X, "Q2". */
const isAfterQuote = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.tag === 'quote' || (tokens[at - 1]?.tag === 'comma' && tokens[at - 2]?.tag === 'quote');

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
  return object === undefined ? undefined : one(object);
}

export function isPassive(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.verb?.forms.has('participle') !== true) return false;
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token?.tag === 'adverb') continue;
    if (token?.low === "'s") return false;
    return token?.tag === 'auxiliary' && /^(?:is|are|was|were|be|been|being|'re|'m|isn't|aren't|wasn't|weren't)$/.test(token.low);
  }
  return false;
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

/** … "Q" …, X said. · …, said X. · …, according to X. */
export function cueAtEnd(text: string, tokens: readonly Token[], quote: number): Cue | undefined {
  for (let i = quote + 1; i < tokens.length; i++) {
    const token = tokens[i];
    // a comma of the reporter's, or one that stands inside later marks
    const isComma = token?.tag === 'comma' || (token?.marked !== undefined && text[token.marked.end - 1] === ',');
    if (!isComma) continue;
    const according = accordingAt(tokens, i + 1);
    if (according !== undefined) return according;
    const inverted = invertedAt(tokens, i + 1);
    if (inverted !== undefined) return { ...inverted, way: 'trailing' };
    const phrase = phraseStartingAt(tokens, i + 1);
    if (phrase === undefined) continue;
    let at = phrase.to;
    while (tokens[at]?.tag === 'adverb' || tokens[at]?.tag === 'auxiliary') at++;
    const after = tokens[at + 1];
    if (
      tokens[at]?.tag === 'verb' &&
      isSpeech(cueClasses(tokens, at)) &&
      tokens[at]?.verb?.forms.has('ing') !== true &&
      after?.low !== 'that'
    ) {
      return { way: 'trailing', from: at, to: at + 1, subject: one(phrase) };
    }
  }
  return undefined;
}

const isPersonal = (tokens: readonly Token[], subject: Subject): boolean => {
  const head = tokens[subject.phrases[0]?.head ?? -1];
  return (
    head !== undefined &&
    (head.tag === 'name' || lexicon.personNouns.has(head.low) || lexicon.bodyNouns.has(head.low) || /^(?:he|she|they|i|we)$/.test(head.low))
  );
};

/** "Ruiz was blunt: “Q”": without a verb of speech the subject of the sentence, or the name before the colon. */
export function cueByColon(tokens: readonly Token[], quote: number): Cue | undefined {
  if (tokens[quote - 1]?.tag !== 'colon') return undefined;
  const colon = quote - 1;
  const label = phraseEndingAt(tokens, colon - 1);
  // "The polls were right - Ana Ruiz: 'Q'"
  if (label !== undefined && tokens[label.head]?.tag === 'name' && (label.from === 0 || tokens[label.from - 1]?.tag === 'dash'))
    return { way: 'colon', from: colon, to: colon + 1, subject: one(label) };
  const stated = phraseStartingAt(tokens, 1);
  if (tokens[0]?.verb?.forms.has('past') === true && isSpeech(cueClasses(tokens, 0)) && stated?.to === colon)
    return { way: 'colon', from: 0, to: 1, subject: one(stated) };
  for (const wantsMain of [true, false]) {
    for (let at = 0; at < colon; at++) {
      const tag = tokens[at]?.tag;
      if ((tag !== 'verb' && tag !== 'auxiliary') || (wantsMain && isSubordinate(tokens, at))) continue;
      const subject = subjectOf(tokens, at);
      if (subject !== undefined && isPersonal(tokens, subject)) return { way: 'colon', from: at, to: at + 1, subject };
    }
  }
  const phrase = phraseEndingAt(tokens, colon - 1);
  return phrase === undefined ? undefined : { way: 'colon', from: colon, to: colon + 1, subject: one(phrase) };
}
