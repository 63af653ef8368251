/** A path → the directory there, with those above it that are missing. Node's own `recursive` never returns where a file system refuses one with ENOENT, as /proc does. */
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whoever is not this user cannot look into what is made. @throws The error of the file system. */
export function makeDirectory(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) return;
  const parent = dirname(path);
  if (parent !== path) makeDirectory(parent);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(path) || !statSync(path).isDirectory()) throw error;
  }
}

/** An empty file that only this user may read: it is to hold what others may not. @throws The error of the file system. */
export const makePrivateFile = (path: string): void => writeFileSync(path, '', { mode: 0o600, flag: 'a' });
