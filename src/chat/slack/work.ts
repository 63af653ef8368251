/** Work that goes on behind an acknowledgement: begun when a burst of deliveries has been acknowledged; a failure is logged, and a stop waits for it. */
import type { Log } from '#lib/log.ts';
import { within } from '../within.ts';

export type Work = {
  readonly begin: (work: () => Promise<void>) => void;
  readonly drain: (maxMs: number) => Promise<void>;
};

/** Deliveries that come within this of each other are a burst: all are acknowledged before the first is worked on. */
const QUIET_MS = 8;
/** A steady stream is no burst. */
const MAX_QUIET_MS = 80;

export function createWork(log: Log): Work {
  const running = new Set<Promise<void>>();
  const waiting: (() => void)[] = [];
  let waitingSince = 0;
  let timer: NodeJS.Timeout | undefined;

  /** One a turn of the event loop, so that a delivery that comes now is acknowledged in between. */
  function next(): void {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  }
  function queue(start: () => void): void {
    if (waiting.length === 0) waitingSince = performance.now();
    waiting.push(start);
    if (performance.now() - waitingSince < MAX_QUIET_MS) {
      clearTimeout(timer);
      timer = setTimeout(next, QUIET_MS);
    }
  }

  return {
    begin: (work) => {
      const begun = new Promise<void>((resolve) => queue(resolve))
        .then(work)
        .catch((error: unknown) => {
          log.error(
            { platform: 'slack', error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
            'work for Slack failed',
          );
        })
        .finally(() => running.delete(begun));
      running.add(begun);
    },
    drain: async (maxMs) => {
      await within(Promise.all(running), maxMs, undefined);
    },
  };
}
