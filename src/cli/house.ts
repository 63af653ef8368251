/** A Config → the parts that every command of the command line needs, put together. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, type ClockSettings, createClock } from '#app/clock.ts';
import { contextFor } from '#app/context.ts';
import { createCoolDown } from '#app/cool-down.ts';
import { createDispatcher } from '#app/dispatch.ts';
import { createForgetter, type Forgetter } from '#app/forget.ts';
import type { Rewriter } from '#app/rewrite.ts';
import type { Connection } from '#app/scene.ts';
import type { Ask, ChatAdapter, ChatHandlers } from '#chat/chat.ts';
import { commands } from '#commands/index.ts';
import { endAll } from '#lib/end-all.ts';
import type { LlmProxy } from '#lib/llm.ts';
import { createLog, type Log } from '#lib/log.ts';
import { createMetrics, type Metrics } from '#lib/metrics.ts';
import { withRequestId } from '#lib/request-id.ts';
import type { Config, LlmSettings } from '#model/config.ts';
import { DESK } from '#model/subscription.ts';
import { openStorage } from '#storage/open.ts';
import type { Storage } from '#storage/storage.ts';
import { openForgottenFile } from './forgotten-file.ts';
import { createGauges, type GaugesOf } from './gauges.ts';
import { stateOf } from './keyv-state.ts';
import { commandOf, observe } from './observe.ts';
import { createPipeline, type Pipeline } from './pipeline.ts';

/** The clock and the chance that a house lives by. */
export type Time = Pick<ClockSettings, 'now' | 'random' | 'wakeIn'> & {
  /** Keeps no process alive. */
  readonly sleep: (ms: number) => Promise<void>;
};

export type House = {
  readonly time: Time;
  readonly config: Config;
  readonly log: Log;
  readonly storage: Storage;
  readonly handlers: ChatHandlers;
  readonly pipeline: Pipeline;
  readonly forgetter: Forgetter;
  /** The running bot's; a command of the terminal has none. */
  readonly clock?: Clock | undefined;
  /** Absent where no LLM is set up. */
  readonly rewriter?: Rewriter | undefined;
  /** The running bot's. */
  readonly metrics?: Metrics | undefined;
  /** Null: no bot runs here. */
  readonly connections: (() => readonly Connection[]) | null;
  readonly now: () => number;
  /** Ends what reads feeds behind the answers, and closes the store. */
  readonly close: () => Promise<void>;
};

export type HouseOptions = {
  readonly mode: 'own' | 'read-only';
  /** Of the running bot, as they are when it is asked; a command of the terminal has none. */
  readonly adapters?: () => readonly ChatAdapter[];
  /** Those of them that this process is connected with, for `status`; all where it is not given. */
  readonly connections?: () => readonly ChatAdapter[];
  /** How long an answer waits for a feed that was just added; the terminal waits to its end. */
  readonly patience?: () => Promise<void>;
};

const DRAIN_MS = 10_000;
/** One person's questions: so many at once, then one in so long. */
const ASKS_AT_ONCE = 30;
const ASK_EVERY_MS = 2_000;
const FOREVER = () => new Promise<void>(() => {});

const REAL_TIME: Time = {
  now: Date.now,
  random: Math.random,
  wakeIn: (ms, wake) => {
    const timer = setTimeout(wake, ms).unref();
    return () => clearTimeout(timer);
  },
  sleep: async (ms) => {
    await sleep(ms, undefined, { ref: false });
  },
};

/** For what reaches out without the guard of feeds: the operator named it. */
export const proxyOf = ({ fetch }: Config): LlmProxy | null => (fetch.proxy === null ? null : { url: fetch.proxy, noProxy: fetch.noProxy });

export const logFor = (config: Config): Log =>
  createLog({ level: config.log.level, secrets: config.secrets, write: (line) => void process.stderr.write(line) });

export async function openHouse(config: Config, options: HouseOptions): Promise<House> {
  const storage = await openStorage({ ...config, mode: options.mode, now: REAL_TIME.now });
  const house = await furnish(config, storage, REAL_TIME, options);
  if (options.mode === 'own') await replayForgotten(house.forgetter, storage, house.log);
  return house;
}

