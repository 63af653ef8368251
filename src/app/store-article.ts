/** An article's clean text → its extraction, its story and its place in the store. */
import { createHash } from 'node:crypto';
import { assignStory, clusterKeys, STORY_WINDOW_MS } from '#brief/cluster.ts';
import { extract } from '#extract/extract.ts';
import type { Article } from '#model/article.ts';
import type { TenantId } from '#model/subscription.ts';
import type { ArticleStore } from '#storage/storage.ts';

const MAX_CANDIDATES = 40;

export type NewArticle = {
  readonly owner: TenantId | null;
  readonly article: Omit<Article, 'id'> /** Canonical address. */;
  readonly key: string;
  readonly guid: string | null;
};

/** Stable for an owner's article, whatever its title and date do. */
export const articleId = (owner: TenantId | null, key: string): string =>
  createHash('sha256')
    .update(`${owner ?? ''}\n${key}`)
    .digest('hex')
    .slice(0, 16);

export async function storeArticle(
  { owner, article: incoming, key, guid }: NewArticle,
  store: ArticleStore,
): Promise<'added' | 'updated' | 'unchanged'> {
  const article: Article = { ...incoming, id: articleId(owner, key) };
  const extraction = extract(article);
  const keys = clusterKeys(article, extraction);
  const near = await store.candidates(
    owner,
    keys,
    article.publishedAt - STORY_WINDOW_MS,
    article.publishedAt + STORY_WINDOW_MS,
    MAX_CANDIDATES,
  );
  const assignment = assignStory(
    { title: article.title, publishedAt: article.publishedAt, keys },
    near.filter(({ articleId: id }) => id !== article.id),
    await store.frequencies(owner, keys),
    await store.count(),
  );
  const storyId = assignment === 'new' ? `s${article.id}` : assignment.storyId;
  const [stored] = await store.put(owner, [{ article, extraction, key, guid, storyId, clusterKeys: keys }]);
  return stored?.outcome ?? 'unchanged';
}
