/** discord.js's gateway kept alive: log in, and whenever the client ends for good, log in again with backoff; every failure is a state, never a throw. */
import { Client, Events, GatewayIntentBits, type Guild, type Message, Options, Partials, Status } from 'discord.js';
import { backoffMs } from '#lib/backoff.ts';
import type { Problem } from '#model/failure.ts';
import { phrases as shared } from '#phrases/chat.ts';
import { phrases } from '#phrases/discord.ts';
import type { ChatHealth } from '../chat.ts';
import { type Loose, looseOf } from '../loose.ts';
import { networkCode } from '../outage.ts';
import { within } from '../within.ts';
import { outcomeOf, restOptions } from './api.ts';
import { badToken, closedProblem, unreachable } from './problems.ts';
import type { DiscordSettings } from './settings.ts';

export type GatewayHandlers = {
  readonly interaction: (data: Loose) => void;
  readonly message: (message: Message) => void;
  readonly invited: (guild: Guild) => void;
  readonly ready: (client: Client<true>) => void;
};

export type Gateway = {
  readonly start: () => void;
  readonly stop: () => Promise<void>;
  readonly health: () => ChatHealth;
  /** A channel or thread that it was told of. */
  readonly channel: (id: string) => Loose | undefined;
  /** Settles when the first try has succeeded or failed. */
  readonly firstTry: Promise<void>;
};

const BACKOFF = { baseMs: 1_000, maxMs: 60_000 };
/** A refused token is tried again, for somebody may mend it on Discord's side. */
const REFUSED_MS = 5 * 60_000;
/** The library reconnects by itself, within seconds; what takes longer is worth a word, and then a new client. */
const PATIENCE_MS = 15_000;
const STUCK_MS = 2 * 60_000;
const CLOSE_MS = 1_000;
/** The library's pause before it connects again; what began before a stop shows itself within that. */
const RECONNECT_MS = 600;

/** No privileged one: Discord gives the words of messages that mention the bot, and of direct messages, without MessageContent. */
const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

type Needs = Pick<DiscordSettings, 'apiUrl' | 'token' | 'shard' | 'network' | 'now' | 'random' | 'sleep' | 'log'>;
type End = { readonly kind: 'refused' | 'outage'; readonly problem: Problem };

