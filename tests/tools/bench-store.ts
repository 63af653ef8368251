/** An empty store → one of generated articles: read and clustered as the bot does it, or quickly. */
import { BATCH, type NewArticle, storeArticles } from '../../src/app/store-articles.ts';
import type { Extraction, Figure, Quote } from '../../src/model/extraction.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { generateArticle } from './generated-news.ts';

export async function fillStore(storage: Storage, count: number): Promise<void> {
  await storage.feeds.put({ id: 'generated', url: 'https://generated.example/feed', title: 'Generated', owner: null, everybody: true });
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, index): NewArticle => {
      const { title, text, publishedAt } = generateArticle(from + index);
      const url = `https://generated.example/${from + index}`;
      return {
        key: url,
        guid: null,
        article: { feedId: 'generated', outlet: 'Generated', url, title, text, publishedAt, fetchedAt: publishedAt },
      };
    });
    await storeArticles(null, batch, storage.articles);
  }
}

/**
 * Short articles with the quotes that stand between marks, neither extracted nor clustered: what is searched is the same for both engines,
 * and 100,000 are stored in minutes.
 */
export async function fillUnread(storage: Storage, count: number): Promise<void> {
  await storage.feeds.put({ id: 'generated', url: 'https://g.example/', title: 'Generated', owner: null, everybody: true });
  const size = 100;
  for (let from = 0; from < count; from += size) {
    const batch = Array.from({ length: Math.min(size, count - from) }, (_, index) => {
      const id = `a${from + index}`;
      const { title, text, publishedAt } = generateArticle(from + index, 1_000);
      const url = `https://g.example/${id}`;
      const article = { id, feedId: 'generated', outlet: 'Generated', url, title, text, publishedAt, fetchedAt: publishedAt };
      return { article, extraction: quickly(article), key: url, guid: null, storyId: `s${id}`, clusterKeys: [] };
    });
    await storage.articles.put(null, batch);
  }
}

function quickly({ id, text }: { readonly id: string; readonly text: string }): Extraction {
  const quotes = [...text.matchAll(/“([^”]{10,})”\s(\p{Lu}\w+ \p{Lu}\w+)/gu)].map(
    ({ index, 1: words = '', 2: name = '' }): Quote => ({
      span: { start: index + 1, end: index + 1 + words.length },
      kind: 'direct',
      speakers: [{ name, kind: 'person' }],
      confidence: 0.9,
      printed: true,
    }),
  );
  const figures = [...text.matchAll(/(\d+) (percent|kilometres)/g)].map(
    ({ index, 0: all, 1: value, 2: unit = '' }): Figure => ({
      span: { start: index, end: index + all.length },
      value: Number(value),
      unit,
      modifier: '=',
      concept: null,
      salience: 0.5,
      printed: true,
    }),
  );
  const sentences = [...text.matchAll(/[^.]+\./g)].map(({ index, 0: all }) => ({ start: index, end: index + all.length, paragraph: 0 }));
  return { articleId: id, version: 1, sentences, quotes, figures, names: [] };
}
