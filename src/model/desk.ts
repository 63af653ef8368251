/** What the desk's pages show: plain data that the use cases give and the pages turn into HTML. */
import type { Article, ArticleId, Instant, Span } from './article.ts';
import type { Briefing, ListedFigure, ListedQuote, Source, StoryBriefing } from './briefing.ts';
import type { MessageDocument } from './document.ts';
import type { Problem } from './failure.ts';
import type { PageSetting } from './feed.ts';
import type { Delivery, Schedule, Slot } from './schedule.ts';
import type { Topic } from './subscription.ts';

/** The moment at which the desk reads (the sample has a fixed one), and how it writes times. */
export type DeskMoment = { readonly now: Instant; readonly zone: string; readonly locale: string; readonly isSample: boolean };

export type DeskTopic = Pick<Topic, 'slug' | 'title' | 'origin'> & { /** "one of blackout, grid". */ readonly finds: string };

/** Topics by name or words; none: the top stories. */
export type DeskBriefing =
  | { readonly kind: 'briefing'; readonly briefing: Briefing; readonly document: MessageDocument }
  | { readonly kind: 'none'; readonly near: readonly string[] };

/** A permalink is its article and the mark: a short key of its words. */
export type ArchivedQuote = ListedQuote & { readonly mark: string };

export type Page<T> = { readonly total: number; readonly skip: number; readonly limit: number; readonly items: readonly T[] };

