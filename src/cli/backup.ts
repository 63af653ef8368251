/** The database → a consistent copy in another file, also while the bot runs. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from '#model/failure.ts';
import { openStorage } from '#storage/open.ts';
import { readConfig } from '../config.ts';

export async function backup(file: string): Promise<number> {
  const path = resolve(file);
  if (existsSync(path)) throw new Failure({ code: 'exists', message: `${path} is there already.`, hint: 'Name a new file.' });
  const storage = await openStorage({ ...readConfig(), mode: 'read-only', now: Date.now });
  try {
    await storage.backup(path);
  } finally {
    await storage.close();
  }
  process.stdout.write(`Copied the database to ${path}\n`);
  return 0;
}
