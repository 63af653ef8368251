/** A text → its paragraphs, each told apart: body, headline, caption, cross-head, related link or other furniture. */
import type { Span } from '#model/article.ts';
import * as en from './furniture-en.ts';
import { codePointIn, isLetterOrDigit, widthOf } from './letters.ts';
import { findParagraphs } from './paragraphs.ts';

export type ParagraphKind = 'body' | 'headline' | 'caption' | 'cross-head' | 'related' | 'furniture';
export type Paragraph = Span & { readonly kind: ParagraphKind };

/** Longer paragraphs are always body: no caption, notice or teaser is that long, and the expressions stay cheap. */
const MAX_FURNITURE_CHARS = 900;
const MAX_CREDIT_CHARS = 160;
/** Longer lines hold more words than any cross-head. */
const MAX_CROSS_HEAD_CHARS = 140;
const MAX_CROSS_HEAD_WORDS = 9;
const MAX_TEASER_WORDS = 24;
const MAX_HEADLINE_WORDS = 30;
/** Titles and standfirsts stand before the text, captions and bylines may stand between. */
const HEADLINE_REACH = 4;

export function classifyParagraphs(text: string, title = ''): Paragraph[] {
  const spans = findParagraphs(text);
  const lines = spans.map((span) => text.slice(span.start, span.end));
  const kinds = lines.map((line, index) => kindByItself(line, index));
  markHeadline(lines, kinds, title);
  markRelated(lines, kinds);
  markCrossHeads(lines, kinds);
  markRepeated(lines, kinds);
  return spans.map((span, index) => ({ ...span, kind: kinds[index] ?? 'body' }));
}

function kindByItself(line: string, index: number): ParagraphKind {
  if (line.length > MAX_FURNITURE_CHARS) return 'body';
  const isOpening = opensLikeFurniture(line);
  if (en.DESK_TAG.test(line) || (isOpening && isNotice(line)) || isPlainNotice(line)) return 'furniture';
  if (isOpening && isRelated(line)) return 'related';
  if ((isOpening && en.CAPTION_START.test(line)) || (endsInCredit(line.slice(-MAX_CREDIT_CHARS)) && !endsInSpeech(line))) return 'caption';
  if (index < 8 && line.length < 160 && en.BYLINE_OPENING.test(line) && en.BYLINE.test(line)) return 'furniture';
  return 'body';
}

/** Its first words, past anything but letters; long rules and other scripts may open anything. */
const OPENING = /^\P{L}{0,8}([A-Za-z]+)(?!\p{L})\P{L}*([A-Za-z]*)/u;

function opensLikeFurniture(line: string): boolean {
  const opening = OPENING.exec(line);
  if (opening === null) return true;
  const [, first = '', second = ''] = opening;
  const low = first.toLowerCase();
  return en.OPENINGS.has(low) || en.OPENINGS.has(`${low} ${second.toLowerCase()}`) || en.DATED.test(line);
}

const isRelated = (line: string): boolean =>
  en.RELATED_HEADING.test(line) || (en.RELATED_PREFIX.test(line) && countWords(line) <= MAX_TEASER_WORDS + 4);

const isNotice = (line: string): boolean => en.NOTICE.some((row) => row.every((pattern) => pattern.test(line)));

const isPlainNotice = (line: string): boolean =>
  holds(en.PLAIN_NOTICE, line) || (en.CONTRIBUTION_WORD.test(line.slice(0, en.MAX_CHARS_TO_CONTRIBUTION)) && holds(en.CONTRIBUTION, line));

const holds = (patterns: readonly RegExp[], line: string): boolean => patterns.some((pattern) => pattern.test(line));

const endsInCredit = (end: string): boolean => en.CREDIT_WORD.test(end) && en.CAPTION_END.test(end);

/** "…, a source told Reuters." ends in an agency's name and is no caption. */
const endsInSpeech = (line: string): boolean =>
  /\b(?:told|tells|with|to|by|for|at|from|of|the|and|in|on|said|says|reported|on|than|like|as)\s+(?:the )?[\p{L} .]{2,30}$/u.test(
    line.slice(-60),
  ) && !/\b(?:photo|photograph|picture|image)s?\b[^.]{0,40}$|\bvia [\p{L} ]+$|\/[\p{L} .]+$/iu.test(line.slice(-60));

function markHeadline(lines: readonly string[], kinds: ParagraphKind[], title: string): void {
  const wanted = letters(title);
  if (wanted.length > 0) {
    for (let i = 0; i < Math.min(lines.length, HEADLINE_REACH); i++) {
      if (kinds[i] === 'body' && isSameHeadline(letters(lines[i] ?? ''), wanted)) kinds[i] = 'headline';
    }
    return;
  }
  const first = lines[0];
  if (lines.length > 1 && first !== undefined && kinds[0] === 'body' && looksLikeHeadline(first)) kinds[0] = 'headline';
}

