/**
 * How much somebody said lately, as one number: the base-2 logarithm of the sum of 2^(time / half-life) over what was said. A quote counts
 * half of one that is a half-life younger, and the order of two speakers does not change by the clock going on, so nothing needs recounting.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '#model/article.ts';

const HALF_LIFE_MS = 10 * 86_400_000;

/** The heat of so many quotes at one moment. */
export function heatOf(quotes: number, at: Instant): number {
  const time = Number.isFinite(at) ? at : 0;
  return time / HALF_LIFE_MS + Math.log2(quotes);
}

/** Past this a difference of two heats counts for nothing, and PostgreSQL would call its power of two an underflow. */
const MAX_DIFFERENCE = 60;

/** Two heats as one: log2(2^a + 2^b), without leaving the range of a number. */
export function addHeat(a: RawBuilder<unknown>, b: RawBuilder<unknown>): RawBuilder<number> {
  const [lower, higher] = [sql`(case when ${a} < ${b} then ${a} else ${b} end)`, sql`(case when ${a} < ${b} then ${b} else ${a} end)`];
  const below = sql`(case when ${higher} - ${lower} > ${MAX_DIFFERENCE} then ${MAX_DIFFERENCE} else ${higher} - ${lower} end)`;
  return sql<number>`${higher} + ln(1 + exp(-${below} * ${Math.LN2})) / ${Math.LN2}`;
}
