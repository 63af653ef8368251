/**
 * A data directory → the right to be its only bot, until `release` or the end of the process, however it ends.
 * An exclusive lock on a small SQLite file: the kernel frees it after kill -9, which a file with a process id in it does not give.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Failure } from '#model/failure.ts';
import { toFailure } from './sqlite-failure.ts';

export type DirectoryLock = { readonly release: () => void };

export function lockDirectory(dataDir: string): DirectoryLock {
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(join(dataDir, 'wirebrief.lock'), { timeout: 0 });
    file.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    file?.close();
    const failure = toFailure(error, dataDir);
    if (!(failure instanceof Failure) || failure.code !== 'database-busy') throw failure;
    throw new Failure(
      {
        code: 'already-running',
        message: 'Another Wirebrief is running on this data directory.',
        hint: 'Stop it first, use its page or chat, or set WIREBRIEF_DATA to another directory for a second bot.',
      },
      { cause: error },
    );
  }
  const held = file;
  return { release: () => held.close() };
}
