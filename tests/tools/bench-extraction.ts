/** Generated articles → extracted articles a second on one core, beside Intl.Segmenter's sentences alone over the same text. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { Bench } from 'tinybench';
import { extract } from '../../src/extract/extract.ts';
import { findFigures } from '../../src/extract/figures.ts';
import { read } from '../../src/text/reading.ts';
import { rssOf } from './bench-start.ts';
import { mb, type Table } from './bench-table.ts';
import { generateArticle } from './generated-news.ts';

const ARTICLES = 200;
const STREAMED = 5_000;

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
  benchFigures(articles, add);
  add(`most memory of extract --jsonl over ${STREAMED} articles`, mb(await peakOfStream()));
}

/** Resident bytes at the most, looked at with every hundredth answer. */
async function peakOfStream(): Promise<number> {
  const child = spawn(process.execPath, ['src/main.ts', 'extract', '--jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] });
  Readable.from(lines()).pipe(child.stdin);
  let answers = 0;
  let peak = 0;
  for await (const _ of createInterface({ input: child.stdout })) if (++answers % 100 === 0) peak = Math.max(peak, rssOf(child.pid ?? 0));
  if (answers !== STREAMED) throw new Error(`${answers} answers to ${STREAMED} articles`);
  return peak;
}

function* lines(): Generator<string> {
  for (let index = 0; index < STREAMED; index++) yield `${JSON.stringify({ id: String(index), ...generateArticle(index) })}\n`;
}

/** Figures alone, on news and on what an enemy would send: their processor time, so that other programs do not count. */
function benchFigures(articles: readonly { readonly text: string; readonly title: string }[], add: Table['add']): void {
  const readings = articles.map(({ text, title }) => read(text, title));
  const sentences = readings.reduce((sum, reading) => sum + reading.sentences.length, 0);
  const seconds = processorTime(() => {
    for (const reading of readings) findFigures(reading);
  });
  add('figures alone, one core', `${Math.round(sentences / seconds)} sentences/s`);
  for (const piece of ['1,', '1 to ', '1,000 people, ']) {
    const text = piece.repeat(100_000 / piece.length);
    const hostile = { text, title: '', paragraphs: [], sentences: [{ start: 0, end: text.length, paragraph: 0 }] };
    add(`figures in one sentence of 100 kB of “${piece}”`, `${Math.round(processorTime(() => findFigures(hostile)) * 1000)} ms`);
  }
}

function processorTime(run: () => void): number {
  run();
  const before = process.cpuUsage();
  run();
  return process.cpuUsage(before).user / 1e6;
}
