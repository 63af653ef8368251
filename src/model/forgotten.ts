/** What was erased on request, as it is remembered: enough to know it again in an old backup, too little to say what it was. */
import type { Instant } from './article.ts';
import type { ChannelId, TenantId } from './subscription.ts';

export type ForgottenKind = 'article' | 'speaker' | 'tenant';

export type Forgotten = {
  /** Kind and hash. */
  readonly id: string;
  readonly kind: ForgottenKind;
  /** HMAC-SHA-256 of the article's canonical address, the folded words of the name, or the tenant's id, under `salt`. */
  readonly hash: string;
  readonly salt: string;
  /** Of a speaker: how many words the name has, and one byte that says quickly of most other words that they are not it. */
  readonly words?: number;
  readonly check?: number;
  readonly at: Instant;
};

/** A message that stands in a channel and shows what is forgotten: we cannot be sure to reach it, a person can. */
export type ShownPost = { readonly tenant: TenantId; readonly channel: ChannelId; readonly at: Instant; readonly ids: readonly string[] };
