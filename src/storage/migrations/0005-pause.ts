/** A feed that is not to be asked for news for a while; an outlet's articles, found without walking all. */
import type { Kysely } from 'kysely';
import { runDdl } from '../run-ddl.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await runDdl(db, 'alter table feed add column paused_at integer;\ncreate index article_by_outlet on article (outlet, no);\n');
}
