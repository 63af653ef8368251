/** A story → its headline: the latest title that says what the others say too, without the outlet's name at its end. */
import type { StoryMaterial } from '#model/briefing.ts';
import { isRead } from '#text/language.ts';
import { containment, contentWords, fold } from './words.ts';

/** Of what the most typical title shares with the others: a column's witty title shares less. */
const SHARED = 0.5;

export function headlineOf(material: StoryMaterial): string {
  const read = material.articles.filter(({ article }) => isRead(article.language));
  const titled = (read.length > 0 ? read : material.articles).map(({ article }) => ({
    article,
    words: new Set(contentWords(article.title)),
  }));
  const fits = titled.map(({ article, words }) => ({
    article,
    fit:
      titled.reduce((sum, other) => sum + (other.article === article ? 0 : containment(words, other.words)), 0) /
      Math.max(1, titled.length - 1),
  }));
  const enough = Math.max(...fits.map(({ fit }) => fit)) * SHARED;
  const [best] = fits
    .filter(({ fit }) => fit >= enough)
    .sort((a, b) => b.article.publishedAt - a.article.publishedAt || b.fit - a.fit || (a.article.id < b.article.id ? -1 : 1));
  return best === undefined ? '' : tidyHeadline(best.article.title, best.article.outlet);
}

/** "Storm nears coast | The Harbour Post" → "Storm nears coast". */
export function tidyHeadline(title: string, outlet: string): string {
  // A headline has no full stop; an abbreviation and an ellipsis keep theirs.
  const clean = title
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(\p{Ll}{3,}[”’"')]?)\.$/u, '$1');
  const cut = /^(.{12,}?) (?:\||–|—|-|::) ([^|–—]{2,40})$/u.exec(clean);
  const [, head, tail] = cut ?? [];
  if (head === undefined || tail === undefined) return clean;
  const bare = (text: string): string => fold(text).replace(/^the |[^a-z0-9]/g, '');
  return bare(outlet).startsWith(bare(tail)) || bare(tail).startsWith(bare(outlet)) ? head : clean;
}
