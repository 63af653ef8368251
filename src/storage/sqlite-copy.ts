/** An open database → a consistent copy of it in a file, while writers go on. */
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backup, type DatabaseSync } from 'node:sqlite';
import { makeDirectory, makePrivateFile } from '#lib/make-directory.ts';
import type { Instant } from '#model/article.ts';
import { toFailure } from './sqlite-failure.ts';

/** The copy gets its name only when it is whole. */
export async function copyDatabase(database: DatabaseSync, path: string): Promise<void> {
  const partial = `${path}.partial`;
  try {
    rmSync(partial, { force: true });
    makePrivateFile(partial);
    await backup(database, partial);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw toFailure(error);
  }
}

/** What an existing database was before its migration, in data/backups. */
export async function backUpBeforeMigration(database: DatabaseSync, dataDir: string, first: string, now: Instant): Promise<string> {
  const folder = join(dataDir, 'backups');
  makeDirectory(folder);
  const path = join(folder, `wirebrief-before-${first}-${new Date(now).toISOString().replace(/[:.]/g, '-')}.db`);
  await copyDatabase(database, path);
  return path;
}
