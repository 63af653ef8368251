/** A data directory and a PostgreSQL address → the directory's database copied there; the directory stays as it is. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '#model/failure.ts';
import { type CopiedTable, type CopyProgress, copyStore } from './copy-store.ts';
import { lockDirectory } from './lock.ts';
import { openStorage } from './open.ts';
import { createPostgresKysely } from './postgres-database.ts';
import { toPostgresFailure } from './postgres-failure.ts';
import { createPool } from './postgres-pool.ts';
import { createKysely, openDatabaseFile } from './sqlite-database.ts';

export type MigrateStoreOptions = { readonly dataDir: string; readonly databaseUrl: string; readonly onProgress: CopyProgress };

/** @throws Failure 'no-database', 'already-running' where a bot has the directory, 'not-empty', or what either engine has to say. */
export async function migrateStore({ dataDir, databaseUrl, onProgress }: MigrateStoreOptions): Promise<readonly CopiedTable[]> {
  const file = join(dataDir, 'wirebrief.db');
  if (!existsSync(file))
    throw new Failure({
      code: 'no-database',
      message: `There is no database in ${dataDir}.`,
      hint: 'Set WIREBRIEF_DATA to the directory of the embedded database.',
    });
  // Both are brought to this version's schema first.
  await (await openStorage({ dataDir, mode: 'own', now: Date.now })).close();
  await (await openStorage({ dataDir, databaseUrl, mode: 'own', now: Date.now })).close();
  const lock = lockDirectory(dataDir);
  const database = openDatabaseFile(file, 'read-only');
  const connections = createPool({ url: databaseUrl, mode: 'own', size: 2 });
  try {
    return await copyStore(createKysely(database), createPostgresKysely(connections), onProgress);
  } catch (error) {
    throw toPostgresFailure(error);
  } finally {
    await connections.end();
    database.close();
    lock.release();
  }
}
