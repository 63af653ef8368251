/** Articles with what was found in them → their stories' ids, put together one by one as ingestion does it. */
import { assignStory, clusterKeys, type StoryCandidate } from '#brief/cluster.ts';
import type { StoryMaterial } from '#model/briefing.ts';
import { type Marked, story } from './material.ts';

/** In the order given; a story has the id of its first article. */
export function storyIds(articles: readonly Marked[]): string[] {
  const candidates: StoryCandidate[] = [];
  const frequencies = new Map<string, number>();
  for (const { article, extraction } of articles) {
    const { id, title, publishedAt } = article;
    const keys = clusterKeys(article, extraction);
    const found = assignStory({ title, publishedAt, keys }, candidates, frequencies, candidates.length);
    candidates.push({ articleId: id, storyId: found === 'new' ? id : found.storyId, title, publishedAt, keys });
    for (const key of keys) frequencies.set(key, (frequencies.get(key) ?? 0) + 1);
  }
  return candidates.map(({ storyId }) => storyId);
}

/** Oldest first. */
export function clustered(articles: readonly Marked[]): StoryMaterial[] {
  const inOrder = [...articles].sort((a, b) => a.article.publishedAt - b.article.publishedAt);
  const ids = storyIds(inOrder);
  return [...new Set(ids)].map((id) => story(id, ...inOrder.filter((_article, index) => ids[index] === id)));
}
