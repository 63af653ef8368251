/** A text → the spans of its lines that hold anything, without the white space around them. */
import type { Span } from '#model/article.ts';

export function findParagraphs(text: string): Span[] {
  const paragraphs: Span[] = [];
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    let start = from;
    let end = to;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    if (end > start) paragraphs.push({ start, end });
    from = to + 1;
  }
  return paragraphs;
}

/** White space as feeds and pages have it, and the invisible marks that editors leave (zero-width space, byte order mark). */
const isBlank = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0x85 ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x3000 ||
  code === 0xfeff;
