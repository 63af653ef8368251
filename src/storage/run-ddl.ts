/** Statements of a migration, written for SQLite → run on either engine, one after another. */
import { type Kysely, sql } from 'kysely';
import { differencesOf } from './differences.ts';

/** A statement ends with ";" at the end of a line, unless an indented one follows (a trigger's body). */
export async function runDdl(db: Kysely<unknown>, statements: string): Promise<void> {
  const { ddl } = differencesOf(db);
  for (const statement of statements.split(/;\n(?! )/)) if (statement.trim() !== '') await sql.raw(ddl(statement)).execute(db);
}
