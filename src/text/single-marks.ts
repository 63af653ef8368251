/** A text → its single quotation marks, told from apostrophes, in pairs. */
import type { Span } from '#model/article.ts';
import { BEFORE_OPEN, type Pair } from './double-marks.ts';
import { isLetterOrDigit, isSpace } from './letters.ts';

/** Words that begin with an apostrophe. */
const ELISION = /^(?:\d\ds?\b|em\b|til\b|cause\b|tis\b|twas\b|n\b|round\b|bout\b|cos\b|neath\b)/i;

/** @param marks Their places in the paragraph. @param closed Stretches, in order, whose marks quote nobody or are paired already. */
export function pairSingles(text: string, marks: readonly number[], paragraph: Span, closed: readonly Span[]): Pair[] {
  const pairs: Pair[] = [];
  let skip = 0;
  // where no mark closes any more, none that opens later is closed either
  let last = marks.length - 1;
  while (last >= 0 && !isSingleClose(text, marks[last] ?? 0, paragraph)) last--;
  for (let i = 0; i < last; i++) {
    const at = marks[i] ?? 0;
    while (skip < closed.length && (closed[skip]?.end ?? 0) <= at) skip++;
    const next = closed[skip];
    if ((next !== undefined && at >= next.start) || !isSingleOpen(text, at, paragraph)) continue;
    const close = findSingleClose(text, marks, i + 1, Math.min(next?.start ?? paragraph.end, paragraph.end), paragraph);
    if (close < 0) continue;
    const end = marks[close] ?? at;
    pairs.push({
      open: { at, length: 1, role: 'open', char: text[at] ?? '' },
      close: { at: end, length: 1, role: 'close', char: text[end] ?? '' },
    });
    i = close;
  }
  return pairs;
}

/** Where single marks and apostrophes stand. */
export function findSingles(text: string): number[] {
  const places: number[] = [];
  for (const mark of ["'", '‘', '’']) for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) places.push(at);
  return places.sort((a, b) => a - b);
}

function isSingleOpen(text: string, at: number, paragraph: Span): boolean {
  const char = text[at];
  if (char !== "'" && char !== '‘') return false;
  if (text[at + 1] === char || text[at - 1] === char) return false;
  const before = at > paragraph.start ? (text[at - 1] ?? ' ') : ' ';
  return isLetterOrDigit(text.charCodeAt(at + 1)) && BEFORE_OPEN.test(before) && !ELISION.test(text.slice(at + 1, at + 8));
}

function isSingleClose(text: string, at: number, paragraph: Span): boolean {
  const char = text[at];
  if (at >= paragraph.end || (char !== "'" && char !== '’')) return false;
  const isLast = at + 1 >= paragraph.end;
  return (isLast || !isLetterOrDigit(text.charCodeAt(at + 1))) && at > 0 && !isSpace(text.charCodeAt(at - 1));
}

/** "the players’ union" closes nothing where a better mark follows before the next one opens. An index into `marks`. */
function findSingleClose(text: string, marks: readonly number[], from: number, limit: number, paragraph: Span): number {
  let weak = -1;
  for (let i = from; i < marks.length; i++) {
    const at = marks[i] ?? 0;
    if (at >= limit) break;
    if (weak >= 0 && isSingleOpen(text, at, paragraph)) return weak;
    if (!isSingleClose(text, at, paragraph)) continue;
    const isPossessive = /s/i.test(text[at - 1] ?? '') && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3));
    if (!isPossessive) return i;
    if (weak < 0) weak = i;
  }
  return weak;
}
