/** A marked stretch that nobody is said to have said → is it somebody's words all the same, rather than a title, a term or a name? */
import type { Token } from '#text/tokens.ts';
import type { Attribution } from './attribution.ts';
import { isShouted } from './shouts.ts';
import { isTitleCase } from './work-titles.ts';

/** Shorter ones on their own are titles, slogans and scare quotes more often than words. */
const MIN_WORDS_STANDALONE = 4;
/** Of as many that are a part of the reporter's sentence, two in three are somebody's words (polnear); longer ones have a speaker or are not found. */
const WORDS_INSIDE = 3;

export function isSomebodysWords(quoted: string, { isStandalone, sentence: { tokens }, at }: Attribution): boolean {
  const count = quoted.split(/\s+/).length;
  if ((isStandalone && count >= MIN_WORDS_STANDALONE) || isShouted(tokens, at)) return true;
  if (isTitleCase(quoted)) return false;
  const next = tokens[at + 1]?.tag;
  return count === WORDS_INSIDE ? at > 0 && next !== 'word' && next !== 'dash' : count < WORDS_INSIDE && isPredicate(tokens, at);
}

/** "were “well fed” and housed", "lost to a “strongman.”": what is said of somebody, at the end of its clause. */
function isPredicate(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.tag;
  const next = tokens[at + 1];
  if (before === 'auxiliary') return next === undefined || /^(?:preposition|conjunction|stop|comma)$/.test(next.tag);
  return (before === 'determiner' || before === 'conjunction') && (next === undefined || next.tag === 'stop');
}
