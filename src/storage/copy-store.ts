/**
 * An embedded database → the same rows in an empty PostgreSQL, in one transaction: all of it, with counts and checksums that agree, or nothing.
 * Which tables there are, and which points at which, is read from the source, so that a new table is copied without a word here.
 */
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { Failure } from '#model/failure.ts';
import { differencesOf } from './differences.ts';
import { indexArticles } from './index-articles.ts';
import type { Tables } from './tables.ts';

type Db = Kysely<Tables>;
type Row = Readonly<Record<string, unknown>>;
type Table = { readonly name: string; readonly key: readonly string[]; readonly columns: readonly string[] };

export type CopiedTable = { readonly table: string; readonly rows: number; readonly checksum: string };
export type CopyProgress = (table: string, done: number, total: number) => void;

const PAGE = 500;
/** Of a statement to PostgreSQL. */
const MAX_PARAMETERS = 30_000;
/** Turns of processes, and what the engines note of their own schemas. */
const LEFT_OUT = new Set(['lease', 'schema_migration', 'schema_migration_lock']);
const INDEXED_AT_ONCE = 50;

/** Those that are pointed at before those that point. */
async function tablesOf(source: Db): Promise<readonly Table[]> {
  const { rows } = await sql<{ name: string }>`select name from pragma_table_list
    where type = 'table' and schema = 'main' and name not like 'sqlite_%' order by name`.execute(source);
  const names = rows.map(({ name }) => name).filter((name) => !LEFT_OUT.has(name));
  const ordered: string[] = [];
  const visit = async (name: string): Promise<void> => {
    if (ordered.includes(name)) return;
    const { rows: foreign } = await sql<{ name: string }>`select "table" as name from pragma_foreign_key_list(${name})`.execute(source);
    for (const other of foreign) if (other.name !== name) await visit(other.name);
    ordered.push(name);
  };
  for (const name of names) await visit(name);
  return Promise.all(
    ordered.map(async (name) => {
      const { rows: columns } = await sql<{ name: string; pk: number }>`select name, pk from pragma_table_info(${name})`.execute(source);
      const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
      return { name, key: key.map((column) => column.name), columns: columns.map((column) => column.name).sort() };
    }),
  );
}

async function* pagesOf(db: Db, { name, key, columns }: Table): AsyncGenerator<readonly Row[]> {
  const keys = sql.join(key.map((column) => sql.ref(column)));
  let last: Row | undefined;
  for (;;) {
    const after = last === undefined ? sql`` : sql`where (${keys}) > (${sql.join(key.map((column) => last?.[column]))})`;
    const { rows } = await sql<Row>`select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(name)} ${after}
      order by ${keys} limit ${PAGE}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1);
  }
}

/** The rows' hashes in one, whatever their order: the engines sort names that are no key of ours each in their own way. */
function createChecksum(): { readonly add: (rows: readonly Row[], columns: readonly string[]) => void; readonly text: () => string } {
  const sum = Buffer.alloc(32);
  return {
    add(rows, columns) {
      for (const row of rows) {
        const hash = createHash('sha256')
          .update(JSON.stringify(columns.map((column) => row[column])))
          .digest();
        for (const [index, byte] of hash.entries()) sum[index] = (sum[index] ?? 0) ^ byte;
      }
    },
    text: () => sum.toString('base64url'),
  };
}

async function countOf(db: Db, name: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(db);
  return rows[0]?.count ?? 0;
}

async function insert(target: Db, { name, columns }: Table, rows: readonly Row[]): Promise<void> {
  const size = Math.max(1, Math.floor(MAX_PARAMETERS / columns.length));
  for (let start = 0; start < rows.length; start += size) {
    const values = rows.slice(start, start + size).map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
    await sql`insert into ${sql.table(name)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}`.execute(
      target,
    );
  }
}

async function copyTable(source: Db, target: Db, table: Table, onProgress: CopyProgress): Promise<CopiedTable> {
  const total = await countOf(source, table.name);
  const [sent, came] = [createChecksum(), createChecksum()];
  let done = 0;
  for await (const rows of pagesOf(source, table)) {
    await insert(target, table, rows);
    sent.add(rows, table.columns);
    done += rows.length;
    onProgress(table.name, done, total);
  }
  for await (const rows of pagesOf(target, table)) came.add(rows, table.columns);
  const there = await countOf(target, table.name);
  if (there !== done || sent.text() !== came.text())
    throw new Failure({
      code: 'copy-differs',
      message: `The table ${table.name} did not arrive as it was sent (${done} rows sent, ${there} there); nothing was kept.`,
      hint: 'Try it again; if it stays so, report it with both versions.',
    });
  return { table: table.name, rows: done, checksum: sent.text() };
}

/** Numbers that the server gives out go on after those that came. */
async function continueNumbers(target: Db, name: string): Promise<void> {
  await sql`select setval(pg_get_serial_sequence(${name}, 'no'), (select coalesce(max(no), 0) + 1 from ${sql.table(name)}), false)`.execute(
    target,
  );
}

/** @param target Migrated. @throws Failure 'not-empty', or 'copy-differs'; the target is then as it was. */
export async function copyStore(source: Db, target: Db, onProgress: CopyProgress): Promise<readonly CopiedTable[]> {
  const tables = await tablesOf(source);
  return target.transaction().execute(async (trx) => {
    await differencesOf(trx).takeTime(trx);
    for (const { name } of tables)
      if ((await countOf(trx, name)) > 0)
        throw new Failure({
          code: 'not-empty',
          message: `The PostgreSQL database holds something already (in its table ${name}).`,
          hint: 'Name an empty database in DATABASE_URL: nothing is ever written over.',
        });
    const copied: CopiedTable[] = [];
    for (const table of tables) copied.push(await copyTable(source, trx, table, onProgress));
    for (const name of ['speaker', 'audit', 'job']) await continueNumbers(trx, name);
    const articles = copied.find(({ table }) => table === 'article')?.rows ?? 0;
    let done = 0;
    for (let last: number | undefined = 0; last !== undefined; last = await indexArticles(trx, last, INDEXED_AT_ONCE)) {
      onProgress('full-text index', Math.min(done, articles), articles);
      done += INDEXED_AT_ONCE;
    }
    return copied;
  });
}
