/** What is told of one marked stretch: its sentence, and the cue that attributes it. */
import type { Marked } from '#text/marks.ts';
import type { FrameSentence } from '#text/tokens.ts';
import type { Cue } from './cues.ts';

export type Attribution = {
  readonly marked: Marked;
  readonly sentence: FrameSentence;
  /** Index of the quotation's token in `sentence`. */
  readonly at: number;
  /** The sentence that holds cue and mention: the same, or an earlier one. */
  readonly cueSentence?: FrameSentence;
  readonly cue?: Cue;
  /** The marks hold whole words of somebody, not a term or a title. */
  readonly isStandalone: boolean;
  /** "Q1," X said, "q2": the second half of such. */
  readonly isSecondHalf: boolean;
};
