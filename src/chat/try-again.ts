/** A request that can do no harm twice → made again while the platform is busy or away, later and later. */
import { backoffMs } from '#lib/backoff.ts';

export type TryAgain = {
  readonly attempts: number;
  readonly backoff: Parameters<typeof backoffMs>[1];
  /** Told to wait longer, it gives up at once. */
  readonly maxWaitMs: number;
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
};

type Tried =
  | { readonly kind: 'ok' | 'refused' | 'outage' }
  /** The platform says how long it will not listen. */
  | { readonly kind: 'limited'; readonly retryAfterMs: number };

/** Resolves with the last outcome. */
export async function tryAgain<T extends Tried>(request: () => Promise<T>, settings: TryAgain): Promise<T> {
  const { attempts, backoff, maxWaitMs, random, sleep } = settings;
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await request();
    if (outcome.kind === 'ok' || outcome.kind === 'refused' || attempt >= attempts - 1) return outcome;
    const waitMs = outcome.kind === 'limited' ? outcome.retryAfterMs : backoffMs(attempt, backoff, random());
    if (waitMs > maxWaitMs) return outcome;
    await sleep(waitMs);
  }
}
