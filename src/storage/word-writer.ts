/**
 * Words of new rows, gathered and indexed in few statements. FTS5 writes what it holds in memory out to its segments with every
 * statement; a batch indexed row by row took twice as long and left the segments to be merged.
 */
import type { Kysely } from 'kysely';
import { SQLITE as differences, type Index, type Indexed } from './differences.ts';
import type { Tables } from './tables.ts';

const MAX_ROWS = 500;

export type WordWriter = {
  readonly add: (index: Index, no: number, words: Indexed) => void;
  /** To be called before the transaction ends, and before a row is removed whose words may still be held back. */
  readonly flush: () => Promise<void>;
};

export function createWordWriter(trx: Kysely<Tables>): WordWriter {
  const waiting = new Map<Index, [number, Indexed][]>();
  return {
    add(index, no, words) {
      const rows = waiting.get(index);
      if (rows === undefined) waiting.set(index, [[no, words]]);
      else rows.push([no, words]);
    },
    async flush() {
      for (const [index, rows] of waiting)
        for (let start = 0; start < rows.length; start += MAX_ROWS)
          await differences.addWords(index, rows.slice(start, start + MAX_ROWS)).execute(trx);
      waiting.clear();
    },
  };
}
