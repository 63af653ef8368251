/** The database → a consistent copy in another file, also while the bot runs. */
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Failure } from '#model/failure.ts';
import { openStorage } from '#storage/open.ts';
import { readConfig } from '../config.ts';

export async function backup(file: string): Promise<number> {
  const path = resolve(file);
  if (existsSync(path)) throw new Failure({ code: 'exists', message: `${path} is there already.`, hint: 'Name a new file.' });
  if (!isWritable(dirname(path)))
    throw new Failure({
      code: 'not-written',
      message: `${path} cannot be written.`,
      hint: 'Name a file in a folder that is there and that this user may write in.',
    });
  const storage = await openStorage({ ...readConfig(), mode: 'read-only', now: Date.now });
  try {
    await storage.backup(path);
  } finally {
    await storage.close();
  }
  process.stdout.write(`Copied the database to ${path}\n`);
  return 0;
}

function isWritable(folder: string): boolean {
  try {
    // The dot: of a file it is none.
    accessSync(`${folder}/.`, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
