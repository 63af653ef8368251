/** The whole configuration, checked and frozen by src/config.ts; passed by hand, never global. */
import type { Topic } from './subscription.ts';

export type Config = {
  readonly dataDir: string;
  readonly http: { readonly host: string; readonly port: number; readonly publicUrl?: string };
  readonly zone: string;
  readonly locale: string;
  readonly sample: boolean;
  readonly feeds: readonly { readonly url: string; readonly title?: string; readonly page: 'auto' | 'never' }[];
  readonly topics: readonly Topic[];
  readonly briefing: { readonly windowHours: number; readonly stories: number };
  readonly fetch: {
    readonly userAgent: string;
    readonly timeoutMs: number;
    readonly maxBytes: number;
    /** Exact "address:port" pairs that the guard lets through although they are private: local feeds. */
    readonly allow: readonly string[];
    readonly pollMinutes: number;
  };
  readonly log: { readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent' };
};
