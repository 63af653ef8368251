/** A text and the spans that must stay → the paragraphs that hold them, and where each span stands in what is left. */
import type { Span } from '#model/article.ts';

const BREAK = '\n\n';

export type Excerpt = {
  readonly text: string;
  /** Undefined where a part of the span was left out. */
  readonly move: (span: Span) => Span | undefined;
  /** Old paragraph → new; undefined where it was left out. */
  readonly paragraph: (old: number) => number | undefined;
};

type Kept = Span & { /** Old position minus new position. */ readonly shift: number };

export function excerptOf(text: string, spans: readonly Span[]): Excerpt {
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  const kept: Kept[] = [];
  const parts: string[] = [];
  const renumbered = new Map<number, number>();
  let [start, newStart, paragraph, next, reach] = [0, 0, 0, 0, -1];
  for (const part of text.split(BREAK)) {
    const end = start + part.length;
    // `reach`: how far the spans that begin before this paragraph's end go.
    for (let span = ordered[next]; span !== undefined && span.start < end; span = ordered[next]) {
      reach = Math.max(reach, span.end);
      next += 1;
    }
    if (reach > start) {
      kept.push({ start, end, shift: start - newStart });
      renumbered.set(paragraph, parts.length);
      parts.push(part);
      newStart += part.length + BREAK.length;
    }
    start = end + BREAK.length;
    paragraph += 1;
  }
  const shiftAt = (position: number) => kept.find((one) => one.start <= position && position < one.end)?.shift;
  return {
    text: parts.join(BREAK),
    move(span) {
      const shift = shiftAt(span.start);
      if (shift === undefined || shiftAt(span.end - 1) !== shift) return undefined;
      return { start: span.start - shift, end: span.end - shift };
    },
    paragraph: (old) => renumbered.get(old),
  };
}
