/** Databases that earlier schemas wrote (tests/fixtures/databases, one a schema) → opened by this version: copied aside, migrated, nothing lost. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '#storage/migrations/migrations.ts';
import { openStorage } from '#storage/open.ts';
import { temporaryDirectory } from './engine.ts';

const folder = new URL('../fixtures/databases/', import.meta.url);
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.db.gz'));

describe('an upgrade', () => {
  it('has a database of earlier schemas to try', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(2);
    for (const name of fixtures) expect(Object.keys(MIGRATIONS)).toContain(name.replace('.db.gz', ''));
  });

  it.each(fixtures)('from %s keeps what was there, and a copy of how it was', async (name) => {
    const directory = temporaryDirectory();
    try {
      const before = gunzipSync(readFileSync(new URL(name, folder)));
      writeFileSync(join(directory.path, 'wirebrief.db'), before);
      const storage = await openStorage({ dataDir: directory.path, mode: 'own', now: Date.now });
      try {
        expect(await storage.articles.count()).toBe(3);
        const stored = await storage.articles.page(-1, 10);
        expect(stored.map(({ article }) => article.outlet).sort()).toEqual(['The Harbour Post', 'The Harbour Post', 'Valley Radio']);
        for (const { article, extraction } of stored)
          for (const { span } of [...extraction.quotes, ...extraction.figures])
            expect(article.text.slice(span.start, span.end)).not.toBe('');
        expect(await storage.feeds.list()).toHaveLength(2);
        const desk = storage.tenant('desk');
        expect((await desk.topics.list()).map(({ slug }) => slug)).toEqual(['harbour']);
        expect((await desk.schedules.list()).map(({ schedule }) => [schedule.zone, schedule.topics])).toEqual([
          ['Asia/Manila', ['harbour']],
        ]);
        expect((await desk.audit.list(10)).length).toBeGreaterThan(0);
        expect((await desk.library.articles({ all: ['harbour'], limit: 10 })).length).toBeGreaterThan(0);
      } finally {
        await storage.close();
      }
      expect(readdirSync(join(directory.path, 'backups'))).toHaveLength(1);
      // and once more, with nothing left to do
      await (await openStorage({ dataDir: directory.path, mode: 'own', now: Date.now })).close();
      expect(readdirSync(join(directory.path, 'backups'))).toHaveLength(1);
    } finally {
      directory.remove();
    }
  });
});
