/** A long text → pieces that each fit, cut at a paragraph, sentence or word; joined again they are the text, white space at the cuts aside. */

/** Best first: paragraph, sentence, clause, word. No look-ahead, so that a page of blanks costs linear time. */
const BORDERS: readonly RegExp[] = [/\n\s*/g, /[.!?…]["'”’»)\]]*\s+/g, /[;:,]\s+/g, /\s+/g];

/** A cut in the first half of what fits would make many small pieces; then the next kind of border is better. */
const MIN_SHARE = 0.5;

/**
 * @param sizeOf Size of a piece as the platform counts it (after escaping); must not shrink as the text grows.
 * @param maxSize At least the size of the largest single character, else pieces of one character come back.
 */
export function cutText(text: string, maxSize: number, sizeOf: (piece: string) => number = (piece) => piece.length): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  // The plain length first: escaping all that is left for each piece would cost quadratic time.
  while (rest.length > maxSize || sizeOf(rest) > maxSize) {
    const end = cutEnd(rest, longestFit(rest, maxSize, sizeOf));
    const piece = rest.slice(0, end).trimEnd();
    if (piece) pieces.push(piece);
    rest = rest.slice(end);
  }
  if (rest.trim() || pieces.length === 0) pieces.push(rest);
  return pieces;
}

/** A piece this full is full enough: measuring costs an escaping each time. */
const FULL_SHARE = 0.95;

/** A number of code units, at least one character, that fits, and not much fewer than could. */
function longestFit(text: string, maxSize: number, sizeOf: (piece: string) => number): number {
  let fits = { length: 0, size: 0 };
  let tooLong = { length: Math.min(text.length, maxSize + 1), size: 0 };
  tooLong.size = sizeOf(text.slice(0, tooLong.length));
  if (tooLong.size <= maxSize) fits = tooLong;
  while (tooLong.length - fits.length > 1 && fits.size < maxSize * FULL_SHARE) {
    // Size grows about evenly with length, so the straight line between the two finds the place in a few steps.
    const share = (maxSize * 0.98 - fits.size) / (tooLong.size - fits.size);
    const guess = fits.length + Math.floor((tooLong.length - fits.length) * share);
    const length = Math.min(Math.max(guess, fits.length + 1), tooLong.length - 1);
    const size = sizeOf(text.slice(0, length));
    if (size <= maxSize) fits = { length, size };
    else tooLong = { length, size };
  }
  if (fits.length === 0) return isInsidePair(text, 1) ? 2 : 1;
  return isInsidePair(text, fits.length) ? fits.length - 1 || 2 : fits.length;
}

function cutEnd(text: string, longest: number): number {
  const window = text.slice(0, longest);
  for (const border of BORDERS) {
    let last = 0;
    for (const match of window.matchAll(border)) last = match.index + match[0].length;
    if (last >= longest * MIN_SHARE) return last;
  }
  return longest;
}

/** The halves of a surrogate pair stay together. */
function isInsidePair(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
