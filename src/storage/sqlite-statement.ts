/** node:sqlite → what Kysely's SqliteDialect asks for: cached statements whose parameters are counted and checked. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { checkedParameter, type Parameter } from './parameter.ts';
import { toFailure } from './sqlite-failure.ts';

/** The least used goes first. Long texts are inserts of so many rows: they come back seldom and are large when prepared. */
const MAX_STATEMENTS = 256;
const MAX_CACHED_LENGTH = 2_000;

/** How many "?" a statement holds outside of strings, quoted names and comments. */
export function countParameters(text: string): number {
  const outside = text.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '');
  return outside.split('?').length - 1;
}

function attempt<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw toFailure(error);
  }
}

function wrapStatement(statement: StatementSync, text: string): SqliteStatement {
  const expected = countParameters(text);
  const bind = (parameters: readonly unknown[]): Parameter[] => {
    if (parameters.length !== expected) throw new TypeError(`a query takes ${expected} parameters and got ${parameters.length}`);
    return parameters.map(checkedParameter);
  };
  const reader = statement.columns().length > 0;
  // A full-text index writes rows of its own under numbers past 2^53, and the last one's comes with the answer: Node 26 refuses it as a number.
  if (!reader) statement.setReadBigInts(true);
  return {
    reader,
    all: (parameters) => attempt(() => statement.all(...bind(parameters))),
    run: (parameters) => attempt(() => statement.run(...bind(parameters))),
    iterate: (parameters) => statement.iterate(...bind(parameters)),
  };
}

const NOTHING: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
};

export function wrapDatabase(database: DatabaseSync): SqliteDatabase {
  const cache = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(text) {
      // A full disk makes SQLite roll back by itself; a second rollback would hide the reason behind its own error.
      if (text === 'rollback' && !database.isTransaction) return NOTHING;
      const known = cache.get(text);
      if (known !== undefined) {
        cache.delete(text);
        cache.set(text, known);
        return known;
      }
      // A transaction that reads first and writes then would fail at once where another connection wrote in between.
      const statement = attempt(() => wrapStatement(database.prepare(text === 'begin' ? 'begin immediate' : text), text));
      if (text.length <= MAX_CACHED_LENGTH) cache.set(text, statement);
      if (cache.size > MAX_STATEMENTS) cache.delete(cache.keys().next().value ?? '');
      return statement;
    },
  };
}
