/** An attribution in its sentence → what speaks against it: each doubt lowers the confidence, and `why` tells it. */
import type { FrameSentence, Token } from '#text/tokens.ts';
import { cueClasses } from './cue-words.ts';
import type { Cue } from './cues.ts';
import type { Resolved } from './resolve.ts';
import type { Stretch } from './stretches.ts';
import { subjectOf } from './subject.ts';

export type Doubt =
  | 'two cues' // another verb of speech, of somebody else, stands before the quotation
  | 'second hand' // "…, Ruiz said, according to Holm"
  | 'open marks' // the quotation was never closed, or ran over paragraphs
  | 'inside' // the words are part of the reporter's sentence
  | 'no speaker' // the subject is neither a name, a pronoun nor a person or body
  | 'cut name' // the name may be longer than what was read: a capital stands right beside it
  | 'far' // sentences lie between cue and quotation
  | 'other mouth'; // a colon or a name follows within the marks, as in a transcript

export function doubtsOf(text: string, stretch: Stretch, cue: Cue, cueSentence: FrameSentence, resolved: readonly Resolved[]): Doubt[] {
  const { attribution } = stretch;
  const doubts: Doubt[] = [];
  const { tokens } = cueSentence;
  const quoteAt = attribution.sentence === cueSentence ? attribution.at : tokens.length;
  if (hasRival(tokens, cue, quoteAt)) doubts.push('two cues');
  if (hasSecondHand(tokens, cue)) doubts.push('second hand');
  if (!attribution.marked.isClosed || stretch.end > attribution.marked.end || stretch.start < attribution.marked.start)
    doubts.push('open marks');
  if (!attribution.isStandalone && !attribution.isSecondHalf) doubts.push('inside');
  if (resolved.length === 0 || resolved.some(({ by }) => by === 'nothing')) doubts.push('no speaker');
  if (hasCutName(tokens, cue)) doubts.push('cut name');
  if (attribution.sentence !== cueSentence && attribution.sentence.start - cueSentence.end > MAX_CHARS_BETWEEN) doubts.push('far');
  if (/^[^.!?]{2,30}: /.test(text.slice(stretch.start, stretch.end))) doubts.push('other mouth');
  return doubts;
}

const MAX_CHARS_BETWEEN = 200;

/** Another verb of speech before the quotation, with another subject: it may be the cue instead. A pronoun is likely the same one. */
function hasRival(tokens: readonly Token[], cue: Cue, quote: number): boolean {
  const own = tokens[cue.subject.phrases[0]?.head ?? -1];
  for (let i = 0; i < quote; i++) {
    if (i >= cue.from && i < cue.to) continue;
    const classes = tokens[i]?.tag === 'verb' ? cueClasses(tokens, i) : undefined;
    if (classes?.has('say') !== true && classes?.has('tell') !== true) continue;
    const other = tokens[subjectOf(tokens, i)?.phrases[0]?.head ?? -1];
    if (other !== undefined && own !== undefined && other.tag !== 'pronoun' && own.tag !== 'pronoun' && other.low !== own.low) return true;
  }
  return false;
}

const hasSecondHand = (tokens: readonly Token[], cue: Cue): boolean =>
  cue.way !== 'according' && tokens.some((token, i) => token.low === 'according' && tokens[i + 1]?.tag === 'to');

function hasCutName(tokens: readonly Token[], cue: Cue): boolean {
  const phrase = cue.subject.phrases[0];
  if (phrase === undefined) return false;
  const next = tokens[phrase.to];
  const before = tokens[phrase.from - 1];
  return (
    (tokens[phrase.head]?.tag === 'name' && (next?.tag === 'name' || next?.tag === 'number' || next?.tag === 'word')) ||
    (before?.tag === 'name' && tokens[phrase.from]?.tag === 'name')
  );
}
