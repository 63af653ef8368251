/** An open, migrated PostgreSQL database → Storage. */
import { type Kysely, sql } from 'kysely';
import type { Instant } from '#model/article.ts';
import { Failure } from '#model/failure.ts';
import { createArticleStore } from './articles.ts';
import { createBoss } from './boss.ts';
import { createBossQueue } from './boss-queue.ts';
import { createFeedStore } from './feeds.ts';
import { createForgetting } from './forgetting.ts';
import { createKeyvStore } from './keyv.ts';
import { createLeases } from './leases.ts';
import { type Migrations, migrate, pendingMigrations } from './migrate.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { type Connections, createPostgresKysely } from './postgres-database.ts';
import { toPostgresFailure } from './postgres-failure.ts';
import { createRetention } from './retention.ts';
import type { Storage } from './storage.ts';
import type { Tables } from './tables.ts';
import { createTenantStorage } from './tenants.ts';
import { createWork } from './work.ts';

export type PostgresOptions = {
  readonly connections: Connections;
  readonly mode: 'own' | 'read-only';
  readonly now: () => Instant;
  readonly migrations?: Migrations;
};

/** Ends the connections where it cannot be opened. */
export async function openPostgres({ connections, mode, now, migrations = MIGRATIONS }: PostgresOptions): Promise<Storage> {
  const db = createPostgresKysely(connections);
  try {
    const pending = await pendingMigrations(db, migrations);
    if (pending.length > 0 && mode === 'read-only')
      throw new Failure({
        code: 'older-schema',
        message: 'The database was written by an older Wirebrief, or by none yet.',
        hint: 'Start this version once (npm start): it brings the database up to date.',
      });
    if (pending.length > 0) await migrate(db, migrations, toPostgresFailure);
  } catch (error) {
    await connections.end();
    throw toPostgresFailure(error);
  }
  return storageOf(db, connections, now);
}

/** No transaction may hold it, and it takes as long as the database is large. */
const vacuum = (db: Kysely<Tables>): Promise<void> =>
  db.connection().execute(async (session) => {
    await sql`set statement_timeout = 0`.execute(session);
    try {
      await sql`vacuum`.execute(session);
    } finally {
      await sql`reset statement_timeout`.execute(session);
    }
  });

function storageOf(db: Kysely<Tables>, connections: Connections, now: () => Instant): Storage {
  const boss = createBoss(connections);
  let closing: Promise<void> | undefined;
  return {
    feeds: createFeedStore(db),
    articles: createArticleStore(db),
    tenant: (id) => createTenantStorage(db, id, now),
    work: createWork(db, (name, settings) => createBossQueue(db, boss, name, settings)),
    leases: createLeases(db),
    retention: createRetention(db),
    // Its dead rows become room for new ones; the pages are written over as they are used again.
    forgetting: createForgetting(db, () => vacuum(db)),
    keyv: (namespace) => createKeyvStore(db, namespace),
    backup: () =>
      Promise.reject(
        new Failure({
          code: 'not-embedded',
          message: 'A PostgreSQL database is copied by its own tools.',
          hint: 'Use pg_dump --format=custom, or the backups of whoever runs the server; docs/SCALE.md has the command.',
        }),
      ),
    close: () => {
      closing ??= boss.stop().then(connections.end);
      return closing;
    },
  };
}
