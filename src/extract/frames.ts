/** A reading → its body as the reporter wrote it: sentences of tokens with the marked stretches folded in. */
import { codePointIn, isLower, isUpper } from '#text/letters.ts';
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

const SURNAME = / (?:\p{Lu}\.? )?(\p{Lu}\p{Ll}[\p{L}-]*)/uy;

/** Capitals behind a known given name, initials aside, in small letters: "Ken Baker", "Peter T. King". */
function surnamesIn(text: string): ReadonlySet<string> {
  const surnames = new Set<string>();
  for (let blank = text.indexOf(' '); blank >= 0; blank = text.indexOf(' ', blank + 1)) {
    if (!isUpper(codePointIn(text, blank + 1, text.length))) continue;
    let start = blank - 1;
    while (start > 0 && isLower(text.charCodeAt(start))) start--;
    if (start > blank - 2 || !isUpper(text.charCodeAt(start)) || !isGivenName(text.slice(start, blank).toLowerCase())) continue;
    if (/[\p{L}'’.-]$/u.test(text.slice(Math.max(0, start - 2), start))) continue;
    SURNAME.lastIndex = blank;
    const surname = SURNAME.exec(text)?.[1];
    if (surname !== undefined) surnames.add(surname.toLowerCase());
  }
  // "Alvar King Jr."
  if (/ [JS]r\b/.test(text))
    for (const [, surname] of text.matchAll(/ (\p{Lu}\p{Ll}+),? [JS]r\b/gu)) if (surname !== undefined) surnames.add(surname.toLowerCase());
  return surnames;
}
