/** Tokens → the words as the article writes them, on one line. */
import type { Token } from '#text/tokens.ts';

export function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  let words = '';
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    const before = tokens[i - 1];
    if (token !== undefined) words += (i > from && before !== undefined && token.start > before.end ? ' ' : '') + token.text;
  }
  return words;
}

/** "boss", in contrast to "consumers": one person is no plural. */
export const isOne = (low: string): boolean => !/[^su]s$/.test(low);
