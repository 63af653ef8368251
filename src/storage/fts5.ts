/** Words → SQLite's FTS5. Its index is read in the order of its row numbers: newest first costs no sorting. */
import { sql } from 'kysely';
import type { Index, WordIndex } from './differences.ts';
import type { Phrase, Term, WordQuery } from './words.ts';

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

export const FTS5: WordIndex = {
  hits: (index, query, none) => {
    const table = sql.table(TABLE[index]);
    return sql<{ no: number }>`(select rowid as no from ${table} where ${table} match ${fts5Query(query, none)})`;
  },
  // One statement for any number of words: it is prepared once, and one cursor goes from word to word.
  hitsOfEach: (index, words) => {
    const table = sql.table(TABLE[index]);
    return sql`(select wanted.value as word, ${table}.rowid as no from json_each(${JSON.stringify(words)}) as wanted cross join ${table} where ${table} match '"' || wanted.value || '"')`;
  },
  countsOfEach: (index, words, most) => {
    const table = sql.table(TABLE[index]);
    return sql`(select wanted.value as word, (select count(*) from (select 1 from ${table} where ${table} match '"' || wanted.value || '"' limit ${most})) as rows
      from json_each(${JSON.stringify(words)}) as wanted)`;
  },
  addWords: (index, rows) => {
    const columns = Object.keys(rows[0]?.[1] ?? {});
    const values = rows.map(([no, words]) => sql`(${sql.join([no, ...columns.map((column) => words[column] ?? '')])})`);
    return sql`insert into ${sql.table(TABLE[index])} (rowid, ${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}`;
  },
  dropWords: (index, nos) => sql`delete from ${sql.table(TABLE[index])} where rowid in (${sql.join([...nos])})`,
};
