/** Attributions paragraph by paragraph → one for each quotation: paragraphs that are opened anew and closed only at the end are one. */
import type { Attribution } from './attribution.ts';

/** The attribution to use, with the span from the first to the last of its marked stretches. */
export type Stretch = { readonly start: number; readonly end: number; readonly attribution: Attribution };

export function joinParagraphs(text: string, attributions: readonly Attribution[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let i = 0; i < attributions.length; i++) {
    const first = attributions[i];
    if (first === undefined) continue;
    const parts = [first];
    while (i + 1 < attributions.length && goesOn(text, parts.at(-1), attributions[i + 1])) {
      parts.push(attributions[i + 1] as Attribution);
      i++;
    }
    const last = parts.at(-1) ?? first;
    stretches.push({ start: first.marked.start, end: last.marked.end, attribution: bestOf(parts) });
  }
  return stretches;
}

function goesOn(text: string, part: Attribution | undefined, next: Attribution | undefined): boolean {
  if (part === undefined || next === undefined || part.marked.isClosed || next.at !== 0) return false;
  if (part.marked.style !== next.marked.style || next.marked.paragraph === part.marked.paragraph) return false;
  if (text.slice(part.marked.outerEnd, next.marked.outerStart).trim() !== '') return false;
  const isOwn = next.cue !== undefined && next.cueSentence === next.sentence;
  // “Q1,” Ruiz said. “Q2 ¶ “Q3,” she went on: each has its words
  const isOwnBefore =
    part.cue !== undefined &&
    (part.cueSentence === part.sentence || (part.cue.way === 'continued' && part.cueSentence?.paragraph === part.sentence.paragraph));
  return !(isOwn && isOwnBefore);
}

/** What introduced the first part with a colon holds for all; else the part with a cue of its own, rather than one that it took over. */
const bestOf = (parts: readonly Attribution[]): Attribution =>
  parts.find((part, index) => index === 0 && part.cue !== undefined && part.cueSentence?.tokens.at(-1)?.tag === 'colon') ??
  parts.find((part) => part.cue !== undefined && part.cueSentence === part.sentence) ??
  parts.find((part) => part.cue !== undefined) ??
  (parts[0] as Attribution);
