/** A reading → its body as the reporter wrote it: sentences of tokens with the marked stretches folded in. */
import { findMarked, type Marked } from '#text/marks.ts';
import { isGivenName } from '#text/names-en.ts';
import type { Reading } from '#text/reading.ts';
import { type FrameSentence, frameSentences } from '#text/tokens.ts';
import { retag } from './retag.ts';

const frames = new WeakMap<Reading, FrameSentence[]>();

/** Made once for each reading: quotations and names both start from it. */
export function framesOf(reading: Reading): FrameSentence[] {
  const known = frames.get(reading);
  if (known !== undefined) return known;
  const made = makeFrames(reading);
  frames.set(reading, made);
  return made;
}

function makeFrames({ text, paragraphs }: Reading): FrameSentence[] {
  const marked = findMarked(text, paragraphs);
  const lower = new Set<string>();
  for (const found of text.match(/[a-z,;] [a-z]{3,}/g) ?? []) lower.add(found.slice(2));
  const surnames = surnamesIn(text);
  const sentences: FrameSentence[] = [];
  let next = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const inside: Marked[] = [];
    for (; next < marked.length && (marked[next]?.paragraph ?? 0) <= index; next++) {
      const region = marked[next];
      if (region !== undefined) inside.push(region);
    }
    if (paragraph.kind !== 'body') continue;
    for (const sentence of frameSentences(text, paragraph, index, inside, (low) => lower.has(low))) {
      const tokens = retag(sentence.tokens, surnames);
      sentences.push(tokens === sentence.tokens ? sentence : { ...sentence, tokens });
    }
  }
  return sentences;
}

/** Capitals behind a known given name, initials aside, in small letters: "Ken Baker", "Peter T. King". */
function surnamesIn(text: string): ReadonlySet<string> {
  const surnames = new Set<string>();
  // What stands before is looked at apart: a lookbehind is tried at every letter of the text.
  for (const { 1: given, 2: surname, index } of text.matchAll(/(\p{Lu}\p{Ll}+)(?= (?:\p{Lu}\.? )?(\p{Lu}\p{Ll}[\p{L}-]*))/gu))
    if (given !== undefined && surname !== undefined && !/[\p{L}'’.-]$/u.test(text.slice(Math.max(0, index - 2), index)))
      if (isGivenName(given.toLowerCase())) surnames.add(surname.toLowerCase());
  // "Alvar King Jr."
  if (/ [JS]r\b/.test(text))
    for (const [, surname] of text.matchAll(/ (\p{Lu}\p{Ll}+),? [JS]r\b/gu)) if (surname !== undefined) surnames.add(surname.toLowerCase());
  return surnames;
}
