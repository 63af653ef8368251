/** A claim and a text → the name that says in the claim what another says in the text: "Voss said the port lost 212 million" where Ruiz said it. */
import { verbReading } from '#text/lexicon.ts';
import { isSpeech } from './cue-words.ts';
import type { Line } from './verify-passage.ts';
import type { Piece } from './verify-pieces.ts';

export type WrongSayer = { readonly piece: Piece; readonly instead: Piece };

/** Of the claim's sense beside who says it, the sentence of the text has at least this share: then it is that sentence's. */
const MOSTLY = 0.6;

export function wrongSayer(claim: readonly Piece[], lines: readonly Line[]): WrongSayer | undefined {
  const sayers = sayersIn(claim);
  const [piece] = sayers;
  if (piece === undefined || sayers.length > 1) return undefined;
  const wanted = claim.filter((one) => one.weight === 1 && !isPartOf(one, piece, claim) && !isSaying(one));
  // both may have said it
  const source = lines.some((line) => line.keys.has(piece.key) && isMostOf(wanted, line)) ? undefined : lineOf(wanted, lines);
  if (source === undefined || source.keys.has(piece.key)) return undefined;
  const [instead] = sayersIn(source.pieces);
  if (instead === undefined || areOne(piece.key, instead.key, lines)) return undefined;
  return { piece, instead };
}

const isSaying = ({ kind, written, key }: Piece): boolean =>
  kind === 'word' && (key === 'according' || isSpeech(verbReading(written ?? key)?.cue));

/** "Karel Voss": the first name stands and falls with the last. */
function isPartOf(one: Piece, name: Piece, pieces: readonly Piece[]): boolean {
  if (one === name) return true;
  return one.kind === 'name' && pieces[pieces.indexOf(one) + 1] === name;
}

function lineOf(wanted: readonly Piece[], lines: readonly Line[]): Line | undefined {
  let best: Line | undefined;
  let most = 0;
  for (const line of lines) {
    const held = heldBy(line, wanted);
    if (held > most) [best, most] = [line, held];
  }
  return best !== undefined && isMostOf(wanted, best) ? best : undefined;
}

const heldBy = (line: Line, wanted: readonly Piece[]): number =>
  wanted.filter(({ key, written }) => line.keys.has(key) || (written !== undefined && line.keys.has(written))).length;

const isMostOf = (wanted: readonly Piece[], line: Line): boolean =>
  wanted.length >= MIN_WORDS && heldBy(line, wanted) >= MOSTLY * wanted.length;
/** Fewer may stand anywhere. */
const MIN_WORDS = 3;

/** Last names that stand before a verb of speech, behind one that follows what was said, or behind "according to". */
function sayersIn(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((verb, at): Piece[] => {
    if (!isSaying(verb)) return [];
    const before = verb.key === 'according' ? undefined : nameBefore(pieces, at);
    const found = before ?? nameBehind(pieces, at);
    return found === undefined ? [] : [found];
  });
}

const REACH = 6;
const ENDS = new Set('. ; : ? ! while and but whereas because after before that'.split(' '));

function nameBefore(pieces: readonly Piece[], at: number): Piece | undefined {
  for (let i = at - 1; i >= 0 && i >= at - REACH; i--) {
    const piece = pieces[i];
    if (piece === undefined || ENDS.has(piece.key) || piece.kind === 'figure' || isSaying(piece)) return undefined;
    if (piece.kind === 'name') return piece.isPossessive ? undefined : piece;
  }
  return undefined;
}

/** ", said Karel Voss": right behind it, a title or "to" between. */
function nameBehind(pieces: readonly Piece[], at: number): Piece | undefined {
  for (let i = at + 1; i <= at + 2; i++) {
    if (pieces[i]?.kind !== 'name') continue;
    let last = i;
    while (pieces[last + 1]?.kind === 'name') last += 1;
    return pieces[last];
  }
  return undefined;
}

/** "Hillary" and "Clinton": somewhere they stand side by side. */
const areOne = (one: string, other: string, lines: readonly Line[]): boolean =>
  lines.some(({ pieces }) =>
    pieces.some((piece, i) => piece.key === one && (pieces[i - 1]?.key === other || pieces[i + 1]?.key === other)),
  );
