/** Work that goes on behind an acknowledgement: begun when a burst of deliveries has been acknowledged; a failure is logged, and a stop waits for it. */
import { type Log, traceOf } from '#lib/log.ts';
import { within } from './within.ts';

export type Background = {
  /** At once: acknowledgements, and what is its own acknowledgement. */
  readonly run: (work: () => Promise<void>) => void;
  /** After the burst. */
  readonly begin: (work: () => Promise<void>) => void;
  readonly drain: (maxMs: number) => Promise<void>;
};

/** Deliveries that come within this of each other are a burst: all are acknowledged before the first is worked on. */
const QUIET_MS = 8;
/** A steady stream is no burst. */
const MAX_QUIET_MS = 80;

export function createBackground(log: Log, platform: string): Background {
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

  function track(begun: Promise<void>): void {
    const tracked = begun
      .catch((error: unknown) => {
        log.error({ platform, error: traceOf(error) }, 'work behind an acknowledgement failed');
      })
      .finally(() => running.delete(tracked));
    running.add(tracked);
  }
  /** What is done may have begun more. */
  async function settled(): Promise<void> {
    while (running.size > 0) await Promise.all(running);
  }

  return {
    run: (work) => track(work()),
    begin: (work) => track(new Promise<void>((resolve) => queue(resolve)).then(work)),
    drain: async (maxMs) => {
      await within(settled(), maxMs, undefined);
    },
  };
}
