import { existsSync, mkdirSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { afterEach, describe, expect, test } from 'vitest';
import { Failure } from '#model/failure.ts';
import { MIGRATIONS } from '#storage/migrations/migrations.ts';
import { openStorage } from '#storage/open.ts';
import { toFailure } from '#storage/sqlite-failure.ts';
import { ingested } from '../contract/ingested.ts';
import { temporaryDirectory } from './engine.ts';

const NOW = Date.UTC(2026, 5, 1, 12);
const directories: ReturnType<typeof temporaryDirectory>[] = [];
afterEach(() => {
  for (const directory of directories.splice(0)) directory.remove();
});

function freshDirectory(): string {
  const directory = temporaryDirectory();
  directories.push(directory);
  return join(directory.path, 'data');
}

const own = (dataDir: string, migrations = MIGRATIONS) => openStorage({ dataDir, mode: 'own', now: () => NOW, migrations });
const readOnly = (dataDir: string) => openStorage({ dataDir, mode: 'read-only', now: () => NOW });

async function makeDatabase(dataDir: string): Promise<void> {
  const storage = await own(dataDir);
  await storage.feeds.put({ id: 'harbour', url: 'https://harbour.example/', title: 'Harbour', owner: null, everybody: true });
  await storage.articles.put(null, [ingested({ id: 'a' })]);
  await storage.close();
}

/** Runs a change beside the storage, as a newer version would have made it. */
function change(dataDir: string, statements: string): void {
  const database = new DatabaseSync(join(dataDir, 'wirebrief.db'));
  database.exec(statements);
  database.close();
}

describe('one bot a directory', () => {
  test('the directory is made; a second bot is refused and told what to do; after the first one ended it may', async () => {
    const dataDir = freshDirectory();
    const first = await own(dataDir);
    await expect(own(dataDir)).rejects.toMatchObject({ code: 'already-running', hint: expect.stringContaining('WIREBRIEF_DATA') });
    await first.close();
    await (await own(dataDir)).close();
  });

  test('a reader stands beside the running bot, sees what it stores, and changes nothing', async () => {
    const dataDir = freshDirectory();
    await makeDatabase(dataDir);
    const bot = await own(dataDir);
    const reader = await readOnly(dataDir);
    expect(await reader.articles.count()).toBe(1);
    await bot.articles.put(null, [ingested({ id: 'b' })]);
    expect(await reader.articles.count()).toBe(2);
    await expect(reader.feeds.remove('harbour')).rejects.toMatchObject({ code: 'database-read-only' });
    await expect(reader.articles.put(null, [ingested({ id: 'c' })])).rejects.toMatchObject({ code: 'database-read-only' });
    await reader.close();
    expect(await bot.articles.count()).toBe(2);
    await bot.close();
  });

  test('a reader of a directory without a database is told to start the bot', async () => {
    await expect(readOnly(freshDirectory())).rejects.toMatchObject({ code: 'no-database' });
  });
});

describe('a directory that cannot be used', () => {
  test('is named, with what is the matter, and nothing hangs', async () => {
    const folder = freshDirectory();
    mkdirSync(folder);
    writeFileSync(join(folder, 'file'), '');
    const places = { file: 'not-a-directory', 'file/below': 'not-a-directory' };
    for (const [place, code] of Object.entries(places))
      await expect(own(join(folder, place))).rejects.toMatchObject({ code, message: expect.stringContaining(join(folder, place)) });
  });

  test.skipIf(!existsSync('/proc/version'))('nor does one where none can be made (skipped where there is no /proc)', async () => {
    await expect(own('/proc/nope/data')).rejects.toMatchObject({
      code: 'data-dir-missing',
      message: expect.stringContaining('/proc/nope'),
    });
  });

  test('is made with those above it', async () => {
    const dataDir = join(freshDirectory(), 'far/away');
    await (await own(dataDir)).close();
    expect(existsSync(join(dataDir, 'wirebrief.db'))).toBe(true);
  });
});

describe('migrations', () => {
  const addsTable: Migration = { up: (db) => sql`create table later (a integer)`.execute(db).then(() => {}) };

  test('a new database needs no copy; an older one is copied before it is migrated', async () => {
    const dataDir = freshDirectory();
    await makeDatabase(dataDir);
    expect(existsSync(join(dataDir, 'backups'))).toBe(false);
    const storage = await own(dataDir, { ...MIGRATIONS, '9002-later': addsTable });
    expect(await storage.articles.count()).toBe(1);
    await storage.close();
    expect(readdirSync(join(dataDir, 'backups'))).toEqual(['wirebrief-before-9002-later-2026-06-01T12-00-00-000Z.db']);
    const copy = new DatabaseSync(join(dataDir, 'backups', 'wirebrief-before-9002-later-2026-06-01T12-00-00-000Z.db'));
    expect(copy.prepare('select count(*) as articles from article').get()).toMatchObject({ articles: 1 });
    expect(copy.prepare("select count(*) as later from sqlite_schema where name = 'later'").get()).toMatchObject({ later: 0 });
    copy.close();
  });

  test('a failing migration leaves the database as it was, and the directory free', async () => {
    const dataDir = freshDirectory();
    await makeDatabase(dataDir);
    const fails: Migration = {
      up: async (db) => {
        await sql`create table half (a integer)`.execute(db);
        await sql`update article set title = 'lost'`.execute(db);
        throw new Error('no');
      },
    };
    await expect(own(dataDir, { ...MIGRATIONS, '9002-later': addsTable, '9003-fails': fails })).rejects.toMatchObject({
      code: 'migration-failed',
    });
    const storage = await own(dataDir);
    expect((await storage.articles.get('a'))?.article.title).toBe('Title of a');
    await storage.close();
    const database = new DatabaseSync(join(dataDir, 'wirebrief.db'));
    expect(database.prepare("select name from sqlite_schema where name in ('half', 'later')").all()).toEqual([]);
    database.close();
  });

  test('a newer schema is refused and not touched', async () => {
    const dataDir = freshDirectory();
    await (await own(dataDir, { ...MIGRATIONS, '9002-later': addsTable })).close();
    await expect(own(dataDir)).rejects.toMatchObject({ code: 'newer-schema', message: expect.stringContaining('9002-later') });
    await expect(readOnly(dataDir)).rejects.toMatchObject({ code: 'newer-schema' });
    await (await own(dataDir, { ...MIGRATIONS, '9002-later': addsTable })).close();
  });

  test('a reader does not migrate', async () => {
    const dataDir = freshDirectory();
    await makeDatabase(dataDir);
    change(dataDir, "delete from schema_migration where name = '0001-first'");
    await expect(readOnly(dataDir)).rejects.toMatchObject({ code: 'older-schema', hint: expect.stringContaining('npm start') });
  });
});

describe('trouble with files', () => {
  test('a file in the place of the directory', async () => {
    const dataDir = freshDirectory();
    writeFileSync(dataDir, '');
    await expect(own(dataDir)).rejects.toMatchObject({ code: 'not-a-directory' });
    await expect(own(join(dataDir, 'below'))).rejects.toMatchObject({ code: 'not-a-directory' });
  });

  test('a file that is no database', async () => {
    const dataDir = freshDirectory();
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'wirebrief.db'), 'not a database '.repeat(100));
    await expect(own(dataDir)).rejects.toMatchObject({ code: 'database-corrupt', hint: expect.stringContaining('backups') });
    await expect(readOnly(dataDir)).rejects.toMatchObject({ code: 'database-corrupt' });
  });

  test('a database that lost its end', async () => {
    const dataDir = freshDirectory();
    await makeDatabase(dataDir);
    truncateSync(join(dataDir, 'wirebrief.db'), 8_192);
    const use = async () => {
      const storage = await own(dataDir);
      await storage.articles.get('a').finally(() => storage.close());
    };
    await expect(use()).rejects.toMatchObject({ code: 'database-corrupt' });
  });

  test('a directory in the place of the database', async () => {
    const dataDir = freshDirectory();
    mkdirSync(join(dataDir, 'wirebrief.db'), { recursive: true });
    await expect(own(dataDir)).rejects.toMatchObject({ code: 'database-unreachable' });
    await expect(own(dataDir)).rejects.toMatchObject({ code: 'database-unreachable' });
  });

  test.each([
    [{ errcode: 3850 }, 'no-file-locks'],
    [{ errcode: 15 }, 'no-file-locks'],
    [{ errcode: 5 }, 'database-busy'],
    [{ errcode: 266 }, 'database-io'],
    [{ errcode: 13 }, 'disk-full'],
    [{ errcode: 4874 }, 'disk-full'],
    [{ errcode: 1544 }, 'database-read-only'],
    [{ code: 'EROFS' }, 'data-dir-read-only'],
    [{ code: 'EACCES' }, 'data-dir-denied'],
    [{ code: 'EPERM' }, 'data-dir-denied'],
    [{ code: 'ENOSPC' }, 'disk-full'],
  ])('%j is %s, with a hint', (error, code) => {
    expect(toFailure(error)).toMatchObject({ code, hint: expect.any(String) });
  });

  test('what a statement could not do gets the name of the directory once', () => {
    const unnamed = toFailure({ errcode: 8 });
    expect(toFailure(unnamed, '/data')).toMatchObject({ code: 'database-read-only', message: '/data: The database cannot be written.' });
    expect(toFailure(toFailure(unnamed, '/data'), '/data')).toMatchObject({ message: '/data: The database cannot be written.' });
    const running = new Failure({ code: 'already-running', message: 'Another one runs.' }, { cause: { errcode: 5 } });
    expect(toFailure(running, '/data')).toBe(running);
  });

  test('an error that nobody foresaw stays what it is', () => {
    const error = Object.assign(new Error('no such table'), { errcode: 1 });
    expect(toFailure(error)).toBe(error);
    expect(toFailure('text')).toBe('text');
  });
});

describe('backup', () => {
  test('a copy is whole and can be opened as a data directory', async () => {
    const [dataDir, other] = [freshDirectory(), freshDirectory()];
    await makeDatabase(dataDir);
    mkdirSync(other);
    const storage = await own(dataDir);
    await storage.backup(join(other, 'wirebrief.db'));
    await storage.close();
    expect(readdirSync(other)).toEqual(['wirebrief.db']);
    // it holds addresses with logins and tokens: other users of the machine may not read it, whatever directory it stands in
    for (const directory of [dataDir, other]) expect(statSync(join(directory, 'wirebrief.db')).mode & 0o077).toBe(0);
    const copy = await own(other);
    expect((await copy.articles.get('a'))?.article.title).toBe('Title of a');
    await copy.close();
  });

  test('a copy to where nothing can be written is a Failure, and leaves nothing behind', async () => {
    const dataDir = freshDirectory();
    const storage = await own(dataDir);
    await expect(storage.backup(join(dataDir, 'none', 'copy.db'))).rejects.toMatchObject({
      code: expect.any(String),
      hint: expect.any(String),
    });
    await storage.close();
    expect(readdirSync(dataDir).filter((name) => name.includes('partial'))).toEqual([]);
  });
});
