/**
 * The bot's memory, as the rest of the house sees it. Each engine passes tests/contract/storage.ts.
 * What is one tenant's is reached only through `tenant(id)`; feeds and public articles are shared below that.
 */
import type { TenantId } from '#model/subscription.ts';
import type { ArticleStore } from './contract/articles.ts';
import type { FeedStore } from './contract/feeds.ts';
import type { Forgetting, Retention } from './contract/removal.ts';
import type { KeyvStore } from './contract/state.ts';
import type { TenantStorage } from './contract/tenant.ts';
import type { Leases, Work } from './contract/work.ts';

export interface Storage {
  readonly feeds: FeedStore;
  readonly articles: ArticleStore;
  tenant(id: TenantId): TenantStorage;
  readonly work: Work;
  readonly leases: Leases;
  readonly retention: Retention;
  readonly forgetting: Forgetting;
  /** Expiring state; one adapter object per namespace (two Keyvs on one adapter share the last namespace). */
  keyv(namespace: string): KeyvStore;
  /** A consistent copy while the bot runs. */
  backup(path: string): Promise<void>;
  close(): Promise<void>;
}
