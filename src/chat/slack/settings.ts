/** Everything the Slack adapter is given; it reads no environment, no clock and no chance of its own. */
import type { SocketModeReceiverOptions } from '@slack/bolt';
import type { Log } from '#lib/log.ts';
import type { Instant } from '#model/article.ts';
import type { Command } from '#model/command.ts';
import type { State } from '../state.ts';

/** Many workspaces: OAuth v2 on /slack/install and /slack/oauth_redirect. Needs mode "http". */
export type InstallSettings = {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  /** WIREBRIEF_KEY: encrypts the tokens of the workspaces. */
  readonly key: string;
  /** Where tokens are kept: state that never expires. */
  readonly store: State;
  /** https://slack.com/oauth/v2/authorize where not given. */
  readonly authorizationUrl?: string;
};

export type SlackSettings = {
  /** "https://slack.com/api/". */
  readonly apiUrl: string;
  readonly mode: 'socket' | 'http';
  /** xoxb-…: the one workspace. Absent where `install` is given. */
  readonly botToken?: string;
  /** xapp-…: Socket Mode. */
  readonly appToken?: string;
  /** HTTP mode. */
  readonly signingSecret?: string;
  readonly install?: InstallSettings;
  /** HTTP mode on a listener of its own; without it main mounts `requestListener`. Port 0 picks a free one. */
  readonly listen?: { readonly host: string; readonly port: number };
  /** User ids that may change things besides the workspace's admins and owners. */
  readonly managers: readonly string[];
  readonly aliases: AliasSettings;
  readonly commands: readonly Command[];
  /** Asks whose answers stand on the App Home, in this order: "topics list". */
  readonly home: readonly string[];
  /** Expiring state: a Keyv. */
  readonly state: State;
  /** The way out where there is a proxy: for the Web API and answers, and for the socket. */
  readonly network?: { readonly fetch: typeof fetch; readonly dispatcher: NonNullable<SocketModeReceiverOptions['dispatcher']> };
  readonly now: () => Instant;
  /** From 0 to 1, for jitter. */
  readonly random: () => number;
  /** Its timer must not keep the process alive: `setTimeout(ms, undefined, { ref: false })` of node:timers/promises. */
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
};

/** Short commands beside /wirebrief: `/brief`, or `/wb-brief` with the prefix "wb-"; an empty list switches them off. */
export type AliasSettings = { readonly prefix: string; readonly names: readonly string[] };

export const DEFAULT_ALIASES: AliasSettings = {
  prefix: '',
  names: ['brief', 'quotes', 'figures', 'why', 'topics', 'feeds', 'schedule'],
};
