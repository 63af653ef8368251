import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '#model/failure.ts';
import { createKysely } from '#storage/sqlite-database.ts';
import { countParameters, wrapDatabase } from '#storage/sqlite-statement.ts';

let database: DatabaseSync;
beforeEach(() => {
  database = new DatabaseSync(':memory:');
  database.exec('create table t (a, b)');
});
afterEach(() => database.close());

describe('parameters', () => {
  test.each([
    ['select ?, ?', 2],
    ["select '?', \"?\", ? -- ?\n, /* ? */ 'it''s ?'", 1],
    ['select 1', 0],
  ])('%j has %i', (text, expected) => {
    expect(countParameters(text)).toBe(expected);
  });

  test('too few and too many are refused, where node:sqlite would bind NULL', () => {
    const insert = wrapDatabase(database).prepare('insert into t values (?, ?)');
    expect(() => insert.run([1])).toThrow('takes 2 parameters and got 1');
    expect(() => insert.run([1, 2, 3])).toThrow('takes 2 parameters and got 3');
    expect(database.prepare('select count(*) as rows from t').get()).toMatchObject({ rows: 0 });
  });

  test.each([undefined, {}, new Date(0), [1], true, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, () => 1])('%j is refused', (value) => {
    const insert = wrapDatabase(database).prepare('insert into t values (?, ?)');
    expect(() => insert.run([value, 1])).toThrow(TypeError);
    expect(() => insert.run([1, value])).toThrow(TypeError);
  });

  test('strings, safe numbers, bigints, bytes and null pass and come back', () => {
    const wrapped = wrapDatabase(database);
    const insert = wrapped.prepare('insert into t values (?, ?)');
    for (const value of ['x\0y', Number.MAX_SAFE_INTEGER, -1.5, 10n, null, new Uint8Array([1])]) insert.run([value, null]);
    expect(
      wrapped
        .prepare('select a from t')
        .all([])
        .map((row) => (row as { a: unknown }).a),
    ).toEqual(['x\0y', Number.MAX_SAFE_INTEGER, -1.5, 10, null, new Uint8Array([1])]);
  });

  test('an integer that no number can hold is not rounded', () => {
    const wrapped = wrapDatabase(database);
    wrapped.prepare('insert into t values (?, ?)').run([2n ** 60n + 1n, null]);
    expect(() => wrapped.prepare('select a from t').all([])).toThrow(RangeError);
  });
});

describe('transactions', () => {
  test('take the write lock at once', async () => {
    const db = createKysely(database);
    await db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx);
      expect(database.isTransaction).toBe(true);
    });
    expect(database.isTransaction).toBe(false);
  });

  test('a full disk is a Failure that says so, the transaction is undone, and the next one works', async () => {
    const pages = database.prepare('pragma page_count').get() as { page_count: number };
    database.exec(`pragma max_page_count = ${pages.page_count + 1}`);
    const db = createKysely(database);
    const fill = db.transaction().execute(async (trx) => {
      await sql`insert into t values (1, 1)`.execute(trx);
      await sql`insert into t values (${'x'.repeat(100_000)}, 1)`.execute(trx);
    });
    await expect(fill).rejects.toMatchObject({ code: 'disk-full', hint: expect.stringContaining('space') });
    await expect(fill).rejects.toBeInstanceOf(Failure);
    expect((await sql`select * from t`.execute(db)).rows).toEqual([]);
    database.exec('pragma max_page_count = 10000');
    await db.transaction().execute((trx) => sql`insert into t values (2, 2)`.execute(trx));
    expect((await sql<{ a: number }>`select a from t`.execute(db)).rows.map(({ a }) => a)).toEqual([2]);
  });

  test('run one after the other, each to its end', async () => {
    const db = createKysely(database);
    const steps: string[] = [];
    const run = (name: string, fails: boolean) =>
      db.transaction().execute(async (trx) => {
        steps.push(`${name} begins`);
        await sql`insert into t values (${name}, 1)`.execute(trx);
        await new Promise((resolve) => setImmediate(resolve));
        steps.push(`${name} ends`);
        if (fails) throw new Error(name);
      });
    const settled = await Promise.allSettled([run('one', false), run('two', true), run('three', false)]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(steps).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends']);
    expect((await sql<{ a: string }>`select a from t`.execute(db)).rows.map(({ a }) => a)).toEqual(['one', 'three']);
  });
});
