/** The PostgreSQL server at hand, where one answers: databases of our own on it, dropped afterwards. */
import pg from 'pg';
import { createPool } from '#storage/postgres-pool.ts';
import { openPostgres } from '#storage/postgres-storage.ts';
import type { EngineUnderTest } from '../contract/storage.ts';

const DEFAULT_URL = 'postgres://postgres@127.0.0.1:5432/postgres';
const ADMIN_URL = process.env.TEST_POSTGRES_URL ?? DEFAULT_URL;

async function asAdmin<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ADMIN_URL, connectionTimeoutMillis: 3_000 });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Why there is no server to test on; undefined where there is one. The address is not told: it may hold a password. */
export async function noServer(): Promise<string | undefined> {
  try {
    await asAdmin((client) => client.query('select 1'));
    return undefined;
  } catch {
    return process.env.TEST_POSTGRES_URL
      ? 'the server that TEST_POSTGRES_URL names does not answer'
      : 'no PostgreSQL answers at 127.0.0.1:5432, and TEST_POSTGRES_URL is not set';
  }
}

let made = 0;

export type TestDatabase = { readonly url: string; readonly drop: () => Promise<void> };

export async function createDatabase(): Promise<TestDatabase> {
  made += 1;
  const name = `wirebrief_test_${process.pid}_${Date.now().toString(36)}_${made}`;
  await asAdmin((client) => client.query(`create database ${name}`));
  const url = new URL(ADMIN_URL);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => asAdmin(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
}

/** Empties every table but those of migrations, whatever points at it, and pg-boss's jobs. */
export const EMPTY = `
  do $$ declare name text; begin
    for name in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'schema_migration%'
    loop execute 'delete from ' || quote_ident(name); end loop;
    if to_regclass('pgboss.job') is not null then execute 'delete from pgboss.job'; end if;
  end $$`;

/** A Storage on an empty database; the database is shared by the tests of a file. */
export async function openOnServer({ url }: TestDatabase, now = Date.now): Promise<EngineUnderTest> {
  const open = () => openPostgres({ connections: createPool({ url, mode: 'own', size: 10 }), mode: 'own', now });
  let current = await open();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`set session_replication_role = replica; ${EMPTY}`);
  await client.end();
  return {
    storage: current,
    async reopen() {
      await current.close();
      current = await open();
      return current;
    },
    end: () => current.close(),
  };
}
