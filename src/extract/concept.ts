/** A figure in its sentence → what it counts, in the sentence's own words: "killed in Gaza by Israel’s bombing", "Vecturas shares", "pay rise". */
import { countedParts, MAX_CONCEPT_CHARS } from './counted-concept.ts';
import { measuredParts } from './measured-concept.ts';
import type { Tagged } from './phrases.ts';

export type Counted = {
  /** First token of the hedge, last token of the amount with the noun it counts. */
  readonly first: number;
  readonly last: number;
  /** A noun is counted ("2,750 people"), not a unit measured. */
  readonly isCount: boolean;
};

/** What a figure that is not printed counts: `wording`, if there is one, and the phrases around. `source` is left out where anything else is known. */
export function conceptOf(sentence: Tagged, counted: Counted, source?: string, wording?: string): string | null {
  const around = counted.isCount ? countedParts(sentence, counted) : measuredParts(sentence, counted);
  const parts = [...around, wording];
  const others = parts.filter((part) => part !== source && part !== source?.replace(/^(?:the|an?) /i, ''));
  return assemble(others) ?? assemble(parts);
}

/** A part that only describes, its noun being the amount itself. */
const adjective =
  /^(?:actual|early|earlier|prior|previous|extraordinary|many|recent|good|full|total|latest|new|old|big|high|low|strong|live|available|worth|only|same|own|such|further|much|more|yes|no|\p{Ll}+(?:ous|ful))$/u;

/** Joins the parts while there is room, leaving out what an earlier part says already. */
function assemble(parts: readonly (string | undefined)[]): string | null {
  const kept: string[] = [];
  for (const part of parts) {
    if (!part || adjective.test(part) || kept.some((other) => other.includes(part))) continue;
    const length = kept.reduce((sum, other) => sum + other.length + 2, 0) + part.length;
    if (kept.length > 0 && length > MAX_CONCEPT_CHARS) continue;
    kept.push(part);
  }
  return kept.length > 0 ? clip(kept.join(', ')) : null;
}

/** Cuts at a word, and not behind a preposition or an article. */
function clip(concept: string): string {
  if (concept.length <= MAX_CONCEPT_CHARS) return concept;
  const cut = concept.slice(0, concept.lastIndexOf(' ', MAX_CONCEPT_CHARS));
  return cut.replace(/(?:[\s,]+(?:of|in|on|at|by|for|from|with|to|and|or|the|a|an|as|that|which|who|its|their|his|her))+$/i, '');
}
