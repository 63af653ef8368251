/** Nouns that attribute words: "his claim that 'Q'", "chants of 'Q' from the crowd", "Ruiz's call for a 'Q'" → cue and speaker. */
import { CUE_NOUNS } from '#text/cue-nouns-en.ts';
import type { Token } from '#text/tokens.ts';
import type { Cue } from './cues.ts';
import { type Phrase, phraseEndingAt, phraseStartingAt } from './noun-phrase.ts';
import { isAgentNoun } from './speaker-nouns.ts';
import { subjectOf } from './subject.ts';

const NOUNS = new Set(CUE_NOUNS.split(/\s+/));
export const isCueNoun = (low: string): boolean => NOUNS.has(low);
/** These stand right before the words; "her comments 'Q'" is a slip or a verb's object. */
const BARE = /^(?:slogan|slogans|motto|catchphrase|phrase|chant|chants|mantra|line|question|message|word|words|refrain|cry|shout)$/;
const LINKS = /^(?:that|of|about|to|for|against|on|is|was|:|,)$/;
const IS = /^(?:is|was)$/;
const SHOUTS = /^(?:chants?|cries|cry|shouts?|choruse?s?)$/;
const MAX_TOKENS_BACK = 8;
const MAX_TOKENS_TO_THAT = 18;

export function nounCueBefore(tokens: readonly Token[], quote: number): Cue | undefined {
  let that = -1;
  for (let at = quote - 1, seen = 0; at >= 0 && seen < MAX_TOKENS_TO_THAT; at--, seen++) {
    const token = tokens[at];
    if (token === undefined || token.tag === 'quote' || token.tag === 'stop') return undefined;
    if (token.low === 'that' && that < 0) that = at;
    // "his motto was, “Q”"
    if (IS.test(token.low) && that < 0 && isBefore(tokens, at, quote)) that = at;
    // "his call to end the “Q”"
    if (token.tag === 'to' && that < 0 && tokens[at + 1]?.tag === 'verb') that = at;
    // a verb between them is the one that tells, unless it stands in the clause which the noun opens
    if ((token.tag === 'verb' && tokens[at - 1]?.tag !== 'to' && (that < 0 || at < that)) || (that < 0 && seen >= MAX_TOKENS_BACK))
      return undefined;
    if (token.tag !== 'word' || !NOUNS.has(token.low)) continue;
    if (!isLinked(tokens, at, that < 0 ? at + 1 : that, quote)) continue;
    if (isPartOfSpeech(tokens, at)) return undefined;
    const owner =
      ownerOf(tokens, at) ??
      (at === quote - 1 || isNamedPhrase(tokens, at, quote) || SHOUTS.test(token.low) ? userOf(tokens, at, quote) : undefined);
    if (owner !== undefined) return { way: 'noun', from: at, to: at + 1, subject: { phrases: [owner], distance: 0 } };
  }
  return undefined;
}

/** "Ruiz's “Q” comment": the noun stands behind the words, its owner before them. */
export function nounCueBehind(tokens: readonly Token[], quote: number): Cue | undefined {
  if (
    !/^(?:remark|comment|claim|pledge|promise|quip|jibe|gibe|jab|taunt|insult|tweet|mantra|phrase|warning|boast|joke|line)s?$/.test(
      tokens[quote + 1]?.low ?? '',
    )
  )
    return undefined;
  const before = tokens[quote - 1];
  const owner =
    before?.tag === 'possessive'
      ? phraseEndingAt(tokens, quote - 2)
      : /^(?:his|her|their|its)$/.test(before?.low ?? '')
        ? { from: quote - 1, to: quote, head: quote - 1 }
        : undefined;
  return owner === undefined ? undefined : { way: 'noun', from: quote + 1, to: quote + 2, subject: { phrases: [owner], distance: 0 } };
}

const isBefore = (tokens: readonly Token[], at: number, quote: number): boolean =>
  at === quote - 2 && (tokens[quote - 1]?.tag === 'comma' || tokens[quote - 1]?.tag === 'colon');

