/** Whether the pages of a feed's articles are fetched, for feeds that are added in chat too. */
import type { Kysely } from 'kysely';
import { runDdl } from '../run-ddl.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await runDdl(db, `alter table feed add column page text not null default 'auto';\n`);
}
