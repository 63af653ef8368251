/** A quotation → the cue at the end of its sentence: … "Q" …, X said. · …, said X. · …, according to X. */
import type { Token } from '#text/tokens.ts';
import { cueAfter } from './cue-after.ts';
import { accordingAt, invertedAt } from './cue-inverted.ts';
import { cueClasses, isSpeech } from './cue-words.ts';
import { type Cue, one } from './cues.ts';
import { phraseStartingAt } from './noun-phrase.ts';

/** … "Q" …, X said. · …, said X. · …, according to X. */
export function cueAtEnd(text: string, tokens: readonly Token[], quote: number): Cue | undefined {
  for (let i = quote + 1; i < tokens.length; i++) {
    const token = tokens[i];
    // a comma of the reporter's, or one that stands inside later marks
    const isComma = token?.tag === 'comma' || (token?.marked !== undefined && text[token.marked.end - 1] === ',');
    if (!isComma) continue;
    const according = accordingAt(tokens, i + 1);
    if (according !== undefined) return according;
    // "“Q1” and “Q2,” Ruiz, the mayor, told": the cue of the later words
    const own = token?.marked === undefined ? undefined : cueAfter(tokens, i, true);
    if (own?.way === 'after') return { ...own, way: 'trailing' };
    const inverted = invertedAt(tokens, i + 1);
    if (inverted !== undefined) return { ...inverted, way: 'trailing' };
    // "…, as Ruiz put it"
    const phrase = phraseStartingAt(tokens, tokens[i + 1]?.low === 'as' ? i + 2 : i + 1);
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
