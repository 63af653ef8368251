/** A quotation as the subject of "is" or "was" → the cue behind it: "Q," was the reply of X · "Q" was X's verdict · "Q" is how X put it. */
import type { Token } from '#text/tokens.ts';
import { type Cue, one } from './cues.ts';
import { isCueNoun } from './noun-cues.ts';
import { phraseStartingAt } from './noun-phrase.ts';

export function cueByCopula(tokens: readonly Token[], quote: number): Cue | undefined {
  let at = quote + 1;
  if (tokens[at]?.tag === 'comma') at++;
  if (!/^(?:is|was|were|are)$/.test(tokens[at]?.low ?? '')) return undefined;
  return tokens[at + 1]?.low === 'how' ? howPut(tokens, at + 2) : nounOf(tokens, at + 1);
}

/** "how one diplomat put it", "how Ruiz describes it". */
function howPut(tokens: readonly Token[], at: number): Cue | undefined {
  const phrase = phraseStartingAt(tokens, at);
  if (phrase === undefined || !/^(?:put|describe|sum|explain|see|phrase)$/.test(tokens[phrase.to]?.verb?.lemma ?? '')) return undefined;
  return { way: 'after', from: phrase.to, to: phrase.to + 1, subject: one(phrase) };
}

/** "the reply of Ruiz", "Ruiz's verdict", "her answer". */
function nounOf(tokens: readonly Token[], at: number): Cue | undefined {
  const phrase = phraseStartingAt(tokens, at);
  if (phrase === undefined || !isCueNoun(tokens[phrase.head]?.low ?? '')) return undefined;
  const cue = { way: 'noun', from: phrase.head, to: phrase.head + 1 } as const;
  if (/^(?:his|her|their|its)$/.test(tokens[at]?.low ?? '')) return { ...cue, subject: one({ from: at, to: at + 1, head: at }) };
  for (let i = phrase.head - 1; i > at; i--)
    if (tokens[i]?.tag === 'possessive') return { ...cue, subject: one({ from: at, to: i, head: i - 1 }) };
  if (!/^(?:of|from|by)$/.test(tokens[phrase.to]?.low ?? '')) return undefined;
  const owner = phraseStartingAt(tokens, phrase.to + 1);
  return owner === undefined ? undefined : { ...cue, subject: one(owner) };
}
