/** An open database → a consistent copy of it in a file, while writers go on. */
import { renameSync, rmSync } from 'node:fs';
import { backup, type DatabaseSync } from 'node:sqlite';
import { toFailure } from './sqlite-failure.ts';

/** The copy gets its name only when it is whole. */
export async function copyDatabase(database: DatabaseSync, path: string): Promise<void> {
  const partial = `${path}.partial`;
  try {
    rmSync(partial, { force: true });
    await backup(database, partial);
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw toFailure(error);
  }
}
