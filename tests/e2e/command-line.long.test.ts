/** The subcommands as the shell runs them: each one's help, and what is rarer than what npm test runs. */
import { spawn } from 'node:child_process';
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

  test('--help shows every command with examples', async () => {
    const { code, stdout } = await run(['--help'], data.path);
    expect(code).toBe(0);
    for (const name of ['start', 'brief', 'quotes', 'figures', 'help', 'ingest', 'check', 'extract', 'readable', 'parse-feed', 'Examples'])
      expect(stdout).toContain(name);
    expect((await run(['quotes', '--help'], data.path)).stdout).toMatch(/about:[\s\S]*Examples:/);
  });

  test('check is well on a fresh machine, and names what is wrong elsewhere', async () => {
    const well = await run(['check'], join(data.path, 'unused'));
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
});
