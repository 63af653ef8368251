/** A batch of ingested articles → rows: each is added, put in the place of its older version, or found unchanged. */
import type { Kysely } from 'kysely';
import type { ArticleId } from '#model/article.ts';
import { Failure } from '#model/failure.ts';
import type { TenantId } from '#model/subscription.ts';
import { clusterText } from './cluster-words.ts';
import type { IngestedArticle } from './contract/articles.ts';
import { differencesOf } from './differences.ts';
import { dropFacts, writeFacts } from './facts.ts';
import { takeNumbers } from './numbers.ts';
import { shortKey } from './short-key.ts';
import { SHARED, type Tables } from './tables.ts';
import { textHash } from './text-hash.ts';
import { inTransaction } from './transaction.ts';
import { createWordWriter, type WordWriter } from './word-writer.ts';

export type PutOutcome = { readonly id: ArticleId; readonly outcome: 'added' | 'updated' | 'unchanged' };

type Trx = Kysely<Tables>;
/** What the steps of one batch share. */
type Put = { readonly trx: Trx; readonly owner: string; readonly words: WordWriter };
type Known = Awaited<ReturnType<typeof findKnown>>;

async function findKnown(trx: Trx, owner: string, { article, key, sameAs }: IngestedArticle, guid: string | null) {
  const known = trx
    .selectFrom('article')
    .innerJoin('body', 'body.article_no', 'article.no')
    .innerJoin('extraction', 'extraction.article_no', 'article.no')
    .select(['article.no', 'article.id', 'article.key', 'article.feed_id', 'article.outlet', 'article.url', 'article.title'])
    .select(['article.byline', 'article.published_at', 'body.text_hash', 'body.excerpt', 'extraction.version', 'extraction.frozen'])
    .where('article.owner', '=', owner);
  const byKey = await known.where('article.key', '=', key).executeTakeFirst();
  if (byKey !== undefined) return byKey;
  if (sameAs !== undefined) return known.where('article.id', '=', sameAs).executeTakeFirst();
  if (guid === null) return undefined;
  return known
    .innerJoin('feed_article', 'feed_article.article_no', 'article.no')
    .where('feed_article.feed_id', '=', article.feedId)
    .where('feed_article.guid', '=', guid)
    .orderBy('article.no', 'desc')
    .executeTakeFirst();
}

async function writeBody({ trx, owner, words }: Put, no: number, { article, extraction, clusterKeys }: IngestedArticle, at: number) {
  const body = { text: article.text, excerpt: null, text_hash: textHash(article.text) };
  await trx
    .insertInto('body')
    .values({ article_no: no, ...body })
    .onConflict((conflict) => conflict.column('article_no').doUpdateSet(body))
    .execute();
  const keys = [...new Set(clusterKeys)];
  await writeFacts(trx, words, { no, title: article.title, text: article.text, publishedAt: at }, extraction);
  await trx
    .updateTable('extraction')
    .set({ cluster_keys: JSON.stringify(keys), frozen: 0 })
    .where('article_no', '=', no)
    .execute();
  words.add('article', no, { title: article.title, body: article.text });
  if (keys.length > 0) words.add('cluster', no, { keys: clusterText(owner, keys) });
}

async function add(put: Put, item: IngestedArticle): Promise<number> {
  const { trx, owner } = put;
  const { article, key, storyId, joining } = item;
  await trx
    .insertInto('story')
    .values({ id: storyId, owner })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const no = await takeNumbers(trx, 'article', article.publishedAt, 1);
  await trx
    .insertInto('article')
    .values({
      no,
      id: article.id,
      owner,
      feed_id: article.feedId,
      key,
      story_id: storyId,
      outlet: article.outlet,
      url: article.url,
      title: article.title,
      byline: article.byline ?? null,
      language: article.language ?? null,
      published_at: article.publishedAt,
      fetched_at: article.fetchedAt,
      joining: joining === undefined ? null : JSON.stringify(joining),
    })
    .execute();
  await writeBody(put, no, item, article.publishedAt);
  return no;
}

