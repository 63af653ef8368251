/** The subcommands as the shell runs them: each one's help, and what is rarer than what npm test runs. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, run, scratch } from './bot.ts';

describe('the command line', () => {
  let data: ReturnType<typeof scratch>;
  beforeAll(() => {
    data = scratch();
  });
  afterAll(() => data.remove());

  test('every subcommand shows an example', async () => {
    const { stdout } = await run(['--help'], data.path);
    const names = [...(stdout.split('Commands:')[1] ?? '').matchAll(/^ {2}([a-z][a-z-]+)/gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect((await run([name, '--help'], data.path)).stdout, name).toMatch(/Examples?:\n/);
  }, 60_000);

  test('an export of the sample alone is empty, and says why beside it', async () => {
    // A first question loads the sample.
    await run(['quotes', 'wang'], data.path);
    const { code, stdout, stderr } = await run(['export', 'quotes'], data.path);
    expect([code, stdout, stderr]).toEqual([0, '', expect.stringContaining('The sample is not exported.')]);
  });

  test('a backup that cannot be written names where it was to go', async () => {
    for (const place of ['/no-such-folder/copy.db', join(root, 'package.json', 'copy.db')]) {
      const { code, stderr } = await run(['backup', place], data.path);
      expect([code, stderr]).toEqual([1, expect.stringContaining(`${place} cannot be written`)]);
    }
  });

  test('colours stand where they are asked for, and nowhere else', async () => {
    const [piped, forced] = await Promise.all([run(['help'], data.path), run(['help'], data.path, { FORCE_COLOR: '1' })]);
    expect([piped.stdout.includes('\u001b['), forced.stdout.includes('\u001b[')]).toEqual([false, true]);
  });
});
