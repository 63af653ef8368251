/** A file → a Kysely over node:sqlite, set up for a bot that must lose nothing that it acknowledged. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely';
import { makePrivateFile } from '#lib/make-directory.ts';
import { SQLITE } from './differences.ts';
import { toFailure } from './sqlite-failure.ts';
import { wrapDatabase } from './sqlite-statement.ts';
import type { Tables } from './tables.ts';

const BUSY_TIMEOUT_MS = 5_000;
const CACHE_KIB = 16_384;

/** SQLite does roll back DDL; Kysely's Migrator uses a transaction for it only where the adapter says so. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  readonly differences = SQLITE;

  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class NodeSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

/** FULL, not NORMAL: in WAL mode NORMAL may lose the last commits when the power goes. */
export function openDatabaseFile(path: string, mode: 'own' | 'read-only'): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    // SQLite would let everybody read it; its -wal and -shm get the file's own mode.
    if (mode === 'own' && !existsSync(path)) makePrivateFile(path);
    database = new DatabaseSync(path, { readOnly: mode === 'read-only', timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
    if (mode === 'own') database.exec('pragma journal_mode = wal; pragma synchronous = full');
    database.exec(`pragma cache_size = -${CACHE_KIB}; pragma temp_store = memory; pragma trusted_schema = off`);
    // The first page is read only now: a damaged file shows here and not at some later query.
    database.prepare('select count(*) from sqlite_schema').get();
    return database;
  } catch (error) {
    database?.close();
    throw toFailure(error, dirname(path));
  }
}

export function createKysely(database: DatabaseSync): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new NodeSqliteDialect({ database: wrapDatabase(database) }) });
}
