/** What is recorded of how a story came to be: why each article joined it, and which stories were merged or split. */
import type { ArticleId, Instant } from './article.ts';

export type Joining = {
  /** near-duplicate: the same text; same event: the same names and telling words; split: it was moved here from another story. */
  readonly why: 'near-duplicate' | 'same event' | 'split';
  /** 0..1, as the rules of that day saw it. */
  readonly likeness: number;
  /** The article that it is most like. */
  readonly like: ArticleId;
  /** The names and words of both that spoke most for it. */
  readonly shared: readonly string[];
};

export type StoryChange = {
  readonly at: Instant;
  /** merge: all articles of `from` went into `into`, and the older story keeps its identity; split: one article left `from`. */
  readonly kind: 'merge' | 'split';
  readonly from: string;
  readonly into: string;
  /** The article that showed it. */
  readonly article: ArticleId;
};

export type StoryRecord = {
  /** First report first; those of a story that began it have no joining. */
  readonly articles: readonly {
    readonly id: ArticleId;
    readonly outlet: string;
    readonly url: string;
    readonly title: string;
    readonly publishedAt: Instant;
    readonly joining?: Joining;
  }[];
  /** Into it or from it, oldest first. */
  readonly changes: readonly StoryChange[];
};
