/** When a channel gets its briefing (schedule), each time it comes round (slot), and what was done about it (delivery). */
import type { Instant } from './article.ts';
import type { MessageDocument } from './document.ts';
import type { Problem } from './failure.ts';
import type { Detail } from './request.ts';
import type { ChannelId, TenantId, ToldRecord } from './subscription.ts';

export type ScheduleId = string;

/** 0 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export type When =
  /** `at`: HH:MM on the channel's clock. */
  | { readonly kind: 'days'; readonly days: readonly Weekday[]; readonly at: string }
  /** Five fields, as node-cron reads them: a day must fit both day fields. */
  | { readonly kind: 'cron'; readonly expression: string };

/** What is posted when there is no news: nothing, one line that says so, or the best story of a quiet day. */
export type EmptyRule = 'nothing' | 'one-line' | 'best';

export type Schedule = {
  readonly id: ScheduleId;
  readonly tenant: TenantId;
  readonly channel: ChannelId;
  /** Topics by name or words; none: the top stories. */
  readonly topics: readonly string[];
  readonly when: When;
  /** IANA. */
  readonly zone: string;
  readonly locale: string;
  readonly detail: Detail;
  readonly empty: EmptyRule;
  /** Local dates without a slot: "sat", "2026-12-24", or "12-24" of every year. */
  readonly quiet: readonly string[];
  readonly paused: boolean;
  readonly addedAt: Instant;
  /** As the platform names them. */
  readonly addedBy?: string;
  /** What the YAML file defines is read-only in chat. */
  readonly origin: 'config' | 'store';
};

/** One local date and time of a schedule. */
export type Slot = {
  /** "2026-11-23T08:00" on the schedule's clock: what makes a slot itself, whatever the zone's rules do. */
  readonly local: string;
  /** Its first minute; of a time that the clocks leave out, the first one after. */
  readonly at: Instant;
};

export type DeliveryId = string;

/** planned → composing → sending → sent; parked: a person must mend something; skipped: nothing is to be posted, and the step says why. */
export type DeliveryState = 'planned' | 'composing' | 'sending' | 'sent' | 'parked' | 'skipped';

export type DeliveryStep = {
  readonly at: Instant;
  readonly state: DeliveryState;
  /** While sending: how many of the parts stand in the channel. */
  readonly posted?: number;
  /** Why it waits, was parked or skipped. */
  readonly problem?: Problem;
};

/** One post of a delivery, kept as it was composed: a second try says the same words under the same key. */
export type DeliveryPart = {
  /** The same key never stands twice in a channel. */
  readonly key: string;
  readonly document: MessageDocument;
  /** What the channel has been told once this part stands there. */
  readonly tells: readonly ToldRecord[];
  /** What it said before it was corrected, oldest first, each with the moment at which it ceased to. */
  readonly versions?: readonly { readonly until: Instant; readonly document: MessageDocument }[];
  /** What stands in the channel is still the version before. */
  readonly toEdit?: boolean;
  /** The key of the part in whose thread it stands. It is dropped where the place has no threads. */
  readonly under?: string;
  readonly posted?: {
    readonly at: Instant;
    readonly channel: ChannelId;
    readonly ids: readonly string[];
    /** The message below which it stands, where the platform needs to know. */
    readonly thread?: string;
  };
  /** How often a try ended without anybody knowing whether it stands there. */
  readonly doubts?: number;
  /** It is not posted any more: a later briefing told the channel of its stories while it was parked, or there is no thread for it. */
  readonly dropped?: Instant;
};

export type Delivery = {
  readonly id: DeliveryId;
  readonly tenant: TenantId;
  readonly scheduleId: ScheduleId;
  readonly channel: ChannelId;
  readonly slot: Slot;
  readonly state: DeliveryState;
  /** How it went, oldest first; the last one is its state. */
  readonly steps: readonly DeliveryStep[];
  readonly parts: readonly DeliveryPart[];
};
