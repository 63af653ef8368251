/**
 * What differs between the engines, in one table, so that no query elsewhere asks which engine it runs on: a database carries its own
 * column of it (`differencesOf`), and every module that needs one of these takes it from the database that it was given.
 */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { FTS5 } from './fts5.ts';
import { POSTGRES_WORD_TABLES, TSVECTOR } from './tsvector.ts';
import type { WordQuery } from './words.ts';

export type Index = 'article' | 'quote' | 'figure' | 'cluster';
/** Column → text. */
export type Indexed = Readonly<Record<string, string>>;

export type WordIndex = {
  /** A table expression with the column `no`: rows whose words fit. */
  readonly hits: (index: Index, query: Pick<WordQuery, 'all' | 'any'>, none: WordQuery['none']) => RawBuilder<{ no: number }>;
  /** A table expression with the columns `word` and `no`: each row that holds one of these words; each stands in its index as it is. */
  readonly hitsOfEach: (index: Index, words: readonly string[]) => RawBuilder<{ word: string; no: number }>;
  /** A table expression with the columns `word` and `rows`: how many hold it, counted up to `most`. */
  readonly countsOfEach: (index: Index, words: readonly string[], most: number) => RawBuilder<{ word: string; rows: number }>;
  /** One statement that indexes these rows. The rows of `index` are there already; a removed row leaves the index by itself. */
  readonly addWords: (index: Index, rows: readonly (readonly [no: number, words: Indexed])[]) => RawBuilder<unknown>;
  readonly dropWords: (index: Index, nos: readonly number[]) => RawBuilder<unknown>;
};

export type Differences = WordIndex & {
  /** The end of a select whose rows nobody else may take or change until the transaction ends; rows that are taken are passed over. */
  readonly skipLocked: RawBuilder<unknown>;
  /** The same, but it waits for rows that are taken. */
  readonly lockRows: RawBuilder<unknown>;
  /**
   * Until the transaction ends nobody else holds this name `alone`, or where it is held alone, nobody else holds it at all.
   * Embedded, one transaction runs at a time anyway.
   */
  readonly hold: (trx: QueryExecutorProvider, name: string, how: 'alone' | 'together') => Promise<void>;
  /** This transaction may take as long as it needs: a statement of another one that takes a minute hangs, and is ended. */
  readonly takeTime: (trx: QueryExecutorProvider) => Promise<void>;
  /** The transaction failed by what others did meanwhile: done again it may go through. */
  readonly isTransient: (error: unknown) => boolean;
  /** A statement of a migration, written for SQLite → the same for this engine. */
  readonly ddl: (statement: string) => string;
  /** What makes the full-text indexes of the first schema. */
  readonly wordTables: string;
  /** A row where a table of this name is there, none where not. */
  readonly hasTable: (name: string) => RawBuilder<unknown>;
};

export const SQLITE: Differences = {
  ...FTS5,
  skipLocked: sql``,
  lockRows: sql``,
  hold: async () => {},
  takeTime: async () => {},
  isTransient: () => false,
  ddl: (statement) => statement,
  wordTables: `
create virtual table article_words using fts5 (title, body, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");
create virtual table quote_words using fts5 (context, title, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");
create virtual table figure_words using fts5 (context, title, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2");
create virtual table cluster_words using fts5 (keys, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61");

create trigger article_words_removed after delete on article begin
  delete from article_words where rowid = old.no; delete from cluster_words where rowid = old.no; end;
create trigger quote_words_removed after delete on quote begin delete from quote_words where rowid = old.no; end;
create trigger figure_words_removed after delete on figure begin delete from figure_words where rowid = old.no; end;
`,
  hasTable: (name) => sql`select 1 from sqlite_schema where name = ${name}`,
};

/** Serialization failure, deadlock, and a key or a foreign key that another transaction brought or took: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const TRANSIENT: ReadonlySet<unknown> = new Set(['40001', '40P01', '23505', '23503']);

export const POSTGRES: Differences = {
  ...TSVECTOR,
  skipLocked: sql`for update skip locked`,
  lockRows: sql`for update`,
  hold: async (trx, name, how) => {
    const lock = sql.raw(how === 'alone' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared');
    await sql`select ${lock}(hashtextextended(${`wirebrief ${name}`}, 0))`.execute(trx);
  },
  takeTime: async (trx) => void (await sql`set local statement_timeout = 0`.execute(trx)),
  isTransient: (error) => error instanceof Error && 'code' in error && TRANSIENT.has(error.code),
  // Collation "C": names sort by their characters wherever the database was made, and a prefix is a range of an index.
  ddl: (statement) =>
    statement
      .replace(/\binteger primary key(?: autoincrement)?(?! references)/g, 'bigint generated by default as identity primary key')
      .replace(/\binteger\b/g, 'bigint')
      .replace(/\breal\b/g, 'double precision')
      .replace(/(^\s+\w+ |\badd column \w+ )text\b/gm, '$1text collate "C"')
      .replace(/\) strict(?:, without rowid)?\s*$/, ')'),
  wordTables: POSTGRES_WORD_TABLES,
  hasTable: (name) => sql`select 1 where to_regclass(${name}) is not null`,
};

/** @param db Or a transaction of it. */
export function differencesOf(db: QueryExecutorProvider): Differences {
  const { adapter } = db.getExecutor();
  if ('differences' in adapter) return adapter.differences as Differences;
  throw new TypeError('this database was not opened by the storage folder');
}
