/** A data directory → the Storage in it: made where it is missing, locked against a second bot, migrated. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '#model/article.ts';
import { Failure } from '#model/failure.ts';
import { type DirectoryLock, lockDirectory } from './lock.ts';
import { backUpBeforeMigration, type Migrations, migrate, pendingMigrations } from './migrate.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { createKysely, openDatabaseFile } from './sqlite-database.ts';
import { toFailure } from './sqlite-failure.ts';
import { createSqliteStorage } from './sqlite-storage.ts';
import type { Storage } from './storage.ts';

export type OpenOptions = {
  readonly dataDir: string;
  /** own: the one bot of this directory; read-only: beside it, without the lock. */
  readonly mode: 'own' | 'read-only';
  readonly now: () => Instant;
  /** For tests of upgrades. */
  readonly migrations?: Migrations;
};

const FILE = 'wirebrief.db';

async function openOwn({ dataDir, now, migrations = MIGRATIONS }: OpenOptions): Promise<Storage> {
  let lock: DirectoryLock | undefined;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
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
        await migrate(db, migrations);
      }
    } catch (error) {
      database.close();
      throw error;
    }
    return createSqliteStorage({ db, database, now, onClose: lock.release });
  } catch (error) {
    lock?.release();
    throw toFailure(error);
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
    throw toFailure(error);
  }
  return createSqliteStorage({ db, database, now, onClose: () => {} });
}

export function openStorage(options: OpenOptions): Promise<Storage> {
  return options.mode === 'own' ? openOwn(options) : openReadOnly(options);
}