export type QuoteFilter = {
  readonly speaker?: string | undefined;
  /** Words of the quote, the sentence around it, or its article's title. */
  readonly about?: string | undefined;
  readonly topic?: string | undefined;
  readonly outlet?: string | undefined;
  /** Local dates, YYYY-MM-DD, both inclusive. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly skip?: number | undefined;
  readonly limit?: number | undefined;
};
export type FigureFilter = {
  readonly words?: string | undefined;
  readonly unit?: string | undefined;
  readonly topic?: string | undefined;
  readonly since?: string | undefined;
  readonly skip?: number | undefined;
};

/** A role as articles give it, and when they gave it first and last. */
export type HeldRole = { readonly role: string; readonly from: Instant; readonly to: Instant; readonly times: number };
export type SpeakerRecord = { readonly name: string; readonly aliases: readonly string[]; readonly roles: readonly HeldRole[] };

export type QuoteArchive = Page<ArchivedQuote> & {
  /** Of the speaker that was asked for, where one was found. */
  readonly speaker: SpeakerRecord | null;
  /** Spelled like the speaker that was not found. */
  readonly near: readonly string[];
};

/** A quote in the article's words: the paragraphs around it, with spans into them. */
export type QuoteInPlace = {
  readonly found: ArchivedQuote;
  readonly around: {
    readonly text: string;
    readonly quote: Span;
    readonly mention?: Span;
    readonly cue?: Span;
    /** The article goes on before and after. */
    readonly goesOn: readonly [before: boolean, after: boolean];
  };
  readonly others: readonly ArchivedQuote[];
};

/** One value of a quantity at one time. */
export type FigurePoint = {
  readonly at: Instant;
  /** Of a range its middle. */
  readonly value: number;
  readonly isRange: boolean;
  readonly amount: string;
  readonly source: Source;
  readonly saidBy?: string;
};
export type FigureSeries = {
  readonly key: string;
  readonly counts: string;
  readonly unit: string | null;
  readonly points: readonly FigurePoint[];
};

export type StoryReport = { readonly article: Omit<Article, 'text'>; readonly opening: string; readonly quotes: readonly ArchivedQuote[] };
export type StoryRecord = {
  readonly story: StoryBriefing;
  /** Oldest first. */
  readonly reports: readonly StoryReport[];
  readonly series: readonly FigureSeries[];
};

export type DeskFeed = {
  readonly id: string;
  readonly title: string;
  /** What may be shown of its address. */
  readonly address: string;
  readonly origin: 'file' | 'everybody' | 'ours' | 'sample';
  readonly polledAt: Instant | null;
  readonly nextPollAt: Instant | null;
  readonly failures: number;
  readonly mood: 'well' | 'remark' | 'silent' | 'asleep' | 'unread';
  /** What the doctor says of what it met. */
  readonly wall: { readonly name: string; readonly seen: string; readonly advice: string | null } | null;
  readonly newestAt: Instant | null;
  readonly pausedAt: Instant | null;
  readonly page: PageSetting;
};

export type DeskSchedule = {
  readonly schedule: Schedule;
  readonly next: Slot | null;
  /** "on weekdays at 08:00". */
  readonly when: string;
  /** It is the desk's own, and not of a chat workspace. */
  readonly isOurs: boolean;
};

/** A post as it will stand in its channel; or why none would be made. */
export type NextPost = { readonly documents: readonly MessageDocument[] } | { readonly skip: Problem };

export type DeskDelivery = Delivery & { readonly isOurs: boolean };

export type DeskMarks = {
  readonly sampleRead: boolean;
  readonly feeds: number;
  readonly articles: number;
  /** By platform; absent where it is not set up. */
  readonly connections: Readonly<Record<string, { readonly isConnected: boolean; readonly words: string }>>;
};

export type DeskAudit = { readonly at: Instant; readonly who: string; readonly what: string; readonly detail: string };

/** What the pages ask for. */
export type DeskReading = {
  readonly moment: () => Promise<DeskMoment>;
  readonly topics: () => Promise<readonly DeskTopic[]>;
  readonly briefing: (topic: string | undefined, detail?: 'short' | 'full') => Promise<DeskBriefing>;
  /** A topic's briefings of the last days, the newest first, each as of the end of its day. */
  readonly days: (
    topic: string,
    count: number,
  ) => Promise<readonly { readonly day: string; readonly briefing: Briefing; readonly document: MessageDocument }[]>;
  readonly story: (id: string) => Promise<StoryRecord | null>;
  readonly quotes: (filter: QuoteFilter) => Promise<QuoteArchive>;
  readonly quote: (article: ArticleId, mark: string) => Promise<QuoteInPlace | null>;
  readonly figures: (filter: FigureFilter) => Promise<Page<ListedFigure & { readonly sentence: string }>>;
  readonly outlets: () => Promise<readonly string[]>;
  readonly feeds: () => Promise<readonly DeskFeed[]>;
  /** @param all Those of the chat workspaces too. */
  readonly schedules: (all: boolean) => Promise<readonly DeskSchedule[]>;
  readonly next: (id: string, all: boolean) => Promise<NextPost | null>;
  readonly deliveries: (all: boolean) => Promise<readonly DeskDelivery[]>;
  readonly audit: () => Promise<readonly DeskAudit[]>;
  readonly marks: () => Promise<DeskMarks>;
  /** A command by its path ("why", "feeds check") and options, as anybody may ask it. */
  readonly ask: (path: string, options: Readonly<Record<string, string>>) => Promise<MessageDocument>;
};

/** What a signed-in manager may do. */
/** Ids; `channel`: its whole name, as the configuration file has it. */
export type About = { readonly schedule?: string; readonly delivery?: string; readonly channel?: string };

export type DeskActing = {
  /** A command by its path ("feeds add") and options, as its manager; on the desk, or for the tenant whose schedule, delivery or channel it is about. */
  readonly command: (path: string, options: Readonly<Record<string, string>>, about?: About) => Promise<MessageDocument>;
  /** A feed that is not asked for news until it is resumed. False where there is no such feed. */
  readonly pauseFeed: (id: string, paused: boolean) => Promise<boolean>;
  /** Whether the pages of its articles are fetched, from the next ones on. False where there is no such feed, or the configuration file says it. */
  readonly setPages: (id: string, page: PageSetting) => Promise<boolean>;
};
