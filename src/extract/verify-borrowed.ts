/** A claim and the sentences that it is made from → a name that one sentence lends to what another says, and nothing else with it: "the mayor, Bo Rand, said" where the next sentence is his. */
import type { Line } from './verify-passage.ts';
import type { Piece } from './verify-pieces.ts';
import { isSame } from './verify-same.ts';

const PRONOUNS = new Set('he she they him her them his their who it its'.split(' '));
/** Fewer words of its own say nothing of what a sentence is about. */
const MIN_SHARED = 3;

export function borrowedName(claim: readonly Piece[], lines: readonly Line[]): Piece | undefined {
  if (lines.length < 2) return undefined;
  const content = claim.filter(({ kind, weight }) => weight === 1 && kind !== 'name');
  const held = lines.map(({ pieces }) => new Set(content.filter((piece) => pieces.some((other) => isSame(piece, other)))));
  const main = held.reduce((best, one, index) => (one.size > (held[best]?.size ?? 0) ? index : best), 0);
  const [line, ours] = [lines[main], held[main]];
  if (!line || !ours || ours.size < MIN_SHARED) return undefined;
  // "he" may be anybody of the sentences before
  if (line.pieces.some(({ key }) => PRONOUNS.has(key))) return undefined;
  const isIn = (piece: Piece | undefined): boolean => piece?.kind === 'name' && line.pieces.some((other) => isSame(piece, other));
  // the sentence's own names are all there: nothing was put in their place
  if (!line.pieces.some((piece) => piece.kind === 'name' && !claim.some((other) => isSame(piece, other)))) return undefined;
  return claim.find((piece, i) => {
    if (piece.kind !== 'name' || isIn(piece) || isIn(claim[i - 1]) || isIn(claim[i + 1])) return false;
    const lenders = lines.flatMap(({ pieces }, index) => (pieces.some((other) => isSame(piece, other)) ? (held[index] ?? []) : []));
    return lenders.length > 0 && lenders.every((theirs) => [...theirs].every((word) => ours.has(word)));
  });
}
