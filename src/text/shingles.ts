/**
 * A text → hashes of its runs of four words. How much of the smaller of two such sets is in the larger finds wire copies on several sites though one
 * was cut, reworded in places or given a new beginning. Shingles that stand in more than three documents are the site's boilerplate: the caller, who
 * knows the other documents, leaves them out first.
 */

/** Ascending and distinct, each an unsigned 32-bit number. */
export type Shingles = readonly number[];

const WORDS_IN_ONE = 4;
/** Scripts without spaces: as many characters as four words have, roughly. */
const CHARACTERS_IN_ONE = 8;

/** Measured: at 0.35 copies are found to 98–100 %, and two reporters' own stories on one event reach 0.28 at most. */
export const SAME_TEXT = 0.35;

export function shingles(text: string): Shingles {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = words.join('');
  const isSpaceless =
    (letters.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/gu)?.length ?? 0) >
    letters.length / 3;
  const hashes = isSpaceless ? characterShingles(letters) : wordShingles(words);
  return [...new Set(hashes)].sort((a, b) => a - b);
}

function wordShingles(words: readonly string[]): number[] {
  const hashes = words.map(hashOf);
  const found: number[] = [];
  for (let i = 0; i + WORDS_IN_ONE <= hashes.length; i++) {
    let hash = OFFSET;
    for (let k = 0; k < WORDS_IN_ONE; k++) hash = Math.imul(rotated(hash) ^ (hashes[i + k] ?? 0), PRIME);
    found.push(mixed(hash));
  }
  return found;
}

function characterShingles(letters: string): number[] {
  const found: number[] = [];
  for (let i = 0; i + CHARACTERS_IN_ONE <= letters.length; i++) found.push(mixed(hashOf(letters.slice(i, i + CHARACTERS_IN_ONE))));
  return found;
}

/** FNV-1a, 32 bits. */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

function hashOf(text: string): number {
  let hash = OFFSET;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash;
}

function rotated(hash: number): number {
  return (hash << 13) | (hash >>> 19);
}

/** Spreads the bits, so that the lowest hashes of a text are a fair sample of it. */
function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  return bits >>> 0;
}
