/** What has to be erased on request → rows looked through and taken out, whatever tenant they belong to. */
import { type Kysely, sql } from 'kysely';
import type { Forgotten, ShownPost } from '#model/forgotten.ts';
import type { Delivery, Schedule } from '#model/schedule.ts';
import type { Forgetting } from './contract/removal.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

type Db = Kysely<Tables>;

/** Where words of articles and names may stand besides the articles, and what becomes of a row that holds them. */
const PLACES = [
  { table: 'keyv', key: ['namespace', 'key'], look: ['key', 'value'], put: null },
  { table: 'job', key: ['no'], look: ['id', 'lane', 'payload'], put: null },
  { table: 'mute', key: ['tenant', 'channel', 'kind', 'what'], look: ['what'], put: null },
  { table: 'topic', key: ['tenant', 'slug'], look: ['slug', 'topic'], put: null },
  { table: 'speaker', key: ['no'], look: ['name'], put: null },
  // That a story was told is still known, no more than that.
  { table: 'told', key: ['tenant', 'channel', 'kind', 'key'], look: ['detail'], put: { detail: '' } },
  { table: 'audit', key: ['no'], look: ['what', 'detail'], put: { detail: '(forgotten)' } },
  { table: 'feed', key: ['id'], look: ['problem'], put: { problem: null } },
  { table: 'report', key: ['id'], look: ['report'], put: null },
] as const;

const PAGE = 500;

export function createForgetting(db: Db, compact: () => Promise<void>): Forgetting {
  return {
    async list() {
      return (await db.selectFrom('forgotten').select('entry').orderBy('at').orderBy('id').execute()).map(
        ({ entry }) => JSON.parse(entry) as Forgotten,
      );
    },
    async note(entry) {
      const row = { id: entry.id, entry: JSON.stringify(entry), at: entry.at };
      await db
        .insertInto('forgotten')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },
    async articles(after, limit) {
      const rows = await db
        .selectFrom('article')
        .innerJoin('body', 'body.article_no', 'article.no')
        .innerJoin('extraction', 'extraction.article_no', 'article.no')
        .select([
          'article.no',
          'article.id',
          'article.key',
          'article.url',
          'article.title',
          'article.byline',
          'body.text',
          'body.excerpt',
          'extraction.names',
        ])
        .where('article.no', '>', after)
        .orderBy('article.no')
        .limit(limit)
        .execute();
      const facts =
        rows.length === 0
          ? []
          : await factsOf(
              db,
              rows.map(({ no }) => no),
            );
      return rows.map(({ text, excerpt, names, byline, ...row }) => ({
        ...row,
        byline: byline ?? '',
        text: text ?? excerpt ?? '',
        facts: [names, ...facts.filter(({ article_no }) => article_no === row.no).map(({ fact }) => fact)].join(' \n '),
      }));
    },
    posts: async (mentions) => (await deliveriesThat(db, mentions)).flatMap(postsOf),
    async articlesOf(tenant) {
      const { count } = await db
        .selectFrom('article')
        .select(sql<number>`count(*)`.as('count'))
        .where('owner', '=', tenant)
        .executeTakeFirstOrThrow();
      return count;
    },
    async tenants() {
      const own = await db.selectFrom('tenant').select('id').execute();
      const owners = await db.selectFrom('feed').select('owner as id').where('owner', '<>', '').distinct().execute();
      return [...new Set([...own, ...owners].map(({ id }) => id))];
    },
    removeTenant: (tenant) =>
      inTransaction(db, async (trx) => {
        await trx.deleteFrom('article').where('owner', '=', tenant).execute();
        await trx.deleteFrom('feed').where('owner', '=', tenant).execute();
        await trx.deleteFrom('story').where('owner', '=', tenant).execute();
        await trx.deleteFrom('tenant').where('id', '=', tenant).execute();
      }),
    async scrub(mentions) {
      let changed = 0;
      for (const place of PLACES) changed += await scrubPlace(db, place, mentions);
      changed += await scrubSchedules(db, mentions);
      for (const delivery of await deliveriesThat(db, mentions)) {
        const cleared = { ...delivery, parts: delivery.parts.map((part) => ({ ...part, document: FORGOTTEN, tells: [] })) };
        await db
          .updateTable('delivery')
          .set({ delivery: JSON.stringify(cleared) })
          .where('id', '=', delivery.id)
          .execute();
        changed++;
      }
      return changed;
    },
    compact,
  };
}

const FORGOTTEN = { summary: 'Forgotten on request.', blocks: [] };

async function factsOf(db: Db, nos: readonly number[]): Promise<readonly { article_no: number; fact: string }[]> {
  const quotes = await db.selectFrom('quote').select(['article_no', 'quote as fact']).where('article_no', 'in', nos).execute();
  const figures = await db.selectFrom('figure').select(['article_no', 'figure as fact']).where('article_no', 'in', nos).execute();
  return [...quotes, ...figures];
}

async function scrubPlace(
  db: Db,
  { table, key, look, put }: (typeof PLACES)[number],
  mentions: (text: string) => boolean,
): Promise<number> {
  const columns = [...new Set<string>([...key, ...look])].map((name) => sql.ref(name));
  const { rows } = await sql<Record<string, unknown>>`select ${sql.join(columns)} from ${sql.table(table)}`.execute(db);
  const found = rows.filter((row) => look.some((name) => typeof row[name] === 'string' && mentions(String(row[name]))));
  for (const row of found) {
    const where = sql.join(
      key.map((name) => sql`${sql.ref(name)} = ${row[name]}`),
      sql` and `,
    );
    if (put === null) await sql`delete from ${sql.table(table)} where ${where}`.execute(db);
    else {
      const set = sql.join(Object.entries(put).map(([name, value]) => sql`${sql.ref(name)} = ${value}`));
      await sql`update ${sql.table(table)} set ${set} where ${where}`.execute(db);
    }
  }
  return found.length;
}

/** A topic that names what is forgotten goes; a schedule that has no other goes with it, since it would tell the top stories instead. */
async function scrubSchedules(db: Db, mentions: (text: string) => boolean): Promise<number> {
  const rows = await db.selectFrom('schedule').select(['id', 'schedule']).execute();
  const found = rows
    .map(({ id, schedule }) => ({ id, schedule: JSON.parse(schedule) as Schedule }))
    .filter(({ schedule }) => schedule.topics.some(mentions));
  for (const { id, schedule } of found) {
    const topics = schedule.topics.filter((topic) => !mentions(topic));
    if (topics.length === 0) await db.deleteFrom('schedule').where('id', '=', id).execute();
    else
      await db
        .updateTable('schedule')
        .set({ schedule: JSON.stringify({ ...schedule, topics }) })
        .where('id', '=', id)
        .execute();
  }
  return found.length;
}

async function deliveriesThat(db: Db, mentions: (text: string, tenant: string) => boolean): Promise<readonly Delivery[]> {
  const found: Delivery[] = [];
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('delivery')
      .select(['id', 'tenant', 'delivery'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const row of rows) if (mentions(row.delivery, row.tenant)) found.push(JSON.parse(row.delivery));
    if (rows.length < PAGE) return found;
    after = rows.at(-1)?.id ?? after;
  }
}

const postsOf = ({ tenant, parts }: Delivery): readonly ShownPost[] =>
  parts.flatMap(({ posted }) => (posted ? [{ tenant, channel: posted.channel, at: posted.at, ids: posted.ids }] : []));
