/** A text with its paragraphs → the stretches between quotation marks, outermost only, with slips of the marks repaired. */
import type { Span } from '#model/article.ts';
import { codePointIn, isLetter, isLetterOrDigit, isSpace } from './letters.ts';
import { findRunOn } from './run-on.ts';

export type Marked = Span & {
  /** With the marks. */
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly style: 'double' | 'single';
  /** False where the paragraph ends before a closing mark. */
  readonly isClosed: boolean;
  readonly paragraph: number;
};

const isBlank = (char: string): boolean => isSpace(char.charCodeAt(0));

type Role = 'open' | 'close' | 'either';
type Mark = { readonly at: number; readonly length: number; readonly role: Role; readonly char: string };
type Pair = { readonly open: Mark; readonly close?: Mark; readonly until?: number };

const LETTER = /[\p{L}\p{N}]/u;
const BEFORE_OPEN = /[\s([{—–\-/…:;>*]/u;
const AFTER_CLOSE = /[\s.,!?;:)\]}—–\-/…]/u;
/** Words that begin with an apostrophe. */
const ELISION = /^(?:\d\ds?\b|em\b|til\b|cause\b|tis\b|twas\b|n\b|round\b|bout\b|cos\b|neath\b)/i;

export function findMarked(text: string, paragraphs: readonly Span[]): Marked[] {
  const isSingleFirst = prefersSingle(text);
  const hasTags = text.includes('<');
  const singleMarks = findSingles(text);
  let nextSingle = 0;
  const marked: Marked[] = [];
  let isCarried = false;
  for (const [index, paragraph] of paragraphs.entries()) {
    const here: number[] = [];
    for (; (singleMarks[nextSingle] ?? paragraph.end) < paragraph.end; nextSingle++) here.push(singleMarks[nextSingle] ?? 0);
    const tags = hasTags ? findTags(text, paragraph) : [];
    const singles = isSingleFirst ? pairSingles(text, here, paragraph, tags) : [];
    const doubles: Pair[] = pairDoubles(text, paragraph, [...tags, ...singles.map((pair) => outerOf(pair, paragraph))], isCarried).map(
      (pair) => (pair.close === undefined ? cutAtCue(text, pair, paragraph, paragraphs[index + 1]) : pair),
    );
    const inner = isSingleFirst ? [] : pairSingles(text, here, paragraph, [...tags, ...doubles.map((pair) => outerOf(pair, paragraph))]);
    const last = doubles.at(-1);
    isCarried = (last !== undefined && last.close === undefined) || (isCarried && doubles.length === 0);
    for (const [pairs, style] of [
      [doubles, 'double'],
      [singles, 'single'],
      [inner, 'single'],
    ] as const) {
      for (const pair of pairs) {
        const region = toMarked(text, pair, paragraph, style, index);
        if (region !== undefined) marked.push(region);
      }
    }
  }
  return marked.sort((a, b) => a.start - b.start);
}

/** "“We will stay, said Ruiz. “We …": a closing mark that was forgotten. Where the next paragraph opens anew, none was due. */
function cutAtCue(text: string, pair: Pair, paragraph: Span, next: Span | undefined): Pair {
  const from = pair.open.at + pair.open.length;
  if (pair.until === undefined && next !== undefined && text.startsWith(pair.open.char, next.start)) return pair;
  const cut = findRunOn(text.slice(from, pair.until ?? paragraph.end));
  return cut === undefined ? pair : { ...pair, until: from + cut };
}

/** British papers quote in single marks: then many of them open with a capital, and double ones are rare. */
function prefersSingle(text: string): boolean {
  const singles = countOpening(text, "'") + countOpening(text, '‘');
  return singles >= 2 && singles > (text.match(/["“”„«]|''|``/gu)?.length ?? 0);
}

/** Behind a blank or a dash, before a letter. */
function countOpening(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    const isFree = at === 0 || isSpace(text.charCodeAt(at - 1)) || '(—–'.includes(text[at - 1] ?? ' ');
    if (isFree && isLetter(codePointIn(text, at + 1, text.length))) count++;
  }
  return count;
}

const outerOf = (pair: Pair, paragraph: Span): Span => ({
  start: pair.open.at,
  end: pair.close === undefined ? (pair.until ?? paragraph.end) : pair.close.at + pair.close.length,
});

function toMarked(text: string, pair: Pair, paragraph: Span, style: Marked['style'], index: number): Marked | undefined {
  const outer = outerOf(pair, paragraph);
  let start = pair.open.at + pair.open.length;
  let end = pair.close?.at ?? outer.end;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (!LETTER.test(text.slice(start, end))) return undefined;
  return { start, end, outerStart: outer.start, outerEnd: outer.end, style, isClosed: pair.close !== undefined, paragraph: index };
}

/** Mark-up that was left in the text: its quotation marks quote nobody. */
function findTags(text: string, paragraph: Span): Span[] {
  const tags: Span[] = [];
  if (!text.slice(paragraph.start, paragraph.end).includes('<')) return tags;
  for (let at = text.indexOf('<', paragraph.start); at >= 0 && at < paragraph.end; at = text.indexOf('<', at + 1)) {
    if (!/[a-z/]/i.test(text[at + 1] ?? '')) continue;
    const close = text.indexOf('>', at);
    if (close < 0) break;
    if (close < paragraph.end && close - at < 500) tags.push({ start: at, end: close + 1 });
  }
  return tags;
}

function pairDoubles(text: string, paragraph: Span, closed: readonly Span[], isCarried: boolean): Pair[] {
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

function pairSingles(text: string, marks: readonly number[], paragraph: Span, closed: readonly Span[]): Pair[] {
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
function findSingles(text: string): number[] {
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
