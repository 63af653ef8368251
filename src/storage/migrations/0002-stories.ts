/** Why an article stands in its story, and which stories were merged or split. */
import type { Kysely } from 'kysely';
import { runDdl } from '../run-ddl.ts';

const TABLES = `
alter table article add column joining text;

create table story_change (
  no integer primary key,
  owner text not null,
  at integer not null,
  kind text not null check (kind in ('merge', 'split')),
  from_id text not null,
  into_id text not null,
  article_id text not null
) strict;
create index story_change_by_from on story_change (from_id);
create index story_change_by_into on story_change (into_id);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await runDdl(db, TABLES);
}
