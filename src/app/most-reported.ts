/** Articles that were found → the ids of their stories: those with more articles found first, then the newer ones. */
import type { FoundArticle } from '#storage/contract/library.ts';

export function mostReported(found: readonly FoundArticle[]): readonly string[] {
  const stories = Map.groupBy(found, ({ storyId }) => storyId);
  const lastAt = (articles: readonly FoundArticle[]) => Math.max(...articles.map(({ publishedAt }) => publishedAt));
  return [...stories].sort(([, a], [, b]) => b.length - a.length || lastAt(b) - lastAt(a)).map(([id]) => id);
}
