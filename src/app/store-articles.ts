/** Articles' clean texts → their extractions, their stories and their places in the store, a small batch in one transaction. */
import { createHash } from 'node:crypto';
import { type Assignment, assignStory, clusterKeys, isLookedUp, isStillOf, STORY_WINDOW_MS } from '#brief/cluster.ts';
import type { Article } from '#model/article.ts';
import type { TenantId } from '#model/subscription.ts';
import type { ArticleStore, ClusterCandidate, IngestedArticle } from '#storage/contract/articles.ts';
import { readArticle, withLanguage } from './read-article.ts';

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
  const assigned: Assigned[] = [];
  const total = await store.count();
  for (const { article: unnamed, key, guid, sameAs } of incoming) {
    const article: Article = { ...withLanguage(unnamed), id: sameAs ?? articleId(owner, key) };
    const begun = performance.now();
    const extraction = readArticle(article);
    onExtracted?.(performance.now() - begun);
    const keys = clusterKeys(article, extraction);
    const frequencies = await store.frequencies(owner, keys.filter(isLookedUp));
    const from = article.publishedAt - STORY_WINDOW_MS;
    const to = article.publishedAt + STORY_WINDOW_MS;
    const stored = await store.candidates(owner, rarest(frequencies, total), from, to, MAX_CANDIDATES);
    const near = [...stored, ...batch.map(asCandidate)].filter((candidate) => candidate.articleId !== article.id);
    const newcomer = { title: article.title, publishedAt: article.publishedAt, keys };
    const assignment = near.length ? assignStory(newcomer, near, frequencies, total) : 'new';
    assigned.push({
      assignment,
      isStill: (storyId) =>
        isStillOf(
          newcomer,
          near.filter((candidate) => candidate.storyId === storyId),
          frequencies,
          total,
        ),
    });
    const place = assignment === 'new' ? { storyId: `s${article.id}` } : { storyId: assignment.storyId, joining: assignment.joining };
    batch.push({ article, extraction, key, guid, clusterKeys: keys, ...place, ...(sameAs !== undefined && { sameAs }) });
  }
  const outcomes = await store.put(owner, batch);
  for (const [index, { id, outcome }] of outcomes.entries()) {
    const [item, about] = [batch[index], assigned[index]];
    if (item === undefined || about === undefined) continue;
    if (outcome === 'added') await mergeStories(owner, item, about.assignment, store);
    if (outcome === 'updated') await splitStory(owner, { ...item, article: { ...item.article, id } }, about, store);
  }
  return outcomes.map(({ outcome }) => outcome);
}

type Assigned = {
  readonly assignment: Assignment;
  /** Whether it still tells something of that story. */
  readonly isStill: (storyId: string) => boolean;
};

/** The story that began first keeps its identity. */
async function mergeStories(owner: TenantId | null, { article }: IngestedArticle, assignment: Assignment, store: ArticleStore) {
  if (assignment === 'new') return;
  for (const other of assignment.alsoOf) {
    const [into, from] = await store.byBeginning([assignment.storyId, other]);
    if (into !== undefined && from !== undefined)
      await store.changeStory(owner, { kind: 'merge', from, into, at: article.fetchedAt, article: article.id });
  }
}

/**
 * An address that carries other news now: it has nothing left of the story that it was put into. Of what comes again under another address
 * or a date of another week that cannot be told: those that it stood beside are not near it any more.
 */
async function splitStory(
  owner: TenantId | null,
  { article, sameAs }: IngestedArticle,
  { assignment, isStill }: Assigned,
  store: ArticleStore,
): Promise<void> {
  const stored = sameAs === undefined ? await store.get(article.id) : undefined;
  if (stored === undefined || Math.abs(stored.article.publishedAt - article.publishedAt) > STORY_WINDOW_MS / 2) return;
  const held = stored.storyId;
  if (isStill(held) || (assignment !== 'new' && assignment.storyId === held)) return;
  const into = assignment === 'new' ? `s${article.id}.${article.fetchedAt.toString(36)}` : assignment.storyId;
  const change = { kind: 'split', from: held, into, at: article.fetchedAt, article: article.id } as const;
  await store.changeStory(owner, change, assignment === 'new' ? undefined : { ...assignment.joining, why: 'split' });
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
