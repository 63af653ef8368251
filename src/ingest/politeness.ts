/** Tasks for hosts → the same tasks one at a time for each host, with a pause between two, while other hosts go on. */
import type { Instant } from '#model/article.ts';

export type HostQueueOptions = {
  /** Between the end of one request and the beginning of the next to the same host. */
  readonly delayMs: number;
  readonly now: () => Instant;
  /** Where other processes ask the same hosts. */
  readonly turns?: HostTurns | undefined;
  /** For tests; by default a timer. */
  readonly pause?: (ms: number) => Promise<void>;
};

/** Whose turn it is among several processes. */
export type HostTurns = {
  /** Settles when the host is this process's to ask. */
  readonly enter: (host: string) => Promise<void>;
  /** Nobody may ask it before `readyAt`. */
  readonly leave: (host: string, readyAt: Instant) => Promise<void>;
};

export interface HostQueue {
  /** `delayMs`: how long this host is left alone afterwards, where its robots.txt wishes more than the usual. */
  run<T>(url: string, task: () => Promise<T>, delayMs?: number): Promise<T>;
}

type Host = { readonly settled: Promise<void>; readyAt: Instant };

/** Hosts that were asked lately; past this many, those whose pause is over are forgotten. */
const MAX_HOSTS = 1000;

export function createHostQueue({ delayMs, now, turns, pause = pauseByTimer }: HostQueueOptions): HostQueue {
  const hosts = new Map<string, Host>();

  const forgetRested = () => {
    if (hosts.size < MAX_HOSTS) return;
    for (const [name, { readyAt }] of hosts) if (readyAt <= now()) hosts.delete(name);
  };

  return {
    run: (url, task, ownDelayMs = 0) => {
      const name = URL.parse(url)?.host ?? '';
      const before = hosts.get(name);
      const result = (async () => {
        await before?.settled;
        const waitMs = (before?.readyAt ?? 0) - now();
        if (waitMs > 0) await pause(waitMs);
        await turns?.enter(name);
        try {
          return await task();
        } finally {
          await turns?.leave(name, now() + Math.max(delayMs, ownDelayMs));
        }
      })();
      const rest = () => {
        host.readyAt = now() + Math.max(delayMs, ownDelayMs);
      };
      // Until the task has ended, nobody knows when the host is ready: never before it has.
      const host: Host = { settled: result.then(rest, rest), readyAt: Number.POSITIVE_INFINITY };
      forgetRested();
      hosts.set(name, host);
      return result;
    },
  };
}

function pauseByTimer(ms: number): Promise<void> {
  return new Promise((done) => void setTimeout(done, ms));
}
