/** Stored articles → the words that they, their quotes and figures are found by, written anew: no index gives back what it was given. */
import type { Kysely } from 'kysely';
import type { Figure, Quote } from '#model/extraction.ts';
import { clusterText } from './cluster-words.ts';
import { contextOf, figureContext } from './contexts.ts';
import { readSentences } from './sentences-column.ts';
import type { Tables } from './tables.ts';
import { createWordWriter } from './word-writer.ts';

/** @param after The number of the article before; 0 for the first. @returns The number of the last one that was indexed; undefined where there was none. */
export async function indexArticles(trx: Kysely<Tables>, after: number, limit: number): Promise<number | undefined> {
  const articles = await trx
    .selectFrom('article')
    .innerJoin('body', 'body.article_no', 'article.no')
    .innerJoin('extraction', 'extraction.article_no', 'article.no')
    .select([
      'article.no',
      'article.owner',
      'article.title',
      'body.text',
      'body.excerpt',
      'extraction.sentences',
      'extraction.cluster_keys',
    ])
    .where('article.no', '>', after)
    .orderBy('article.no')
    .limit(limit)
    .execute();
  if (articles.length === 0) return undefined;
  const nos = articles.map(({ no }) => no);
  const quotes = await trx.selectFrom('quote').select(['no', 'article_no', 'quote']).where('article_no', 'in', nos).execute();
  const figures = await trx
    .selectFrom('figure')
    .select(['no', 'article_no', 'figure', 'sentence_start', 'sentence_end'])
    .where('article_no', 'in', nos)
    .where('printed', '=', 1)
    .execute();
  const [quotesOf, figuresOf] = [Map.groupBy(quotes, (row) => row.article_no), Map.groupBy(figures, (row) => row.article_no)];
  const words = createWordWriter(trx);
  for (const { no, owner, title, excerpt, cluster_keys, ...row } of articles) {
    const text = row.text ?? excerpt ?? '';
    const sentences = readSentences(row.sentences);
    const keys: readonly string[] = JSON.parse(cluster_keys);
    words.add('article', no, { title, body: text });
    if (keys.length > 0) words.add('cluster', no, { keys: clusterText(owner, keys) });
    for (const { no: quoteNo, quote } of quotesOf.get(no) ?? [])
      words.add('quote', quoteNo, { context: contextOf(JSON.parse(quote) as Quote, { sentences }, text), title });
    for (const { no: figureNo, figure, sentence_start: start, sentence_end: end } of figuresOf.get(no) ?? [])
      words.add('figure', figureNo, { context: figureContext(JSON.parse(figure) as Figure, { start, end }, text), title });
  }
  await words.flush();
  return nos.at(-1);
}
