/** Opening PostgreSQL: who migrates, what is refused, and what is said where it cannot be reached. On PGlite, and on a server where one answers. */
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Failure } from '#model/failure.ts';
import { MIGRATIONS } from '#storage/migrations/migrations.ts';
import { openStorage } from '#storage/open.ts';
import { toPostgresFailure } from '#storage/postgres-failure.ts';
import { fromPostgresText, toPostgresText } from '#storage/postgres-text.ts';
import { ingested } from '../contract/ingested.ts';
import { createDatabase, noServer, type TestDatabase } from './server.ts';

const NOW = Date.UTC(2026, 5, 1, 12);
const reason = await noServer();
const addsTable: Migration = { up: (db) => sql`create table later (a bigint)`.execute(db).then(() => {}) };
const fails: Migration = {
  up: async (db) => {
    await sql`create table half (a bigint)`.execute(db);
    await sql`update feed set title = 'lost'`.execute(db);
    throw new Error('no');
  },
};

describe.skipIf(reason)(`opening a server’s database${reason ? ` – ${reason}` : ''}`, () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());
  const own = (migrations = MIGRATIONS) => openStorage({ dataDir: '', databaseUrl: database.url, mode: 'own', now: () => NOW, migrations });

  test('a reader does not migrate; of several that start at once one migrates and all go on', async () => {
    const reader = openStorage({ dataDir: '', databaseUrl: database.url, mode: 'read-only', now: () => NOW });
    await expect(reader).rejects.toMatchObject({ code: 'older-schema' });
    const all = await Promise.all(Array.from({ length: 4 }, () => own()));
    await all[0]?.feeds.put({ id: 'harbour', url: 'https://harbour.example/', title: 'Harbour', owner: null, everybody: true });
    expect((await all[3]?.feeds.list())?.map(({ title }) => title)).toEqual(['Harbour']);
    await Promise.all(all.map((storage) => storage.close()));
  });

  test('a failing migration leaves everything as it was; a newer schema is refused and not touched', async () => {
    await expect(own({ ...MIGRATIONS, '9002-later': addsTable, '9003-fails': fails })).rejects.toMatchObject({ code: 'migration-failed' });
    const storage = await own();
    expect((await storage.feeds.get('harbour'))?.title).toBe('Harbour');
    await storage.close();
    await (await own({ ...MIGRATIONS, '9002-later': addsTable })).close();
    await expect(own()).rejects.toMatchObject({ code: 'newer-schema', message: expect.stringContaining('9002-later') });
    const later = await own({ ...MIGRATIONS, '9002-later': addsTable });
    await later.close();
  });

  test('a reader changes nothing', async () => {
    const migrations = { ...MIGRATIONS, '9002-later': addsTable };
    const reader = await openStorage({ dataDir: '', databaseUrl: database.url, mode: 'read-only', now: () => NOW, migrations });
    await expect(reader.feeds.remove('harbour')).rejects.toMatchObject({ code: 'database-read-only' });
    expect((await reader.feeds.list()).length).toBe(1);
    await reader.close();
  });

  test('processes that store at once, about the same people and by the same dates, lose and mix nothing', async () => {
    const migrations = { ...MIGRATIONS, '9002-later': addsTable };
    const three = await Promise.all(Array.from({ length: 3 }, () => own(migrations)));
    const names = ['Ada Lind', 'Bo Falk', 'Cy Reed', 'Di Marsh'];
    const batches = Array.from({ length: 12 }, (_, batch) =>
      Array.from({ length: 4 }, (_, index) => {
        const name = names[(batch + (batch % 2 === 0 ? index : 3 - index)) % 4];
        return ingested({ id: `b${batch}a${index}`, marked: `"«Words ${batch}.${index} here.|${name}»" [${index + 2} ships]` });
      }),
    );
    // Every batch by two processes at once: whoever is second finds its articles known.
    const outcomes = await Promise.all(
      batches.flatMap((batch, index) => [0, 1].map((more) => three[(index + more) % 3]?.articles.put(null, batch))),
    );
    expect(outcomes.flat().filter((put) => put?.outcome === 'added').length).toBe(48);
    const [one] = three;
    expect(await one?.articles.count()).toBe(48);
    const found = await Promise.all(names.map((name) => one?.tenant('desk').library.quotes({ speakers: [name], limit: 50 })));
    expect(found.map((page) => page?.total)).toEqual([12, 12, 12, 12]);
    await Promise.all(three.map((storage) => storage.close()));
  });
});

test('a server that does not answer is told of without the password', async () => {
  const opening = openStorage({ dataDir: '', databaseUrl: 'postgres://me:s3cret-word@127.0.0.1:9/none', mode: 'own', now: () => NOW });
  const failure: unknown = await opening.catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 'database-unreachable', hint: expect.stringContaining('DATABASE_URL') });
  expect(failure instanceof Failure && `${failure.message} ${failure.hint} ${failure.cause}`).not.toContain('s3cret');
});

test.each([
  [{ code: '28P01' }, 'database-denied'],
  [{ code: '3D000' }, 'no-database'],
  [{ code: '53300' }, 'database-busy'],
  [{ code: '53100' }, 'disk-full'],
  [{ code: '25006' }, 'database-read-only'],
  [new AggregateError([Object.assign(new Error('no'), { code: 'ECONNREFUSED' })]), 'database-unreachable'],
  [new Error('Connection terminated unexpectedly'), 'database-unreachable'],
])('%j is %s, with a hint', (error, code) => {
  expect(toPostgresFailure(error)).toMatchObject({ code, hint: expect.any(String) });
});

test('what nobody foresaw stays what it is', () => {
  const error = Object.assign(new Error('syntax'), { code: '42601' });
  expect(toPostgresFailure(error)).toBe(error);
});

test('a text comes back as it was, NUL and the escape itself too', () => {
  for (const text of ['plain', 'a\0b', '\0', '\u{F8FE}', '\u{F8FE}0\0\u{F8FE}1', '🚢\0é']) {
    expect(fromPostgresText(toPostgresText(text))).toBe(text);
    expect(toPostgresText(text)).not.toContain('\0');
  }
});
