/** Who asks → whose library is read: the desk reads the sample, at its fixed date, until a real feed is there. */
import type { Instant } from '#model/article.ts';
import type { Config } from '#model/config.ts';
import type { Feed } from '#model/feed.ts';
import { DESK, SAMPLE, type TenantId } from '#model/subscription.ts';
import type { Storage } from '#storage/storage.ts';

export type Reader = { readonly tenant: TenantId; readonly now: Instant; readonly isSample: boolean };

export async function readerFor(tenant: TenantId, storage: Storage, config: Config, now: Instant): Promise<Reader> {
  if (tenant !== DESK || !config.sample) return { tenant, now, isSample: false };
  const subscribed = new Set((await storage.tenant(tenant).subscriptions.list()).map(({ feedId }) => feedId));
  const isRead = (feed: Feed) => feed.owner === tenant || (feed.owner === null && (feed.everybody || subscribed.has(feed.id)));
  if ((await storage.feeds.list()).some(isRead)) return { tenant, now, isSample: false };
  return { tenant: SAMPLE, now: config.sample.asOf, isSample: true };
}
