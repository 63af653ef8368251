/** Articles' clean texts → their extractions, their stories and their places in the store, a small batch in one transaction. */
import { createHash } from 'node:crypto';
import { assignStory, clusterKeys, isLookedUp, STORY_WINDOW_MS } from '#brief/cluster.ts';
import { extract } from '#extract/extract.ts';
import type { Article } from '#model/article.ts';
import type { TenantId } from '#model/subscription.ts';
import type { ArticleStore, ClusterCandidate, IngestedArticle } from '#storage/storage.ts';

/** SQLite answers at once and blocks until it has: a batch is as long as the page may wait (about 50 ms), and one commit serves it all. */
export const BATCH = 12;
const MAX_CANDIDATES = 40;
/** A key that a larger share of the articles has leads to no story that a rarer one does not lead to; in a small store one story may be that share. */
const TOO_COMMON = 0.01;
const ALWAYS_LOOKED_UP = 100;
const MAX_LOOKED_UP = 32;

export type NewArticle = {
  readonly article: Omit<Article, 'id'>;
  /** Canonical address. */
  readonly key: string;
  readonly guid: string | null;
  /** The stored article that it is again. */
  readonly sameAs?: string;
};

/** Stable for an owner's article, whatever its title and date do. */
export const articleId = (owner: TenantId | null, key: string): string =>
  createHash('sha256')
    .update(`${owner ?? ''}\n${key}`)
    .digest('hex')
    .slice(0, 16);

/** What became of each, in order. @param incoming At most BATCH, oldest first, so that a story begins with its first report. */
export async function storeArticles(
  owner: TenantId | null,
  incoming: readonly NewArticle[],
  store: ArticleStore,
  onExtracted?: (ms: number) => void,
): Promise<readonly ('added' | 'updated' | 'unchanged')[]> {
  const batch: IngestedArticle[] = [];
  const total = await store.count();
  for (const { article: unnamed, key, guid, sameAs } of incoming) {
    const article: Article = { ...unnamed, id: sameAs ?? articleId(owner, key) };
    const begun = performance.now();
    const extraction = extract(article);
    onExtracted?.(performance.now() - begun);
    const keys = clusterKeys(article, extraction);
    const frequencies = await store.frequencies(owner, keys.filter(isLookedUp));
    const stored = await store.candidates(
      owner,
      rarest(frequencies, total),
      article.publishedAt - STORY_WINDOW_MS,
      article.publishedAt + STORY_WINDOW_MS,
      MAX_CANDIDATES,
    );
    const near = [...stored, ...batch.map(asCandidate)].filter((candidate) => candidate.articleId !== article.id);
    const assignment = near.length
      ? assignStory({ title: article.title, publishedAt: article.publishedAt, keys }, near, frequencies, total)
      : 'new';
    const storyId = assignment === 'new' ? `s${article.id}` : assignment.storyId;
    batch.push({ article, extraction, key, guid, storyId, clusterKeys: keys, ...(sameAs !== undefined && { sameAs }) });
  }
  return (await store.put(owner, batch)).map(({ outcome }) => outcome);
}

/** Keys that some article has, those of the fewest first: what everybody writes about finds everybody, and costs the most. */
const rarest = (frequencies: ReadonlyMap<string, number>, total: number): string[] =>
  [...frequencies]
    .filter(([, articles]) => articles > 0 && articles <= Math.max(ALWAYS_LOOKED_UP, total * TOO_COMMON))
    .sort(([, a], [, b]) => a - b)
    .slice(0, MAX_LOOKED_UP)
    .map(([key]) => key);

const asCandidate = ({ article, storyId, clusterKeys: keys }: IngestedArticle): ClusterCandidate => ({
  articleId: article.id,
  storyId,
  title: article.title,
  publishedAt: article.publishedAt,
  keys,
});
