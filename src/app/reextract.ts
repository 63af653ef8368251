/** Articles that older rules read → read again by the rules of today. */
import { EXTRACTION_VERSION } from '#extract/extract.ts';
import type { ArticleStore } from '#storage/contract/articles.ts';
import { inSteps } from './in-steps.ts';
import { readArticle } from './read-article.ts';

const BATCH = 10;

/** Resumes where it was stopped, since what is done is no longer outdated. @returns how many articles were read again. */
export const reextractOutdated = (store: ArticleStore, isStopped: () => boolean): Promise<number> =>
  inSteps(async () => {
    const batch = await store.outdated(EXTRACTION_VERSION, BATCH);
    if (batch.length) await store.reextract(batch.map(readArticle));
    return batch.length;
  }, isStopped);
