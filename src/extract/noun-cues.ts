/** Nouns that attribute words: "his claim that 'Q'", "chants of 'Q' from the crowd", "Ruiz's 'Q' remark" → cue and speaker. */
import type { Token } from '#text/tokens.ts';
import type { Cue } from './cues.ts';
import { type Phrase, phraseEndingAt, phraseStartingAt } from './noun-phrase.ts';
import { subjectOf } from './subject.ts';

const NOUNS = new Set(
  `claim claims statement statements assertion assertions remark remarks comment comments promise promises pledge pledges vow vows call calls warning warnings
   description suggestion suggestions argument arguments accusation accusations allegation allegations belief slogan slogans motto catchphrase quip joke jokes
   question questions answer answers reply response phrase words word message messages tweet tweets letter chant chants cry cries shout shouts prediction
   threat threats demand demands plea pleas insistence declaration admission contention characterization characterisation reference references mantra refrain line
   speech post posts complaint complaints opinion view insult insults taunt taunts`.split(/\s+/),
);
/** These stand right before the words; "her comments 'Q'" is a slip or a verb's object. */
const BARE = /^(?:slogan|slogans|motto|catchphrase|phrase|chant|chants|mantra|line|question|message|word|words|refrain|cry|shout)$/;
const LINKS = /^(?:that|of|as|about|to|:|,)$/;

export function nounCueBefore(tokens: readonly Token[], quote: number): Cue | undefined {
  for (let at = quote - 1, seen = 0; at >= 0 && seen < 8; at--, seen++) {
    const token = tokens[at];
    if (token === undefined || token.tag === 'verb' || token.tag === 'quote' || token.tag === 'stop') return undefined;
    if (token.tag !== 'word' || !NOUNS.has(token.low)) continue;
    if (at < quote - 1 ? !LINKS.test(tokens[at + 1]?.low ?? '') : !BARE.test(token.low)) continue;
    if (isPartOfSpeech(tokens, at)) return undefined;
    const owner = ownerOf(tokens, at) ?? (at === quote - 1 ? userOf(tokens, at) : undefined);
    if (owner !== undefined) return { way: 'noun', from: at, to: at + 1, subject: { phrases: [owner], distance: 0 } };
  }
  return undefined;
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

/** "the crowd took up the chant 'Q'". */
function userOf(tokens: readonly Token[], noun: number): Phrase | undefined {
  for (let i = noun - 1; i >= Math.max(0, noun - 6); i--) {
    const tag = tokens[i]?.tag;
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
    if (token?.tag !== 'word' && token?.tag !== 'adverb' && token?.tag !== 'number' && token?.tag !== 'time') break;
  }
  const link = tokens[noun + 1]?.low;
  return link === 'by' || link === 'from' ? phraseStartingAt(tokens, noun + 2) : undefined;
}
