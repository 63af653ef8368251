/** A database of any age → one of this version's schema: copied aside first, migrated in one transaction, refused when newer. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Instant } from '#model/article.ts';
import { Failure } from '#model/failure.ts';
import { copyDatabase } from './sqlite-copy.ts';
import { toFailure } from './sqlite-failure.ts';
import type { Tables } from './tables.ts';

const TABLE = 'schema_migration';

export type Migrations = Readonly<Record<string, Migration>>;

async function applied(db: Kysely<Tables>): Promise<readonly string[]> {
  const table = await sql`select 1 from sqlite_schema where name = ${TABLE}`.execute(db);
  if (table.rows.length === 0) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(TABLE)} order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** Which migrations are missing. A schema that this version does not know is refused before anything is written. */
export async function pendingMigrations(db: Kysely<Tables>, migrations: Migrations): Promise<readonly string[]> {
  const done = await applied(db);
  const unknown = done.find((name) => !(name in migrations));
  if (unknown !== undefined)
    throw new Failure({
      code: 'newer-schema',
      message: `The database was written by a newer Wirebrief (its schema has ${unknown}).`,
      hint: 'Install that version again, or put the copy in its place that was made before the upgrade (data/backups).',
    });
  return Object.keys(migrations).filter((name) => !done.includes(name));
}

/** All pending migrations in one transaction: a failing one leaves the database as it was. */
export async function migrate(db: Kysely<Tables>, migrations: Migrations): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: TABLE,
    migrationLockTableName: `${TABLE}_lock`,
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failure = toFailure(error);
  if (failure instanceof Failure) throw failure;
  throw new Failure(
    {
      code: 'migration-failed',
      message: 'The database could not be brought to this version; it is as it was before.',
      hint: 'Go back to the version that ran before and report this with the cause.',
    },
    { cause: error },
  );
}

/** What an existing database was before its migration, in data/backups. */
export async function backUpBeforeMigration(database: DatabaseSync, dataDir: string, first: string, now: Instant): Promise<string> {
  const folder = join(dataDir, 'backups');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `wirebrief-before-${first}-${new Date(now).toISOString().replace(/[:.]/g, '-')}.db`);
  await copyDatabase(database, path);
  return path;
}
