/** Tenants and what is theirs: topics, subscriptions, schedules, what they were told. */
import type { Instant } from './article.ts';
import type { FeedId } from './feed.ts';

/** A Slack workspace ("slack:T0LAB"), a Discord guild ("discord:123"), the local desk or the sample. */
export type TenantId = string;

/** The local page and terminal. */
export const DESK: TenantId = 'desk';
/** The home of the sample feed; the desk reads it until a real feed is there. */
export const SAMPLE: TenantId = 'sample';

/** Where something is posted: a channel of a platform, or the local terminal and page. */
export type ChannelId = string;

export type Topic = {
  /** kebab-case; what one types: "putin-xi". */
  readonly slug: string;
  readonly title: string;
  /** An article belongs when it holds every word of `all`, one of `any` (where given) and none of `none`. A word may be a phrase. */
  readonly all: readonly string[];
  readonly any: readonly string[];
  readonly none: readonly string[];
  /** Feed ids or outlets; empty: all feeds. */
  readonly feeds: readonly string[];
  /** One of these is quoted there; empty, or absent from what was stored before there were any: whoever speaks. */
  readonly speakers?: readonly string[];
  /** What the YAML file defines is read-only in chat. */
  readonly origin: 'config' | 'store';
};

export type Subscription = { readonly tenant: TenantId; readonly feedId: FeedId; readonly addedAt: Instant };

/** A word, a speaker or an outlet that a channel's briefings leave out. */
export type Mute = { readonly kind: 'word' | 'speaker' | 'outlet'; readonly what: string };

/** A thing that a channel was told already: a story, a quote or a figure, by its key. */
export type ToldRecord = {
  readonly channel: ChannelId;
  readonly kind: 'story' | 'quote' | 'figure';
  readonly key: string;
  readonly detail: string;
  readonly at: Instant;
};