/** Id, story, first feed and date stay: a feed that re-dates everything makes nothing new. */
async function update(put: Put, item: IngestedArticle, known: NonNullable<Known>): Promise<void> {
  const { trx, words } = put;
  const { article, key } = item;
  await trx
    .updateTable('article')
    .set({
      key,
      outlet: article.outlet,
      url: article.url,
      title: article.title,
      byline: article.byline ?? null,
      language: article.language ?? null,
      fetched_at: article.fetchedAt,
    })
    .where('no', '=', known.no)
    .execute();
  await words.flush();
  await dropFacts(trx, known.no);
  const { dropWords } = differencesOf(trx);
  await dropWords('article', [known.no]).execute(trx);
  await dropWords('cluster', [known.no]).execute(trx);
  await writeBody(put, known.no, item, known.published_at);
}

function isSame({ article, extraction, key }: IngestedArticle, known: NonNullable<Known>): boolean {
  return (
    // What is left of an expired body is no new version of it.
    (known.text_hash === textHash(article.text) || (known.frozen === 1 && known.excerpt === article.text)) &&
    known.title === article.title &&
    known.key === key &&
    known.url === article.url &&
    known.outlet === article.outlet &&
    known.byline === (article.byline ?? null) &&
    (known.version === extraction.version || known.frozen === 1)
  );
}

/** Only the feed that brought an article first changes it (another may carry a teaser of it), or any where that feed is gone. */
async function mayChange(trx: Trx, item: IngestedArticle, known: NonNullable<Known>): Promise<boolean> {
  if (known.feed_id === item.article.feedId) return true;
  return (await trx.selectFrom('feed').select('id').where('id', '=', known.feed_id).executeTakeFirst()) === undefined;
}

async function putOne(put: Put, item: IngestedArticle, guid: string | null): Promise<PutOutcome> {
  const { trx, owner } = put;
  const known = await findKnown(trx, owner, item, guid);
  const no = known?.no ?? (await add(put, item));
  await trx
    .insertInto('feed_article')
    .values({ feed_id: item.article.feedId, article_no: no, guid })
    .onConflict((conflict) => conflict.columns(['feed_id', 'article_no']).doUpdateSet({ guid }))
    .execute();
  if (known === undefined) return { id: item.article.id, outcome: 'added' };
  if (isSame(item, known) || !(await mayChange(trx, item, known))) return { id: known.id, outcome: 'unchanged' };
  await update(put, item, known);
  return { id: known.id, outcome: 'updated' };
}

/** Broken feeds give all their items one guid; it then says nothing. */
function ambiguousGuids(batch: readonly IngestedArticle[]): ReadonlySet<string> {
  const keys = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const { article, guid, key } of batch) {
    if (guid === null) continue;
    const place = JSON.stringify([article.feedId, guid]);
    if ((keys.get(place) ?? key) !== key) ambiguous.add(guid);
    keys.set(place, key);
  }
  return ambiguous;
}

async function refuseUnknownFeeds(trx: Trx, batch: readonly IngestedArticle[]): Promise<void> {
  const wanted = [...new Set(batch.map(({ article }) => article.feedId))];
  const found = await trx.selectFrom('feed').select('id').where('id', 'in', wanted).execute();
  const missing = wanted.find((id) => !found.some((feed) => feed.id === id));
  if (missing !== undefined)
    throw new Failure({ code: 'unknown-feed', message: `Articles of the feed ${missing} came, which is not in the store.` });
}

export async function putArticles(
  db: Kysely<Tables>,
  tenant: TenantId | null,
  batch: readonly IngestedArticle[],
): Promise<readonly PutOutcome[]> {
  if (batch.length === 0) return [];
  const owner = tenant ?? SHARED;
  const ambiguous = ambiguousGuids(batch);
  return inTransaction(db, async (trx) => {
    await differencesOf(trx).hold(trx, 'facts', 'together');
    await refuseUnknownFeeds(trx, batch);
    const put: Put = { trx, owner, words: createWordWriter(trx) };
    const outcomes: PutOutcome[] = [];
    for (const item of batch) {
      const guid = item.guid === null || ambiguous.has(item.guid) ? null : shortKey(item.guid);
      outcomes.push(await putOne(put, { ...item, key: shortKey(item.key) }, guid));
    }
    await put.words.flush();
    return outcomes;
  });
}
