/**
 * Due feeds → one after another for this process, each kept until it is polled, so that no other process of a fleet polls it meanwhile.
 * A few at a time: whoever is quick takes more. What a killed process kept is free again within 15 s.
 */
import type { Instant } from '#model/article.ts';
import type { Feed, FeedId } from '#model/feed.ts';
import type { FeedState, FeedStore } from '#storage/contract/feeds.ts';

export type ClaimedFeeds = {
  /** Undefined where none is due any more. */
  readonly next: () => Promise<(Feed & FeedState) | undefined>;
  /** It was polled. */
  readonly done: (id: FeedId) => void;
  /** Polling it failed by a fault of ours: it is left alone for a while. */
  readonly failed: (id: FeedId) => Promise<void>;
  /** It is not polled now: nobody takes it for so long. */
  readonly putOff: (id: FeedId, ms: number) => Promise<void>;
  /** Gives back all that was not polled. */
  readonly stop: () => Promise<void>;
};

const AT_A_TIME = 4;
const CLAIM_MS = 15_000;
const RENEW_MS = 5_000;
const LEFT_ALONE_MS = 10 * 60_000;

/** @param onFault Of a renewal; the next one may go through. */
export function claimFeeds(feeds: Pick<FeedStore, 'claim' | 'keep'>, now: () => Instant, onFault: (error: unknown) => void): ClaimedFeeds {
  const held = new Set<FeedId>();
  const waiting: (Feed & FeedState)[] = [];
  let claiming: Promise<void> = Promise.resolve();
  const renewal = setInterval(() => {
    if (held.size > 0) feeds.keep([...held], now() + CLAIM_MS).catch(onFault);
  }, RENEW_MS).unref();

  async function claim(): Promise<void> {
    if (waiting.length > 0) return;
    const claimed = await feeds.claim(now(), now() + CLAIM_MS, AT_A_TIME);
    waiting.push(...claimed);
    for (const { id } of claimed) held.add(id);
  }

  return {
    async next() {
      if (waiting.length === 0) {
        claiming = claiming.then(claim, claim);
        await claiming;
      }
      return waiting.shift();
    },
    done: (id) => void held.delete(id),
    async failed(id) {
      held.delete(id);
      await feeds.keep([id], now() + LEFT_ALONE_MS);
    },
    async putOff(id, ms) {
      held.delete(id);
      await feeds.keep([id], now() + ms);
    },
    async stop() {
      clearInterval(renewal);
      const left = [...held];
      held.clear();
      waiting.length = 0;
      if (left.length > 0) await feeds.keep(left, 0);
    },
  };
}
