/** An article's clean text → its extraction, its story and its place in the store. */
import { createHash } from 'node:crypto';
import { assignStory, clusterKeys } from '#brief/cluster.ts';
import { extract } from '#extract/extract.ts';
import type { Article } from '#model/article.ts';
import type { TenantId } from '#model/subscription.ts';
import type { ArticleStore } from '#storage/storage.ts';

/** A story takes in what is published within so long of one of its articles. */
const STORY_WINDOW_MS = 72 * 3_600_000;
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
  const storyId = assignStory(
    { article, keys },
    near.filter(({ articleId: id }) => id !== article.id),
    await store.frequencies(owner, keys),
    await store.count(),
  );
  const [stored] = await store.put(owner, [{ article, extraction, key, guid, storyId: storyId ?? `s${article.id}`, clusterKeys: keys }]);
  return stored?.outcome ?? 'unchanged';
}
