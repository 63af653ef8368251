/** The subcommands as the shell runs them, on a fresh machine: what they print and how they end. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, run, scratch } from './bot.ts';

const flat = (text: string) => text.replace(/[│•]/g, ' ').replace(/\s+/g, ' ');

describe('the command line', () => {
  let data: ReturnType<typeof scratch>;
  beforeAll(() => {
    data = scratch();
  });
  afterAll(() => data.remove());

  test('--help shows every command with examples', async () => {
    const { code, stdout } = await run(['--help'], data.path);
    expect(code).toBe(0);
    for (const name of ['start', 'brief', 'quotes', 'figures', 'help', 'ingest', 'check', 'extract', 'readable', 'parse-feed', 'Examples'])
      expect(stdout).toContain(name);
    expect((await run(['quotes', '--help'], data.path)).stdout).toMatch(/about:[\s\S]*Examples:/);
  });

  test('a question asked before any start is answered from the sample', async () => {
    const { code, stdout } = await run(['quotes', 'wang'], data.path);
    expect(code).toBe(0);
    expect(flat(stdout)).toContain('“appreciates”');
  });

  test('check is well on a fresh machine, and names what is wrong elsewhere', async () => {
    const well = await run(['check'], data.path);
    expect([well.code, well.stderr]).toEqual([0, '']);
    const wrong = await run(['check'], data.path, { PORT: 'http' });
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toMatch(/wrong\s+configuration[\s\S]*http\.port/);
    const nowhere = await run(['check'], join(root, 'package.json', 'data'));
    expect([nowhere.code, nowhere.stdout]).toEqual([1, expect.stringMatching(/wrong\s+database[\s\S]*not a directory/)]);
  });

  test('what cannot be read is refused with a way out, and leaves nothing behind', async () => {
    // The first thing that is done here: the sample was never loaded.
    const fresh = join(data.path, 'fresh');
    const missing = await run(['ingest', './no-such-feed.xml'], fresh);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('neither an address nor a file')]);
    const notFeed = await run(['ingest', 'package.json'], fresh);
    expect(notFeed.code).toBe(1);
    expect((await run(['brief'], fresh)).stdout).toContain('SAMPLE');
  });

  test('a reader that goes away ends it quietly', async () => {
    const child = spawn(process.execPath, ['src/main.ts', 'help'], {
      cwd: root,
      env: { PATH: process.env.PATH ?? '', WIREBRIEF_DATA: data.path },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const code = await new Promise((done) => child.on('close', done));
    expect([code, stderr]).toEqual([0, '']);
  });

  test('an unknown command names the nearest and fails', async () => {
    const { code, stdout } = await run(['qotes'], data.path);
    expect([code, stdout]).toEqual([1, expect.stringContaining('quotes')]);
  });
});
