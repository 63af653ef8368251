/** A quote → the words beside it that say whose it is, the same on every face. */
import type { QuoteBlock } from '#model/document.ts';

export type Credit = {
  /** To be shown as names are; empty where nobody could be found. */
  readonly names: readonly string[];
  /** What follows the names, with its own punctuation: ", director, to AFP (attribution unclear)". */
  readonly about: string;
};

export function creditOf({ speakers, role, toldTo, isUnsure, continues }: QuoteBlock): Credit {
  if (continues) return { names: [], about: '' };
  const parts = [role, toldTo && `to ${withArticle(toldTo)}`].filter((part) => part !== undefined && part !== '');
  const about = parts.map((part) => `, ${part}`).join('');
  if (speakers.length === 0) return { names: [], about: `Attribution unclear${about}` };
  return { names: speakers, about: isUnsure ? `${about} (attribution unclear)` : about };
}

/** "told the court" is stored as "court"; a name, a plural and what needs no article stay. */
const withArticle = (toldTo: string): string =>
  /^\p{Ll}+$/u.test(toldTo) && !/s$/.test(toldTo) && !needsNone.has(toldTo) ? `the ${toldTo}` : toldTo;

const needsNone = new Set('parliament congress police staff people men women children television radio media'.split(' '));
