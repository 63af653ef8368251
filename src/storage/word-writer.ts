/**
 * Words of new rows, gathered and indexed in few statements. FTS5 writes what it holds in memory out to its segments with every
 * statement; a batch indexed row by row took twice as long and left the segments to be merged.
 */
import type { Kysely } from 'kysely';
import { differencesOf, type Index, type Indexed } from './differences.ts';
import { createSpeakerWriter, type SpeakerWriter } from './speaker-writer.ts';
import type { Tables } from './tables.ts';

const MAX_ROWS = 500;

export type WordWriter = {
  /** Held back and flushed like the words. */
  readonly speakers: Pick<SpeakerWriter, 'add'>;
  readonly add: (index: Index, no: number, words: Indexed) => void;
  /** To be called before the transaction ends, and before a row is removed whose words may still be held back. */
  readonly flush: () => Promise<void>;
};

export function createWordWriter(trx: Kysely<Tables>): WordWriter {
  const { addWords } = differencesOf(trx);
  const waiting = new Map<Index, [number, Indexed][]>();
  const speakers = createSpeakerWriter(trx);
  return {
    speakers,
    add(index, no, words) {
      const rows = waiting.get(index);
      if (rows === undefined) waiting.set(index, [[no, words]]);
      else rows.push([no, words]);
    },
    async flush() {
      for (const [index, rows] of waiting)
        for (let start = 0; start < rows.length; start += MAX_ROWS) await addWords(index, rows.slice(start, start + MAX_ROWS)).execute(trx);
      waiting.clear();
      await speakers.flush();
    },
  };
}
