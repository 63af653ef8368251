/** A claim's facts, aligned with a passage → those that are not backed there, each with what the passage has in its place. */
import { kindOf } from '#text/units.ts';
import { align } from './verify-align.ts';
import { DAY_OF_MONTH, type Measure, ORDINAL, type Piece } from './verify-pieces.ts';
import { rolesTurned } from './verify-roles.ts';
import { contradicts, isSame } from './verify-same.ts';

export type Unbacked = {
  readonly piece: Piece;
  /** absent: not in the passage; elsewhere: it is, but belongs to something else; hedge: said as more, less, or without its hedge. */
  readonly fault: 'absent' | 'elsewhere' | 'hedge';
  /** What stands in its place. */
  readonly instead?: Piece;
};

/** `isKnownName`: whether a name that the passage lacks may stand in the claim all the same. */
export function unbackedFacts(
  claim: readonly Piece[],
  passage: readonly Piece[],
  isKnownName: (name: Piece, neighbours: readonly Piece[]) => boolean,
): Unbacked[] {
  const aligned = align(claim, passage, isSame);
  const turned = rolesTurned(claim, passage);
  if (turned) return [{ piece: turned, fault: 'elsewhere' }];
  return claim.flatMap((piece, i) => {
    if (piece.kind === 'word' || piece.kind === 'mark') return [];
    const at = { claim, passage, aligned, i };
    const fault = piece.kind === 'figure' ? judgeFigure(piece, at) : judgeName(piece, at, isKnownName);
    return fault ? [{ piece, ...fault }] : [];
  });
}

type At = { readonly claim: readonly Piece[]; readonly passage: readonly Piece[]; readonly aligned: Int32Array; readonly i: number };
type Fault = Omit<Unbacked, 'piece'> | undefined;

function judgeFigure(piece: Piece, at: At): Fault {
  const { passage, aligned, i } = at;
  const there = passage[aligned[i] ?? -1];
  const equals = placesOf(piece, passage);
  if (equals.length === 0) return { fault: 'absent', ...insteadOf(piece, there) };
  const isEqual = there !== undefined && isSame(piece, there);
  if (isEqual && isInPlace(at)) return hedgeFault(piece, there);
  const { best, place, rival } = nearest(piece, at, equals);
  // where something else stands in its place it must be clearly nearer to be right
  const isBeaten = isEqual || there?.kind !== 'figure' ? rival > best : rival >= best;
  if (isBeaten) return { fault: 'elsewhere', ...insteadOf(piece, there) };
  return hedgeFault(piece, isEqual ? there : passage[place]);
}

/** Names and dates may move about in a sentence; only what took another one's place is a fault. */
function judgeName(piece: Piece, at: At, isKnownName: (name: Piece, neighbours: readonly Piece[]) => boolean): Fault {
  const { claim, passage, aligned, i } = at;
  const there = passage[aligned[i] ?? -1];
  if (there !== undefined && isSame(piece, there)) return undefined;
  const equals = placesOf(piece, passage);
  const isTaken = there !== undefined && there.kind === piece.kind && isInPlace(at);
  if (equals.length === 0) {
    if (
      !isTaken &&
      isKnownName(
        piece,
        [claim[i - 1], claim[i + 1]].flatMap((one) => one ?? []),
      )
    )
      return undefined;
    return { fault: 'absent', ...insteadOf(piece, there) };
  }
  if (!isTaken) return undefined;
  const { best, rival } = nearest(piece, at, equals);
  return rival >= best ? { fault: 'elsewhere', instead: there } : undefined;
}

const placesOf = (piece: Piece, passage: readonly Piece[]): number[] =>
  passage.flatMap((other, index) => (isSame(piece, other) ? [index] : []));

const insteadOf = (piece: Piece, there: Piece | undefined) =>
  there && isRival(piece, there) && !isSame(piece, there) ? { instead: there } : {};

