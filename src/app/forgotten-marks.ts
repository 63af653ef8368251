/** An article's key, a speaker's name, a tenant's id ↔ the mark by which it is known again without being written down. */

import { createHmac } from 'node:crypto';
import { foldedWords } from '#lib/fold.ts';
import type { Instant } from '#model/article.ts';
import type { Forgotten, ForgottenKind } from '#model/forgotten.ts';

const hashOf = (salt: string, kind: ForgottenKind, what: string): string =>
  createHmac('sha256', salt).update(`${kind}\n${what}`).digest('base64url');

/** One byte of a sum over the letters: it costs nothing, and of 256 other runs of words it lets one pass. */
const checkOf = (text: string): number => {
  let sum = 7;
  for (let i = 0; i < text.length; i++) sum = (Math.imul(sum, 31) + text.charCodeAt(i)) & 0xff;
  return sum;
};

export function toForgotten(kind: ForgottenKind, what: string, salt: string, at: Instant): Forgotten {
  const words = kind === 'speaker' ? foldedWords(what) : [];
  const said = kind === 'speaker' ? words.join(' ') : what;
  const hash = hashOf(salt, kind, said);
  return { id: `${kind}:${hash}`, kind, hash, salt, ...(kind === 'speaker' && { words: words.length, check: checkOf(said) }), at };
}

/** Is it this article key or tenant id? */
export const isMarked = ({ kind, hash, salt }: Forgotten, what: string): boolean => hashOf(salt, kind, what) === hash;

/** Does the text name the speaker? Each run of as many words is tried. */
export function isNamedIn({ hash, salt, words = 0, check }: Forgotten, text: string): boolean {
  const all = foldedWords(text);
  for (let start = 0; words > 0 && start + words <= all.length; start++) {
    const run = all.slice(start, start + words).join(' ');
    if (checkOf(run) === check && hashOf(salt, 'speaker', run) === hash) return true;
  }
  return false;
}
