/** A FigureQuery → printed figures, each with its sentence, read from the stored article just now. */
import { type Kysely, sql } from 'kysely';
import type { Figure } from '#model/extraction.ts';
import type { TenantId } from '#model/subscription.ts';
import type { FigureQuery, FoundFigure, Library } from './contract/library.ts';
import { differencesOf } from './differences.ts';
import { factConditions, isSearch, pageOfFacts } from './fact-page.ts';
import { ARTICLE_COLUMNS, articleFrom } from './load-articles.ts';
import type { Tables } from './tables.ts';
import { textHash } from './text-hash.ts';
import { wordQuery } from './words.ts';

async function readFigures(db: Kysely<Tables>, nos: readonly number[]): Promise<FoundFigure[]> {
  if (nos.length === 0) return [];
  const rows = await db
    .selectFrom('figure')
    .innerJoin('article', 'article.no', 'figure.article_no')
    .innerJoin('body', 'body.article_no', 'article.no')
    .select(['figure.no', 'figure.text_hash', 'figure.figure', 'figure.sentence_start', 'figure.sentence_end'])
    .select(['article.story_id', 'body.text', 'body.excerpt'])
    .select(ARTICLE_COLUMNS)
    .where('figure.no', 'in', nos)
    .orderBy('figure.no', 'desc')
    .execute();
  return rows.flatMap((row) => {
    const figure: Figure = JSON.parse(row.figure);
    const whole = row.text ?? row.excerpt ?? '';
    const text = whole.slice(figure.span.start, figure.span.end);
    const sentence = whole.slice(row.sentence_start, row.sentence_end);
    return textHash(text) === row.text_hash ? [{ figure, text, sentence, article: articleFrom(row), storyId: row.story_id }] : [];
  });
}

export async function findFigures(db: Kysely<Tables>, tenant: TenantId, query: FigureQuery): ReturnType<Library['figures']> {
  const words = wordQuery({ all: query.words, any: query.any, none: query.none });
  if (words === 'nothing') return { total: 0, figures: [] };
  const source =
    words !== undefined && isSearch(words) ? differencesOf(db).hits('figure', words, words.none) : sql`(select no from figure)`;
  const conditions = [sql<boolean>`figure.printed = 1`, ...factConditions(db, 'figure', words, query)];
  if (query.units !== undefined && query.units.length > 0) {
    const rates = query.units.map((unit) => sql<boolean>`figure.unit like ${`${unit} per %`}`);
    conditions.push(sql<boolean>`(figure.unit in (${sql.join(query.units)}) or ${sql.join(rates, sql` or `)})`);
  }
  const page = { table: 'figure' as const, sources: [source], conditions, feeds: query.feeds, skip: query.skip ?? 0, limit: query.limit };
  const { total, nos } = await pageOfFacts(db, tenant, page);
  return { total, figures: await readFigures(db, nos) };
}
