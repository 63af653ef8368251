/** How stories came to be: merges and splits of articles, and the record that "why" reads. */
import { type Kysely, sql } from 'kysely';
import type { Joining, StoryChange, StoryRecord } from '#model/story.ts';
import type { TenantId } from '#model/subscription.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';
import { visibleTo } from './visible.ts';

/**
 * A merge moves every article, in whichever order the two came; a split moves the one that showed it, unless it is the story's only one.
 * Both are written down, and what had been merged into `from` before is known as `into` from now on.
 */
export async function changeStory(db: Kysely<Tables>, owner: string, change: StoryChange, joining?: Joining): Promise<boolean> {
  const { at, kind, from, into, article } = change;
  if (from === into) return false;
  return inTransaction(db, async (trx) => {
    const members = await trx.selectFrom('article').select(['no', 'id']).where('story_id', '=', from).where('owner', '=', owner).execute();
    const moved = kind === 'merge' ? members : members.filter(({ id }) => id === article);
    if (moved.length === 0 || (kind === 'split' && members.length === 1)) return false;
    await trx
      .insertInto('story')
      .values({ id: into, owner })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await trx
      .updateTable('article')
      .set({ story_id: into, ...(kind === 'split' && { joining: joining === undefined ? null : JSON.stringify(joining) }) })
      .where(
        'no',
        'in',
        moved.map(({ no }) => no),
      )
      .execute();
    if (kind === 'merge')
      await trx.updateTable('story_change').set({ into_id: into }).where('into_id', '=', from).where('kind', '=', 'merge').execute();
    await trx.insertInto('story_change').values({ owner, at, kind, from_id: from, into_id: into, article_id: article }).execute();
    return true;
  });
}

export async function byBeginning(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('article')
    .select('story_id')
    .where('story_id', 'in', [...new Set(ids)])
    .groupBy('story_id')
    .orderBy(sql`min(no)`)
    .execute();
  return rows.map(({ story_id }) => story_id);
}

/** Of stories that were merged into another: which one they are now. */
export async function successorsOf(db: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await db
      .selectFrom('story_change')
      .select(['from_id', 'into_id'])
      .where('kind', '=', 'merge')
      .where('from_id', 'in', ids.slice(start, start + 500))
      .orderBy('no')
      .execute();
    for (const { from_id, into_id } of rows) found.set(from_id, into_id);
  }
  return found;
}

export async function recordOf(db: Kysely<Tables>, tenant: TenantId, storyId: string): Promise<StoryRecord> {
  const articles = await db
    .selectFrom('article')
    .select(['id', 'outlet', 'url', 'title', 'published_at', 'joining'])
    .where('story_id', '=', storyId)
    .where(visibleTo(tenant))
    .orderBy('no')
    .execute();
  const changes = await db
    .selectFrom('story_change')
    .select(['at', 'kind', 'from_id', 'into_id', 'article_id'])
    .where((where) => where.or([where('into_id', '=', storyId), where('from_id', '=', storyId)]))
    .where(sql<boolean>`exists (select 1 from article where article.id = story_change.article_id and ${visibleTo(tenant)})`)
    .orderBy('no')
    .execute();
  return {
    articles: articles.map(({ id, outlet, url, title, published_at, joining }) => ({
      id,
      outlet,
      url,
      title,
      publishedAt: published_at,
      ...(joining !== null && { joining: JSON.parse(joining) as Joining }),
    })),
    changes: changes.map(({ at, kind, from_id, into_id, article_id }) => ({ at, kind, from: from_id, into: into_id, article: article_id })),
  };
}
