/** A text → its sentences as pieces; a claim's pieces → the few sentences of the text that it is made from, in their order. */
import type { Span } from '#model/article.ts';
import { findParagraphs } from '#text/paragraphs.ts';
import { findSentences } from '#text/sentences.ts';
import { type Piece, toPieces } from './verify-pieces.ts';

export type Line = Span & { readonly pieces: readonly Piece[]; readonly keys: ReadonlySet<string> };

/** What is longer is a list or no prose at all; cut there, the work on a line has a bound. */
const MAX_PIECES = 300;

export const toLines = (text: string): Line[] =>
  findParagraphs(text)
    .flatMap((paragraph) => findSentences(text, paragraph))
    .flatMap((span) => {
      const pieces = toPieces(text, span);
      const lines: Line[] = [];
      for (let from = 0; from < pieces.length; from += MAX_PIECES) lines.push(toLine(pieces.slice(from, from + MAX_PIECES)));
      return lines;
    });

const toLine = (pieces: readonly Piece[]): Line => ({
  start: pieces[0]?.start ?? 0,
  end: pieces.at(-1)?.end ?? 0,
  pieces,
  keys: new Set(pieces.flatMap(({ key, written }) => (written === undefined ? [key] : [key, written]))),
});

/** A claim may be drawn from so many sentences. */
const MAX_LINES = 3;
/** A further sentence must give this share of the claim's sense. */
const WORTH_ADDING = 0.12;

const isSame = (one: readonly Piece[], other: readonly Piece[]): boolean =>
  one.length === other.length && one.every(({ key }, index) => key === other[index]?.key);

/**
 * The sentences that hold most of the claim's words, each further one for what the ones before it lack. Facts count little: they are what
 * is in question. A sentence that stands there as it is comes from nowhere else.
 */
export function passageFor(claim: readonly Piece[], lines: readonly Line[]): Line[] {
  const whole = lines.find(({ pieces }) => isSame(claim, pieces));
  if (whole) return [whole];
  const wanted = new Map<string, number>();
  for (const { key, kind, weight } of claim) if (kind !== 'mark') wanted.set(key, kind === 'figure' ? 0.25 : weight);
  const total = [...wanted.values()].reduce((sum, weight) => sum + weight, 0);
  const chosen: number[] = [];
  while (chosen.length < MAX_LINES) {
    let best = -1;
    let most = 0;
    for (const [index, line] of lines.entries()) {
      let gain = 0;
      for (const [key, weight] of wanted) if (line.keys.has(key)) gain += weight;
      // among equals the sentence that says least else
      gain -= gain > 0 ? line.pieces.length * 1e-4 : 0;
      if (gain > most && !chosen.includes(index)) {
        most = gain;
        best = index;
      }
    }
    if (best < 0 || (chosen.length > 0 && most < total * WORTH_ADDING)) break;
    chosen.push(best);
    for (const key of lines[best]?.keys ?? []) wanted.delete(key);
  }
  return chosen.sort((a, b) => a - b).flatMap((index) => lines[index] ?? []);
}
