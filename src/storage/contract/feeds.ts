/** Feeds as they stand in the store, and whose turn they are. */
import type { Instant } from '#model/article.ts';
import type { Problem } from '#model/failure.ts';
import type { Feed, FeedId, FeedPace, Validators } from '#model/feed.ts';

/** How the last polls of a feed went. */
export type FeedState = {
  readonly validators: Validators;
  readonly polledAt: Instant | null;
  readonly nextPollAt: Instant | null;
  readonly failures: number;
  readonly problem: Problem | null;
  /** Absent in what is recorded: it stays as it was. */
  readonly pace?: FeedPace;
};

/** A feed as it stands in the store. `pausedAt`: since when nobody wants it asked for news; absent while it is read. */
export type StoredFeed = Feed & FeedState & { readonly pausedAt?: Instant };

export interface FeedStore {
  /** Inserts or updates by id. */
  put(feed: Feed): Promise<void>;
  get(id: FeedId): Promise<StoredFeed | undefined>;
  list(): Promise<readonly StoredFeed[]>;
  /** Due by `nextPollAt` (never polled first), oldest first; none that is paused. */
  due(now: Instant, limit: number): Promise<readonly StoredFeed[]>;
  /** Due feeds that nobody polls, the longest due first: the caller's until then, or until it records the poll. */
  claim(now: Instant, until: Instant, limit: number): Promise<readonly StoredFeed[]>;
  /** What was claimed stays so until then; 0 gives it back. */
  keep(ids: readonly FeedId[], until: Instant): Promise<void>;
  /** Null resumes it: it is due by its `nextPollAt` again. */
  pause(id: FeedId, at: Instant | null): Promise<void>;
  recordPoll(id: FeedId, state: FeedState): Promise<void>;
  /** Its articles that no other feed carries are seen no more, and swept in time. */
  remove(id: FeedId): Promise<void>;
  /** Removes it where it is not everybody's and no tenant subscribes to it; false where somebody still reads it. */
  removeUnread(id: FeedId): Promise<boolean>;
}
