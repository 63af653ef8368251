/** The subcommands as the shell runs them, on a fresh machine: what they print and how they end. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, scratch } from './bot.ts';

const flat = (text: string) => text.replace(/[│•]/g, ' ').replace(/\s+/g, ' ');

describe('the command line', () => {
  let data: ReturnType<typeof scratch>;
  beforeAll(() => {
    data = scratch();
  });
  afterAll(() => data.remove());

  test('a question asked before any start is answered from the sample', async () => {
    const { code, stdout } = await run(['quotes', 'wang'], data.path);
    expect(code).toBe(0);
    expect(flat(stdout)).toContain('“appreciates”');
  });

  test('an unknown command names the nearest and fails', async () => {
    const { code, stdout } = await run(['qotes'], data.path);
    expect([code, stdout]).toEqual([1, expect.stringContaining('quotes')]);
  });
});
