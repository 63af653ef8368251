/** A data directory, or a PostgreSQL address → the Storage there: made where it is missing, migrated; the directory locked against a second bot. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeDirectory } from '#lib/make-directory.ts';
import type { Instant } from '#model/article.ts';
import { Failure } from '#model/failure.ts';
import { forgetHolders } from './leases.ts';
import { type DirectoryLock, lockDirectory } from './lock.ts';
import { type Migrations, migrate, pendingMigrations } from './migrate.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { backUpBeforeMigration } from './sqlite-copy.ts';
import { createKysely, openDatabaseFile } from './sqlite-database.ts';
import { toFailure } from './sqlite-failure.ts';
import { createSqliteStorage } from './sqlite-storage.ts';
import type { Storage } from './storage.ts';

export type OpenOptions = {
  readonly dataDir: string;
  /** Where it is given, everything is kept there and nothing in the directory; any number of bots may share it. */
  readonly databaseUrl?: string | null;
  /** own: the one bot of this directory, or one of those on PostgreSQL; read-only: beside it, without the lock. */
  readonly mode: 'own' | 'read-only';
  readonly now: () => Instant;
  /** For tests of upgrades. */
  readonly migrations?: Migrations;
};

const FILE = 'wirebrief.db';

async function openOwn({ dataDir, now, migrations = MIGRATIONS }: OpenOptions): Promise<Storage> {
  let lock: DirectoryLock | undefined;
  try {
    makeDirectory(dataDir);
    lock = lockDirectory(dataDir);
    const path = join(dataDir, FILE);
    const database = openDatabaseFile(path, 'own');
    const db = createKysely(database);
    try {
      const pending = await pendingMigrations(db, migrations);
      const [first] = pending;
      if (first !== undefined) {
        const isNew = pending.length === Object.keys(migrations).length;
        if (!isNew) await backUpBeforeMigration(database, dataDir, first, now());
        await migrate(db, migrations, toFailure);
      }
      await forgetHolders(db);
    } catch (error) {
      database.close();
      throw error;
    }
    return createSqliteStorage({ db, database, now, onClose: lock.release });
  } catch (error) {
    lock?.release();
    throw toFailure(error, dataDir);
  }
}

async function openReadOnly({ dataDir, now, migrations = MIGRATIONS }: OpenOptions): Promise<Storage> {
  const path = join(dataDir, FILE);
  if (!existsSync(path))
    throw new Failure({
      code: 'no-database',
      message: `There is no database in ${dataDir} yet.`,
      hint: 'Start Wirebrief there once (npm start), or set WIREBRIEF_DATA to the directory that it uses.',
    });
  const database = openDatabaseFile(path, 'read-only');
  const db = createKysely(database);
  try {
    const pending = await pendingMigrations(db, migrations);
    if (pending.length > 0)
      throw new Failure({
        code: 'older-schema',
        message: 'The database was written by an older Wirebrief.',
        hint: 'Start this version once (npm start): it makes a copy and brings the database up to date.',
      });
  } catch (error) {
    database.close();
    throw toFailure(error, dataDir);
  }
  return createSqliteStorage({ db, database, now, onClose: () => {} });
}

/** Each bot of a fleet takes so many; PostgreSQL allows 100 in all where nothing else is set. */
const CONNECTIONS = 10;

async function openServer(url: string, { mode, now, migrations = MIGRATIONS }: OpenOptions): Promise<Storage> {
  // Loaded only here: the embedded engine needs none of it.
  const { createPool } = await import('./postgres-pool.ts');
  const { openPostgres } = await import('./postgres-storage.ts');
  return openPostgres({ connections: createPool({ url, mode, size: CONNECTIONS }), mode, now, migrations });
}

export function openStorage(options: OpenOptions): Promise<Storage> {
  if (options.databaseUrl) return openServer(options.databaseUrl, options);
  return options.mode === 'own' ? openOwn(options) : openReadOnly(options);
}
