/** The `feed` table as a FeedStore. */
import { type Kysely, type Selectable, sql } from 'kysely';
import type { FeedStore, StoredFeed } from './contract/feeds.ts';
import { differencesOf } from './differences.ts';
import { SHARED, type Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

function fromRow(row: Selectable<Tables['feed']>): StoredFeed {
  return {
    id: row.id,
    url: row.url,
    title: row.title,
    owner: row.owner === SHARED ? null : row.owner,
    everybody: row.everybody === 1,
    page: row.page,
    validators: JSON.parse(row.validators),
    polledAt: row.polled_at,
    nextPollAt: row.next_poll_at,
    failures: row.failures,
    problem: row.problem === null ? null : JSON.parse(row.problem),
    pace: JSON.parse(row.pace),
    ...(row.paused_at === null ? {} : { pausedAt: row.paused_at }),
  };
}

/** The end of the first poll that went well: articles are fetched a while after it began. */
async function noteFirstPoll(db: Kysely<Tables>, id: string, polledAt: number | null): Promise<void> {
  const feed = await db.selectFrom('feed').select('first_polled_at').where('id', '=', id).executeTakeFirst();
  if (polledAt === null || feed === undefined || feed.first_polled_at !== null) return;
  const { fetched_at } = await db
    .selectFrom('feed_article')
    .innerJoin('article', 'article.no', 'feed_article.article_no')
    .select(({ fn }) => fn.max('article.fetched_at').as('fetched_at'))
    .where('feed_article.feed_id', '=', id)
    .executeTakeFirstOrThrow();
  await db
    .updateTable('feed')
    .set({ first_polled_at: Math.max(polledAt, fetched_at ?? 0) })
    .where('id', '=', id)
    .execute();
}

export function createFeedStore(db: Kysely<Tables>): FeedStore {
  return {
    async put(feed) {
      const described = {
        url: feed.url,
        title: feed.title,
        owner: feed.owner ?? SHARED,
        everybody: feed.everybody ? (1 as const) : (0 as const),
        ...(feed.page && { page: feed.page }),
      };
      const unpolled = {
        validators: '{}',
        polled_at: null,
        first_polled_at: null,
        next_poll_at: null,
        failures: 0,
        problem: null,
        claimed_until: null,
        pace: '{}',
        paused_at: null,
        page: 'auto' as const,
      };
      await db
        .insertInto('feed')
        .values({ id: feed.id, ...unpolled, ...described })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(described))
        .execute();
    },
    async get(id) {
      const row = await db.selectFrom('feed').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : fromRow(row);
    },
    async list() {
      return (await db.selectFrom('feed').selectAll().orderBy('id').execute()).map(fromRow);
    },
    async due(now, limit) {
      const rows = await db
        .selectFrom('feed')
        .selectAll()
        .where((where) => where.or([where('next_poll_at', 'is', null), where('next_poll_at', '<=', now)]))
        .where('paused_at', 'is', null)
        .orderBy('next_poll_at', (order) => order.asc().nullsFirst())
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },
    async claim(now, until, limit) {
      const due = sql`select id from feed where paused_at is null and coalesce(next_poll_at, 0) <= ${now} and coalesce(claimed_until, 0) <= ${now}
        order by coalesce(next_poll_at, 0), id limit ${limit} ${differencesOf(db).skipLocked}`;
      const { rows } = await sql<
        Selectable<Tables['feed']>
      >`update feed set claimed_until = ${until} where id in (${due}) returning *`.execute(db);
      return rows.sort((a, b) => (a.next_poll_at ?? 0) - (b.next_poll_at ?? 0) || (a.id < b.id ? -1 : 1)).map(fromRow);
    },
    async keep(ids, until) {
      if (ids.length > 0) await db.updateTable('feed').set({ claimed_until: until }).where('id', 'in', ids).execute();
    },
    async pause(id, at) {
      await db.updateTable('feed').set({ paused_at: at }).where('id', '=', id).execute();
    },
    async recordPoll(id, state) {
      await db
        .updateTable('feed')
        .set({
          validators: JSON.stringify(state.validators),
          polled_at: state.polledAt,
          next_poll_at: state.nextPollAt,
          failures: state.failures,
          problem: state.problem === null ? null : JSON.stringify(state.problem),
          claimed_until: null,
          ...(state.pace && { pace: JSON.stringify(state.pace) }),
        })
        .where('id', '=', id)
        .execute();
      if (state.failures === 0) await noteFirstPoll(db, id, state.polledAt);
    },
    async remove(id) {
      await db.deleteFrom('feed').where('id', '=', id).execute();
    },
    removeUnread: (id) =>
      inTransaction(db, async (trx) => {
        // Somebody may be subscribing to it: the row waits for them, and the next statement sees what they did.
        await sql`select id from feed where id = ${id} ${differencesOf(trx).lockRows}`.execute(trx);
        const gone = await trx
          .deleteFrom('feed')
          .where('id', '=', id)
          .where('everybody', '=', 0)
          .where(({ not, exists, selectFrom }) => not(exists(selectFrom('subscription').select('feed_id').where('feed_id', '=', id))))
          .executeTakeFirst();
        return gone.numDeletedRows > 0n;
      }),
  };
}
