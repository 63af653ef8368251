/** The whole configuration, checked and frozen by src/config.ts; passed by hand, never global. */
import type { Instant } from './article.ts';
import type { Topic } from './subscription.ts';

export type FeedSetting = {
  /** http, https or file. */
  readonly url: string;
  /** The outlet's name; else the feed's own title. */
  readonly title?: string;
  /** auto: fetch the article's page where the feed gives only a teaser. */
  readonly page: 'auto' | 'never';
};

export type SampleSetting = {
  /** The moment at which the sample is read. */ readonly asOf: Instant;
  readonly feeds: readonly FeedSetting[];
};

export type Config = {
  /** The file that was read besides the defaults, for messages. */
  readonly file: string | null;
  readonly dataDir: string;
  readonly http: { readonly host: string; readonly port: number; readonly publicUrl: string | null };
  /** IANA zone and BCP 47 locale of the desk, and of channels that set none. */
  readonly zone: string;
  readonly locale: string;
  /** Null: switched off. */
  readonly sample: SampleSetting | null;
  readonly feeds: readonly FeedSetting[];
  readonly topics: readonly Topic[];
  readonly briefing: { readonly windowHours: number; readonly topicDays: number; readonly stories: number };
  readonly fetch: {
    readonly userAgent: string;
    readonly timeoutMs: number;
    readonly maxBytes: number;
    /** Exact "address:port" pairs that the guard lets through although they are private: local feeds. */
    readonly allow: readonly string[];
    readonly pollMinutes: number;
    readonly proxy: string | null;
    readonly noProxy: string | null;
  };
  readonly log: { readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent' };
  /** Each secret once, for redaction; never printed. */
  readonly secrets: readonly string[];
};
