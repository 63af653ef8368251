/** A claim and a passage → the name that does in the claim what is done to it in the passage: "Dunn told Sand" where Sand told Dunn. */
import { verbReading } from '#text/lexicon.ts';
import type { Piece } from './verify-pieces.ts';

type Roles = { readonly agent: Piece; readonly patient: Piece };

export function rolesTurned(claim: readonly Piece[], passage: readonly Piece[]): Piece | undefined {
  for (const [i, { kind, key }] of claim.entries()) {
    if (kind !== 'word' || !verbReading(key)) continue;
    const ours = rolesAt(claim, i);
    if (!ours) continue;
    const theirs = passage.flatMap((piece, j) => (piece.kind === 'word' && piece.key === key ? (rolesAt(passage, j) ?? []) : []));
    const isTold = theirs.some(({ agent, patient }) => agent.key === ours.agent.key && patient.key === ours.patient.key);
    if (!isTold && theirs.some(({ agent, patient }) => agent.key === ours.patient.key && patient.key === ours.agent.key)) return ours.agent;
  }
  return undefined;
}

/** Who stands before and behind a verb; turned round where it is passive: "was told by". */
function rolesAt(pieces: readonly Piece[], at: number): Roles | undefined {
  const before = nameBefore(pieces, at);
  const behind = nameBehind(pieces, at);
  if (!before || !behind) return undefined;
  return isPassive(pieces, at) ? { agent: behind, patient: before } : { agent: before, patient: behind };
}

const BE = new Set('is are was were be been being'.split(' '));
const isPassive = (pieces: readonly Piece[], at: number): boolean =>
  [1, 2].some((back) => BE.has(pieces[at - back]?.key ?? '')) && [1, 2].some((on) => pieces[at + on]?.key === 'by');

/** Names stand so near their verb, an apposition between them. */
const REACH = 8;
const ENDS = new Set('. ; : ? ! while and but whereas because after before that'.split(' '));

/** Where its clause ends, or something counted does it. */
const isEnd = ({ key, kind }: Piece): boolean => ENDS.has(key) || kind === 'figure';

function nameBefore(pieces: readonly Piece[], at: number): Piece | undefined {
  for (let i = at - 1; i >= 0 && i >= at - REACH; i--) {
    const piece = pieces[i];
    if (!piece || isEnd(piece)) return undefined;
    if (piece.kind === 'name' && !piece.isPossessive) return piece;
  }
  return undefined;
}

/** The last word of the first name there: the surname. */
function nameBehind(pieces: readonly Piece[], at: number): Piece | undefined {
  for (let i = at + 1; i <= at + REACH; i++) {
    const piece = pieces[i];
    if (!piece || isEnd(piece)) return undefined;
    if (piece.kind !== 'name' || piece.isPossessive) continue;
    let last = i;
    while (pieces[last + 1]?.kind === 'name') last += 1;
    return pieces[last];
  }
  return undefined;
}
