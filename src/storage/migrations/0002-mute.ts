/** What a channel does not want to read about. */
import type { Kysely } from 'kysely';
import { runDdl } from '../run-ddl.ts';

const TABLES = `
create table mute (
  tenant text not null references tenant (id) on delete cascade,
  channel text not null,
  kind text not null check (kind in ('word', 'speaker', 'outlet')),
  what text not null,
  primary key (tenant, channel, kind, what)
) strict, without rowid`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await runDdl(db, TABLES);
}