export function createGateway(settings: Needs, on: GatewayHandlers): Gateway {
  const { now, random, sleep, log } = settings;
  const stopping = Promise.withResolvers<void>();
  const first = Promise.withResolvers<void>();
  let isStopped = false;
  let client: Client | undefined;
  let problem: Problem | undefined;
  let downSince = now();
  let running = Promise.resolve();

  const isConnected = (): boolean => {
    const shards = client?.ws.shards;
    // While a shard waits for the news of its servers it delivers already.
    return Boolean(shards?.size && shards.every(({ status }) => status === Status.Ready || status === Status.WaitingForGuilds));
  };

  /** Settles when this client is of no more use. */
  function live(): Promise<End> {
    const { promise: ended, resolve: end } = Promise.withResolvers<End>();
    const made = new Client({
      intents: INTENTS,
      // A direct message comes from a channel that was never announced.
      partials: [Partials.Channel],
      ...(settings.shard ? { shards: settings.shard.id, shardCount: settings.shard.count } : { shards: 'auto' as const }),
      allowedMentions: { parse: [] },
      makeCache: Options.cacheWithLimits(CACHE),
      rest: restOptions(settings),
    });
    client = made;
    let stuck: NodeJS.Timeout | undefined;
    const connected = (): void => {
      if (!isConnected()) return;
      clearTimeout(stuck);
      if (problem || downSince) log.info({ platform: 'discord' }, 'connected to Discord');
      problem = undefined;
      downSince = 0;
      first.resolve();
    };
    const lost = (): void => {
      downSince ||= now();
      clearTimeout(stuck);
      stuck = setTimeout(() => end({ kind: 'outage', problem: unreachable(phrases.noConnectionLong) }), STUCK_MS).unref();
    };
    const listen = (handle: () => void): void => {
      if (!isStopped && client === made) handle();
    };

    // Straight from the gateway: the library holds events back until it has heard of every server, which can take longer than the 3 s of a command.
    made.ws.on('INTERACTION_CREATE' as never, (data: unknown) => listen(() => on.interaction(looseOf(data))));
    made.on(Events.MessageCreate, (message) => listen(() => on.message(message)));
    made.on(Events.GuildCreate, (guild) => listen(() => on.invited(guild)));
    made.on(Events.ClientReady, (ready) => listen(() => on.ready(ready)));
    made.on(Events.ShardReady, connected);
    made.on(Events.ShardResume, connected);
    made.ws.on('READY' as never, () => setImmediate(connected));
    made.on(Events.ShardReconnecting, lost);
    made.on(Events.ShardDisconnect, ({ code }) => end({ kind: 'refused', problem: closedProblem(code) }));
    // Without these two a failing listener or socket would end the process.
    made.on(Events.Error, (error) => log.error({ platform: 'discord', error: error.message }, 'a delivery from Discord failed'));
    made.on(Events.ShardError, (error) =>
      log.info({ platform: 'discord', trouble: networkCode(error) }, 'trouble with the connection to Discord'),
    );
    lost();
    // One microtask later than a refusal by close code, which says more.
    made.login(settings.token).catch((error: unknown) => setImmediate(() => end(loginTrouble(error))));
    return Promise.race([ended, stopping.promise.then((): End => ({ kind: 'outage', problem: unreachable(phrases.stopping) }))]).finally(
      () => clearTimeout(stuck),
    );
  }

  async function run(): Promise<void> {
    for (let attempt = 0; !isStopped; attempt += 1) {
      const startedAt = now();
      const end = await live();
      const ended = client;
      if (isStopped) break;
      client = undefined;
      problem = end.problem;
      downSince ||= now();
      log.warn({ platform: 'discord', ...end.problem }, 'no connection to Discord');
      first.resolve();
      if (ended) await close(ended);
      // One that stood for a while is no failed try.
      if (now() - startedAt > STUCK_MS) attempt = 0;
      const waitMs = end.kind === 'refused' ? REFUSED_MS : backoffMs(attempt, BACKOFF, random());
      await Promise.race([sleep(waitMs), stopping.promise]);
    }
    first.resolve();
  }

  return {
    firstTry: first.promise,
    start: () => {
      running = run();
    },
    health: () => {
      if (isConnected()) return { state: 'connected' };
      if (problem) return { state: 'down', problem };
      if (downSince && now() - downSince > PATIENCE_MS) return { state: 'down', problem: unreachable(phrases.noConnection) };
      return { state: 'connecting' };
    },
    channel: (id) => {
      const known = client?.channels.cache.get(id);
      return known && !known.isDMBased() ? { id, type: known.type, guild_id: known.guildId, parent_id: known.parentId } : undefined;
    },
    stop: async () => {
      isStopped = true;
      stopping.resolve();
      await running;
      if (client) await close(client);
      client = undefined;
    },
  };
}

/** A shard in the library's pause before it reconnects cannot be ended, so the pause is waited for. */
async function close(client: Client): Promise<void> {
  const isPausing = (): boolean => client.ws.shards.some(({ status }) => status === Status.Connecting);
  if (isPausing()) await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
  await within(client.destroy(), CLOSE_MS, undefined);
}

function loginTrouble(error: unknown): End {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'TokenInvalid') return { kind: 'refused', problem: badToken('401') };
  const words = error instanceof Error ? error.message : '';
  if (/Authentication failed/.test(words)) return { kind: 'refused', problem: badToken('4004') };
  if (/sessions? remaining/.test(words)) return { kind: 'refused', problem: unreachable(phrases.tooManyConnections) };
  const outcome = outcomeOf(error);
  const what = outcome.kind === 'outage' ? outcome.message : outcome.kind === 'refused' ? `HTTP ${outcome.status}` : shared.rateLimit;
  return { kind: 'outage', problem: unreachable(what) };
}

/** Channels and roles are needed for permissions; the rest is only memory. */
const CACHE: Parameters<typeof Options.cacheWithLimits>[0] = {
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  VoiceStateManager: 0,
  ThreadMemberManager: 0,
  GuildEmojiManager: 0,
  GuildStickerManager: 0,
  GuildScheduledEventManager: 0,
  StageInstanceManager: 0,
  AutoModerationRuleManager: 0,
  GuildBanManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: { maxSize: 200, keepOverLimit: (member) => member.id === member.client.user.id },
  UserManager: { maxSize: 500, keepOverLimit: (user) => user.id === user.client.user.id },
};
