/**
 * The bot's memory, as the rest of the house sees it. Each engine passes tests/contract/storage.ts.
 * What is one tenant's is reached only through `tenant(id)`; feeds and public articles are shared below that.
 */
import type { KeyvStorageAdapter } from 'keyv';
import type { Article, ArticleId, Instant } from '#model/article.ts';
import type { Report, ReportState } from '#model/correction.ts';
import type { Extraction, Figure, Quote } from '#model/extraction.ts';
import type { Problem } from '#model/failure.ts';
import type { Feed, FeedId, FeedPace, Validators } from '#model/feed.ts';
import type { Forgotten, ShownPost } from '#model/forgotten.ts';
import type { Delivery, DeliveryState, Schedule, ScheduleId, Slot } from '#model/schedule.ts';
import type { Joining, StoryChange, StoryRecord } from '#model/story.ts';
import type { ChannelId, Mute, Subscription, TenantId, ToldRecord, Topic } from '#model/subscription.ts';

export interface Storage {
  readonly feeds: FeedStore;
  readonly articles: ArticleStore;
  tenant(id: TenantId): TenantStorage;
  readonly work: Work;
  readonly leases: Leases;
  readonly retention: Retention;
  readonly forgetting: Forgetting;
  /** Expiring state; one adapter object per namespace (two Keyvs on one adapter share the last namespace). */
  keyv(namespace: string): KeyvStorageAdapter;
  /** A consistent copy while the bot runs. */
  backup(path: string): Promise<void>;
  close(): Promise<void>;
}

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

/** One article as ingestion hands it over: all of it is stored in one transaction, or nothing. */
export type IngestedArticle = {
  readonly article: Article;
  readonly extraction: Extraction;
  /** Canonical address; the same article across guid, date and title changes. */
  readonly key: string;
  readonly guid: string | null;
  readonly storyId: string;
  /** The stored article that this is again, under another address. */
  readonly sameAs?: ArticleId;
  /** Why it joined that story; absent for its first. */
  readonly joining?: Joining;
  /** What clustering looks candidates up by: rare names and words, shingle hashes. */
  readonly clusterKeys: readonly string[];
};

/** A stored article that has the same text as one that came. */
export type Twin = { readonly id: ArticleId; readonly title: string };

/** A candidate for the story of a new article. */
export type ClusterCandidate = {
  readonly articleId: ArticleId;
  readonly storyId: string;
  readonly title: string;
  readonly publishedAt: Instant;
  readonly keys: readonly string[];
};

