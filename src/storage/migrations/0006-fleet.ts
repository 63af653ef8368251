/** What the processes of a fleet tell each other: who polls which feed, and whose turn it is. */
import type { Kysely } from 'kysely';
import { runDdl } from '../run-ddl.ts';

const TABLES = `
alter table feed add column claimed_until integer;
create index feed_by_turn on feed (coalesce(next_poll_at, 0), id);
create table lease (
  name text primary key,
  holder text not null,
  until integer not null
) strict, without rowid;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await runDdl(db, TABLES);
}
