/** Everything the Discord adapter is given; it reads no environment, no clock and no chance of its own. */
import type { Log } from '#lib/log.ts';
import type { Instant } from '#model/article.ts';
import type { Command } from '#model/command.ts';
import type { State } from '../state.ts';

export type DiscordSettings = {
  /** "https://discord.com/api" where not given. */
  readonly apiUrl?: string;
  /** The bot's. Missing: the adapter says which page to open, and stays down. */
  readonly token?: string;
  /** The part of the servers that this process speaks to; all where not given. */
  readonly shard?: { readonly id: number; readonly count: number };
  /** Asked of Discord where not given. */
  readonly applicationId?: string;
  /** Servers that get the commands at once and for themselves alone; none: everywhere. */
  readonly commandGuilds?: readonly string[];
  /** User ids that may change things besides those with Manage Server or Manage Channels. */
  readonly managers: readonly string[];
  readonly commands: readonly Command[];
  /** Expiring state: a Keyv. */
  readonly state: State;
  /** The way out for REST where there is a proxy; discord.js takes none for its gateway. */
  readonly network?: { readonly fetch: typeof fetch };
  readonly now: () => Instant;
  /** From 0 to 1, for jitter. */
  readonly random: () => number;
  /** Its timer must not keep the process alive: `setTimeout(ms, undefined, { ref: false })` of node:timers/promises. */
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
};
