/** What somebody typed for a speaker → who is meant: by name, by a slip of the pen, several at once, or by the office that one of the quoted holds. */
import { PRINT_FROM } from '#extract/confidence.ts';
import { foldedWords } from '#lib/fold.ts';
import type { Library } from '#storage/contract/library.ts';
import { toLatin } from './latin-letters.ts';
import { nearest } from './nearest.ts';
import { type Chosen, chooseSpeaker } from './same-speaker.ts';
import { wordsOf } from './topics.ts';

/** `shown`: one name each. */
export type Meant = Pick<Chosen, 'names' | 'others'> & { readonly shown: readonly string[] };

export async function whoIsMeant(typed: string, library: Library): Promise<Meant | { readonly near: readonly string[] }> {
  const found = await findSpeaker(typed, library);
  if ('names' in found) return { ...found, shown: [found.names[0]] };
  const several = await severalOf(typed, library);
  if (several !== undefined) return several;
  const holders = await holdersOf(typed, library);
  const [holder, ...more] = holders;
  if (holder === undefined) return found;
  return more.length === 0 ? { names: [holder], others: [], shown: [holder] } : { near: holders };
}

/** "vastri and odrin", where both are known. */
async function severalOf(typed: string, library: Library): Promise<Meant | undefined> {
  const parts = typed.split(/,? and |, | & /i).filter(Boolean);
  if (parts.length < 2) return undefined;
  const found = await Promise.all(parts.map((part) => findSpeaker(part, library)));
  const each = found.flatMap((one) => ('names' in one ? [one.names] : []));
  const [names, ...others] = each;
  if (names === undefined || each.length < parts.length) return undefined;
  return { names: [names[0], ...new Set([...names.slice(1), ...others.flat()])], others: [], shown: each.map(([name]) => name) };
}

/** Latest quotes that are looked through. */
const MAX_LOOKED_THROUGH = 200;
const MAX_HOLDERS = 3;

/** "the prime minister": whoever of the lately quoted has these words in the role that stands beside a quote. */
async function holdersOf(typed: string, library: Library): Promise<readonly string[]> {
  const office = wordsOf(typed).flatMap(foldedWords);
  if (office.length === 0) return [];
  // The role may stand in a sentence before the quote's own.
  const { quotes } = await library.quotes({ leastConfidence: PRINT_FROM, limit: MAX_LOOKED_THROUGH });
  const [first = ''] = office;
  const holders = quotes.flatMap(({ quote: { role = '', speakers } }) => {
    const held = new Set(foldedWords(role));
    // A commander of the coast guard is not the coast guard.
    const isTheirs = foldedWords(role.split(/,| (?:of|for|at|in|to) /)[0] ?? '').includes(first);
    return isTheirs && office.every((word) => held.has(word)) ? speakers.slice(0, 1).map(({ name }) => name) : [];
  });
  return [...new Set(holders)].slice(0, MAX_HOLDERS);
}

/** Whom the words mean; a slip of the pen is forgiven where it can only be one person. Else who is near. */
export async function findSpeaker(typed: string, library: Library): Promise<Chosen | { readonly near: readonly string[] }> {
  const known = await library.speakers(typed, 50);
  const [first] = known;
  if (first !== undefined) {
    const surname = first.name.split(/\s+/).at(-1) ?? '';
    const chosen = chooseSpeaker(known, await library.speakers(surname, 50));
    if (chosen !== undefined) return chosen;
  }
  const latin = toLatin(typed);
  if (latin !== undefined) return findSpeaker(latin, library);
  const all = await library.speakers('', 200);
  const near = nearest(
    typed,
    all.map(({ name }) => name),
  );
  const chosen = chooseSpeaker(all.filter(({ name }) => near.includes(name)));
  return chosen !== undefined && chosen.others.length === 0 && typed.length >= MIN_LETTERS_FORGIVEN ? chosen : { near };
}

/** In a shorter word one wrong letter makes another name of it. */
const MIN_LETTERS_FORGIVEN = 5;
