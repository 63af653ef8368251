/** What is one tenant's: topics, subscriptions, what its channels were told, its audit. Every query names the tenant. */
import type { Kysely } from 'kysely';
import type { Instant } from '#model/article.ts';
import { Failure } from '#model/failure.ts';
import type { TenantId } from '#model/subscription.ts';
import type { AuditStore, SubscriptionStore, TenantStorage, ToldStore, TopicStore } from './contract/tenant.ts';
import { createDeliveryStore } from './deliveries.ts';
import { createLibrary } from './library.ts';
import { createMuteStore } from './mutes.ts';
import { createReportStore } from './reports.ts';
import { createScheduleStore } from './schedules.ts';
import { SHARED, type Tables } from './tables.ts';
import { recordTold } from './told-records.ts';
import { inTransaction } from './transaction.ts';

type Db = Kysely<Tables>;
/** Runs a change after the tenant's own row is there. */
type Change = <T>(change: (trx: Db) => Promise<T>) => Promise<T>;

function createTopicStore(db: Db, tenant: TenantId, change: Change): TopicStore {
  return {
    async list() {
      const rows = await db.selectFrom('topic').select('topic').where('tenant', '=', tenant).orderBy('slug').execute();
      return rows.map(({ topic }) => JSON.parse(topic));
    },
    put: (topic) =>
      change(async (trx) => {
        const stored = { topic: JSON.stringify(topic) };
        await trx
          .insertInto('topic')
          .values({ tenant, slug: topic.slug, ...stored })
          .onConflict((conflict) => conflict.columns(['tenant', 'slug']).doUpdateSet(stored))
          .execute();
      }),
    async remove(slug) {
      const gone = await db.deleteFrom('topic').where('tenant', '=', tenant).where('slug', '=', slug).executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
  };
}

function createSubscriptionStore(db: Db, tenant: TenantId, change: Change): SubscriptionStore {
  return {
    async list() {
      const rows = await db
        .selectFrom('subscription')
        .selectAll()
        .where('tenant', '=', tenant)
        .orderBy('added_at')
        .orderBy('feed_id')
        .execute();
      return rows.map((row) => ({ tenant, feedId: row.feed_id, addedAt: row.added_at }));
    },
    add: (feedId, at) =>
      change(async (trx) => {
        // Another tenant's private feed is answered like one that is not there.
        const feed = await trx
          .selectFrom('feed')
          .select('id')
          .where('id', '=', feedId)
          .where('owner', 'in', [SHARED, tenant])
          .executeTakeFirst();
        if (feed === undefined)
          throw new Failure({ code: 'unknown-feed', message: `There is no feed ${feedId}.`, hint: 'Add the feed by its address first.' });
        await trx
          .insertInto('subscription')
          .values({ tenant, feed_id: feedId, added_at: at })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }),
    async remove(feedId) {
      const gone = await db.deleteFrom('subscription').where('tenant', '=', tenant).where('feed_id', '=', feedId).executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
    async readSince() {
      const rows = await db
        .selectFrom('feed')
        .leftJoin('subscription', (join) => join.onRef('subscription.feed_id', '=', 'feed.id').on('subscription.tenant', '=', tenant))
        .select(['feed.id', 'feed.first_polled_at', 'feed.everybody', 'subscription.added_at'])
        .where('feed.owner', 'in', [SHARED, tenant])
        .where('feed.first_polled_at', 'is not', null)
        .execute();
      // A feed of everybody's is read from its first poll on, whoever subscribes to it later.
      return new Map(
        rows.map((row) => [row.id, Math.max(row.first_polled_at ?? 0, row.everybody === 1 ? 0 : (row.added_at ?? 0))] as const),
      );
    },
  };
}

function createToldStore(db: Db, tenant: TenantId, change: Change): ToldStore {
  return {
    async of(channel) {
      const rows = await db
        .selectFrom('told')
        .select(['channel', 'kind', 'key', 'detail', 'at'])
        .where('tenant', '=', tenant)
        .where('channel', '=', channel)
        .orderBy('at')
        .orderBy('kind')
        .orderBy('key')
        .execute();
      return rows.map((row) => ({ ...row }));
    },
    record: (records) => change((trx) => recordTold(trx, tenant, records)),
  };
}

function createAuditStore(db: Db, tenant: TenantId, change: Change): AuditStore {
  return {
    append: (entry) =>
      change(async (trx) => {
        await trx.insertInto('audit').values({ tenant, at: entry.at, who: entry.who, what: entry.what, detail: entry.detail }).execute();
      }),
    async list(limit) {
      const rows = await db
        .selectFrom('audit')
        .select(['at', 'who', 'what', 'detail'])
        .where('tenant', '=', tenant)
        .orderBy('at', 'desc')
        .orderBy('no', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...row }));
    },
  };
}

export function createTenantStorage(db: Db, tenant: TenantId, now: () => Instant): TenantStorage {
  if (tenant === SHARED) throw new RangeError('a tenant has a name');
  const change: Change = (run) =>
    inTransaction(db, async (trx) => {
      await trx
        .insertInto('tenant')
        .values({ id: tenant, added_at: now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return run(trx);
    });
  return {
    library: createLibrary(db, tenant),
    topics: createTopicStore(db, tenant, change),
    subscriptions: createSubscriptionStore(db, tenant, change),
    mutes: createMuteStore(db, tenant, change),
    told: createToldStore(db, tenant, change),
    schedules: createScheduleStore(db, tenant, change),
    deliveries: createDeliveryStore(db, tenant),
    reports: createReportStore(db, tenant, change),
    audit: createAuditStore(db, tenant, change),
  };
}
