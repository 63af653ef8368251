/** A colon before a quotation → who speaks: "Ruiz was blunt: Q", "Ruiz: Q". */
import * as lexicon from '#text/lexicon.ts';
import type { Token } from '#text/tokens.ts';
import { climb } from './climb.ts';
import { cueClasses, isPassive, isSpeech } from './cue-words.ts';
import { type Cue, one } from './cues.ts';
import { type Phrase, phraseEndingAt, phraseStartingAt } from './noun-phrase.ts';
import { isAgentNoun, isBodyNoun } from './speaker-nouns.ts';
import { type Subject, subjectOf } from './subject.ts';
import { isSubordinate } from './verb-places.ts';

const isPersonal = (tokens: readonly Token[], subject: Subject): boolean => {
  const head = tokens[subject.phrases[0]?.head ?? -1];
  return (
    head !== undefined && (head.tag === 'name' || isAgentNoun(head.low) || isBodyNoun(head.low) || /^(?:he|she|they|i|we)$/.test(head.low))
  );
};

/** "Ruiz was blunt: “Q”": without a verb of speech the subject of the sentence, or the name before the colon. */
export function cueByColon(tokens: readonly Token[], quote: number): Cue | undefined {
  const colon = quote - 1;
  // "Ruiz believes that they will cover their ears, and scream, “Q”": those who scream
  const isOthers = tokens[colon]?.tag === 'comma' && tokens[colon - 1]?.tag === 'word' && tokens[colon - 2]?.low === 'and';
  if (isOthers && isSpeech(lexicon.verbReading(tokens[colon - 1]?.low ?? '')?.cue)) return undefined;
  // "Ruiz shook her head, “Q.”": a comma where a colon belongs
  if (tokens[colon]?.tag === 'comma' && quote === tokens.length - 1)
    return tokens.some((token, at) => at < colon && isSpeech(token.verb?.cue) && isPassive(tokens, at))
      ? undefined
      : mainSubject(tokens, colon).personal;
  if (tokens[colon]?.tag !== 'colon') return undefined;
  const label = labelBefore(tokens, colon);
  if (label !== undefined) return { way: 'colon', from: colon, to: colon + 1, subject: one(label) };
  const stated = phraseStartingAt(tokens, 1);
  if (tokens[0]?.verb?.forms.has('past') === true && isSpeech(cueClasses(tokens, 0)) && stated?.to === colon)
    return { way: 'colon', from: 0, to: 1, subject: one(stated) };
  const { personal, any } = mainSubject(tokens, colon);
  if (personal !== undefined) return personal;
  // "That is no surprise to Ana Ruiz, a pollster: “Q”"
  const last = phraseEndingAt(tokens, colon - 1);
  const isObject =
    last !== undefined && isPersonal(tokens, one(last)) && (any === undefined || tokens[last.from - 1]?.tag !== 'preposition');
  const led = isObject || any !== undefined ? undefined : climb(tokens, colon - 1);
  // "Key words: “Q”", in contrast to "the latest updates: “Q”"
  const isSource = led !== undefined && (tokens[led.from]?.tag !== 'word' || isPersonal(tokens, one(led)));
  const phrase = isObject ? last : isSource ? led : undefined;
  return phrase === undefined ? any : { way: 'colon', from: colon, to: colon + 1, subject: one(phrase) };
}

/** "The polls were right - Ana Ruiz: “Q”": behind a dash the name before the colon, whatever was said in front of it. */
export function cueByLabel(tokens: readonly Token[], quote: number): Cue | undefined {
  const colon = quote - 1;
  const label = tokens[colon]?.tag === 'colon' ? labelBefore(tokens, colon) : undefined;
  if (label === undefined || !tokens.slice(0, label.from).some(({ tag }) => tag === 'dash')) return undefined;
  return { way: 'colon', from: colon, to: colon + 1, subject: one(label) };
}

/** The subject of the first main verb, and of the first whose subject is a person or a body. */
function mainSubject(tokens: readonly Token[], end: number): { readonly personal?: Cue; readonly any?: Cue } {
  let any: Cue | undefined;
  for (const wantsMain of [true, false]) {
    for (let at = 0; at < end; at++) {
      const tag = tokens[at]?.tag;
      if ((tag !== 'verb' && tag !== 'auxiliary') || (wantsMain && isSubordinate(tokens, at))) continue;
      const subject = subjectOf(tokens, at);
      if (subject === undefined) continue;
      const cue: Cue = { way: 'colon', from: at, to: at + 1, subject };
      if (isPersonal(tokens, subject)) return { personal: cue };
      any ??= cue;
    }
  }
  return any === undefined ? {} : { any };
}

/** "Ana Ruiz (Lab.): “Q”", "The polls were right - Ana Ruiz: “Q”": a name with nothing but its title before it. */
function labelBefore(tokens: readonly Token[], colon: number): Phrase | undefined {
  let end = colon - 1;
  if (tokens[end]?.tag === 'close') {
    while (end > 0 && tokens[end]?.tag !== 'open') end--;
    end--;
  }
  const label = phraseEndingAt(tokens, end);
  if (label === undefined || tokens[label.head]?.tag !== 'name') return undefined;
  for (let i = label.from - 1; i >= 0; i--) {
    const tag = tokens[i]?.tag;
    if (tag === 'dash') break;
    if (tag !== 'name' && tag !== 'word' && tokens[i]?.low !== 'of') return undefined;
  }
  return label;
}