export interface ArticleStore {
  /**
   * Stores a batch in one transaction; an article known by owner and key or guid is updated in place and keeps its id, story and date.
   * Only the feed that brought it first updates it; another one that carries it makes it visible to its readers.
   */
  put(
    owner: TenantId | null,
    batch: readonly IngestedArticle[],
  ): Promise<readonly { readonly id: ArticleId; readonly outcome: 'added' | 'updated' | 'unchanged' }[]>;
  get(id: ArticleId): Promise<{ readonly article: Article; readonly extraction: Extraction; readonly storyId: string } | undefined>;
  /** Which of these keys or guids of a feed are known already, so that no page is fetched twice. */
  known(owner: TenantId | null, feedId: FeedId, keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** By its canonical address, whatever its id is. */
  byKey(owner: TenantId | null, key: string): Promise<Article | undefined>;
  /** Articles of a feed that have one of these texts to the letter, by text; also those whose bodies have expired. */
  twins(owner: TenantId | null, feedId: FeedId, texts: readonly string[]): Promise<ReadonlyMap<string, readonly Twin[]>>;
  /** Articles of the same owner that share keys, published in the window; most shared first. */
  candidates(
    owner: TenantId | null,
    keys: readonly string[],
    from: Instant,
    to: Instant,
    limit: number,
  ): Promise<readonly ClusterCandidate[]>;
  /** The stories that there are, the one whose first report is oldest before the others. */
  byBeginning(ids: readonly string[]): Promise<readonly string[]>;
  /**
   * A merge moves every article of `from` into `into`; a split moves the one that showed it, unless it is the only one. Both are written
   * down. False where there was nothing to move.
   */
  changeStory(owner: TenantId | null, change: StoryChange, joining?: Joining): Promise<boolean>;
  /** How many articles hold each key, for weighing rare ones; counted up to 5,000, and a common key's count may be some hundred articles old. */
  frequencies(owner: TenantId | null, keys: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Articles whose extraction is older than `version`, those of the oldest rules first; never one whose body has expired. */
  outdated(version: number, limit: number): Promise<readonly Article[]>;
  /** An extraction that is not newer than the stored one is passed over: the article changed while it was read again. */
  reextract(extractions: readonly Extraction[]): Promise<void>;
  count(): Promise<number>;
  /** Everybody's, of all owners but the sample, in the order of `no`, behind `after`: for walking through all of them. */
  page(after: number, limit: number): Promise<readonly StoredArticle[]>;
}

export type StoredArticle = {
  readonly no: number;
  readonly storyId: string;
  readonly article: Article;
  readonly extraction: Extraction;
};

/** Forgetting in time. Each call is one short transaction; call again until it answers 0. */
export interface Retention {
  /**
   * Bodies of articles published before then, and fetched by the day after it, give way to the paragraphs that hold their quotes and figures: `text` is those from then on,
   * every span points into them, and no rules read the article again. How many did.
   */
  expireBodies(before: Instant, limit: number): Promise<number>;
  /** Articles with all that was found in them, in the index too. How many there were. */
  removeArticles(ids: readonly ArticleId[]): Promise<number>;
  /** Articles published before then, and fetched by the day after it. How many there were. */
  removeBefore(before: Instant, limit: number): Promise<number>;
  /** Expired state, articles that no feed carries any longer, speakers and stories that nothing is left of. How many rows went. */
  sweep(limit: number): Promise<number>;
}

/** Erasing on request, across the tenants. Texts are handed out as they stand in their rows; JSON is looked through as text. */
export interface Forgetting {
  /** The marks of what was forgotten in this database, oldest first. */
  list(): Promise<readonly Forgotten[]>;
  /** A mark that is there already stays as it is. */
  note(entry: Forgotten): Promise<void>;
  /** Page by page in the order of `no`; `facts` holds its names, quotes and figures. */
  articles(after: number, limit: number): Promise<readonly ScannedArticle[]>;
  articlesOf(tenant: TenantId): Promise<number>;
  /** All that have rows or feeds of their own. */
  tenants(): Promise<readonly TenantId[]>;
  /** What stands in channels, of the deliveries in which `mentions` finds something. */
  posts(mentions: (delivery: string, tenant: TenantId) => boolean): Promise<readonly ShownPost[]>;
  /** Takes out what `mentions` finds in told records, deliveries, jobs, expiring state, speakers, topics, mutes and the audit. How many rows. */
  scrub(mentions: (text: string) => boolean): Promise<number>;
  /** With its feeds, their articles and all that is its own. */
  removeTenant(tenant: TenantId): Promise<void>;
  /** Afterwards nothing of what was removed stands in the engine's files. It may take seconds, and nothing else runs meanwhile. */
  compact(): Promise<void>;
}

export type ScannedArticle = Pick<Article, 'id' | 'url' | 'title' | 'text'> & {
  readonly no: number;
  readonly key: string;
  readonly byline: string;
  readonly facts: string;
};

export interface TenantStorage {
  readonly library: Library;
  readonly topics: TopicStore;
  readonly subscriptions: SubscriptionStore;
  readonly mutes: MuteStore;
  readonly told: ToldStore;
  readonly schedules: ScheduleStore;
  readonly deliveries: DeliveryStore;
  readonly reports: ReportStore;
  readonly audit: AuditStore;
}

/**
 * Full-text words, joined by AND; folded (case, accents). A word finds its singular and plural too, but no longer word that begins with
 * it. Words in double quotes, or several in one string, are a phrase; in double quotes they are taken as they stand.
 */
export type Words = readonly string[];

export type FoundArticle = {
  readonly articleId: ArticleId;
  readonly storyId: string;
  readonly outlet: string;
  readonly title: string;
  readonly publishedAt: Instant;
};

/** A quote with its article; `text` was read from the stored article by its span just now. */
export type FoundQuote = {
  readonly quote: Quote;
  readonly text: string;
  readonly article: Omit<Article, 'text'>;
  readonly storyId: string;
};
export type FoundFigure = {
  readonly figure: Figure;
  readonly text: string;
  readonly sentence: string;
  readonly article: Omit<Article, 'text'>;
  readonly storyId: string;
};
export type KnownSpeaker = { readonly name: string; readonly quotes: number; readonly lastAt: Instant };

export type ArticleQuery = {
  readonly all?: Words;
  readonly any?: Words;
  readonly none?: Words;
  readonly feeds?: readonly string[];
  /** Both inclusive. */
  readonly since?: Instant;
  readonly until?: Instant;
  readonly limit: number;
};
/** Words as in an ArticleQuery, looked for in the sentences around the fact and in its article's title; `feeds` are ids or outlets. */
export type FactWords = {
  readonly any?: Words;
  readonly none?: Words;
  readonly feeds?: readonly string[];
  readonly since?: Instant;
  readonly until?: Instant;
};
/** `speakers`: names as `Library.speakers` gave them; quotes of any of these. */
export type QuoteQuery = FactWords & {
  readonly speakers?: readonly string[];
  readonly about?: Words;
  /** Of the attribution, 0..1. */
  readonly leastConfidence?: number;
  readonly skip?: number;
  readonly limit: number;
};
export type FigureQuery = FactWords & {
  readonly words?: Words;
  /** Any of these, alone or as a rate: "dollar" finds "dollar per barrel" too. */
  readonly units?: readonly string[];
  readonly skip?: number;
  readonly limit: number;
};

/** Reading what the tenant may see: articles of everybody's feeds, of feeds it subscribes to, and its own. Newest first unless said otherwise. */
export interface Library {
  articles(query: ArticleQuery): Promise<readonly FoundArticle[]>;
  /** Whole; undefined where the tenant may not see it. */
  article(id: ArticleId): Promise<{ readonly article: Article; readonly extraction: Extraction; readonly storyId: string } | undefined>;
  /** Stories with text and extraction, for composing; of each the newest `perStory` articles (all where it is not given), newest first. */
  stories(
    ids: readonly string[],
    perStory?: number,
  ): Promise<
    readonly { readonly id: string; readonly articles: readonly { readonly article: Article; readonly extraction: Extraction }[] }[]
  >;
  /** How the story came to be. */
  storyRecord(id: string): Promise<StoryRecord>;
  /** Of stories that were merged into another: which one they are now. */
  successors(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** `total` is counted up to 200, or to one more than the page reaches; that of figures too. */
  quotes(query: QuoteQuery): Promise<{ readonly total: number; readonly quotes: readonly FoundQuote[] }>;
  figures(query: FigureQuery): Promise<{ readonly total: number; readonly figures: readonly FoundFigure[] }>;
  /**
   * People and organisations one of whose name words starts with each typed word: whole words before beginnings of words ("xi" is no
   * Xiomara), then by how much they said lately; all when nothing is typed.
   */
  speakers(typed: string, limit: number): Promise<readonly KnownSpeaker[]>;
  /** Folded words of recent titles and names, for "did you mean" and autocomplete; most frequent first. */
  terms(prefix: string, since: Instant, limit: number): Promise<readonly string[]>;
  counts(since: Instant): Promise<{ readonly articles: number; readonly outlets: number }>;
}

export interface TopicStore {
  list(): Promise<readonly Topic[]>;
  put(topic: Topic): Promise<void>;
  /** False where there was none. */
  remove(slug: string): Promise<boolean>;
}

export interface SubscriptionStore {
  list(): Promise<readonly Subscription[]>;
  add(feedId: FeedId, at: Instant): Promise<void>;
  remove(feedId: FeedId): Promise<boolean>;
  /** When the tenant began to read each of its feeds: what a feed carried then is its backlog, and no news. */
  readSince(): Promise<ReadonlyMap<FeedId, Instant>>;
}

/** What a channel does not want to read about. */
export interface MuteStore {
  of(channel: ChannelId): Promise<readonly Mute[]>;
  add(channel: ChannelId, mute: Mute): Promise<void>;
  /** False where there was none. */
  remove(channel: ChannelId, mute: Mute): Promise<boolean>;
}

export interface ToldStore {
  of(channel: ChannelId): Promise<readonly ToldRecord[]>;
  record(records: readonly ToldRecord[]): Promise<void>;
}

export type AuditEntry = { readonly at: Instant; readonly who: string; readonly what: string; readonly detail: string };
export interface AuditStore {
  append(entry: AuditEntry): Promise<void>;
  list(limit: number): Promise<readonly AuditEntry[]>;
}

export interface ScheduleStore {
  list(): Promise<readonly ScheduledNext[]>;
  get(id: ScheduleId): Promise<ScheduledNext | undefined>;
  /** Inserts or changes it. `next` is null while it is paused. */
  put(schedule: Schedule, next: Slot | null): Promise<void>;
  /** Its deliveries stay in the ledger. */
  remove(id: ScheduleId): Promise<boolean>;
}

export type ScheduledNext = { readonly schedule: Schedule; readonly next: Slot | null };

export type DeliveryQuery = { readonly states?: readonly DeliveryState[]; readonly scheduleId?: ScheduleId; readonly limit: number };
/** The tenant's ledger. */
export interface DeliveryStore {
  get(id: string): Promise<Delivery | undefined>;
  /** The latest slot first. */
  list(query: DeliveryQuery): Promise<readonly Delivery[]>;
  /** Writes how far it got and, in the same transaction, what its channel has been told by that. */
  save(delivery: Delivery, told?: readonly ToldRecord[]): Promise<void>;
}

/** What readers of the tenant reported, and what became of it. */
export interface ReportStore {
  get(id: string): Promise<Report | undefined>;
  /** The latest first. */
  list(query: { readonly states?: readonly ReportState[]; readonly limit: number }): Promise<readonly Report[]>;
  /** Inserts or changes it. */
  put(report: Report): Promise<void>;
}

/** What falls due, whoever's it is. */
export interface Work {
  /** Schedules whose next slot is not later than `now`, the earliest first. */
  due(now: Instant, limit: number): Promise<readonly { readonly schedule: Schedule; readonly next: Slot }[]>;
  /**
   * In one transaction: the schedule moves from the slot `from` to `next`, and the deliveries are written, one a slot at most.
   * False, and nothing done, where `from` is its next slot no longer: another process was first, or it was changed.
   */
  claim(id: ScheduleId, from: Slot, next: Slot | null, deliveries: readonly Delivery[]): Promise<boolean>;
  /** Every schedule, the paused ones too; the oldest first. */
  schedules(): Promise<readonly ScheduledNext[]>;
  /** The latest slot first; all of them, whoever's they are. */
  latest(limit: number): Promise<readonly Delivery[]>;
  /** Planned, composing or sending; the earliest slot first. */
  unfinished(limit: number): Promise<readonly Pick<Delivery, 'id' | 'tenant' | 'channel'>[]>;
  /** Reports whose correction is still to be done, the earliest first. */
  withdrawn(limit: number): Promise<readonly Report[]>;
  queue(name: string, settings: QueueSettings): Queue;
}

/** Turns that the processes of a fleet take: each name has one holder at a time, and who does not renew it in time has lost it. */
export interface Leases {
  /** True where it is the holder's from now until then; his own he may take again. */
  take(name: string, holder: string, now: Instant, until: Instant): Promise<boolean>;
  /** Where it is the holder's: free for anybody from then on, and for nobody before. */
  giveBack(name: string, holder: string, until: Instant): Promise<void>;
}

export type QueueSettings = {
  readonly now: () => Instant;
  /** From 0 to 1, for jitter. */
  readonly random: () => number;
  /** Calls `wake` after that time, unless it is cancelled by what this returns. */
  readonly wakeIn: (ms: number, wake: () => void) => () => void;
  /** Jobs under way at once. */
  readonly concurrency: number;
  /** The wait after a job that threw doubles from `baseMs` to `maxMs`, less up to a half by chance. */
  readonly baseMs: number;
  readonly maxMs: number;
  /** Told of what a job or the store threw; the job is done again. */
  readonly onFault: (error: unknown, job?: Job) => void;
};

export type NewJob = {
  /** A job that waits or runs under this id already is not added again. */
  readonly id: string;
  /** Jobs of one lane run one after another in the order in which they were added; one that waits holds up those behind it. */
  readonly lane: string;
  readonly payload: string;
};
export type Job = NewJob & { /** Earlier tries. */ readonly attempts: number };
export type JobOutcome = 'done' | { readonly againAt: Instant };

/** Jobs that are done at least once, also over a restart. Each driver passes tests/contract/queue.ts. */
export interface Queue {
  add(jobs: readonly NewJob[]): Promise<void>;
  /** Begins to work, with what was left over first. A job that throws is done again after a while. */
  start(work: (job: Job) => Promise<JobOutcome>): Promise<void>;
  /** Looks for jobs whose time has come: after a jump of the clock, or to be sure. */
  wake(): Promise<void>;
  /** Settles when nothing is under way and nothing is due. */
  idle(): Promise<void>;
  /** Jobs not done yet. */
  waiting(): Promise<number>;
  /** Takes no further job and settles when none is under way; what is left waits for the next start. */
  drain(): Promise<void>;
}
