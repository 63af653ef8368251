/** What an operator does, with the real process: data out as JSON Lines and CSV, a backup beside the running bot, something forgotten, the backup restored, old articles pruned. */
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { run, scratch, startBot } from './bot.ts';

const folders: ReturnType<typeof scratch>[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});
const newFolder = () => {
  const folder = scratch();
  folders.push(folder);
  return folder.path;
};
const FEED = 'tests/fixtures/feeds/harbour.rss';
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('an operator', () => {
  test('exports, backs up, forgets, restores and prunes, also beside the running bot', async () => {
    const data = newFolder();
    const copies = newFolder();
    expect((await run(['ingest', FEED], data)).code).toBe(0);
    const bot = await startBot(data);
    const articles = lines((await run(['export', 'articles'], data)).stdout);
    expect(articles.length).toBeGreaterThan(1);
    const csv = join(copies, 'articles.csv');
    expect((await run(['export', 'articles', '--format', 'csv', '--out', csv], data)).stdout).toContain(
      `Wrote ${articles.length} articles`,
    );
    expect(readFileSync(csv, 'utf8')).toMatch(/^id,storyId,outlet,/);
    const again = await run(['export', 'articles', '--format', 'csv', '--out', csv], data);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('Name a new file.')]);
    expect((await run(['export', 'secrets'], data)).stderr).toContain('articles, quotes, figures');

    const backup = join(copies, 'wirebrief.db');
    expect((await run(['backup', backup], data)).code).toBe(0);
    const gone = String(articles[0]?.url);
    expect((await run(['forget', 'article', gone], data)).code).toBe(0);
    expect((await run(['export', 'articles'], data)).stdout).not.toContain(gone);
    expect((await bot.end('SIGTERM')).code).toBe(0);

    // as docs/OPERATIONS.md says
    for (const name of ['wirebrief.db', 'wirebrief.db-wal', 'wirebrief.db-shm']) rmSync(join(data, name), { force: true });
    copyFileSync(backup, join(data, 'wirebrief.db'));
    expect(existsSync(join(data, 'forgotten.jsonl'))).toBe(true);
    expect((await run(['export', 'articles'], data)).stdout).toContain(gone);
    const restored = await startBot(data);
    const left = (await run(['export', 'articles'], data)).stdout;
    expect(left).not.toContain(gone);
    expect(lines(left)).toHaveLength(articles.length - 1);

    expect((await run(['prune', 'soon'], data)).stderr).toContain('prune 365');
    const pruned = await run(['prune', '1'], data);
    expect([pruned.code, pruned.stdout]).toEqual([0, expect.stringMatching(/^\d+ articles? older than 1 days removed/)]);
    expect((await restored.end('SIGTERM')).code).toBe(0);
    const after = await run(['prune', '1'], data);
    expect(after.stdout).toMatch(/^0 articles older/);
  });
});
