/** A marked stretch that no cue attributes → somebody's words all the same, or a term, a title, a scare quote? */
import type { Attribution } from './attribute.ts';
import { cueClasses } from './cue-words.ts';
import { isTitleCase } from './work-titles.ts';

const MAX_WORDS = 3;

/**
 * By what held for most of such stretches in American news (polnear, either half of train): three words without capitals are a quotation in four of
 * five cases, shorter ones where they end their sentence or stand behind a verb that reports; of titles, those that a verb has for its object.
 * Longer ones want a speaker: without one they are left out.
 */
export function isSaidBySomebody({ sentence, at }: Attribution, quoted: string): boolean {
  const { tokens } = sentence;
  if (isTitleCase(quoted)) return tokens[at - 1]?.tag === 'verb';
  const words = quoted.split(/\s+/).length;
  if (words > MAX_WORDS) return false;
  const next = tokens[at + 1]?.tag;
  if (words === MAX_WORDS || next === undefined || next === 'stop' || next === 'conjunction') return true;
  for (let i = 0; i < at; i++) {
    const classes = tokens[i]?.tag === 'verb' ? cueClasses(tokens, i) : undefined;
    if (classes !== undefined && (classes.has('say') || classes.has('tell') || classes.has('call'))) return true;
  }
  return false;
}
