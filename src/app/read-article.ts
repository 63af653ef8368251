/** An article → what the rules find in it; of one in another language only that it is there: its headline and link are all that is shown. */
import { EXTRACTION_VERSION, extract } from '#extract/extract.ts';
import type { Article } from '#model/article.ts';
import type { Extraction } from '#model/extraction.ts';
import { isRead, languageOf } from '#text/language.ts';

/** As its own words tell; where they do not, as its feed says. */
export function withLanguage<T extends Omit<Article, 'id'>>(article: T): T {
  const language = languageOf(article.text) ?? languageOf(`${article.title}. ${article.text}`) ?? article.language;
  return language === undefined ? article : { ...article, language };
}

export function readArticle(article: Article): Extraction {
  if (isRead(article.language)) return extract(article);
  return { articleId: article.id, version: EXTRACTION_VERSION, sentences: [], quotes: [], figures: [], names: [] };
}
