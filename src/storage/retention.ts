/** Forgetting in time: bodies expire to excerpts, articles go with all that was found in them, leftovers are swept. */
import { type Kysely, sql } from 'kysely';
import { SAMPLE } from '#model/subscription.ts';
import type { Retention } from './contract/removal.ts';
import { differencesOf } from './differences.ts';
import { expireBody } from './expire.ts';
import { firstNumberAt } from './numbers.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

type Db = Kysely<Tables>;
const HOUR_MS = 3_600_000;

/** Nobody may be about to store a speaker or a story that is found to be left by all. */
const alone = (trx: Db) => differencesOf(trx).hold(trx, 'facts', 'alone');

/** Its rows elsewhere go by foreign keys, its words by triggers. */
async function removeNumbers(trx: Db, nos: readonly number[]): Promise<void> {
  if (nos.length > 0) await trx.deleteFrom('article').where('no', 'in', nos).execute();
}

/** By the real clock, like keyv.ts. */
async function sweepKeyv(trx: Db, limit: number): Promise<number> {
  const expired = sql`select namespace, key from keyv where expires_at is not null and expires_at <= ${Date.now()} limit ${limit}`;
  const gone = await sql`delete from keyv where (namespace, key) in (${expired}) returning 1`.execute(trx);
  return gone.rows.length;
}

/** Turns of hosts that nobody asked for lately. */
async function sweepLeases(trx: Db, limit: number): Promise<number> {
  const old = sql`select name from lease where until <= ${Date.now() - HOUR_MS} limit ${limit}`;
  return (await sql`delete from lease where name in (${old}) returning 1`.execute(trx)).rows.length;
}

async function sweepArticles(trx: Db, limit: number): Promise<number> {
  const { rows } = await sql<{ no: number }>`select no from article
    where not exists (select 1 from feed_article where feed_article.article_no = article.no) limit ${limit}`.execute(trx);
  await removeNumbers(
    trx,
    rows.map(({ no }) => no),
  );
  return rows.length;
}

async function sweepOrphans(trx: Db, limit: number): Promise<number> {
  const speakers = await sql`delete from speaker where no in (select no from speaker
    where not exists (select 1 from quote_speaker where speaker_no = speaker.no) limit ${limit}) returning 1`.execute(trx);
  const stories = await sql`delete from story where id in (select id from story
    where not exists (select 1 from article where story_id = story.id) limit ${limit}) returning 1`.execute(trx);
  const changes = await sql`delete from story_change where no in (select no from story_change
    where not exists (select 1 from story where story.id = story_change.into_id) limit ${limit}) returning 1`.execute(trx);
  return speakers.rows.length + stories.rows.length + changes.rows.length;
}

/** An article is fetched a while after it was published: that alone keeps it no longer. */
const FETCH_SLACK_MS = 24 * 3_600_000;

export function createRetention(db: Db): Retention {
  return {
    expireBodies: (before, limit) =>
      inTransaction(db, async (trx) => {
        const rows = await trx
          .selectFrom('article')
          .innerJoin('body', 'body.article_no', 'article.no')
          .innerJoin('extraction', 'extraction.article_no', 'article.no')
          .select(['article.no', 'article.title', 'body.text', 'extraction.sentences'])
          .where('article.no', '<', firstNumberAt(before))
          // An old article that came in late is kept as long as any.
          .where('article.fetched_at', '<', before + FETCH_SLACK_MS)
          // The sample is ours to keep.
          .where('article.owner', '<>', SAMPLE)
          .where('body.text', 'is not', null)
          .orderBy('article.no')
          .limit(limit)
          .execute();
        for (const { no, title, text, sentences } of rows) await expireBody(trx, no, title, text ?? '', sentences);
        return rows.length;
      }),

    removeBefore: (before, limit) =>
      inTransaction(db, async (trx) => {
        const rows = await trx
          .selectFrom('article')
          .select('no')
          .where('no', '<', firstNumberAt(before))
          .where('fetched_at', '<', before + FETCH_SLACK_MS)
          .where('owner', '<>', SAMPLE)
          .orderBy('no')
          .limit(limit)
          .execute();
        await removeNumbers(
          trx,
          rows.map(({ no }) => no),
        );
        return rows.length;
      }),

    removeArticles: (ids) =>
      inTransaction(db, async (trx) => {
        if (ids.length === 0) return 0;
        const rows = await trx.selectFrom('article').select('no').where('id', 'in', ids).execute();
        await removeNumbers(
          trx,
          rows.map(({ no }) => no),
        );
        return rows.length;
      }),

    sweep: (limit) =>
      inTransaction(db, async (trx) => {
        await alone(trx);
        const articles = await sweepArticles(trx, Math.min(limit, 20));
        return articles + (await sweepKeyv(trx, limit)) + (await sweepLeases(trx, limit)) + (await sweepOrphans(trx, limit));
      }),
  };
}
