/** The Slack adapter: Bolt behind a ChatAdapter. Every trouble of the service is a value or a state, never a throw. */
import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { App, type AuthorizeResult, ErrorCode, type HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import { backoffMs } from '#lib/backoff.ts';
import type { Problem } from '#model/failure.ts';
import { createBackground } from '../background.ts';
import type { ChatAdapter, ChatHandlers, ChatHealth } from '../chat.ts';
import { createLanes } from '../lanes.ts';
import { createOnce } from '../once.ts';
import { createPages } from '../pages.ts';
import { createTokens } from '../state.ts';
import { within } from '../within.ts';
import { clientOptions, createApi } from './api.ts';
import { boltLogger } from './bolt-log.ts';
import { type Bot, type Bots, introduce } from './bots.ts';
import { withControls } from './controls.ts';
import { createConversation } from './conversation.ts';
import { createDeliverer } from './deliver.ts';
import { createDeliveries } from './deliveries.ts';
import { createHttpReceiver, listen, listenerOf, type RequestListener } from './http.ts';
import { listenTo } from './incoming.ts';
import { createInstallations } from './installations.ts';
import { SLACK_LIMITS } from './limits.ts';
import { createPeople } from './people.ts';
import { createPosting } from './posting.ts';
import { notSet } from './problems.ts';
import { type SlackPart, toSlack } from './render.ts';
import { createRespond } from './respond.ts';
import type { SlackSettings } from './settings.ts';
import { createLink } from './socket.ts';

export type SlackAdapter = ChatAdapter & {
  /** HTTP mode: what main mounts on its server for SLACK_PATHS, unless `listen` was given. */
  readonly requestListener?: RequestListener;
  /** The port of the own listener, once started. */
  readonly port: () => number | undefined;
};

/** The library's pings and its waits hang on this; its default keeps a lost connection unnoticed for 13 s. */
const CLIENT_PING_MS = 1_000;
const FIRST_TRY_MS = 10_000;
const DRAIN_MS = 10_000;
const BACKOFF = { baseMs: 1_000, maxMs: 60_000 };
const REFUSED_MS = 5 * 60_000;

export function createSlack(settings: SlackSettings): SlackAdapter {
  const { mode, state, now, random, sleep, log, install } = settings;
  const api = createApi(settings);
  const lanes = createLanes();
  const tokens = createTokens(state, () => randomBytes(18).toString('base64url'));
  const pages = createPages<SlackPart>({ tokens, askCharacters: SLACK_LIMITS.buttonValueCharacters, render: toSlack, withControls });
  const installations = install && createInstallations(install, log);
  const background = createBackground(log, 'slack');
  let handlers: ChatHandlers | undefined;
  let self: Bot | undefined;
  let selfProblem: Problem | undefined;
  let ownServer: { readonly server: Server; readonly port: number } | undefined;
  let isStopped = false;

  const bots: Bots = {
    of: async (team) => {
      if (installations) return team ? installations.botOf(team) : undefined;
      return self ?? (settings.botToken ? { token: settings.botToken, team: team ?? '' } : undefined);
    },
  };
  const deliverer = createDeliverer({ api, state, lanes, now, random, sleep, log });
  const conversation = createConversation({
    bots,
    pages,
    deliverer,
    respond: createRespond(settings),
    handlers: () => handlers,
    log,
  });
  const deliveries = createDeliveries({
    ...settings,
    api,
    bots,
    pages,
    tokens,
    deliverer,
    conversation,
    people: createPeople({ api, managers: settings.managers, now }),
    once: createOnce(state, now),
    handlers: () => handlers,
    uninstall: async (team) => installations?.remove(team),
  });

  const settingsProblem = notSet(settings)[0];
  const receiver = settingsProblem ? undefined : mode === 'socket' ? socketReceiver(settings) : createHttpReceiver(settings, installations);
  const link = receiver instanceof SocketModeReceiver ? createLink(receiver, { now, random, sleep, log }) : undefined;
  const requestListener = receiver && mode === 'http' ? listenerOf(receiver as HTTPReceiver) : undefined;
  if (receiver) listenTo(boltApp(receiver), deliveries, background.begin);

  /** Bolt's own auth.test would hold up the first deliveries; nothing here waits for the network. */
  async function authorize({ teamId }: { readonly teamId: string | undefined }): Promise<AuthorizeResult> {
    const bot = await bots.of(teamId);
    return {
      ...(bot ? { botToken: bot.token } : {}),
      ...(bot?.botId ? { botId: bot.botId } : {}),
      ...(bot?.botUser ? { botUserId: bot.botUser } : {}),
    };
  }

  function boltApp(to: SocketModeReceiver | HTTPReceiver): App {
    const app = new App({
      receiver: to,
      logger: boltLogger(log),
      // An object of its own: the libraries write into what they are given.
      clientOptions: clientOptions(settings),
      convoStore: false,
      ignoreSelf: false,
      ...(installations ? {} : { authorize }),
    });
    // Thrown on, so that HTTP answers 500 at once instead of hanging for 3 s.
    app.error(async (error) => {
      if (error.code === ErrorCode.AuthorizationError) {
        log.info({ platform: 'slack' }, 'a delivery came from a workspace where the bot is not installed');
        return;
      }
      log.error({ platform: 'slack', error: error.message }, 'a delivery from Slack failed');
      throw error;
    });
    return app;
  }

  /** Who we are; asked until it is known, in the background. */
  async function learnSelf(onTried: () => void): Promise<void> {
    for (let attempt = 0; !isStopped; attempt += 1) {
      const found = await introduce(api, settings.botToken);
      selfProblem = found.problem;
      if (selfProblem) log.warn({ platform: 'slack', ...selfProblem }, 'Slack needs attention');
      onTried();
      if (found.kind === 'known') {
        self = found.bot;
        return;
      }
      await sleep(found.kind === 'refused' ? REFUSED_MS : backoffMs(attempt, BACKOFF, random()));
    }
  }

  return {
    platform: 'slack',
    ...(requestListener && !settings.listen ? { requestListener } : {}),
    port: () => ownServer?.port,

    start: async (given) => {
      handlers = given;
      if (settingsProblem) {
        log.warn({ platform: 'slack', ...settingsProblem }, 'Slack is not connected');
        return;
      }
      const selfTried = installations ? Promise.resolve() : new Promise<void>((resolve) => void learnSelf(resolve).catch(resolve));
      if (requestListener && settings.listen) ownServer = await listen(requestListener, settings.listen);
      link?.start();
      await within(Promise.all([selfTried, link?.firstTry]), FIRST_TRY_MS, undefined);
    },

    stop: async () => {
      isStopped = true;
      await link?.stop();
      const server = ownServer?.server;
      if (server) await new Promise<void>((resolve) => void server.close(() => resolve()).closeIdleConnections());
      await background.drain(DRAIN_MS);
    },

    health: (): ChatHealth => {
      if (settingsProblem) return { state: 'down', problem: settingsProblem };
      const connection = link?.state() ?? { state: 'connected' as const };
      if (connection.problem) return connection;
      if (!installations && !self) return { state: selfProblem ? 'down' : 'connecting', ...(selfProblem ? { problem: selfProblem } : {}) };
      return selfProblem ? { ...connection, problem: selfProblem } : connection;
    },

    ...createPosting({ bots, pages, deliverer, now, log }),
  };
}

function socketReceiver(settings: SlackSettings): SocketModeReceiver {
  const { appToken = '', log, network } = settings;
  return new SocketModeReceiver({
    appToken,
    clientPingTimeout: CLIENT_PING_MS,
    // socket.ts connects again: at once, and also after what the library takes for final.
    autoReconnectEnabled: false,
    logger: boltLogger(log),
    installerOptions: { clientOptions: clientOptions(settings) },
    ...(network ? { dispatcher: network.dispatcher } : {}),
    processEventErrorHandler: async ({ error }) => {
      log.warn({ platform: 'slack', error: error.message }, 'a delivery from Slack was not acknowledged');
      return false;
    },
  });
}
