/** What differs between the engines, in one table, so that no query elsewhere asks which engine it runs on. */
import { type RawBuilder, sql } from 'kysely';
import type { Phrase, Term, WordQuery } from './words.ts';

export type Index = 'article' | 'quote' | 'figure' | 'cluster';
/** Column → text. */
export type Indexed = Readonly<Record<string, string>>;

export type Differences = {
  /** A table expression with the column `no`: rows whose words fit; read from the highest `no` down it costs no sorting. */
  readonly hits: (index: Index, query: Pick<WordQuery, 'all' | 'any'>, none: WordQuery['none']) => RawBuilder<{ no: number }>;
  /** One statement that indexes these rows. The rows of `index` are there already; a removed row leaves the index by itself. */
  readonly addWords: (index: Index, rows: readonly (readonly [no: number, words: Indexed])[]) => RawBuilder<unknown>;
  readonly dropWords: (index: Index, nos: readonly number[]) => RawBuilder<unknown>;
  /** The end of a select that takes work in turns, so that two processes never take the same row. */
  readonly skipLocked: RawBuilder<unknown>;
};

const TABLE: Readonly<Record<Index, string>> = {
  article: 'article_words',
  quote: 'quote_words',
  figure: 'figure_words',
  cluster: 'cluster_words',
};

/** In FTS5 a string in double quotes is data; what it holds are folded letters and digits anyway. */
const fts5Phrase = (phrase: Phrase): string => `"${phrase.join(' ')}"`;
const fts5Or = (terms: readonly Term[]): string => `(${terms.flat().map(fts5Phrase).join(' OR ')})`;

/** At least one of `all` and `any` must be there: FTS5 has no NOT without a left side. */
export function fts5Query(query: Pick<WordQuery, 'all' | 'any'>, none: WordQuery['none']): string {
  const parts = query.all.map((term) => fts5Or([term]));
  if (query.any.length > 0) parts.push(fts5Or(query.any));
  const wanted = parts.join(' AND ');
  return none.length > 0 ? `(${wanted}) NOT ${fts5Or(none)}` : wanted;
}

export const SQLITE: Differences = {
  hits: (index, query, none) => {
    const table = sql.table(TABLE[index]);
    return sql<{ no: number }>`(select rowid as no from ${table} where ${table} match ${fts5Query(query, none)})`;
  },
  addWords: (index, rows) => {
    const columns = Object.keys(rows[0]?.[1] ?? {});
    const values = rows.map(([no, words]) => sql`(${sql.join([no, ...columns.map((column) => words[column] ?? '')])})`);
    return sql`insert into ${sql.table(TABLE[index])} (rowid, ${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}`;
  },
  dropWords: (index, nos) => sql`delete from ${sql.table(TABLE[index])} where rowid in (${sql.join([...nos])})`,
  skipLocked: sql``,
};
