/** A quotation with its speaker's name behind a dash, as under mottoes and readers' voices → the cue: "Q" — Ana Ruiz, poet. */
import type { Token } from '#text/tokens.ts';
import { type Cue, one } from './cues.ts';
import { phraseStartingAt } from './noun-phrase.ts';

const MAX_TOKENS_OF_SIGNATURE = 16;

/** In the sentence of the quotation, which stands first in it. */
export function cueByDash(tokens: readonly Token[], quote: number): Cue | undefined {
  if (quote > 0) return undefined;
  const dash = tokens[1]?.tag === 'stop' ? 2 : 1;
  return signatureAt(tokens, dash);
}

/** On a line of its own below the quotation. */
export const signatureBelow = (tokens: readonly Token[]): Cue | undefined => signatureAt(tokens, 0);

/** A dash, a name, and nothing behind it but who that is. */
function signatureAt(tokens: readonly Token[], dash: number): Cue | undefined {
  if (tokens[dash]?.tag !== 'dash' || tokens.length - dash > MAX_TOKENS_OF_SIGNATURE) return undefined;
  const phrase = phraseStartingAt(tokens, dash + 1);
  if (phrase === undefined || tokens[phrase.head]?.tag !== 'name') return undefined;
  const behind = tokens[phrase.to]?.tag;
  if (behind !== undefined && behind !== 'comma' && behind !== 'open' && behind !== 'stop') return undefined;
  for (let i = phrase.to; i < tokens.length; i++)
    if (/^(?:verb|auxiliary|pronoun|quote|dash)$/.test(tokens[i]?.tag ?? '')) return undefined;
  return { way: 'colon', from: dash, to: dash + 1, subject: one(phrase) };
}
