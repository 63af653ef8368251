/** A verb token → how it attributes words: by saying, telling, naming, claiming, thinking; with its particle; active or passive. */
import type { CueClass } from '#text/cue-verbs-en.ts';
import * as lexicon from '#text/lexicon.ts';
import type { Token } from '#text/tokens.ts';

export const isSpeech = (classes: ReadonlySet<CueClass> | undefined): boolean =>
  classes?.has('say') === true || classes?.has('tell') === true;
export const isBesideSpeech = (classes: ReadonlySet<CueClass> | undefined): boolean => isSpeech(classes) || classes?.has('beside') === true;

/** "continue to be", "add to the bill": followed by "to" these tell of no words. */
const NO_SPEECH_TO = /^(?:continue|add|begin|start|respond|object|point|note|reply|come|respond|answer|go)$/;

/** "responds to Mills with": somebody is answered. */
const isAnswer = (tokens: readonly Token[], at: number): boolean =>
  /^(?:respond|reply|answer)$/.test(tokens[at]?.verb?.lemma ?? '') && /^(?:name|pronoun)$/.test(tokens[at + 2]?.tag ?? '');

/** "known as", "known on Brae as": a name, not words. */
const NO_SPEECH_AS = /^(?:known|seen|understood)$/;
const MAX_WORDS_TO_AS = 6;
/** What is done once, at the giving of a name: nobody says it. */
const GIVES_NAME = /^(?:nickname|name|title|entitle|christen|baptise|baptize|headline|style)$/;

export function cueClasses(tokens: readonly Token[], at: number): ReadonlySet<CueClass> | undefined {
  const verb = tokens[at]?.verb;
  if (verb === undefined) return undefined;
  const particle = tokens[at + 1]?.low ?? '';
  if (particle === 'to' && NO_SPEECH_TO.test(verb.lemma) && !isAnswer(tokens, at)) return undefined;
  if (isKnownAs(tokens, at)) return undefined;
  if (GIVES_NAME.test(verb.lemma) && verb.forms.has('participle') && !hasSubjectBefore(tokens, at)) return undefined;
  return lexicon.phrasalCue(verb.lemma, particle) ?? (verb.cue.size > 0 ? verb.cue : undefined);
}

export const isKnownAs = (tokens: readonly Token[], at: number): boolean => NO_SPEECH_AS.test(tokens[at]?.low ?? '') && hasAs(tokens, at);

function hasAs(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i <= at + MAX_WORDS_TO_AS; i++) {
    const token = tokens[i];
    if (token?.low === 'as') return true;
    if (token === undefined || token.tag === 'quote' || token.tag === 'comma' || token.tag === 'verb' || token.tag === 'auxiliary')
      return false;
  }
  return false;
}

/** "Ruiz nicknamed it": in contrast to "a robot nicknamed", "was nicknamed". */
function hasSubjectBefore(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  return (before?.tag === 'name' || before?.tag === 'pronoun' || before?.tag === 'adverb') && next?.tag !== 'quote';
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
