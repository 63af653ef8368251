/** What no line of code writes or reads: a Slack app's installations lie sealed in the key-value table, and mutes in one of their own. */
import type { Kysely } from 'kysely';
import { runDdl } from '../run-ddl.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await runDdl(db, `drop table installation;\nalter table subscription drop column muted_at;\n`);
}
