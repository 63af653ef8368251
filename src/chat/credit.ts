/** A quote → the words beside it that say whose it is, the same on every face. */
import type { QuoteBlock } from '#model/document.ts';
import { phrases } from '#phrases/chat.ts';

export type Credit = {
  /** To be shown as names are; empty where nobody could be found. */
  readonly names: readonly string[];
  /** What follows the names, with its own punctuation: ", director, to AFP (attribution unclear)". */
  readonly about: string;
};

export function creditOf({ speakers, role, toldTo, isUnsure, continues }: QuoteBlock): Credit {
  if (continues) return { names: [], about: '' };
  const parts = [role, toldTo && phrases.toldTo(toldTo)].filter((part) => part !== undefined && part !== '');
  const about = parts.map((part) => `, ${part}`).join('');
  if (speakers.length === 0) return { names: [], about: `${phrases.unclear}${about}` };
  return { names: speakers, about: isUnsure ? `${about} ${phrases.unsure}` : about };
}
