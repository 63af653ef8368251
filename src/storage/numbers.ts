/**
 * A time → chronological row numbers, so that the newest rows are the highest and a window of time is a range of numbers.
 * A full-text index is read in the order of its row numbers: newest first then costs no sorting, however common the word.
 * The upper 42 bits are milliseconds (until 2109), the lower 11 count what shares one; together 53, a safe integer.
 */
import { type Kysely, sql } from 'kysely';
import type { Instant } from '#model/article.ts';
import { differencesOf } from './differences.ts';
import type { Tables } from './tables.ts';

const PER_MS = 2048;
const MAX_MS = 2 ** 42 - 1;

/** The lowest number of a moment. */
export function firstNumberAt(at: Instant): number {
  if (Number.isNaN(at)) return 0;
  return Math.min(Math.max(Math.floor(at), 0), MAX_MS) * PER_MS;
}

/** The highest number of a moment. */
export function lastNumberAt(at: Instant): number {
  return firstNumberAt(at) + PER_MS - 1;
}

/**
 * The lowest of `count` free numbers in a row from that moment on. What finds no room in its millisecond (feeds that date by the day
 * pile up at midnight) goes into one of the next; the steps grow, so that a million at one moment need few of them.
 */
export async function takeNumbers(db: Kysely<Tables>, table: 'article' | 'quote' | 'figure', at: Instant, count: number): Promise<number> {
  let base = firstNumberAt(at);
  for (let width = PER_MS; ; width *= 2) {
    // Two processes that date something by the same moment would both find the same number free.
    await differencesOf(db).hold(db, `no ${base}`, 'alone');
    const top = await db
      .selectFrom(table)
      .select(sql<number | null>`max(no)`.as('no'))
      .where('no', '>=', base)
      .where('no', '<', base + width)
      .executeTakeFirst();
    const free = top?.no == null ? base : top.no + 1;
    if (free + count <= base + width) return free;
    base += width;
  }
}
