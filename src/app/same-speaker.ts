/** Speakers that fit what was typed → the one meant, under each form that articles give the name, and the others. */
import { foldedWords } from '#lib/fold.ts';
import type { KnownSpeaker } from '#storage/contract/library.ts';

export type Chosen = { readonly names: readonly [string, ...string[]]; readonly others: readonly string[] };

/**
 * Whoever said most lately, with the shorter and longer forms of that same full name. A surname alone goes with its only bearer; where two bear it,
 * nobody can tell whose it is, and it stands for itself. `near`: more speakers, of whom only a surname alone is taken.
 */
export function chooseSpeaker(known: readonly KnownSpeaker[], near: readonly KnownSpeaker[] = []): Chosen | undefined {
  const typed = known.map(({ name }) => name);
  const all = [...new Set([...typed, ...near.map(({ name }) => name)])];
  const [first] = typed;
  if (first === undefined) return undefined;
  const bearers = all.filter((name) => !isAlone(name) && isWithin(first, name));
  const isShared = bearers.some((one) => bearers.some((other) => !isSame(one, other)));
  const anchor = isAlone(first) && bearers.length > 0 && !isShared ? (bearers[0] ?? first) : first;
  const isMeant = (name: string): boolean =>
    isAlone(name)
      ? name === anchor || (isWithin(name, anchor) && isOnlyBearer(anchor, name, all))
      : !isAlone(anchor) && isSame(name, anchor);
  const names = all.filter((name) => name !== anchor && isMeant(name));
  return { names: [anchor, ...names], others: typed.filter((name) => name !== anchor && !names.includes(name)) };
}

/** Small letters without accents; initials and "Jr." tell nobody apart here. */
const partsOf = (name: string): readonly string[] => foldedWords(name).filter((part) => part.length > 1);

const isAlone = (name: string): boolean => partsOf(name).length < 2;

const isWithin = (a: string, b: string): boolean => partsOf(a).every((part) => partsOf(b).includes(part));

/** In any order: "Orbán Viktor", "Viktor Orbán". */
const isSame = (a: string, b: string): boolean => isWithin(a, b) || isWithin(b, a);

const isOnlyBearer = (bearer: string, surname: string, all: readonly string[]): boolean =>
  all.every((name) => isAlone(name) || !isWithin(surname, name) || isSame(name, bearer));
