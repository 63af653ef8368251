/** Articles → the sources that a briefing names: newest first, each address once. */
import type { Article } from '#model/article.ts';
import type { Source, StoryMaterial } from '#model/briefing.ts';
import { isRead } from '#text/language.ts';

export function sourceOf(article: Omit<Article, 'text'>): Source {
  const { id, outlet, url, title, publishedAt, language } = article;
  return { articleId: id, outlet, url, title, publishedAt, ...(language !== undefined && !isRead(language) && { language }) };
}

export function sourcesOf(material: StoryMaterial): Source[] {
  const byUrl = new Map<string, Source>();
  for (const { article } of material.articles) {
    const held = byUrl.get(article.url);
    if (held === undefined || held.publishedAt < article.publishedAt) byUrl.set(article.url, sourceOf(article));
  }
  return [...byUrl.values()].sort((a, b) => b.publishedAt - a.publishedAt || a.outlet.localeCompare(b.outlet, 'en'));
}

/** Articles of a story, first report first; the id decides ties, so that the order of the store does not matter. */
export function inOrder(material: StoryMaterial): StoryMaterial['articles'] {
  return [...material.articles].sort(
    (a, b) => a.article.publishedAt - b.article.publishedAt || (a.article.id < b.article.id ? -1 : a.article.id > b.article.id ? 1 : 0),
  );
}