function hedgeFault(piece: Piece, source: Piece | undefined): Fault {
  if (!source || !piece.measure || !source.measure || !contradicts(piece.measure, source.measure)) return undefined;
  return { fault: 'hedge', instead: source };
}

/** How near its equals stand to what stands around it in the claim, and how near another fact of its kind does. */
function nearest(piece: Piece, { claim, passage, i }: At, equals: readonly number[]) {
  const around = surroundings(claim, i);
  const ofTurned = piece.kind === 'figure' ? TURNED.figure : TURNED.name;
  let best = -1;
  let place = -1;
  let rival = -1;
  for (const [index, other] of passage.entries()) {
    if (!equals.includes(index) && !isRival(piece, other)) continue;
    const nearness = shared(around, surroundings(passage, index), ofTurned);
    if (!equals.includes(index)) rival = Math.max(rival, nearness);
    else if (nearness > best) {
      best = nearness;
      place = index;
    }
  }
  return { best, place, rival };
}

/** A count is not taken for a year, nor a share for a sum: only figures of one sort can have been exchanged. */
function isRival(piece: Piece, other: Piece): boolean {
  if (piece.kind !== other.kind) return false;
  return piece.measure && other.measure ? sortOf(piece.measure) === sortOf(other.measure) : true;
}

function sortOf({ value, unit }: Measure): string {
  if (unit === ORDINAL || unit === DAY_OF_MONTH) return unit;
  if (unit !== null) return kindOf(unit);
  return typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value < 2100 ? 'year' : 'count';
}

/** How much of what stands right before and behind it must stand there in the passage too: one content word, or two others. */
const IN_PLACE = 0.6;
const BESIDE = 3;

function isInPlace({ claim, passage, aligned, i }: At): boolean {
  const j = aligned[i] ?? -1;
  let weight = 0;
  for (const step of [-1, 1]) {
    for (let distance = 1; distance <= BESIDE; distance++) {
      const piece = claim[i + step * distance];
      const other = passage[j + step * distance];
      if (!piece || !other || aligned[i + step * distance] !== j + step * distance || !isSame(piece, other)) break;
      weight += piece.weight;
    }
  }
  return weight >= IN_PLACE;
}

const CLAUSE_BREAKS = new Set(', ; : - ( ) . and but while whereas as when'.split(' '));
/** What stands behind a break tells less of what a fact belongs to. */
const BEHIND_BREAK = 0.2;
const REACH = 7;

/** The words of its clause, with how near they are and on which side. */
function surroundings(pieces: readonly Piece[], at: number): Map<string, number> {
  const isFigure = pieces[at]?.kind === 'figure';
  const around = new Map<string, number>();
  for (const step of [-1, 1]) {
    let clause = 1;
    for (let distance = 1; distance <= REACH; distance++) {
      const piece = pieces[at + step * distance];
      if (!piece) break;
      if (CLAUSE_BREAKS.has(piece.key)) clause *= BEHIND_BREAK;
      // beside a figure the other figures are in question themselves
      if (piece.kind === 'mark' || (isFigure && piece.kind === 'figure')) continue;
      const key = `${step} ${piece.key}`;
      around.set(key, Math.max(around.get(key) ?? 0, (piece.weight * clause) / (1 + distance / 8)));
    }
  }
  return around;
}

/** A sentence may be turned round: then words stand on the other side. Who does it to whom is told by the side, how many there are is not. */
const TURNED = { figure: 0.8, name: 0.5 } as const;

function shared(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>, ofTurned: number): number {
  let sum = 0;
  for (const [key, weight] of a) {
    const turned = key.startsWith('-1 ') ? `1 ${key.slice(3)}` : `-1 ${key.slice(2)}`;
    sum += Math.max(Math.min(weight, b.get(key) ?? 0), ofTurned * Math.min(weight, b.get(turned) ?? 0));
  }
  return sum;
}
