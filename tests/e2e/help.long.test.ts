/** Every subcommand's --help, as the shell gives it: what it does, and at least one example. */
import { expect, test } from 'vitest';
import { run, scratch } from './bot.ts';

test('every subcommand shows an example', async () => {
  const data = scratch();
  try {
    const { stdout } = await run(['--help'], data.path);
    const names = [...(stdout.split('Commands:')[1] ?? '').matchAll(/^ {2}([a-z][a-z-]+)/gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect((await run([name, '--help'], data.path)).stdout, name).toMatch(/Examples?:\n/);
  } finally {
    data.remove();
  }
}, 60_000);
