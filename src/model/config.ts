/** The whole configuration, checked and frozen by src/config.ts; passed by hand, never global. */
import type { Instant } from './article.ts';
import type { ScheduleRequest } from './command.ts';
import type { PageSetting } from './feed.ts';
import type { ChannelId, TenantId, Topic } from './subscription.ts';

export type FeedSetting = {
  /** http, https or file. */
  readonly url: string;
  /** The outlet's name; else the feed's own title. */
  readonly title?: string;
  /** auto: fetch the article's page where the feed gives only a teaser. */
  readonly page: PageSetting;
  /** Whose it is. A feed with a login is one tenant's, never everybody's. */
  readonly tenant?: TenantId;
  /** The Authorization header, from the secret that the setting names. */
  readonly authorization?: string;
  readonly userAgent?: string;
};

/** What a process of a fleet does; `all` where there is one. */
export type Role = 'all' | 'chat' | 'worker' | 'web';

export type SampleSetting = {
  /** The moment at which the sample is read. */ readonly asOf: Instant;
  readonly feeds: readonly FeedSetting[];
};

export type LlmSettings = {
  readonly provider: 'openai-compatible' | 'anthropic';
  /** Null: the provider's own address. */
  readonly baseUrl: string | null;
  readonly model: string;
  readonly apiKey: string | null;
  /** Of a UTC day. */
  readonly dailyTokens: number;
  /** Of one briefing's rewriting. */
  readonly timeoutMs: number;
};

export type Config = {
  /** The file that was read besides the defaults, for messages. */
  readonly file: string | null;
  readonly dataDir: string;
  /** PostgreSQL; null: the embedded database of the data directory. Holds a password: never printed. */
  readonly databaseUrl: string | null;
  readonly http: { readonly host: string; readonly port: number; readonly publicUrl: string | null };
  /** Opens changes on the desk, and reading from elsewhere; null: one is made at the first start. */
  readonly adminToken: string | null;
  /** IANA zone and BCP 47 locale of the desk, and of channels that set none. */
  readonly zone: string;
  readonly locale: string;
  /** Null: switched off. */
  readonly sample: SampleSetting | null;
  readonly feeds: readonly FeedSetting[];
  readonly topics: readonly Topic[];
  readonly briefing: { readonly windowHours: number; readonly topicDays: number; readonly stories: number };
  /** What `/quotes` does with a quote whose speaker is doubtful: name him with a mark, or leave the quote out. */
  readonly quotes: { readonly unclear: 'mark' | 'leave-out' };
  readonly fetch: {
    readonly userAgent: string;
    readonly timeoutMs: number;
    readonly maxBytes: number;
    /** Exact "address:port" pairs that the guard lets through although they are private: local feeds. */
    readonly allow: readonly string[];
    readonly pollMinutes: number;
    /** Feeds that a process polls at one time. */
    readonly atOnce: number;
    readonly proxy: string | null;
    readonly noProxy: string | null;
  };
  readonly rights: {
    /** Days for which an article's whole text is kept after it was fetched. */
    readonly bodyDays: number;
    /** Of one article a briefing quotes at most so many words. */
    readonly quotedWords: number;
  };
  /** `channel`: "desk", or a channel's whole name as “schedule list” shows it. */
  readonly schedules: readonly (ScheduleRequest & { readonly channel: ChannelId })[];
  readonly slack: {
    readonly mode: 'socket' | 'http';
    /** HTTP mode: a listener of its own; null: beside the page. */
    readonly port: number | null;
    /** Commands that have a short name of their own, and what stands before it. */
    readonly aliases: readonly string[];
    readonly prefix: string;
    /** User ids that may change things besides the workspace's admins and owners. */
    readonly managers: readonly string[];
    readonly apiUrl: string;
    readonly botToken: string | null;
    readonly appToken: string | null;
    readonly signingSecret: string | null;
    /** Many workspaces. `key` encrypts what is stored of them. */
    readonly install: {
      readonly clientId: string;
      readonly clientSecret: string;
      readonly stateSecret: string;
      readonly key: string;
    } | null;
  };
  readonly discord: {
    readonly managers: readonly string[];
    /** Servers that get the commands at once and for themselves alone; none: everywhere. */
    readonly guilds: readonly string[];
    readonly apiUrl: string;
    readonly token: string | null;
    /** The part of the servers that this process speaks to; null: all. */
    readonly shard: { readonly id: number; readonly count: number } | null;
    readonly appId: string | null;
  };
  /** Null: summaries are the articles' own sentences. */
  readonly llm: LlmSettings | null;
  readonly log: { readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent' };
  /** Each secret once, for redaction; never printed. */
  readonly secrets: readonly string[];
};
