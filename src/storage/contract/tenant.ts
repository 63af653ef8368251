/** What is one tenant's own: topics, subscriptions, mutes, schedules, the ledger of deliveries and of what was told, reports, the audit. */
import type { Instant } from '#model/article.ts';
import type { Report, ReportState } from '#model/correction.ts';
import type { FeedId } from '#model/feed.ts';
import type { Delivery, DeliveryState, Schedule, ScheduleId, Slot } from '#model/schedule.ts';
import type { ChannelId, Mute, Subscription, ToldRecord, Topic } from '#model/subscription.ts';
import type { Library } from './library.ts';

export interface TenantStorage {
  readonly library: Library;
  readonly topics: TopicStore;
  readonly subscriptions: SubscriptionStore;
  readonly mutes: MuteStore;
  readonly told: ToldStore;
  readonly schedules: ScheduleStore;
  readonly deliveries: DeliveryStore;
  readonly reports: ReportStore;
  readonly audit: AuditStore;
}

export interface TopicStore {
  list(): Promise<readonly Topic[]>;
  put(topic: Topic): Promise<void>;
  /** False where there was none. */
  remove(slug: string): Promise<boolean>;
}

export interface SubscriptionStore {
  list(): Promise<readonly Subscription[]>;
  add(feedId: FeedId, at: Instant): Promise<void>;
  remove(feedId: FeedId): Promise<boolean>;
  /** When the tenant began to read each of its feeds: what a feed carried then is its backlog, and no news. */
  readSince(): Promise<ReadonlyMap<FeedId, Instant>>;
}

/** What a channel does not want to read about. */
export interface MuteStore {
  of(channel: ChannelId): Promise<readonly Mute[]>;
  add(channel: ChannelId, mute: Mute): Promise<void>;
  /** False where there was none. */
  remove(channel: ChannelId, mute: Mute): Promise<boolean>;
}

export interface ToldStore {
  of(channel: ChannelId): Promise<readonly ToldRecord[]>;
  record(records: readonly ToldRecord[]): Promise<void>;
}

export type AuditEntry = { readonly at: Instant; readonly who: string; readonly what: string; readonly detail: string };

export interface AuditStore {
  append(entry: AuditEntry): Promise<void>;
  list(limit: number): Promise<readonly AuditEntry[]>;
}

export interface ScheduleStore {
  list(): Promise<readonly ScheduledNext[]>;
  get(id: ScheduleId): Promise<ScheduledNext | undefined>;
  /** Inserts or changes it. `next` is null while it is paused. */
  put(schedule: Schedule, next: Slot | null): Promise<void>;
  /** Its deliveries stay in the ledger. */
  remove(id: ScheduleId): Promise<boolean>;
}

export type ScheduledNext = { readonly schedule: Schedule; readonly next: Slot | null };

export type DeliveryQuery = { readonly states?: readonly DeliveryState[]; readonly scheduleId?: ScheduleId; readonly limit: number };

/** The tenant's ledger. */
export interface DeliveryStore {
  get(id: string): Promise<Delivery | undefined>;
  /** The latest slot first. */
  list(query: DeliveryQuery): Promise<readonly Delivery[]>;
  /** Writes how far it got and, in the same transaction, what its channel has been told by that. */
  save(delivery: Delivery, told?: readonly ToldRecord[]): Promise<void>;
}

/** What readers of the tenant reported, and what became of it. */
export interface ReportStore {
  get(id: string): Promise<Report | undefined>;
  /** The latest first. */
  list(query: { readonly states?: readonly ReportState[]; readonly limit: number }): Promise<readonly Report[]>;
  /** Inserts or changes it. */
  put(report: Report): Promise<void>;
}
