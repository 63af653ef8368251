/** The pieces of a claim and those of a passage → which piece of the passage stands where each piece of the claim stands. */
import type { Piece } from './verify-pieces.ts';

const OTHER_FACT = 0.5;
const UNLIKE = -0.7;
/** A piece of the claim that the passage lacks; one of the passage that the claim leaves out. */
const CLAIM_GAP = -0.5;
const PASSAGE_GAP = -0.12;

/** For each piece of the claim the index in the passage, -1 for none. The passage may begin before and end after the claim without cost. */
export function align(claim: readonly Piece[], passage: readonly Piece[], same: (a: Piece, b: Piece) => boolean): Int32Array {
  const width = passage.length + 1;
  const scores = new Float64Array((claim.length + 1) * width);
  const steps = new Uint8Array((claim.length + 1) * width);
  for (let i = 1; i <= claim.length; i++) {
    const piece = claim[i - 1];
    if (!piece) continue;
    scores[i * width] = i * CLAIM_GAP;
    steps[i * width] = UP;
    for (let j = 1; j < width; j++) {
      const other = passage[j - 1];
      const at = i * width + j;
      const diagonal = (scores[at - width - 1] ?? 0) + (other ? likeness(piece, other, same) : UNLIKE);
      const up = (scores[at - width] ?? 0) + CLAIM_GAP * Math.max(piece.weight, 0.2);
      const left = (scores[at - 1] ?? 0) + (i === claim.length ? 0 : PASSAGE_GAP);
      const best = Math.max(diagonal, up, left);
      scores[at] = best;
      steps[at] = best === diagonal ? DIAGONAL : best === up ? UP : LEFT;
    }
  }
  return trace(claim.length, width, steps);
}

const DIAGONAL = 1;
const UP = 2;
const LEFT = 3;

function trace(length: number, width: number, steps: Uint8Array): Int32Array {
  const aligned = new Int32Array(length).fill(-1);
  let i = length;
  let j = width - 1;
  while (i > 0 && j >= 0) {
    const step = steps[i * width + j];
    if (step === DIAGONAL) {
      i -= 1;
      j -= 1;
      aligned[i] = j;
    } else if (step === LEFT) j -= 1;
    else i -= 1;
  }
  return aligned;
}

/** Facts of one kind stand in each other's place: that is how a changed one is seen. */
function likeness(a: Piece, b: Piece, same: (a: Piece, b: Piece) => boolean): number {
  if (same(a, b)) return a.kind === 'mark' ? 0.2 : a.weight < 1 ? 0.6 : 2;
  if (a.kind === b.kind && (a.kind === 'figure' || a.kind === 'name' || a.kind === 'date')) return OTHER_FACT;
  return UNLIKE;
}
