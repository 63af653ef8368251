/** A database of any age → one of this version's schema: migrated in one transaction, refused when newer. */
import { type Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { Failure } from '#model/failure.ts';
import { differencesOf } from './differences.ts';
import type { Tables } from './tables.ts';

const TABLE = 'schema_migration';

export type Migrations = Readonly<Record<string, Migration>>;

async function applied(db: Kysely<Tables>): Promise<readonly string[]> {
  const table = await differencesOf(db).hasTable(TABLE).execute(db);
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

/**
 * All pending migrations in one transaction: a failing one leaves the database as it was. Several processes may do this at once: one
 * migrates, the others wait for it and find nothing left to do.
 * @param toFailure The engine's: trouble that a person can mend is told as that.
 */
export async function migrate(db: Kysely<Tables>, migrations: Migrations, toFailure: (error: unknown) => unknown): Promise<void> {
  try {
    await db.transaction().execute(async (trx) => {
      const { hold, takeTime } = differencesOf(trx);
      await takeTime(trx);
      await hold(trx, 'schema', 'alone');
      // Another one that was first may have been newer.
      await pendingMigrations(trx, migrations);
      const migrator = new Migrator({
        db: trx,
        provider: { getMigrations: async () => migrations },
        migrationTableName: TABLE,
        // Which are missing is what counts (pendingMigrations); two branches may have brought theirs in either order.
        allowUnorderedMigrations: true,
        migrationLockTableName: `${TABLE}_lock`,
      });
      const { error } = await migrator.migrateToLatest();
      if (error !== undefined) throw error;
    });
  } catch (error) {
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
}
