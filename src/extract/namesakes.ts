/** A surname alone, where an article names several who bear it → which of them, and whether it may as well be another. */
import type { Gender } from '#text/names-en.ts';
import type { Draft, Drafts } from './name-drafts.ts';

/** What the article has told up to a place: who was named in full or by the given name, and when last. */
export type Named = { readonly sentence: number; readonly lastNamed: ReadonlyMap<number, number> };

export type Bearer = { readonly id: number; readonly isUnsure: boolean };

/** So many sentences after somebody was named in full, the surname alone may be his. */
const NEAR_SENTENCES = 4;

/** Of `ids`, all of that surname: whoever was named in full first, as the one an article is about is. `isTitled`: "Mr. Holm". */
export function bearerOf(drafts: Drafts, ids: readonly number[], isTitled: boolean, { sentence, lastNamed }: Named): Bearer | undefined {
  const full = ids.filter((id) => (drafts.all[id]?.full ?? 0) > 0);
  // "Vera said" of Vera Holm leaves "Mr. Holm" to the other one
  const titled = isTitled ? full.filter((id) => drafts.all[id]?.isCalledByGiven !== true) : [];
  const meant = titled.length > 0 ? titled : full;
  const first = firstNamed(lastNamed, meant);
  const best = first ?? mostNamed(drafts, meant);
  if (best === undefined) {
    const other = mostNamed(drafts, ids);
    return other === undefined ? undefined : { id: other, isUnsure: false };
  }
  const isNear = (id: number): boolean => sentence - (lastNamed.get(id) ?? Number.NEGATIVE_INFINITY) <= NEAR_SENTENCES;
  const isUnsure = full.some((id) => id !== best && isNear(id)) || (first === undefined && meant.length > 1);
  return { id: best, isUnsure };
}

/** Bearers stand in the order in which the article names them. */
function firstNamed(lastNamed: Named['lastNamed'], meant: readonly number[]): number | undefined {
  if (meant.length > 0) for (const id of lastNamed.keys()) if (meant.includes(id)) return id;
  return undefined;
}

export function mostNamed({ all }: Drafts, ids: readonly number[]): number | undefined {
  let best: number | undefined;
  let most = -1;
  for (const id of ids) {
    const draft = all[id];
    if (draft === undefined || draft.full + draft.count <= most) continue;
    best = id;
    most = draft.full + draft.count;
  }
  return best;
}

/** What the given name tells; else titles and relations beside the name. */
export const genderOf = ({ words, male, female }: Draft): Gender | undefined =>
  words[0]?.gender ?? (male > female ? 'male' : female > male ? 'female' : undefined);