/** "has coined a new phrase, “Q”". */
const isNamedPhrase = (tokens: readonly Token[], noun: number, quote: number): boolean =>
  noun === quote - 2 && tokens[quote - 1]?.tag === 'comma' && /^(?:phrase|slogan|motto|mantra|catchphrase)$/.test(tokens[noun]?.low ?? '');

/** "statement on Wednesday that", "call for", "slogan, “Q”". */
function isLinked(tokens: readonly Token[], noun: number, link: number, quote: number): boolean {
  if (noun === quote - 1 || isNamedPhrase(tokens, noun, quote)) return BARE.test(tokens[noun]?.low ?? '');
  if (!LINKS.test(tokens[link]?.low ?? '')) return false;
  // "his claim is that"
  const end = tokens[link - 1]?.tag === 'auxiliary' ? link - 1 : link;
  for (let i = noun + 1; i < end; i++) if (/^(?:comma|verb|auxiliary|quote|relative)$/.test(tokens[i]?.tag ?? '')) return false;
  return true;
}

/** "said in his statement:": the verb tells more. */
function isPartOfSpeech(tokens: readonly Token[], noun: number): boolean {
  let sawPreposition = false;
  for (let i = noun - 1; i >= Math.max(0, noun - 7); i--) {
    const token = tokens[i];
    if (token?.tag === 'preposition') sawPreposition = true;
    if (token?.tag === 'verb') return sawPreposition && (token.verb?.cue.has('say') === true || token.verb?.cue.has('tell') === true);
    if (token?.tag === 'comma' || token?.tag === 'quote') return false;
  }
  return false;
}

/** "the crowd took up the chant 'Q'", "Ruiz roused the crowd to chants of 'Q'", "chants of 'Q' from the crowd". */
function userOf(tokens: readonly Token[], noun: number, quote: number): Phrase | undefined {
  if (/^(?:from|by)$/.test(tokens[quote + 1]?.low ?? '')) {
    const source = phraseStartingAt(tokens, quote + 2);
    if (source !== undefined) return source;
  }
  for (let i = noun - 1; i >= Math.max(0, noun - 6); i--) {
    const tag = tokens[i]?.tag;
    if (tag === 'to' || tokens[i]?.low === 'into' || tokens[i]?.low === 'in') {
      const led = phraseEndingAt(tokens, i - 1);
      if (led !== undefined && isAgentNoun(tokens[led.head]?.low ?? '')) return led;
      if (tokens[i - 1]?.tag === 'verb') return subjectOf(tokens, i - 1)?.phrases[0];
    }
    if (tag === 'verb') return tokens[i]?.verb?.forms.has('ing') === true ? undefined : subjectOf(tokens, i)?.phrases[0];
    if (tag === 'comma' || tag === 'quote' || tag === 'preposition') return undefined;
  }
  return undefined;
}

/** "Ruiz's recent claim", "his claim", "a claim by Ruiz". */
function ownerOf(tokens: readonly Token[], noun: number): Phrase | undefined {
  for (let i = noun - 1; i >= Math.max(0, noun - 4); i--) {
    const token = tokens[i];
    if (token?.tag === 'possessive') return phraseEndingAt(tokens, i - 1);
    if (token?.tag === 'determiner') {
      if (/^(?:his|her|their|its)$/.test(token.low)) return { from: i, to: i + 1, head: i };
      break;
    }
    if (token?.tag !== 'word' && token?.tag !== 'adverb' && token?.tag !== 'number' && token?.tag !== 'time' && token?.low !== 'march')
      break;
  }
  const link = tokens[noun + 1]?.low;
  // "in the words of the coroner"
  if (link === 'of' && tokens[noun]?.low === 'words' && tokens[noun - 2]?.low === 'in') return phraseStartingAt(tokens, noun + 2);
  return link === 'by' || link === 'from' ? phraseStartingAt(tokens, noun + 2) : undefined;
}
