/** An owner and an address → the id of that feed, so that the same feed added twice is one. */
import { createHash } from 'node:crypto';
import type { FeedId } from '#model/feed.ts';
import type { TenantId } from '#model/subscription.ts';

export const feedId = (owner: TenantId | null, url: string): FeedId =>
  createHash('sha256')
    .update(`${owner ?? ''}\n${url}`)
    .digest('hex')
    .slice(0, 12);
