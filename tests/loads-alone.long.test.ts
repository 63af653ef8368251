/** Every source file loads alone, in a process of its own: none leans on another's having been loaded before. */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const load = promisify(execFile);

test('every source file loads alone', async () => {
  const files = ['src', 'commands'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  // main.ts runs the command line when it is loaded, and a worker file waits for its first page.
  const alone = files.filter((file) => !file.endsWith('src/main.ts') && !file.endsWith('-worker.ts'));
  expect(alone.length).toBeGreaterThan(100);
  const broken: string[] = [];
  const queue = [...alone];
  const worker = async () => {
    for (let file = queue.pop(); file; file = queue.pop()) {
      const script = `await import(${JSON.stringify(pathToFileURL(file).href)}); process.exit(0);`;
      await load(process.execPath, ['--input-type=module', '-e', script], { cwd: root }).catch((error: Error) =>
        broken.push(`${file}: ${error.message}`),
      );
    }
  };
  await Promise.all([worker(), worker()]);
  expect(broken).toEqual([]);
});
