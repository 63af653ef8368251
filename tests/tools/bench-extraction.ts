/** Generated articles → extracted articles a second on one core, beside Intl.Segmenter's sentences alone over the same text. */
import { Bench } from 'tinybench';
import { extract } from '../../src/extract/extract.ts';
import { mb, type Table } from './bench-table.ts';
import { generateArticle } from './generated-news.ts';

const ARTICLES = 200;

export async function benchExtraction({ add }: Table): Promise<void> {
  const articles = Array.from({ length: ARTICLES }, (_, index) => ({ id: String(index), ...generateArticle(index) }));
  const bytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const bench = new Bench({ time: 3000, warmupTime: 500 })
    .add('extract', () => {
      for (const article of articles) extract(article);
    })
    .add('segmenter', () => {
      for (const { text } of articles) for (const _ of segmenter.segment(text));
    });
  await bench.run();
  const [meanMs = Number.NaN, floorMs = Number.NaN] = bench.tasks.map(({ result }) =>
    'latency' in result ? result.latency.mean : Number.NaN,
  );
  const speed = (mean: number) => `${Math.round((ARTICLES / mean) * 1000)} articles/s, ${(bytes / mean / 1000).toFixed(1)} MB/s`;
  add(`sentences by Intl.Segmenter alone, ${Math.round(bytes / ARTICLES)} bytes each`, speed(floorMs));
  add('quotes, figures and sentences of the same, one core', speed(meanMs), `${(meanMs / floorMs).toFixed(1)} × its time`);
  add('memory of that process during extraction', mb(process.memoryUsage().rss));
}
