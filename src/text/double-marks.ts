/** A paragraph → its double quotation marks in pairs, outermost only, with slips of the marks repaired. */
import type { Span } from '#model/article.ts';
import { isSpace } from './letters.ts';

type Role = 'open' | 'close' | 'either';
type Mark = { readonly at: number; readonly length: number; readonly role: Role; readonly char: string };
/** `until`: where it ends without a closing mark; the paragraph's end where there is neither. */
export type Pair = { readonly open: Mark; readonly close?: Mark; readonly until?: number };

const isBlank = (char: string): boolean => isSpace(char.charCodeAt(0));
const LETTER = /[\p{L}\p{N}]/u;
/** What may stand before an opening mark. */
export const BEFORE_OPEN = /[\s([{—–\-/…:;>*]/u;
const AFTER_CLOSE = /[\s.,!?;:)\]}—–\-/…]/u;

/** @param closed Stretches, in order, whose marks quote nobody or are paired already. @param isCarried A quotation of the paragraph before is still open. */
export function pairDoubles(text: string, paragraph: Span, closed: readonly Span[], isCarried: boolean): Pair[] {
  const marks = doubleMarks(text, paragraph, closed);
  if (marks.length === 0) return [];
  const flat = pairUp(marks, false, isCarried, paragraph);
  if (!flat.isForced) return flat.pairs;
  const nested = pairUp(marks, true, isCarried, paragraph);
  return nested.isForced || nested.pairs.some((pair) => pair.close === undefined) ? flat.pairs : nested.pairs;
}

function pairUp(marks: readonly Mark[], isNesting: boolean, isCarried: boolean, paragraph: Span): { pairs: Pair[]; isForced: boolean } {
  const pairs: Pair[] = [];
  let open: Mark | undefined;
  let depth = 0;
  let isForced = false;
  for (const mark of marks) {
    if (open === undefined) {
      if (mark.role !== 'close') {
        open = mark;
        depth = 1;
      } else if (isCarried && pairs.length === 0) {
        pairs.push({ open: { at: paragraph.start, length: 0, role: 'open', char: '' }, close: mark });
      } else isForced = true;
    } else if (mark.role === 'open' && !(open.char === '„' && mark.char === '“')) {
      if (isNesting || (isCurly(mark.char) && !isCurly(open.char))) depth++;
      else {
        pairs.push({ open, until: mark.at });
        isForced = true;
        open = mark;
      }
    } else if (--depth <= 0) {
      pairs.push({ open, close: mark });
      open = undefined;
      depth = 0;
    }
  }
  if (open !== undefined) pairs.push({ open });
  return { pairs, isForced };
}

/** A curly mark that opens inside straight ones is the inner one. */
const isCurly = (char: string): boolean => char === '“' || char === '”';

function doubleMarks(text: string, paragraph: Span, closed: readonly Span[]): Mark[] {
  const marks: Mark[] = [];
  let skip = 0;
  // the slice keeps the search from running on to the end of the text
  const part = text.slice(paragraph.start, paragraph.end);
  DOUBLE.lastIndex = 0;
  for (let match = DOUBLE.exec(part); match !== null; match = DOUBLE.exec(part)) {
    const i = paragraph.start + match.index;
    while (skip < closed.length && (closed[skip]?.end ?? 0) <= i) skip++;
    const inside = closed[skip];
    if (inside !== undefined && i >= inside.start) {
      DOUBLE.lastIndex = inside.end - paragraph.start;
      continue;
    }
    if (isInches(text, i)) continue;
    const { length } = match[0];
    // ''' closes a single mark first: the double one is the outer
    const isTriple =
      text[i] === "'" && text[i + 2] === "'" && text[i + 3] !== "'" && i > paragraph.start && !BEFORE_OPEN.test(text[i - 1] ?? ' ');
    const at = isTriple ? i + 1 : i;
    marks.push({ at, length, role: roleOf(text, at, length, paragraph), char: text[at] ?? '' });
    DOUBLE.lastIndex = at + length - paragraph.start;
  }
  return marks;
}

const DOUBLE = /["“”„‟«»＂]|''|``|‘‘|’’/g;

const isInches = (text: string, at: number): boolean => text[at] === '"' && /\d['’′]\s?\d{1,2}$/.test(text.slice(Math.max(0, at - 5), at));

function roleOf(text: string, at: number, length: number, paragraph: Span): Role {
  const before = at > paragraph.start ? (text[at - 1] ?? ' ') : ' ';
  const after = at + length < paragraph.end ? (text[at + length] ?? ' ') : ' ';
  if (at === paragraph.start && paragraph.end - at > length) return 'open';
  const side = sideOf(text[at] ?? '');
  const byNeighbours = roleByNeighbours(before, after);
  if (side === 'either' || byNeighbours === side) return byNeighbours === 'either' ? side : byNeighbours;
  // a curly mark keeps its side unless both neighbours speak against it
  if (side === 'open') return isBlank(after) && !isBlank(before) ? 'close' : at + length >= paragraph.end ? 'close' : 'open';
  return isBlank(before) && !isBlank(after) && LETTER.test(after) ? 'open' : 'close';
}

const sideOf = (char: string): Role => ('“„«`‘'.includes(char) ? 'open' : '”»’'.includes(char) ? 'close' : 'either');

function roleByNeighbours(before: string, after: string): Role {
  const isFree = isBlank(before);
  const isFreeAfter = isBlank(after);
  if (isFree && !isFreeAfter) return 'open';
  if (!isFree && isFreeAfter) return 'close';
  if (isFree && isFreeAfter) return 'either';
  if (BEFORE_OPEN.test(before) && LETTER.test(after)) return 'open';
  if (AFTER_CLOSE.test(after) || /[.,!?]/.test(before)) return 'close';
  return 'either';
}
