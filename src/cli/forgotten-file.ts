/** data/forgotten.jsonl ↔ the marks of what was forgotten. Apart from the database, so that a restored backup does not bring back an older list. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ForgottenFile } from '#app/forget.ts';
import { Failure } from '#model/failure.ts';
import type { Forgotten } from '#model/forgotten.ts';

const FORGOTTEN_FILE = 'forgotten.jsonl';

/** @throws Failure 'forgotten-file' where a line cannot be read: what it says to forget would come back. */
export function openForgottenFile(dataDir: string): ForgottenFile {
  const path = join(dataDir, FORGOTTEN_FILE);
  return {
    read: () =>
      existsSync(path)
        ? readFileSync(path, 'utf8')
            .split('\n')
            .filter(Boolean)
            .map((line, index) => parse(line, path, index + 1))
        : [],
    append: (entry) => appendFileSync(path, `${JSON.stringify(entry)}\n`, { mode: 0o600, flush: true }),
  };
}

function parse(line: string, path: string, number: number): Forgotten {
  try {
    const entry = JSON.parse(line) as Forgotten;
    if (typeof entry.id === 'string' && typeof entry.hash === 'string' && typeof entry.salt === 'string') return entry;
  } catch {
    // Told below.
  }
  throw new Failure({
    code: 'forgotten-file',
    message: `Line ${number} of ${path} cannot be read. It says what is to be forgotten, so nothing starts without it.`,
    hint: 'Mend the line from a copy of the file, or take it out if nobody asked for it.',
  });
}
