/** A word that nobody knows → the known ones that are spelled most like it. */
import { fold } from '#lib/fold.ts';

/** Fewest single-letter edits (swaps of neighbours count one) between two words: Damerau-Levenshtein, optimal string alignment. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let best = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + cost);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        best = Math.min(best, (before[column - 2] ?? 0) + 1);
      current.push(best);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** Longer ones are told apart by their beginnings. */
const MAX_LETTERS = 64;

/** At most `limit` of the known names, nearest first: a name's best word counts, and a third of its letters may be wrong. */
export function nearest(word: string, known: readonly string[], limit = 3): string[] {
  const wanted = fold(word).slice(0, MAX_LETTERS);
  const scored = known.map((name) => {
    const folded = fold(name).slice(0, MAX_LETTERS);
    const distance = Math.min(
      ...[folded, ...folded.split(/[\s-]+/)].map((part) => (part.startsWith(wanted) ? 0.5 : editDistance(wanted, part))),
    );
    return { name, distance };
  });
  return scored
    .filter(({ distance }) => distance <= Math.max(1, wanted.length / 3))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ name }) => name);
}
