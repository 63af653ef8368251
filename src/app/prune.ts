/** An age → articles older than that removed with all that was found in them, and what nothing refers to any longer swept; in short steps, so that the page answers between them. */
import type { Instant } from '#model/article.ts';
import type { Retention } from '#storage/contract/removal.ts';
import { inSteps } from './in-steps.ts';

const DAY_MS = 86_400_000;
const ARTICLES_AT_ONCE = 20;
const ROWS_AT_ONCE = 200;

export type Pruned = { readonly articles: number; readonly rows: number };

export async function prune(days: number, retention: Pick<Retention, 'removeBefore' | 'sweep'>, now: Instant): Promise<Pruned> {
  const articles = await inSteps(() => retention.removeBefore(now - days * DAY_MS, ARTICLES_AT_ONCE));
  const rows = await inSteps(() => retention.sweep(ROWS_AT_ONCE));
  return { articles, rows };
}
