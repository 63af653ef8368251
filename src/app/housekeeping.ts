/** Once an hour: bodies whose time is over give way to their excerpts, and what nothing refers to any longer is swept; in short steps. */
import type { Instant } from '#model/article.ts';
import type { Retention } from '#storage/contract/removal.ts';
import { inSteps } from './in-steps.ts';

export type HousekeepingSettings = {
  readonly retention: Retention;
  readonly now: () => Instant;
  /** Days for which an article's whole text is kept after it was fetched. */
  readonly bodyDays: number;
  readonly isStopped: () => boolean;
};

export type Housekeeping = {
  /** Nothing where the last one is not an hour ago. @returns how many bodies expired. */
  readonly tick: () => Promise<number>;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** SQLite blocks while it answers: the page may wait so long, and no longer. */
const BODIES_AT_ONCE = 10;
const ROWS_AT_ONCE = 200;

export function createHousekeeping({ retention, now, bodyDays, isStopped }: HousekeepingSettings): Housekeeping {
  let nextAt: Instant = Number.NEGATIVE_INFINITY;
  return {
    tick: async () => {
      if (now() < nextAt) return 0;
      nextAt = now() + HOUR_MS;
      const expired = await inSteps(() => retention.expireBodies(now() - bodyDays * DAY_MS, BODIES_AT_ONCE), isStopped);
      await inSteps(() => retention.sweep(ROWS_AT_ONCE), isStopped);
      return expired;
    },
  };
}
