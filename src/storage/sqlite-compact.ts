/** A SQLite database with removed rows → the same without a trace of them in its files: indexes merged, pages written anew, the log emptied. */
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

const INDEXES = ['article_words', 'quote_words', 'figure_words', 'cluster_words'] as const;

export async function compactDatabase(db: Kysely<Tables>): Promise<void> {
  // A removed row leaves its words in the segments of the index until these are merged.
  for (const index of INDEXES) await sql`insert into ${sql.table(index)} (${sql.ref(index)}) values ('optimize')`.execute(db);
  await sql`vacuum`.execute(db);
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
