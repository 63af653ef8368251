/** An Extraction → its rows: extraction, quotes with speakers, figures, and the words they are found by. Runs inside a transaction. */
import type { Kysely } from 'kysely';
import type { Extraction, Quote } from '#model/extraction.ts';
import { contextOf, figureContext, isInside, sentenceOf } from './contexts.ts';
import { takeNumbers } from './numbers.ts';
import { writeSentences } from './sentences-column.ts';
import type { Tables } from './tables.ts';
import { textHash } from './text-hash.ts';
import type { WordWriter } from './word-writer.ts';

/** The article that the facts belong to, as it stands in the store. */
export type FactsOf = { readonly no: number; readonly title: string; readonly text: string; readonly publishedAt: number };

type Db = Kysely<Tables>;

export async function dropFacts(db: Db, articleNo: number): Promise<void> {
  await db.deleteFrom('quote').where('article_no', '=', articleNo).execute();
  await db.deleteFrom('figure').where('article_no', '=', articleNo).execute();
}

async function writeQuotes(db: Db, words: WordWriter, article: FactsOf, extraction: Extraction): Promise<void> {
  const { text, title } = article;
  const whole = extraction.quotes.map((quote, position) => ({ quote, position })).filter(({ quote }) => isInside(text, quote.span));
  if (whole.length === 0) return;
  const first = await takeNumbers(db, 'quote', article.publishedAt, whole.length);
  // The first quote gets the highest number: newest first then reads an article from its beginning.
  const numbered = whole.map((one, index) => ({ ...one, no: first + whole.length - 1 - index }));
  const said = (quote: Quote) => text.slice(quote.span.start, quote.span.end);
  await db
    .insertInto('quote')
    .values(
      numbered.map(({ no, position, quote }) => ({
        no,
        article_no: article.no,
        position,
        confidence: quote.confidence,
        text_hash: textHash(said(quote)),
        quote: JSON.stringify(quote),
      })),
    )
    .execute();
  for (const { no, quote } of numbered) words.add('quote', no, { context: contextOf(quote, extraction, text), title });
  words.speakers.add(numbered, article.publishedAt);
}

async function writeFigures(db: Db, words: WordWriter, article: FactsOf, extraction: Extraction): Promise<void> {
  const { text, title } = article;
  const whole = extraction.figures.map((figure, position) => ({ figure, position })).filter(({ figure }) => isInside(text, figure.span));
  if (whole.length === 0) return;
  const first = await takeNumbers(db, 'figure', article.publishedAt, whole.length);
  const numbered = whole.map((one, index) => ({
    ...one,
    no: first + whole.length - 1 - index,
    sentence: sentenceOf(one.figure, extraction, text),
  }));
  await db
    .insertInto('figure')
    .values(
      numbered.map(({ no, position, figure, sentence }) => ({
        no,
        article_no: article.no,
        position,
        printed: figure.printed ? (1 as const) : (0 as const),
        unit: figure.unit,
        text_hash: textHash(text.slice(figure.span.start, figure.span.end)),
        sentence_start: sentence.start,
        sentence_end: sentence.end,
        figure: JSON.stringify(figure),
      })),
    )
    .execute();
  for (const { no, figure, sentence } of numbered)
    if (figure.printed) words.add('figure', no, { context: figureContext(figure, sentence, text), title });
}

/** For an article that has no facts yet; `dropFacts` comes before where it has. */
export async function writeFacts(db: Db, words: WordWriter, article: FactsOf, extraction: Extraction): Promise<void> {
  const found = {
    version: extraction.version,
    sentences: writeSentences(extraction.sentences),
    names: JSON.stringify(extraction.names),
  };
  await db
    .insertInto('extraction')
    .values({ article_no: article.no, ...found, cluster_keys: '[]', frozen: 0 })
    .onConflict((conflict) => conflict.column('article_no').doUpdateSet(found))
    .execute();
  await writeQuotes(db, words, article, extraction);
  await writeFigures(db, words, article, extraction);
}
