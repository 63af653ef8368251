/** Socket Mode kept alive: connect, and whenever the connection ends, connect again at once, then with backoff; every failure is a state, never a throw. */
import type { SocketModeReceiver } from '@slack/bolt';
import { backoffMs } from '#lib/backoff.ts';
import type { Problem } from '#model/failure.ts';
import { phrases as shared } from '#phrases/chat.ts';
import { phrases } from '#phrases/slack.ts';
import { outcomeOf } from './api.ts';
import { appTokenProblem, unreachable } from './problems.ts';
import type { SlackSettings } from './settings.ts';

type SocketState = { readonly state: 'connected' | 'connecting' | 'down'; readonly problem?: Problem };
export type Link = {
  readonly start: () => void;
  readonly stop: () => Promise<void>;
  readonly state: () => SocketState;
  readonly firstTry: Promise<void>;
};

/** Slack says hello within a second; the library itself would wait for ever. */
const HELLO_MS = 15_000;
const BACKOFF = { baseMs: 500, maxMs: 30_000 };
/** A refused token is asked about again, for somebody may mend it on Slack's side. */
const REFUSED_MS = 5 * 60_000;
/** A connection that ends sooner did not really stand, so the next try waits. */
const STOOD_MS = 2_000;

type Needs = Pick<SlackSettings, 'now' | 'random' | 'sleep' | 'log'>;

/** @param receiver Made with autoReconnectEnabled false: the library's own reconnecting waits seconds, and gives up with an unhandled rejection. */
export function createLink(receiver: SocketModeReceiver, { now, random, sleep, log }: Needs): Link {
  const { client } = receiver;
  const stopping = Promise.withResolvers<void>();
  const first = Promise.withResolvers<void>();
  let isStopped = false;
  let state: SocketState = { state: 'connecting' };
  let running = Promise.resolve();

  /** True: connected. */
  async function connect(ended: Promise<'ended'>): Promise<boolean> {
    const hello = timeout(HELLO_MS);
    try {
      const started = client.start().then(() => 'connected' as const);
      // Whoever wins the race, a late rejection is nobody's surprise, and a late success after stop is ended again.
      started.then(
        () => (isStopped ? void client.disconnect() : undefined),
        () => undefined,
      );
      const outcome = await Promise.race([started, ended, hello.promise, stopping.promise]);
      if (outcome === 'connected') return true;
      if (outcome === undefined) void client.disconnect().catch(() => undefined);
      state = { state: 'down', problem: unreachable(outcome === 'ended' ? phrases.closed : phrases.noHello) };
    } catch (error) {
      const outcome = outcomeOf(error);
      const problem =
        outcome.kind === 'refused'
          ? appTokenProblem(outcome.error)
          : unreachable(outcome.kind === 'outage' ? outcome.message : shared.rateLimit);
      state = { state: 'down', problem };
    } finally {
      hello.cancel();
    }
    return false;
  }

  async function run(): Promise<void> {
    let failures = 0;
    while (!isStopped) {
      const ended = Promise.withResolvers<'ended'>();
      const onEnd = (): void => ended.resolve('ended');
      client.on('disconnected', onEnd);
      const isConnected = await connect(ended.promise);
      if (isConnected && !isStopped) {
        const since = now();
        state = { state: 'connected' };
        log.info({ platform: 'slack' }, 'connected to Slack');
        first.resolve();
        await Promise.race([ended.promise, stopping.promise]);
        state = { state: 'connecting' };
        failures = now() - since < STOOD_MS ? failures + 1 : 0;
      } else failures += 1;
      client.off('disconnected', onEnd);
      first.resolve();
      if (isStopped) break;
      const { problem } = state;
      if (problem) log.warn({ platform: 'slack', ...problem }, 'no connection to Slack');
      else log.info({ platform: 'slack' }, 'the connection to Slack ended; connecting again');
      await pause(waitMs(failures, isConnected, problem));
    }
    first.resolve();
  }

  /** The first try after a loss comes at once: Slack renews connections as a routine. */
  function waitMs(failures: number, wasConnected: boolean, problem: Problem | undefined): number {
    if (problem?.code === 'slack-app-token') return REFUSED_MS;
    return failures === 0 || (wasConnected && failures === 1) ? 0 : backoffMs(failures - 1, BACKOFF, random());
  }

  async function pause(ms: number): Promise<void> {
    if (ms > 0) await Promise.race([sleep(ms), stopping.promise]);
  }

  return {
    firstTry: first.promise,
    state: () => state,
    start: () => {
      running = run();
    },
    stop: async () => {
      isStopped = true;
      stopping.resolve();
      // The second call ends a connection whose peer does not answer the close frame; else the library waits 30 s.
      const gone = client.disconnect().catch(() => undefined);
      const grace = timeout(500);
      await Promise.race([gone, grace.promise]);
      grace.cancel();
      void client.disconnect().catch(() => undefined);
      await running;
    },
  };
}

/** A real timer even where the adapter's clock is driven: it guards the library, not a delivery. */
function timeout(ms: number): { readonly promise: Promise<undefined>; readonly cancel: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), ms);
  return { promise, cancel: () => clearTimeout(timer) };
}
