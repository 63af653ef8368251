/** A quotation without a cue of its own → the cue it goes on from: of an earlier quotation, or of what was reported before it. */
import type { FrameSentence, Token } from '#text/tokens.ts';
import type { Attribution } from './attribution.ts';
import { cueClasses, isBesideSpeech, isSpeech } from './cue-words.ts';
import type { Cue } from './cues.ts';
import { reportedBy } from './reported.ts';
import { subjectOf } from './subject.ts';

/** A quotation that nobody is said to have said goes on from the one before, or from what was reported before it. */
export function inherit(
  sentences: readonly FrameSentence[],
  index: number,
  at: number,
  earlier: readonly Attribution[],
): Pick<Attribution, 'cue' | 'cueSentence'> | undefined {
  const sentence = sentences[index];
  if (sentence === undefined || (hasCueBefore(sentence.tokens, at) && !opensWithGerund(sentence.tokens, at))) return undefined;
  for (let back = index; back >= Math.max(0, index - MAX_SENTENCES_BACK); back--) {
    const source = sentences[back];
    if (source === undefined || source.paragraph !== sentence.paragraph) break;
    const interruption = back === index - 1 ? lastToSpeak(source) : undefined;
    if (interruption !== undefined) return { cue: interruption, cueSentence: source };
    const isHere = (attribution: Attribution): boolean => attribution.sentence === source;
    const quoted =
      lastCued(earlier, (attribution) => isHere(attribution) && attribution.isStandalone, source.start) ??
      lastCued(earlier, isHere, source.start);
    if (quoted !== undefined) return { ...quoted, cue: { ...quoted.cue, way: 'continued' } };
    if (back === index) continue;
    const reported = reportedBy(source);
    if (reported !== undefined) return { cue: reported, cueSentence: source };
  }
  return inheritFar(sentences, index, earlier);
}

/** "Adding, “Q.”": half a sentence that goes on from the one before. */
const opensWithGerund = (tokens: readonly Token[], at: number): boolean =>
  at <= 2 && tokens[0]?.verb?.forms.has('ing') === true && isSpeech(tokens[0]?.verb?.cue);

const MAX_SENTENCES_BACK = 3;

function hasCueBefore(tokens: readonly Token[], at: number): boolean {
  for (let i = 0; i < at; i++) if (tokens[i]?.tag === 'verb' && cueClasses(tokens, i) !== undefined) return true;
  return false;
}

/** "“Q1,” Ruiz said, and her husband cut in. “Q2”": whoever the sentence ends with. */
function lastToSpeak({ tokens }: FrameSentence): Cue | undefined {
  const end = tokens.at(-1)?.tag === 'stop' ? tokens.length - 1 : tokens.length;
  const verb = tokens[end - 1]?.tag === 'verb' ? end - 1 : end - 2;
  if (tokens[verb - 1] === undefined || tokens[verb]?.verb?.forms.has('past') !== true || !isBesideSpeech(cueClasses(tokens, verb)))
    return undefined;
  const subject = subjectOf(tokens, verb);
  const from = subject?.phrases[0]?.from ?? 0;
  const isJoined = tokens[from - 1]?.tag === 'conjunction' && tokens.slice(0, from).some(({ tag }) => tag === 'quote');
  return subject === undefined || !isJoined ? undefined : { way: 'reported', from: verb, to: verb + 1, subject };
}

/** The last attributed quotation that fits, from the newest back to the place `from`. */
function lastCued(
  earlier: readonly Attribution[],
  fits: (attribution: Attribution) => boolean,
  from: number,
): { cue: Cue; cueSentence: FrameSentence } | undefined {
  for (let i = earlier.length - 1; i >= 0; i--) {
    const attribution = earlier[i];
    if (attribution === undefined || attribution.marked.end < from) return undefined;
    if (attribution.cue !== undefined && attribution.cueSentence !== undefined && fits(attribution))
      return { cue: attribution.cue, cueSentence: attribution.cueSentence };
  }
  return undefined;
}

/** From the paragraph before: one that ends in a colon, else its last attribution. */
function inheritFar(
  sentences: readonly FrameSentence[],
  index: number,
  earlier: readonly Attribution[],
): Pick<Attribution, 'cue' | 'cueSentence'> | undefined {
  const here = sentences[index];
  let last = index - 1;
  while (last >= 0 && sentences[last]?.paragraph === here?.paragraph) last--;
  const previous = sentences[last];
  if (previous === undefined || here === undefined || index - last > MAX_SENTENCES_BACK + 1) return undefined;
  const endsInColon = previous.tokens.at(-1)?.tag === 'colon';
  const quoted = endsInColon
    ? undefined
    : lastCued(earlier, ({ sentence }) => sentence.paragraph === previous.paragraph, previous.start - MAX_PARAGRAPH_CHARS);
  if (quoted !== undefined) return { ...quoted, cue: { ...quoted.cue, way: 'continued-far' } };
  const reported = reportedBy(previous);
  return reported === undefined
    ? undefined
    : { cue: { ...reported, way: endsInColon ? 'colon-far' : 'continued-far' }, cueSentence: previous };
}

/** Quotations further back than this are not taken up. */
const MAX_PARAGRAPH_CHARS = 2_000;
