/** A summary and a reference → ROUGE-1, -2 and -L as F1 of 0..1: lower case, words of a-z and 0-9, no stemming, as ../shared/bench/quotes counts it. */

export const measures = ['r1', 'r2', 'rl'] as const;
export type Rouge = Readonly<Record<(typeof measures)[number], number>>;

export function rouge(summary: string, reference: string): Rouge {
  const [a, b] = [wordsOf(summary), wordsOf(reference)];
  return { r1: shared(a, b, 1), r2: shared(a, b, 2), rl: f1(longestCommon(a, b), a.length, b.length) };
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

const f1 = (hits: number, found: number, wanted: number): number => (found + wanted === 0 ? 0 : (2 * hits) / (found + wanted));

function shared(summary: readonly string[], reference: readonly string[], n: number): number {
  const wanted = countRuns(reference, n);
  let hits = 0;
  for (const [run, count] of countRuns(summary, n)) hits += Math.min(count, wanted.get(run) ?? 0);
  return f1(hits, Math.max(0, summary.length - n + 1), Math.max(0, reference.length - n + 1));
}

/** Each run of n words, and how often it comes. */
function countRuns(words: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + n <= words.length; at++) {
    const run = words.slice(at, at + n).join(' ');
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  return counts;
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    b.forEach((other, at) => {
      next.push(word === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}
