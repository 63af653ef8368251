/** What somebody reported about a posted briefing (report), what a manager decided, and how far the correction got. */
import type { Instant } from './article.ts';
import type { Problem } from './failure.ts';
import type { DeliveryId } from './schedule.ts';
import type { ChannelId, TenantId } from './subscription.ts';

/** A line of a briefing, as it stands there; of an article, everything that was taken from it. */
export type Reported =
  | { readonly kind: 'quote'; readonly text: string; readonly speakers: readonly string[]; readonly url: string }
  | { readonly kind: 'figure'; readonly amount: string; readonly counts: string; readonly url: string }
  | { readonly kind: 'article'; readonly url: string };

/**
 * open → kept, or withdrawn (to be taken out of what was posted) → corrected; failed: the platform refused the edit, and a person must mend
 * something. What was withdrawn is printed no more, whatever became of the edit.
 */
export type ReportState = 'open' | 'kept' | 'withdrawn' | 'corrected' | 'failed';

export type Report = {
  /** Of the delivery and the line: the same line reported twice is one report. */
  readonly id: string;
  readonly tenant: TenantId;
  readonly deliveryId: DeliveryId;
  readonly channel: ChannelId;
  readonly what: Reported;
  /** In the reader's words. */
  readonly why?: string;
  /** As the platform names them. */
  readonly by?: string;
  readonly at: Instant;
  readonly state: ReportState;
  readonly decided?: { readonly at: Instant; readonly by?: string /** Added to the correction's line. */; readonly note?: string };
  /** Why the edit waits or failed. */
  readonly problem?: Problem;
};

export const isWithdrawn = ({ state }: Pick<Report, 'state'>): boolean => state !== 'open' && state !== 'kept';
