/** What a cue is: the words that attribute a quotation, the way they stand to it, and whoever speaks. */
import type { Phrase } from './noun-phrase.ts';
import type { Subject } from './subject.ts';

/** Where the cue was found; each way has its own share of right answers (confidence.ts). */
export type Way =
  | 'after'
  | 'inverted'
  | 'after-loose'
  | 'before'
  | 'before-loose'
  | 'colon'
  | 'colon-far'
  | 'according'
  | 'trailing'
  | 'passive'
  | 'noun'
  | 'continued'
  | 'reported'
  | 'continued-far';

export type Cue = {
  readonly way: Way;
  /** Token range of the words that attribute. */
  readonly from: number;
  readonly to: number;
  readonly subject: Subject;
};

export const one = (phrase: Phrase): Subject => ({ phrases: [phrase], distance: 0 });
