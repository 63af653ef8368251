/** A text with its paragraphs → the stretches between quotation marks, outermost only, with slips of the marks repaired. */
import type { Span } from '#model/article.ts';
import { type Pair, pairDoubles } from './double-marks.ts';
import { codePointIn, isLetter, isSpace } from './letters.ts';
import { findRunOn } from './run-on.ts';
import { findSingles, pairSingles } from './single-marks.ts';

export type Marked = Span & {
  /** With the marks. */
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly style: 'double' | 'single';
  /** False where the paragraph ends before a closing mark. */
  readonly isClosed: boolean;
  readonly paragraph: number;
};

const LETTER = /[\p{L}\p{N}]/u;

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
    const doubles: Pair[] = pairDoubles(text, paragraph, inOrder(tags, singles, paragraph), isCarried).map((pair) =>
      pair.close === undefined ? cutAtCue(text, pair, paragraph, paragraphs[index + 1]) : pair,
    );
    const inner = isSingleFirst ? [] : pairSingles(text, here, paragraph, inOrder(tags, doubles, paragraph));
    const last = doubles.at(-1);
    isCarried = (last !== undefined && last.close === undefined) || (isCarried && doubles.length === 0);
    const mark = (pair: Pair, style: Marked['style']): void => {
      const region = toMarked(text, pair, paragraph, style, index);
      if (region !== undefined) marked.push(region);
    };
    for (const pair of doubles) mark(pair, 'double');
    for (const pair of singles) mark(pair, 'single');
    for (const pair of inner) mark(pair, 'single');
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

const NONE: readonly Span[] = [];
const inOrder = (tags: readonly Span[], pairs: readonly Pair[], paragraph: Span): readonly Span[] =>
  tags.length + pairs.length === 0 ? NONE : [...tags, ...pairs.map((pair) => outerOf(pair, paragraph))].sort((a, b) => a.start - b.start);

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
  if (!LETTER.test(text.slice(start, end)) || isCode(text, outer)) return undefined;
  return { start, end, outerStart: outer.start, outerEnd: outer.end, style, isClosed: pair.close !== undefined, paragraph: index };
}

/** `has("Accept")`, `"items": {`, `{"name": "test"`: a program's strings, which nobody says. */
function isCode(text: string, { start, end }: Span): boolean {
  if (text[start] !== '"') return false;
  const before = text.slice(Math.max(0, start - MAX_KEY_CHARS), start);
  const after = text.slice(end, end + 9);
  const isKey = !/\s/.test(text.slice(start, end)) && /^\s?: ?(?:["[{\d]|true\b|false\b|null\b)/.test(after);
  return isKey || /[\p{L}\d_]\($|[{=]\s?$|"[^\s"]+": ?$/u.test(before) || /^\s?(?:\);|\}|\];)/.test(after);
}
const MAX_KEY_CHARS = 60;

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
