/** What the use cases that manage things are given: who asks, where, and what they may touch. */
import type { ChatHealth } from '#chat/chat.ts';
import type { Instant } from '#model/article.ts';
import type { Asker } from '#model/command.ts';
import type { Config } from '#model/config.ts';
import type { TenantStorage } from '#storage/contract/tenant.ts';
import type { Storage } from '#storage/storage.ts';
import type { Clock } from './clock.ts';
import type { PollTools } from './poll.ts';
import type { Reader } from './reader.ts';
import type { Rewriter } from './rewrite.ts';

/** How a feed that was just added is read. */
export type FirstReading = {
  readonly tools: PollTools;
  /** An answer waits no longer than this; the reading goes on behind it. */
  readonly patience: () => Promise<void>;
  /** Sees to what goes on, and to its failure. */
  readonly finish: (work: Promise<unknown>) => void;
};

/** A chat platform and how its connection is. */
export type Connection = { readonly platform: string; readonly health: ChatHealth };

export type Scene = {
  readonly asker: Asker;
  readonly reader: Reader;
  /** The asker's own: what is managed. The library that is read may be the sample's. */
  readonly tenant: TenantStorage;
  readonly storage: Storage;
  readonly config: Config;
  /** The real time, also while the sample is read. */
  readonly now: () => Instant;
  readonly firstReading: FirstReading;
  /** Null: no bot runs here. */
  readonly connections: (() => readonly Connection[]) | null;
  /** Posts and posts again; absent where no bot runs. */
  readonly clock?: Clock | undefined;
  /** Absent where no LLM is set up. */
  readonly rewriter?: Rewriter | undefined;
};

/** Everything that is changed is written down: when, by whom, what. No secret stands in `detail`. */
export const audit = ({ tenant, asker, now }: Scene, what: string, detail: string): Promise<void> =>
  tenant.audit.append({ at: now(), who: asker.user ?? 'terminal', what, detail });
