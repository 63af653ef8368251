/** The first schema: every table with its tenant. */
import type { Kysely } from 'kysely';
import { differencesOf } from '../differences.ts';
import { runDdl } from '../run-ddl.ts';

const TABLES = `
create table tenant (
  id text primary key check (id <> ''),
  added_at integer not null
) strict, without rowid;

create table feed (
  id text primary key,
  url text not null,
  title text not null,
  owner text not null,
  everybody integer not null check (everybody in (0, 1)),
  validators text not null,
  polled_at integer,
  first_polled_at integer,
  next_poll_at integer,
  failures integer not null,
  problem text
) strict, without rowid;
create index feed_by_next_poll on feed (next_poll_at);

create table subscription (
  tenant text not null references tenant (id) on delete cascade,
  feed_id text not null references feed (id) on delete cascade,
  added_at integer not null,
  muted_at integer,
  primary key (tenant, feed_id)
) strict, without rowid;
create index subscription_by_feed on subscription (feed_id);

create table story (
  id text primary key,
  owner text not null
) strict, without rowid;

create table article (
  no integer primary key,
  id text not null unique,
  owner text not null,
  feed_id text not null,
  key text not null,
  story_id text not null references story (id),
  outlet text not null,
  url text not null,
  title text not null,
  byline text,
  language text,
  published_at integer not null,
  fetched_at integer not null,
  unique (owner, key)
) strict;
create index article_by_story on article (story_id, no);

create table body (
  article_no integer primary key references article (no) on delete cascade,
  text text,
  excerpt text,
  text_hash text not null
) strict;

create table feed_article (
  feed_id text not null references feed (id) on delete cascade,
  article_no integer not null references article (no) on delete cascade,
  guid text,
  primary key (article_no, feed_id)
) strict, without rowid;
create index feed_article_by_feed on feed_article (feed_id, article_no);
create index feed_article_by_guid on feed_article (feed_id, guid) where guid is not null;

create table extraction (
  article_no integer primary key references article (no) on delete cascade,
  version integer not null,
  sentences text not null,
  names text not null,
  cluster_keys text not null,
  frozen integer not null check (frozen in (0, 1))
) strict;
create index extraction_by_version on extraction (version, article_no) where frozen = 0;

create table quote (
  no integer primary key,
  article_no integer not null references article (no) on delete cascade,
  position integer not null,
  confidence real not null,
  text_hash text not null,
  quote text not null,
  unique (article_no, position)
) strict;

create table figure (
  no integer primary key,
  article_no integer not null references article (no) on delete cascade,
  position integer not null,
  printed integer not null check (printed in (0, 1)),
  unit text,
  text_hash text not null,
  sentence_start integer not null,
  sentence_end integer not null,
  figure text not null,
  unique (article_no, position)
) strict;
create index figure_by_unit on figure (unit, no) where printed = 1;

create table speaker (
  no integer primary key,
  folded text not null unique,
  name text not null,
  kind text not null check (kind in ('person', 'organisation')),
  heat real not null
) strict;
create index speaker_by_heat on speaker (heat);

create table speaker_word (
  word text not null,
  speaker_no integer not null references speaker (no) on delete cascade,
  primary key (word, speaker_no)
) strict, without rowid;
create index speaker_word_by_speaker on speaker_word (speaker_no);

create table quote_speaker (
  speaker_no integer not null references speaker (no) on delete cascade,
  quote_no integer not null references quote (no) on delete cascade,
  primary key (speaker_no, quote_no)
) strict, without rowid;
create index quote_speaker_by_quote on quote_speaker (quote_no);

create table topic (
  tenant text not null references tenant (id) on delete cascade,
  slug text not null,
  topic text not null,
  primary key (tenant, slug)
) strict, without rowid;

create table told (
  tenant text not null references tenant (id) on delete cascade,
  channel text not null,
  kind text not null check (kind in ('story', 'quote', 'figure')),
  key text not null,
  detail text not null,
  at integer not null,
  primary key (tenant, channel, kind, key)
) strict, without rowid;

create table audit (
  no integer primary key,
  tenant text not null references tenant (id) on delete cascade,
  at integer not null,
  who text not null,
  what text not null,
  detail text not null
) strict;
create index audit_by_tenant on audit (tenant, at);

create table schedule (
  id text primary key,
  tenant text not null references tenant (id) on delete cascade,
  channel text not null,
  schedule text not null,
  next_slot text,
  next_at integer,
  added_at integer not null,
  check ((next_slot is null) = (next_at is null))
) strict, without rowid;
create index schedule_by_next on schedule (next_at) where next_at is not null;
create index schedule_by_tenant on schedule (tenant);

create table delivery (
  id text primary key,
  tenant text not null references tenant (id) on delete cascade,
  schedule_id text not null,
  slot text not null,
  state text not null check (state in ('planned', 'composing', 'sending', 'sent', 'parked', 'skipped')),
  due_at integer not null,
  delivery text not null,
  unique (schedule_id, slot)
) strict, without rowid;
create index delivery_by_state on delivery (state, due_at);
create index delivery_by_tenant on delivery (tenant, due_at);

create table job (
  no integer primary key autoincrement,
  queue text not null,
  id text not null,
  lane text not null,
  payload text not null,
  run_at integer not null,
  attempts integer not null,
  unique (queue, id)
) strict;
create index job_by_lane on job (queue, lane, no);
create index job_by_time on job (queue, run_at);

create table installation (
  tenant text primary key references tenant (id) on delete cascade,
  platform text not null,
  sealed text not null,
  added_at integer not null
) strict, without rowid;

create table keyv (
  namespace text not null,
  key text not null,
  value text not null,
  expires_at integer,
  primary key (namespace, key)
) strict, without rowid;
create index keyv_by_expiry on keyv (expires_at) where expires_at is not null;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await runDdl(db, TABLES);
  await runDdl(db, differencesOf(db).wordTables);
}
