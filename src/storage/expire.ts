/** An article whose time is over → its excerpts in place of its body: row, index and every span move together, in one transaction. */
import type { Kysely } from 'kysely';
import type { Span } from '#model/article.ts';
import type { Figure, Quote } from '#model/extraction.ts';
import { differencesOf } from './differences.ts';
import { excerptOf } from './excerpt.ts';
import { readSentences, writeSentences } from './sentences-column.ts';
import type { Tables } from './tables.ts';

const present = (spans: readonly (Span | undefined)[]): Span[] => spans.filter((span) => span !== undefined);

function movedQuote(quote: Quote, move: (span: Span) => Span | undefined): Quote | undefined {
  const { span, mention, cue, ...rest } = quote;
  const moved = move(span);
  if (moved === undefined) return undefined;
  const movedMention = mention === undefined ? undefined : move(mention);
  const movedCue = cue === undefined ? undefined : move(cue);
  return {
    ...rest,
    span: moved,
    ...(movedMention === undefined ? {} : { mention: movedMention }),
    ...(movedCue === undefined ? {} : { cue: movedCue }),
  };
}

export async function expireBody(trx: Kysely<Tables>, no: number, title: string, text: string, sentences: string): Promise<void> {
  const quotes = (await trx.selectFrom('quote').select(['no', 'quote']).where('article_no', '=', no).execute()).map((row) => ({
    no: row.no,
    quote: JSON.parse(row.quote) as Quote,
  }));
  const figures = (
    await trx.selectFrom('figure').select(['no', 'figure', 'sentence_start', 'sentence_end']).where('article_no', '=', no).execute()
  ).map((row) => ({
    no: row.no,
    figure: JSON.parse(row.figure) as Figure,
    sentence: { start: row.sentence_start, end: row.sentence_end },
  }));
  const excerpt = excerptOf(text, [
    ...quotes.flatMap(({ quote }) => present([quote.span, quote.mention, quote.cue])),
    ...figures.flatMap(({ figure, sentence }) => [figure.span, sentence]),
  ]);

  await trx.updateTable('body').set({ text: null, excerpt: excerpt.text }).where('article_no', '=', no).execute();
  const left = readSentences(sentences).flatMap((sentence) => {
    const span = excerpt.move(sentence);
    const paragraph = excerpt.paragraph(sentence.paragraph);
    return span === undefined || paragraph === undefined ? [] : [{ ...span, paragraph }];
  });
  await trx
    .updateTable('extraction')
    .set({ sentences: writeSentences(left), frozen: 1 })
    .where('article_no', '=', no)
    .execute();
  for (const one of quotes) {
    const quote = movedQuote(one.quote, excerpt.move);
    if (quote === undefined) await trx.deleteFrom('quote').where('no', '=', one.no).execute();
    else
      await trx
        .updateTable('quote')
        .set({ quote: JSON.stringify(quote) })
        .where('no', '=', one.no)
        .execute();
  }
  for (const one of figures) {
    const span = excerpt.move(one.figure.span);
    const sentence = excerpt.move(one.sentence);
    if (span === undefined || sentence === undefined) await trx.deleteFrom('figure').where('no', '=', one.no).execute();
    else
      await trx
        .updateTable('figure')
        .set({ figure: JSON.stringify({ ...one.figure, span }), sentence_start: sentence.start, sentence_end: sentence.end })
        .where('no', '=', one.no)
        .execute();
  }
  const { addWords, dropWords } = differencesOf(trx);
  await dropWords('article', [no]).execute(trx);
  await addWords('article', [[no, { title, body: excerpt.text }]]).execute(trx);
}
