/** A QuoteQuery → quotes, each read from the stored article by its span just now; one whose words are no longer there is dropped. */
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { foldedWords } from '#lib/fold.ts';
import type { Quote } from '#model/extraction.ts';
import type { TenantId } from '#model/subscription.ts';
import type { FoundQuote, Library, QuoteQuery } from './contract/library.ts';
import { differencesOf } from './differences.ts';
import { factConditions, isSearch, pageOfFacts } from './fact-page.ts';
import { ARTICLE_COLUMNS, articleFrom } from './load-articles.ts';
import type { Tables } from './tables.ts';
import { textHash } from './text-hash.ts';
import { wordQuery } from './words.ts';

async function readQuotes(db: Kysely<Tables>, nos: readonly number[]): Promise<FoundQuote[]> {
  if (nos.length === 0) return [];
  const rows = await db
    .selectFrom('quote')
    .innerJoin('article', 'article.no', 'quote.article_no')
    .innerJoin('body', 'body.article_no', 'article.no')
    .select(['quote.no', 'quote.text_hash', 'quote.quote', 'article.story_id', 'body.text', 'body.excerpt'])
    .select(ARTICLE_COLUMNS)
    .where('quote.no', 'in', nos)
    .orderBy('quote.no', 'desc')
    .execute();
  return rows.flatMap((row) => {
    const quote: Quote = JSON.parse(row.quote);
    const text = (row.text ?? row.excerpt ?? '').slice(quote.span.start, quote.span.end);
    return textHash(text) === row.text_hash ? [{ quote, text, article: articleFrom(row), storyId: row.story_id }] : [];
  });
}

async function speakerNumbers(db: Kysely<Tables>, names: readonly string[]): Promise<readonly number[]> {
  const folded = names.map((name) => foldedWords(name).join(' '));
  if (folded.length === 0) return [];
  const rows = await db.selectFrom('speaker').select('no').where('folded', 'in', folded).execute();
  return rows.map(({ no }) => no);
}

export async function findQuotes(db: Kysely<Tables>, tenant: TenantId, query: QuoteQuery): ReturnType<Library['quotes']> {
  const words = wordQuery({ all: query.about, any: query.any, none: query.none });
  if (words === 'nothing') return { total: 0, quotes: [] };
  const hits = words !== undefined && isSearch(words) ? differencesOf(db).hits('quote', words, words.none) : undefined;
  const conditions = factConditions(db, 'quote', words, query);
  let sources: readonly RawBuilder<unknown>[] = [hits ?? sql`(select no from quote)`];
  if (query.speakers !== undefined) {
    const nos = await speakerNumbers(db, query.speakers);
    if (nos.length === 0) return { total: 0, quotes: [] };
    if (hits === undefined) sources = nos.map((no) => sql`(select quote_no as no from quote_speaker where speaker_no = ${no})`);
    else conditions.push(sql<boolean>`exists (select 1 from quote_speaker where quote_no = hit.no and speaker_no in (${sql.join(nos)}))`);
  }
  if (query.leastConfidence !== undefined) conditions.push(sql<boolean>`quote.confidence >= ${query.leastConfidence}`);
  const page = { table: 'quote' as const, sources, conditions, feeds: query.feeds, skip: query.skip ?? 0, limit: query.limit };
  const { total, nos } = await pageOfFacts(db, tenant, page);
  return { total, quotes: await readQuotes(db, nos) };
}
