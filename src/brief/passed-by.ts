/** The rules by which a sentence is passed over, by their names; `why` has words for each. */
import type { phrases } from '#phrases/why.ts';

export type PassedBy = keyof typeof phrases.passedBy;
