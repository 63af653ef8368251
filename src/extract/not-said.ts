/** A cue in its sentence → were the words said at all? "never said", "denied saying", "if Ruiz says", "should have said". */
import type { Token } from '#text/tokens.ts';
import type { Cue } from './cues.ts';

const NOT = /(?:^(?:not|never|neither|cannot|hardly|nor)$|n['’]t$)/;
const DENIES = /^(?:deny|reject|refuse|decline|dispute|disavow|avoid|refute|dismiss|forget)$/;
const UNREAL = /^(?:should|could|might|would|ought)$/;
const MAX_WORDS_TO_DENIAL = 9;
const MAX_WORDS_TO_IF = 8;

export function isNotSaid(tokens: readonly Token[], { from, way, subject }: Cue): boolean {
  // "the paper could write: “Q”": the cue is the auxiliary
  if (way === 'colon' && shouldKnow(tokens, from)) return true;
  if (way === 'colon') return isSupposed(tokens, from) || isSupposed(tokens, from + 1);
  if (way === 'according' || way === 'colon-far') return false;
  // "as Ruiz would say"
  const start = subject.phrases[0]?.from ?? from;
  if (tokens[start - 1]?.low === 'as' && tokens[from - 1]?.low === 'would') return true;
  return isNegated(tokens, from) || isSupposed(tokens, from) || isDenied(tokens, from) || isConditional(tokens, start);
}

/** Auxiliaries and adverbs right before the verb: "did not say", "should have said". */
function isNegated(tokens: readonly Token[], verb: number): boolean {
  let hasHave = false;
  for (let i = verb - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token?.tag !== 'auxiliary' && token?.tag !== 'adverb') return /^neither$/.test(firstOf(tokens, i));
    if (NOT.test(token.low)) return tokens[i + 1]?.low !== 'only';
    if (token.low === 'have') hasHave = true;
    if (hasHave && UNREAL.test(token.low)) return true;
  }
  return false;
}

/** "Ruiz should know about the rule: “Q”": the words are the rule's. */
const shouldKnow = (tokens: readonly Token[], from: number): boolean =>
  tokens.some(
    ({ low }, i) =>
      i >= from &&
      /^(?:should|ought|might|must)$/.test(low) &&
      /^(?:know|remember|read|consider|recall|heed|learn|study)$/.test(tokens[i + 1]?.low ?? ''),
  );

/** "the paper could write: “Q”", in contrast to "all he could say was “Q”". */
const isSupposed = (tokens: readonly Token[], verb: number): boolean =>
  /^(?:could|might|should|ought|can|must)$/.test(tokens[verb - 1]?.low ?? '') &&
  /^(?:say|write|tweet|reply|respond|answer|ask|tell|declare|announce|claim|argue|post|shout|call|describe)$/.test(
    tokens[verb]?.verb?.lemma ?? '',
  ) &&
  !/^(?:was|is)$/.test(tokens[verb + 1]?.low ?? '') &&
  !tokens
    .slice(Math.max(0, verb - 5), verb)
    .some(({ low }) => /^(?:all|only|hardly|barely|can)$/.test(low) && low !== tokens[verb - 1]?.low);

/** "Neither Ruiz nor Holm said". */
function firstOf(tokens: readonly Token[], end: number): string {
  let at = end;
  while (at > 0 && /^(?:name|word|conjunction)$/.test(tokens[at]?.tag ?? '') && end - at < 8) at--;
  return tokens[at]?.low ?? '';
}

const ENDS_DENIAL = /^(?:comma|quote|stop|colon|semicolon|dash|conjunction)$/;

/** "denied saying", "refused to say", "rejected claims that he had told". */
function isDenied(tokens: readonly Token[], verb: number): boolean {
  for (let i = verb - 1; i >= Math.max(0, verb - MAX_WORDS_TO_DENIAL); i--) {
    const token = tokens[i];
    if (token === undefined || ENDS_DENIAL.test(token.tag)) return false;
    if (token.tag !== 'verb') continue;
    return DENIES.test(token.verb?.lemma ?? '') && isGoverned(tokens, i, verb);
  }
  return false;
}

/** The verb of speech hangs on the denial: "-ing", "to", "that", or "claims that" between them. */
const isGoverned = (tokens: readonly Token[], denial: number, verb: number): boolean =>
  tokens[verb]?.verb?.forms.has('ing') === true ||
  tokens.slice(denial + 1, verb).some(({ tag, low }) => tag === 'to' || tag === 'subordinator' || low === 'that' || tag === 'pronoun');

function isConditional(tokens: readonly Token[], subject: number): boolean {
  for (let i = subject - 1; i >= Math.max(0, subject - MAX_WORDS_TO_IF); i--) {
    const token = tokens[i];
    if (token === undefined || /^(?:comma|quote|stop|colon|semicolon|dash|verb)$/.test(token.tag)) return false;
    if (/^(?:if|unless)$/.test(token.low)) return true;
  }
  return false;
}
