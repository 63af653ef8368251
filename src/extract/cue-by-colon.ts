/** A colon before a quotation → who speaks: "Ruiz was blunt: Q", "Ruiz: Q". */
import * as lexicon from '#text/lexicon.ts';
import type { Token } from '#text/tokens.ts';
import { cueClasses, isSpeech } from './cue-words.ts';
import { type Cue, one } from './cues.ts';
import { phraseEndingAt, phraseStartingAt } from './noun-phrase.ts';
import { type Subject, subjectOf } from './subject.ts';
import { isSubordinate } from './verb-places.ts';

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
