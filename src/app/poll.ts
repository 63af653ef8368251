/** A feed → its new articles in the store, and a report of what became of it. */
import { createHash } from 'node:crypto';
import type { PageOutcome } from '#ingest/fetch-page.ts';
import { parseFeed } from '#ingest/parse-feed.ts';
import type { Instant } from '#model/article.ts';
import type { Problem } from '#model/failure.ts';
import type { Feed, FeedPace, FetchOutcome, Validators } from '#model/feed.ts';
import { DESK } from '#model/subscription.ts';
import { phrases } from '#phrases/feed-walls.ts';
import type { FeedState } from '#storage/contract/feeds.ts';
import type { Storage } from '#storage/storage.ts';
import { doubtsAbout, gatherProblems, isNote } from './feed-walls.ts';
import type { Forgetter } from './forget.ts';
import { addressOf, movedProblem, moveOn } from './poll-moved.ts';
import { learnPace, nextAfterAnswer, nextAfterFailure } from './poll-pace.ts';
import { rerunProblem } from './rerun-shield.ts';
import { type StoreCounts, storeItems } from './store-items.ts';

export type PollTools = {
  readonly storage: Storage;
  readonly now: () => Instant;
  /** `feed`: whose login and user agent go along; absent while somebody only tries an address. */
  readonly fetchFeed: (url: string, validators: Validators, feed?: Feed) => Promise<FetchOutcome>;
  /** The article in a web page; absent where pages are not fetched. */
  readonly readPage?: (url: string, feed: Feed) => Promise<PageOutcome>;
  /** What somebody asked to be forgotten is not taken in again. */
  readonly isForgotten?: Forgetter['isForgotten'];
  readonly pollMinutes: number;
  /** How long reading each new article took. */
  readonly onExtracted?: ((ms: number) => void) | undefined;
  /** What became of a feed, for whoever counts. */
  readonly onPolled?: ((report: PollReport) => void) | undefined;
  /** After each article of a feed, for a line of progress. */
  readonly onArticle?: (feed: Feed, done: number, total: number) => void;
};

export type PollReport = StoreCounts & {
  readonly feed: Feed;
  readonly outcome: FetchOutcome['kind'];
  readonly problems: readonly Problem[];
};

export async function pollFeed(feed: Feed & FeedState, tools: PollTools): Promise<PollReport> {
  const { storage, now, pollMinutes } = tools;
  const pace: FeedPace = feed.pace ?? {};
  const nothing = { feed, added: 0, updated: 0, unchanged: 0 };
  const asked = addressOf(feed, pace, feed.failures, now());
  const outcome = await tools.fetchFeed(asked, feed.validators, feed);
  const base = { validators: feed.validators, polledAt: now(), failures: 0, problem: null };

  const failed = async (problem: Problem, retryAt?: Instant): Promise<PollReport> => {
    // Our own doing is no fault of the feed's.
    if (problem.code === 'stopped') return { ...nothing, outcome: outcome.kind, problems: [] };
    const failures = feed.failures + 1;
    // What is gone for good says so itself: once a day is often enough from the first time on.
    const nextPollAt = retryAt ?? nextAfterFailure(problem.code === 'gone' ? failures + 12 : failures, now(), pollMinutes);
    await storage.feeds.recordPoll(feed.id, { ...base, nextPollAt, failures, problem });
    return { ...nothing, outcome: outcome.kind, problems: [problem] };
  };
  /** What it had to say stays until it says something else. */
  const sameAsBefore = async (
    { movedTo, freshForMs }: { readonly movedTo?: string; readonly freshForMs?: number },
    validators: Validators,
  ) => {
    const moved = moveOn(feed, pace, asked, movedTo, now());
    const { moved: _before, ...rest } = pace;
    const known: FeedPace = { ...rest, ...withMoved(moved) };
    const move = movedProblem(feed, moved, now());
    const kept = feed.failures > 0 || feed.problem?.code === 'moved' ? null : feed.problem;
    const nextPollAt = nextAfterAnswer(known, now(), { pollMinutes, freshForMs });
    await storage.feeds.recordPoll(feed.id, { ...base, validators, nextPollAt, problem: kept ?? move, pace: known });
    return { ...nothing, outcome: 'unchanged' as const, problems: move ? [move] : [] };
  };

  if (outcome.kind === 'failed') return failed(outcome.problem);
  if (outcome.kind === 'later') return failed(outcome.problem, outcome.retryAt);
  if (outcome.kind === 'unchanged') return sameAsBefore(outcome, feed.validators);
  const digest = createHash('sha256').update(outcome.bytes).digest('base64url');
  if (digest === pace.digest && feed.failures === 0) return sameAsBefore(outcome, outcome.validators);

  const parsed = await parseFeed(outcome.bytes, {
    url: outcome.url,
    now: now(),
    ...(outcome.contentType && { contentType: outcome.contentType }),
  });
  if (!parsed.ok) return failed(parsed.problem);
  const known = feed.title ? feed : { ...feed, title: parsed.feed.title || hostOf(feed.url) };
  if (known !== feed) await storage.feeds.put(known);
  const { isStopped, postponed, reruns, ...counts } = await storeItems(known, parsed.feed, tools, feed.polledAt !== null);
  const rerun = reruns > 0 ? { at: now(), articles: reruns } : pace.rerun;
  if (reruns > 0)
    await storage
      .tenant(feed.owner ?? DESK)
      .audit.append({ at: now(), who: 'wirebrief', what: 'feed rerun', detail: phrases.notedRerun(feed.id, reruns) });
  if (isStopped) return { ...nothing, feed: known, ...counts, outcome: 'fresh', problems: [] };
  const moved = moveOn(feed, pace, asked, outcome.movedTo, now());
  const learned: FeedPace = {
    ...learnPace(parsed.feed.items),
    ...(parsed.feed.rhythm && { rhythm: parsed.feed.rhythm }),
    // What waits for its page is looked for again though the feed be the same.
    ...(postponed === 0 && { digest }),
    ...withMoved(moved),
    ...(rerun && { rerun }),
  };
  const isFile = feed.url.startsWith('file:');
  const move = movedProblem(feed, moved, now());
  const again = rerunProblem(rerun, now());
  const problems = gatherProblems([
    ...(move ? [move] : []),
    ...(again ? [again] : []),
    ...parsed.feed.problems,
    // A file is as old as whoever put it there wants it to be.
    ...(isFile ? [] : doubtsAbout(parsed.feed, now(), outcome.tookMs)),
  ]);
  await storage.feeds.recordPoll(feed.id, {
    ...base,
    validators: postponed === 0 ? outcome.validators : {},
    nextPollAt: isFile ? now() + pollMinutes * 60_000 : nextAfterAnswer(learned, now(), { pollMinutes, freshForMs: outcome.freshForMs }),
    problem: problems.find((problem) => !isNote(problem)) ?? null,
    pace: learned,
  });
  return { ...nothing, feed: known, ...counts, outcome: 'fresh', problems };
}

const withMoved = (moved: FeedPace['moved']): Pick<FeedPace, 'moved'> => (moved ? { moved } : {});

const hostOf = (url: string) => URL.parse(url)?.hostname || url;
