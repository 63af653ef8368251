/** A name that the passage of a claim lacks → whether the claim may bear it all the same: the rest of a full name, a form of one, or no name at all. */
import type { Span } from '#model/article.ts';
import type { Line } from './verify-passage.ts';
import { isCommonWord, type Piece, singular } from './verify-pieces.ts';

/** So many sentences before the passage may have named whom it calls "he" or "the minister". */
const NAMED_BEFORE = 3;

export function createKnownNames(lines: readonly Line[]) {
  const inText = new Set(lines.flatMap((line) => [...line.keys]));
  const initials = initialsIn(lines);
  return (name: Piece, written: string, neighbours: readonly Piece[], passage: readonly (Line & Span)[]): boolean => {
    if (name.kind === 'date') return false;
    if (name.isOpening && (isCommonWord(written) || inText.has(name.key) || inText.has(singular(name.key)))) return true;
    if (initials.has(name.key) || hasForm(name.key, passage)) return true;
    if (!inText.has(name.key)) return false;
    return isBeside(name, neighbours, lines) || isNamedBefore(name, lines, passage);
  };
}

/** "Hillary" where the passage says "Clinton" only: the two stand together somewhere in the text. */
function isBeside(name: Piece, neighbours: readonly Piece[], lines: readonly Line[]): boolean {
  return neighbours.some(
    (neighbour) =>
      neighbour.kind === 'name' &&
      lines.some(({ pieces }) =>
        pieces.some((piece, i) => piece.key === name.key && (pieces[i - 1]?.key === neighbour.key || pieces[i + 1]?.key === neighbour.key)),
      ),
  );
}

function isNamedBefore(name: Piece, lines: readonly Line[], passage: readonly Line[]): boolean {
  return passage.some((line) => {
    const at = lines.indexOf(line);
    return lines.slice(Math.max(0, at - NAMED_BEFORE), at).some(({ keys }) => keys.has(name.key));
  });
}

const MIN_SHARED_LETTERS = 4;

/** "Russian" for "Russia", "British" for "Britain". */
const hasForm = (key: string, passage: readonly Line[]): boolean =>
  key.length > MIN_SHARED_LETTERS &&
  passage.some(({ pieces }) =>
    pieces.some(
      (piece) =>
        piece.kind === 'name' &&
        piece.key.slice(0, MIN_SHARED_LETTERS) === key.slice(0, MIN_SHARED_LETTERS) &&
        Math.abs(piece.key.length - key.length) <= 3 &&
        /(?:an|ian|ish|ese|i|s|ia|a|y|land|ain|e)$/.test(key),
    ),
  );

const MAX_INITIALS = 8;

/** "UN" where the text has "United Nations": names that stand side by side, by their first letters. */
function initialsIn(lines: readonly Line[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { pieces } of lines) {
    for (let i = 0; i < pieces.length; i++) {
      let letters = '';
      for (
        let j = i;
        j < i + MAX_INITIALS && (pieces[j]?.kind === 'name' || (letters !== '' && /^(?:of|the|for|and)$/.test(pieces[j]?.key ?? '')));
        j++
      ) {
        if (pieces[j]?.kind === 'name') letters += pieces[j]?.key[0] ?? '';
        if (letters.length >= 2) found.add(letters);
      }
    }
  }
  return found;
}