/** Outlets append their name or cut a long title; a body paragraph that merely begins so is much longer. */
const isSameHeadline = (line: string, title: string): boolean =>
  line === title ||
  (line.length >= 20 && title.startsWith(line)) ||
  (title.length >= 20 && line.startsWith(title) && line.length < title.length + 40);

function looksLikeHeadline(line: string): boolean {
  const count = countWords(line);
  if (count > MAX_HEADLINE_WORDS || count < 2) return false;
  return !/[.!?…:][”"’')\]]*$/u.test(line) || isTitleCase(line);
}

function markRelated(lines: readonly string[], kinds: ParagraphKind[]): void {
  for (let i = 0; i < lines.length; i++) {
    if (kinds[i] !== 'related' || !en.RELATED_HEADING.test(lines[i] ?? '')) continue;
    for (let j = i + 1; j < lines.length && kinds[j] === 'body' && isTeaser(lines[j] ?? ''); j++) kinds[j] = 'related';
  }
}

/** A teaser is another story's headline: short, with no full stop, or with every word in capitals. */
const isTeaser = (line: string): boolean =>
  countWords(line) <= MAX_TEASER_WORDS && (!/[.!:;,][”"’')\]]*$/u.test(line) || isTitleCase(line)) && !/^[“"]/u.test(line);

/** A cross-head divides the body: short, no stop at its end, whole paragraphs on both sides or above. */
function markCrossHeads(lines: readonly string[], kinds: ParagraphKind[]): void {
  let hasBodyBefore = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (kinds[i] !== 'body') continue;
    if (hasBodyBefore && isCrossHead(line) && isProse(nextBody(lines, kinds, i))) kinds[i] = 'cross-head';
    else if (isProse(line)) hasBodyBefore = true;
  }
}

function isCrossHead(line: string): boolean {
  if (line.length > MAX_CROSS_HEAD_CHARS) return false;
  const count = countWords(line);
  if (count > MAX_CROSS_HEAD_WORDS || count === 0 || /^[-–—•*\d]/u.test(line)) return false;
  if (/^[\p{Lu}\p{N} '’&,-]{3,}\.?$/u.test(line) && count <= 5) return true;
  return (
    !/[.!…:;,][”"’')\]]*$/u.test(line) &&
    !/\?[”"]$/u.test(line) &&
    !/^[^:?]{1,60}: .*\?$/u.test(line) &&
    !(/^[“"]/u.test(line) && !/[”"]/u.test(line.slice(1)))
  );
}

const isProse = (line: string): boolean =>
  line.length > MAX_CROSS_HEAD_CHARS || /[.!?…:][”"’')\]]*$/u.test(line) || countWords(line) > MAX_CROSS_HEAD_WORDS;

function nextBody(lines: readonly string[], kinds: readonly ParagraphKind[], index: number): string {
  for (let i = index + 1; i < lines.length; i++) if (kinds[i] === 'body') return lines[i] ?? '';
  return '';
}

/** Shorter ones are said twice on purpose. */
const MIN_REPEATED_LETTERS = 40;

/** What stands twice was a caption, a pull quotation or a slip; the first body paragraph that holds it stays. */
function markRepeated(lines: readonly string[], kinds: ParagraphKind[]): void {
  const seen = new Set<string>();
  const looks = lines.map((line) => (line.length < MIN_REPEATED_LETTERS ? '' : lookOf(line)));
  const counts = new Map<string, number>();
  for (const look of looks) counts.set(look, (counts.get(look) ?? 0) + 1);
  for (let i = 0; i < lines.length; i++) {
    const look = looks[i] ?? '';
    if (kinds[i] !== 'body' || look === '' || counts.get(look) === 1) continue;
    const key = letters(lines[i] ?? '');
    if (key.length < MIN_REPEATED_LETTERS) continue;
    if (seen.has(key)) kinds[i] = 'furniture';
    seen.add(key);
  }
}

/** What repeated lines share at a glance: their length and first letter. */
function lookOf(line: string): string {
  const first = /[\p{L}\p{N}]/u.exec(line)?.[0] ?? '';
  return `${line.length}/${/[A-Za-z0-9]/.test(first) ? first.toLowerCase() : ''}`;
}

const letters = (line: string): string => line.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Runs of letters and digits; two with one of these marks between are one word. */
function countWords(line: string): number {
  let count = 0;
  let wordEnd = -2;
  let isInside = false;
  for (let at = 0; at < line.length; ) {
    const code = codePointIn(line, at, line.length);
    const isPart = isLetterOrDigit(code);
    if (isPart && !isInside && !(wordEnd === at - 1 && "'’.,-".includes(line[wordEnd] ?? ' '))) count++;
    if (isInside && !isPart) wordEnd = at;
    isInside = isPart;
    at += widthOf(code);
  }
  return count;
}

/** Most of the longer words begin with a capital, as in American headlines. */
function isTitleCase(line: string): boolean {
  const long = line.match(/[\p{L}][\p{L}'’-]{3,}/gu) ?? [];
  return long.length >= 3 && long.filter((word) => /^\p{Lu}/u.test(word)).length / long.length >= 0.8;
}
