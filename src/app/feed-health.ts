/** A feed and how its polls went → how it is, as data: for the lists of chat, for `check`, and for the web page. */
import type { Instant } from '#model/article.ts';
import type { FeedState } from '#storage/contract/feeds.ts';
import { toWall, type Wall } from './feed-walls.ts';
import { isAsleep } from './poll-pace.ts';

/** silent: its last polls failed. asleep: for so long that it is tried once a day only. remark: it is read, and something is amiss. */
export type FeedMood = 'well' | 'remark' | 'silent' | 'asleep' | 'unread';

export type FeedHealth = {
  readonly mood: FeedMood;
  readonly wall: Wall | null;
  readonly failures: number;
  readonly polledAt: Instant | null;
  readonly nextPollAt: Instant | null;
  /** Null where its last answer gave no dates. */
  readonly newestAt: Instant | null;
};

export function feedHealth({ failures, polledAt, nextPollAt, problem, pace }: FeedState): FeedHealth {
  return {
    mood: moodOf({ failures, polledAt, nextPollAt, problem }),
    wall: problem && toWall(problem),
    failures,
    polledAt,
    nextPollAt,
    newestAt: pace?.newestAt ?? null,
  };
}

function moodOf(state: Pick<FeedState, 'failures' | 'polledAt' | 'nextPollAt' | 'problem'>): FeedMood {
  if (state.failures > 0) return isAsleep(state) ? 'asleep' : 'silent';
  if (state.polledAt === null) return 'unread';
  return state.problem ? 'remark' : 'well';
}
