/** A new article among 100,000 → what it costs to find its story and the copies of it: keys, their frequencies, candidates, likeness. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleStore } from '#storage/contract/articles.ts';
import { openStorage } from '#storage/open.ts';
import { readArticle } from '../../src/app/read-article.ts';
import { type NewArticle, storeArticles } from '../../src/app/store-articles.ts';
import { clusterKeys } from '../../src/brief/cluster.ts';
import { ms, type Table } from './bench-table.ts';
import { generateArticle } from './generated-news.ts';

const NEWCOMERS = 200;
const BATCH = 100;
const LENGTH = 1_200;

const millisecondsSince = (begun: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
};

/** One a minute, so that 4,320 lie within the 72 hours that a story is looked for in. */
export async function benchSameness(count: number, table: Table): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wirebrief-bench-'));
  const storage = await openStorage({ dataDir: folder, mode: 'own', now: Date.now });
  await storage.feeds.put({ id: 'generated', url: 'https://g.example/', title: 'Generated', owner: null, everybody: true });
  const articleOf = (index: number, outlet = 'Generated') => ({
    ...generateArticle(index, LENGTH),
    ...{ id: `a${index}`, feedId: 'generated', outlet, url: `https://g.example/${index}`, fetchedAt: 0 },
  });
  for (let from = 0; from < count; from += BATCH)
    await storage.articles.put(
      null,
      Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => {
        const article = articleOf(from + index);
        const extraction = { articleId: article.id, version: 1, sentences: [], quotes: [], figures: [], names: [] };
        return {
          article,
          extraction,
          key: article.url,
          guid: null,
          storyId: `s${article.id}`,
          clusterKeys: clusterKeys(article, extraction),
        };
      }),
    );
  // Wire copies of late articles on another site: another headline, a paragraph before, and without the end.
  const newcomers = Array.from({ length: NEWCOMERS }, (_, index): NewArticle & { readonly of: string } => {
    const { id, topic: _topic, text, ...article } = articleOf(count - 1 - index * 10, 'Copies');
    const paragraphs = text.split('\n\n');
    const copy = [`Our correspondent reports from the scene on page ${index}.`, ...paragraphs.slice(0, -1)].join('\n\n');
    const url = `https://copies.example/${index}`;
    return { key: url, guid: null, of: `s${id}`, article: { ...article, url, title: `Report ${index}: ${article.title}`, text: copy } };
  });
  let found = 0;
  let lookedUp = 0;
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    const begun = process.cpuUsage();
    const done = await work();
    lookedUp += millisecondsSince(begun);
    return done;
  };
  const looking: ArticleStore = {
    ...storage.articles,
    frequencies: (owner, keys) => timed(() => storage.articles.frequencies(owner, keys)),
    candidates: (...asked) => timed(() => storage.articles.candidates(...asked)),
    put: async (_owner, batch) => {
      for (const { storyId, article } of batch) if (newcomers.some(({ of, key }) => key === article.url && of === storyId)) found += 1;
      return batch.map(({ article: { id } }) => ({ id, outcome: 'unchanged' as const }));
    },
  };
  const cpu = async (act: (one: NewArticle) => unknown): Promise<number> => {
    const begun = process.cpuUsage();
    for (const one of newcomers) await act(one);
    return millisecondsSince(begun) / NEWCOMERS;
  };
  const read = (one: NewArticle) => readArticle({ ...one.article, id: 'one' });
  const look = (one: NewArticle) => storeArticles(null, [one], looking);
  await cpu(look);
  [found, lookedUp] = [0, 0];
  const [alone, all] = [await cpu(read), await cpu(look)];
  const looked = lookedUp / NEWCOMERS;
  table.add(`looking up what is like a new article, among ${count}`, ms(looked), `${found} of ${NEWCOMERS} copies found`);
  table.add('  its keys, and how like the 40 candidates are', ms(all - alone - looked));
  await storage.close();
  rmSync(folder, { recursive: true });
}
