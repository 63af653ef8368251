/** A feed and what became of asking for it. */
import type { Instant } from './article.ts';
import type { Problem } from './failure.ts';
import type { TenantId } from './subscription.ts';

export type FeedId = string;

export type Feed = {
  readonly id: FeedId;
  /** http, https or file. */
  readonly url: string;
  /** The outlet's name: as configured, else as the feed calls itself. */
  readonly title: string;
  /** Private feeds (with credentials) and the sample belong to one tenant; null: its articles are shared below the tenants. */
  readonly owner: TenantId | null;
  /** Everybody reads it without a subscription: feeds of the YAML file and those ingested from the terminal. */
  readonly everybody: boolean;
  /** auto: the article's page is fetched where the feed gives only a teaser. Absent in what is put: it stays as it was. */
  readonly page?: PageSetting;
};

export type PageSetting = 'auto' | 'never';

/** HTTP validators of the last answer, for a conditional GET. */
export type Validators = { readonly etag?: string; readonly lastModified?: string };

/** When a feed wishes to be asked. */
export type FeedRhythm = {
  /** Its ttl or update period. */
  readonly everyMinutes?: number;
  /** Hours of the day in UTC, 0 to 23, and days of the week, 0 is Sunday, at which nothing comes. */
  readonly skipHours: readonly number[];
  readonly skipDays: readonly number[];
};

/** What earlier polls taught about a feed: when to ask again, and where. */
export type FeedPace = {
  /** Between two of its articles, by the latest of them. */
  readonly usualMinutes?: number;
  /** The date of its latest article. */
  readonly newestAt?: Instant;
  readonly rhythm?: FeedRhythm;
  /** Of the bytes that were read last: a server without validators then costs no second reading. */
  readonly digest?: string;
  /** When it last brought many of its old articles again as new ones, and how many. */
  readonly rerun?: { readonly at: Instant; readonly articles: number };
  /** Where permanent redirects led, in so many polls that came one after the other. */
  readonly moved?: { readonly to: string; readonly times: number; readonly since: Instant };
};

/** A dead feed is a value, not an exception. `freshForMs`: how long the server says that its answer holds. */
export type FetchOutcome =
  | {
      readonly kind: 'fresh';
      readonly bytes: Uint8Array;
      readonly contentType: string | undefined;
      /** Where the body came from, after redirects. */
      readonly url: string;
      readonly validators: Validators;
      /** Where permanent redirects (301, 308) lead, if those come first. */
      readonly movedTo?: string;
      readonly freshForMs?: number;
      /** From the question to the last byte. */
      readonly tookMs?: number;
    }
  | { readonly kind: 'unchanged'; readonly movedTo?: string; readonly freshForMs?: number }
  | { readonly kind: 'later'; readonly retryAt: Instant; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** One item of a feed after parsing; wire formats call it item or entry. */
export type FeedItem = {
  readonly guid: string | null;
  readonly title: string;
  /** Absolute, or null where the feed gives none. */
  readonly link: string | null;
  readonly publishedAt: Instant | null;
  /** The longest of content and summary, as HTML. */
  readonly html: string | null;
  /** True where the feed carries the full text, so that no page is needed. */
  readonly isFullText: boolean;
  readonly byline?: string;
  readonly categories: readonly string[];
};

export type ParsedFeed = {
  readonly title: string;
  readonly link: string | null;
  readonly language: string | null;
  readonly kind: 'rss' | 'atom' | 'json' | 'rdf';
  readonly items: readonly FeedItem[];
  readonly rhythm?: FeedRhythm;
  /** What was mended or lost, in words that a manager can use. `item`: index into `items`. */
  readonly problems: readonly (Problem & { readonly item?: number })[];
};
