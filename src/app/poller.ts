/**
 * The feeds that are due → polled, so many at once and one for each host: a host with a thousand feeds, or one that hangs, holds up no other.
 * Each is claimed first, so that no other process of a fleet polls it meanwhile; one whose poll fails by a fault of ours is left alone for a while.
 */
import type { Feed } from '#model/feed.ts';
import type { FeedState } from '#storage/contract/feeds.ts';
import { claimFeeds } from './claimed-feeds.ts';
import { type PollReport, type PollTools, pollFeed } from './poll.ts';

export type PollerSettings = {
  readonly tools: PollTools;
  readonly atOnce: number;
  readonly onReport: (report: PollReport) => void;
  /** Without a feed: of a claim; the next one may go through. */
  readonly onFault: (error: unknown, feed?: Feed) => void;
};

export type Poller = {
  /** Takes up what is due and not under way already. */
  readonly tick: () => void;
  /** Settles when nothing waits and nothing is under way. */
  readonly idle: () => Promise<void>;
  /** Takes up nothing more, and settles when nothing is under way. */
  readonly stop: () => Promise<void>;
};

type Due = Feed & FeedState;

/** So many feeds of busy hosts wait here; more of them are looked at again after a minute, and those of other hosts go on. */
const MAX_WAITING = 256;
const PUT_OFF_MS = 60_000;

export function createPoller({ tools, atOnce, onReport, onFault }: PollerSettings): Poller {
  const { feeds } = tools.storage;
  const claimed = claimFeeds(feeds, tools.now, onFault);
  /** In the order in which they fell due. */
  const waiting = new Set<Due>();
  /** By host. */
  const underWay = new Map<string, Promise<void>>();
  let pumping: Promise<void> | undefined;
  let isAskedAgain = false;
  let isStopped = false;

  const nextRunnable = async (): Promise<Due | undefined> => {
    for (const feed of waiting) {
      if (underWay.has(hostOf(feed))) continue;
      waiting.delete(feed);
      return feed;
    }
    for (let feed = await claimed.next(); feed; feed = await claimed.next()) {
      const host = hostOf(feed);
      if (!underWay.has(host)) return feed;
      if (waiting.size < MAX_WAITING) waiting.add(feed);
      else await claimed.putOff(feed.id, PUT_OFF_MS);
    }
    return undefined;
  };
  const pump = async () => {
    do {
      isAskedAgain = false;
      while (!isStopped && underWay.size < atOnce) {
        const feed = await nextRunnable();
        if (!feed) break;
        const host = hostOf(feed);
        underWay.set(host, poll(feed, host));
      }
    } while (isAskedAgain && !isStopped);
  };
  const tick = () => {
    isAskedAgain = true;
    pumping ??= pump()
      .catch(onFault)
      .finally(() => {
        pumping = undefined;
        // Asked between its last look and here.
        if (isAskedAgain && !isStopped) tick();
      });
  };
  const poll = async (feed: Due, host: string) => {
    try {
      onReport(await pollFeed(feed, tools));
      if (isStopped) await claimed.putOff(feed.id, 0);
      else claimed.done(feed.id);
    } catch (error) {
      onFault(error, feed);
      await claimed.failed(feed.id).catch(onFault);
    }
    underWay.delete(host);
    tick();
  };
  const idle = async () => {
    while (pumping || underWay.size > 0) await Promise.all([pumping, ...underWay.values()]);
  };

  return {
    tick,
    idle,
    stop: async () => {
      isStopped = true;
      await idle();
      await claimed.stop();
    },
  };
}

/** Files have none, and need not wait for each other. */
const hostOf = ({ id, url }: Feed): string => URL.parse(url)?.host || id;
