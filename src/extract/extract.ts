/** A text with its title → an Extraction: sentences, quotes with speakers, figures, names. */
import type { Extraction } from '#model/extraction.ts';
import { read } from '#text/reading.ts';
import { findFigures } from './figures.ts';
import { findNames } from './names.ts';
import { findQuotes } from './quotes.ts';

/** Raise it whenever a rule changes what comes out: stored articles of an older version are extracted again. */
export const EXTRACTION_VERSION = 9;

export function extract(article: { readonly id: string; readonly title?: string; readonly text: string }): Extraction {
  const reading = read(article.text, article.title);
  return {
    articleId: article.id,
    version: EXTRACTION_VERSION,
    sentences: reading.sentences,
    quotes: findQuotes(reading),
    figures: findFigures(reading),
    names: findNames(reading),
  };
}
