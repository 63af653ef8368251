/** What leaves the store: in time (retention) and on request (forgetting). */
import type { Article, ArticleId, Instant } from '#model/article.ts';
import type { Forgotten, ShownPost } from '#model/forgotten.ts';
import type { TenantId } from '#model/subscription.ts';

/** Forgetting in time. Each call is one short transaction; call again until it answers 0. */
export interface Retention {
  /**
   * Bodies of articles published before then, and fetched by the day after it, give way to the paragraphs that hold their quotes and figures: `text` is those from then on,
   * every span points into them, and no rules read the article again. How many did.
   */
  expireBodies(before: Instant, limit: number): Promise<number>;
  /** Articles with all that was found in them, in the index too. How many there were. */
  removeArticles(ids: readonly ArticleId[]): Promise<number>;
  /** Articles published before then, and fetched by the day after it. How many there were. */
  removeBefore(before: Instant, limit: number): Promise<number>;
  /** Expired state, articles that no feed carries any longer, speakers and stories that nothing is left of. How many rows went. */
  sweep(limit: number): Promise<number>;
}

/** Erasing on request, across the tenants. Texts are handed out as they stand in their rows; JSON is looked through as text. */
export interface Forgetting {
  /** The marks of what was forgotten in this database, oldest first. */
  list(): Promise<readonly Forgotten[]>;
  /** A mark that is there already stays as it is. */
  note(entry: Forgotten): Promise<void>;
  /** Page by page in the order of `no`; `facts` holds its names, quotes and figures. */
  articles(after: number, limit: number): Promise<readonly ScannedArticle[]>;
  articlesOf(tenant: TenantId): Promise<number>;
  /** All that have rows or feeds of their own. */
  tenants(): Promise<readonly TenantId[]>;
  /** What stands in channels, of the deliveries in which `mentions` finds something. */
  posts(mentions: (delivery: string, tenant: TenantId) => boolean): Promise<readonly ShownPost[]>;
  /** Takes out what `mentions` finds in told records, deliveries, jobs, expiring state, speakers, topics, mutes and the audit. How many rows. */
  scrub(mentions: (text: string) => boolean): Promise<number>;
  /** With its feeds, their articles and all that is its own. */
  removeTenant(tenant: TenantId): Promise<void>;
  /** Afterwards nothing of what was removed stands in the engine's files. It may take seconds, and nothing else runs meanwhile. */
  compact(): Promise<void>;
}

export type ScannedArticle = Pick<Article, 'id' | 'url' | 'title' | 'text'> & {
  readonly no: number;
  readonly key: string;
  readonly byline: string;
  readonly facts: string;
};
