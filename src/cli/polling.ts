/** The feeds that are due → polled, with what is amiss told to the log. Apart from the pipeline: it loads the extractors, which most commands start without. */
import type { PollReport, PollTools } from '#app/poll.ts';
import { createPoller, type Poller } from '#app/poller.ts';
import { safeAddress } from '#app/visible-feeds.ts';
import { Failure } from '#model/failure.ts';
import type { House } from './house.ts';
import { enrolSample } from './pipeline.ts';

export type PollDue = {
  /** After each feed. */
  readonly onReport?: (report: PollReport, left: number) => void;
  /** Begins no further one once it settles. */
  readonly stopping?: Promise<void>;
};

/** A poller that tells the log what is amiss with the feeds. */
export const startPoller = (
  { log, config }: Pick<House, 'log' | 'config'>,
  tools: PollTools,
  onReport?: (report: PollReport) => void,
  onFailure?: (failure: Failure) => void,
): Poller =>
  createPoller({
    tools,
    atOnce: config.fetch.atOnce,
    onReport: (report) => {
      for (const problem of report.problems) log.warn({ feed: safeAddress(report.feed.url), code: problem.code }, problem.message);
      tools.onPolled?.(report);
      onReport?.(report);
    },
    onFault: (error, feed) => {
      const at = feed && { feed: safeAddress(feed.url) };
      if (!(error instanceof Failure)) return log.error({ err: error, ...at }, 'reading feeds failed by a fault of ours');
      log.error({ ...at, code: error.code }, error.message);
      onFailure?.(error);
    },
  });

/** Polls what is due, to its end. @throws Failure, the first of those that kept something from being stored (a full disk). */
export async function pollDue(
  house: Pick<House, 'storage' | 'now' | 'log' | 'config'>,
  tools: PollTools,
  { onReport, stopping }: PollDue = {},
): Promise<void> {
  let left = onReport ? (await house.storage.feeds.due(house.now(), 1000)).length : 0;
  let failure: Failure | undefined;
  const poller = startPoller(
    house,
    tools,
    (report) => {
      left = Math.max(0, left - 1);
      onReport?.(report, left);
    },
    (first) => {
      failure ??= first;
    },
  );
  poller.tick();
  await Promise.race([poller.idle(), ...(stopping ? [stopping] : [])]);
  await poller.stop();
  if (failure) throw failure;
}

/** The sample alone, for a first question asked before any start. */
export async function loadSample(house: House): Promise<void> {
  await enrolSample(house.config, house.storage.feeds);
  await pollDue(house, house.pipeline.tools);
}
