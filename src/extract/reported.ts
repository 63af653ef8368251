/** A sentence → whoever speaks in it, or is its subject, without regard to quotations. */
import * as lexicon from '#text/lexicon.ts';
import type { FrameSentence, Token } from '#text/tokens.ts';
import { cueBefore } from './cue-before.ts';
import { cueByColon } from './cue-by-colon.ts';
import { invertedAt } from './cue-inverted.ts';
import { cueClasses, isPassive } from './cue-words.ts';
import type { Cue } from './cues.ts';
import { subjectOf } from './subject.ts';

/** A sentence without an attributed quotation: its first verb of speech that has a subject, else the subject of its first verb. */
export function reportedBy(source: FrameSentence): Cue | undefined {
  const { tokens } = source;
  if (tokens.at(-1)?.tag === 'colon') {
    const colon = cueBefore(tokens, tokens.length - 1, 'speech', true) ?? cueByColon(tokens, tokens.length);
    if (colon !== undefined) return { ...colon, way: 'reported' };
  }
  const speech = speechOf(source);
  if (speech !== undefined) return speech;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]?.tag !== 'verb' && tokens[i]?.tag !== 'auxiliary') continue;
    const subject = subjectOf(tokens, i);
    if (subject !== undefined && isSpeakerLike(tokens[subject.phrases[0]?.head ?? -1]))
      return { way: 'reported', from: i, to: i + 1, subject };
  }
  return undefined;
}

const known = new WeakMap<FrameSentence, Cue | null>();

/** The first verb of speech with somebody for a subject; remembered, since every pronoun after it asks. */
export function speechOf(sentence: FrameSentence): Cue | undefined {
  const found = known.get(sentence);
  if (found !== undefined) return found ?? undefined;
  const made = findSpeech(sentence);
  known.set(sentence, made ?? null);
  return made;
}

/** "Ruiz is keen to declare victory, said Holm": an infinitive tells of words only where nothing else does. */
const findSpeech = ({ tokens }: FrameSentence): Cue | undefined => speechIn(tokens, false) ?? speechIn(tokens, true);

function speechIn(tokens: readonly Token[], isOfInfinitives: boolean): Cue | undefined {
  for (let i = 0; i < tokens.length; i++) {
    if ((tokens[i - 1]?.tag === 'to') !== isOfInfinitives) continue;
    const classes = tokens[i]?.tag === 'verb' ? cueClasses(tokens, i) : undefined;
    if (classes === undefined || !(classes.has('say') || classes.has('tell')) || isPassive(tokens, i)) continue;
    const before = tokens[i - 1]?.tag;
    const isBehindQuote = before === 'quote' || (before === 'comma' && tokens[i - 2]?.tag === 'quote');
    const inverted = isBehindQuote || before === 'comma' ? invertedAt(tokens, i)?.subject : undefined;
    // ", said Ruiz, a pollster" · "Wang, in turn, said China “…”": there what stands before the verb comes first
    const isWhole = isBehindQuote || /^(?:comma|stop|open)$/.test(tokens[inverted?.phrases.at(-1)?.to ?? -1]?.tag ?? 'stop');
    const subject = isWhole ? (inverted ?? subjectOf(tokens, i)) : (subjectOf(tokens, i) ?? inverted);
    if (subject !== undefined && isSpeakerLike(tokens[subject.phrases[0]?.head ?? -1]))
      return { way: 'reported', from: i, to: i + 1, subject };
  }
  return undefined;
}

const isSpeakerLike = (head: Token | undefined): boolean =>
  head?.tag === 'name' ||
  (head?.tag === 'pronoun' && /^(?:he|she|they)$/.test(head.low)) ||
  (head?.tag === 'word' && (lexicon.personNouns.has(head.low) || lexicon.bodyNouns.has(head.low)));
