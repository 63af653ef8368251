/** An open, migrated SQLite database → Storage. */
import type { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import type { Instant } from '#model/article.ts';
import { createArticleStore } from './articles.ts';
import { createFeedStore } from './feeds.ts';
import { createForgetting } from './forgetting.ts';
import { createKeyvStore } from './keyv.ts';
import { createLeases } from './leases.ts';
import { createTableQueue } from './queue.ts';
import { createRetention } from './retention.ts';
import { compactDatabase } from './sqlite-compact.ts';
import { copyDatabase } from './sqlite-copy.ts';
import type { Storage } from './storage.ts';
import type { Tables } from './tables.ts';
import { createTenantStorage } from './tenants.ts';
import { createWork } from './work.ts';

export type SqliteParts = {
  readonly db: Kysely<Tables>;
  readonly database: DatabaseSync;
  readonly now: () => Instant;
  readonly onClose: () => void;
};

export function createSqliteStorage({ db, database, now, onClose }: SqliteParts): Storage {
  let closing: Promise<void> | undefined;
  return {
    feeds: createFeedStore(db),
    articles: createArticleStore(db),
    tenant: (id) => createTenantStorage(db, id, now),
    work: createWork(db, (name, settings) => createTableQueue(db, name, settings)),
    leases: createLeases(db),
    retention: createRetention(db),
    forgetting: createForgetting(db, () => compactDatabase(db)),
    keyv: (namespace) => createKeyvStore(db, namespace),
    backup: (path) => copyDatabase(database, path),
    close: () => {
      // After the transaction that may be running: Kysely hands out its one connection in order.
      closing ??= db
        .connection()
        .execute(async () => {})
        .then(() => {
          database.close();
          onClose();
        });
      return closing;
    },
  };
}