/** The parts around a store that is open already. */
export async function furnish(
  config: Config,
  storage: Storage,
  time: Time,
  { adapters, connections: connected = adapters, patience = FOREVER }: Omit<HouseOptions, 'mode'>,
): Promise<House> {
  const { now, random, wakeIn } = time;
  const log = logFor(config);
  const file = openForgottenFile(config.dataDir);
  const forgetter = createForgetter({ storage, file, now, newSalt: () => randomBytes(16).toString('base64url') });
  const counted = adapters && openGauges({ storage, now, connections: () => connections?.() ?? [], usage: () => rewriter?.usage() });
  const pipeline = createPipeline({
    config,
    storage,
    now,
    log,
    isForgotten: forgetter.isForgotten,
    onExtracted: counted?.gauges.extracted,
    onPolled: counted?.gauges.polled,
  });
  const underWay = new Set<Promise<unknown>>();
  const finish = (work: Promise<unknown>) => {
    const seenTo = work
      .catch((error: unknown) => log.error({ err: error }, 'reading a new feed failed'))
      .finally(() => underWay.delete(seenTo));
    underWay.add(seenTo);
  };
  const rewriter = config.llm === null ? undefined : await openRewriter(config.llm, { config, storage, now, log });
  const clock =
    adapters &&
    createClock({
      storage,
      config,
      now,
      random,
      wakeIn,
      adapters,
      // A person of the desk has no place of their own.
      directChannel: (tenant, user) => (tenant === DESK ? undefined : `${tenant}:${user}`),
      onFault: (error) => log.error({ err: error }, 'a delivery met a fault of ours'),
      rewriter,
      watch: counted?.gauges,
      within: withRequestId,
    });
  const connections = connected ? () => connected().map((adapter) => ({ platform: adapter.platform, health: adapter.health() })) : null;
  const firstReading = { tools: pipeline.tools, patience, finish };
  const names = commands.map(({ name }) => name);
  const failed = new WeakSet<Ask>();
  const dispatcher = createDispatcher({
    commands,
    now,
    contextFor: (ask) => contextFor(ask, { storage, config, commands, now, firstReading, connections, clock, rewriter }),
    onFault: (error, ask) => {
      failed.add(ask);
      // Not what was typed: it is the asker's, and may hold anything.
      log.error({ err: error, command: commandOf(ask, names) }, 'an answer failed');
    },
    coolDown: createCoolDown({ now, burst: ASKS_AT_ONCE, everyMs: ASK_EVERY_MS }),
  });
  const handlers = observe(dispatcher, {
    log,
    answered: counted?.gauges.answered,
    commands: names,
    hasFailed: (ask) => failed.has(ask),
    newId: () => randomBytes(6).toString('base64url'),
  });
  const close = async () => {
    await Promise.race([Promise.all(underWay), sleep(DRAIN_MS, undefined, { ref: false })]);
    await endAll([() => pipeline.stop(), () => Promise.all(underWay), () => counted?.metrics.stop(), () => storage.close()]);
  };
  return { time, config, log, storage, handlers, pipeline, forgetter, clock, rewriter, metrics: counted?.metrics, connections, now, close };
}

/** Before anything is shown: a restored backup may hold what was forgotten since. */
async function replayForgotten(forgetter: Forgetter, storage: Storage, log: Log): Promise<void> {
  try {
    const replayed = await forgetter.replay();
    if (replayed > 0) log.warn({ replayed }, 'this database is older than what was forgotten; it was forgotten again');
  } catch (error) {
    await storage.close();
    throw error;
  }
}

async function openRewriter(settings: LlmSettings, { config, storage, now, log }: Pick<House, 'config' | 'storage' | 'now' | 'log'>) {
  const [{ createRewriter }, { createLlm }] = await Promise.all([import('#app/rewrite.ts'), import('#lib/llm.ts')]);
  return createRewriter({
    llm: createLlm(settings, proxyOf(config)),
    memory: stateOf(storage, 'llm'),
    now,
    dailyTokens: settings.dailyTokens,
    timeoutMs: settings.timeoutMs,
    onTrouble: (trouble) => log.info(trouble, 'a summary keeps its own words'),
  });
}

function openGauges(tools: GaugesOf) {
  const metrics = createMetrics();
  return { metrics, gauges: createGauges(metrics, tools) };
}
