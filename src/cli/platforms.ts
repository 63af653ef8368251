/** A Config → the chat platforms that are configured, each loaded only then; one that cannot start says why, and the others go on. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ChatAdapter, ChatHandlers } from '#chat/chat.ts';
import type { DiscordSettings } from '#chat/discord/settings.ts';
import type { SlackSettings } from '#chat/slack/settings.ts';
import { commands } from '#commands/index.ts';
import { capital } from '#lib/capital.ts';
import type { Log } from '#lib/log.ts';
import type { Config } from '#model/config.ts';
import { gatewayTurns } from './gateway-turns.ts';
import type { House } from './house.ts';
import { stateOf } from './keyv-state.ts';

/** True where it has taken the request. */
export type TakeRequest = (request: IncomingMessage, response: ServerResponse) => boolean;

export type Platforms = {
  readonly adapters: readonly ChatAdapter[];
  /** Requests of a platform that come to the page's server. */
  readonly take: TakeRequest;
  /** Settles when each has tried to connect. `say` gets a line for each. */
  readonly start: (handlers: ChatHandlers, say: (line: string) => void) => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Opened = { readonly adapter: ChatAdapter; readonly take?: TakeRequest };

export async function openPlatforms(house: Pick<House, 'config' | 'storage' | 'log' | 'now' | 'time'>): Promise<Platforms> {
  const opened: Opened[] = [];
  if (hasSlack(house.config)) opened.push(await openSlack(house));
  if (hasDiscord(house.config)) opened.push(await openDiscord(house));
  const adapters = opened.map(({ adapter }) => adapter);
  const turns = gatewayTurns(house);
  return {
    adapters,
    take: (request, response) => opened.some(({ take }) => take?.(request, response)),
    start: async (handlers, say) => {
      await Promise.all(
        adapters.map(async (adapter) => {
          if (await turns.comeTo(adapter.platform, say)) await startOne(adapter, handlers, say, house.log);
        }),
      );
    },
    stop: async () => {
      await Promise.all(
        adapters.map((adapter) => adapter.stop().catch((error: unknown) => house.log.error({ err: error }, 'a platform did not stop'))),
      );
      await turns.stop();
    },
  };
}

async function startOne(adapter: ChatAdapter, handlers: ChatHandlers, say: (line: string) => void, log: Log): Promise<void> {
  const name = capital(adapter.platform);
  try {
    await adapter.start(handlers);
    const { state, problem } = adapter.health();
    if (problem) say([problem.message, problem.hint].filter(Boolean).join(' '));
    else say(`${name}: ${state}.`);
  } catch (error) {
    log.error({ err: error }, `${adapter.platform} could not start`);
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    say(`${name} could not start${isTaken ? ': its port is taken by another program' : ''}; the rest goes on. The log says more.`);
  }
}

export const hasSlack = ({ slack }: Pick<Config, 'slack'>): boolean =>
  [slack.botToken, slack.appToken, slack.signingSecret, slack.install].some((part) => part !== null);

async function openSlack({ config, storage, log, time }: Pick<House, 'config' | 'storage' | 'log' | 'time'>): Promise<Opened> {
  const { createSlack } = await import('#chat/slack/slack.ts');
  const { SLACK_PATHS } = await import('#chat/slack/http.ts');
  const { slack, http } = config;
  const settings: SlackSettings = {
    ...(await slackAccess(config)),
    ...(slack.install && { install: { ...slack.install, store: stateOf(storage, 'slack-installations') } }),
    ...(slack.mode === 'http' && slack.port !== null && { listen: { host: http.host, port: slack.port } }),
    managers: slack.managers,
    aliases: { prefix: slack.prefix, names: slack.aliases },
    commands,
    home: ['topics list', 'schedule list', 'feeds list'],
    state: stateOf(storage, 'slack'),
    now: time.now,
    random: time.random,
    sleep: time.sleep,
    log,
  };
  const adapter = createSlack(settings);
  const { requestListener } = adapter;
  if (!requestListener) return { adapter };
  const isSlacks = (request: IncomingMessage) => SLACK_PATHS.includes((request.url ?? '').split('?', 1)[0] ?? '');
  return {
    adapter,
    take: (request, response) => {
      if (!isSlacks(request)) return false;
      requestListener(request, response);
      return true;
    },
  };
}

/** What is needed to speak to Slack at all. */
export async function slackAccess({ slack, fetch: { proxy, noProxy } }: Config): Promise<SlackAccess> {
  const network = proxy === null ? undefined : await throughProxy(proxy, noProxy);
  return {
    apiUrl: slack.apiUrl,
    mode: slack.mode,
    ...(slack.botToken && !slack.install && { botToken: slack.botToken }),
    ...(slack.appToken && { appToken: slack.appToken }),
    ...(slack.signingSecret && { signingSecret: slack.signingSecret }),
    ...(network && { network }),
  };
}
type SlackAccess = Pick<SlackSettings, 'apiUrl' | 'mode' | 'botToken' | 'appToken' | 'signingSecret' | 'network'>;

/** What is needed to speak to Discord at all. */
export async function discordAccess({ discord, fetch: { proxy, noProxy } }: Config): Promise<DiscordAccess> {
  const network = proxy === null ? undefined : await throughProxy(proxy, noProxy);
  return {
    apiUrl: discord.apiUrl,
    ...(discord.token && { token: discord.token }),
    ...(discord.appId && { applicationId: discord.appId }),
    ...(network && { network: { fetch: network.fetch } }),
  };
}
type DiscordAccess = Pick<DiscordSettings, 'apiUrl' | 'token' | 'applicationId' | 'network'>;

export const hasDiscord = ({ discord }: Pick<Config, 'discord'>): boolean => discord.token !== null;

async function openDiscord({ config, storage, log, time }: Pick<House, 'config' | 'storage' | 'log' | 'time'>): Promise<Opened> {
  const { createDiscord } = await import('#chat/discord/discord.ts');
  const adapter = createDiscord({
    ...(await discordAccess(config)),
    ...(config.discord.shard && { shard: config.discord.shard }),
    commandGuilds: config.discord.guilds,
    managers: config.discord.managers,
    commands,
    state: stateOf(storage, 'discord'),
    now: time.now,
    random: time.random,
    sleep: time.sleep,
    log,
  });
  return { adapter };
}

async function throughProxy(proxy: string, noProxy: string | null): Promise<NonNullable<SlackSettings['network']>> {
  const undici = await import('undici');
  const dispatcher = new undici.EnvHttpProxyAgent({ httpsProxy: proxy, httpProxy: proxy, noProxy: noProxy ?? '' });
  const through = (input: unknown, init: object = {}) => undici.fetch(input as never, { ...init, dispatcher });
  return { fetch: through as unknown as typeof fetch, dispatcher: dispatcher as never };
}
