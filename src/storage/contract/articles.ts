/** Articles with what was found in them: what ingestion hands over, what clustering and re-reading ask for. */
import type { Article, ArticleId, Instant } from '#model/article.ts';
import type { Extraction } from '#model/extraction.ts';
import type { FeedId } from '#model/feed.ts';
import type { Joining, StoryChange } from '#model/story.ts';
import type { TenantId } from '#model/subscription.ts';

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
