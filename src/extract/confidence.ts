/** How a quotation was attributed, how its speaker was resolved and what is to be doubted → the chance that the attribution is right. */
import type { Way } from './cues.ts';
import type { Doubt } from './doubts.ts';
import type { Resolved } from './resolve.ts';

/**
 * Log odds, to be added up: a logistic regression over 6,800 attributed long quotations of American news (polnear, train; right = the speaker's
 * words that its annotators marked). Fitted on either half it is as good on the other. Where the corpus has few examples the weight is a cautious guess.
 */
const BASE = 3.3;

const BY_WAY: Readonly<Record<Way, number>> = {
  after: 1,
  inverted: 0.7,
  'after-loose': -0.9,
  before: 0.5,
  'before-loose': 0.1,
  colon: 0,
  'colon-far': 0.5,
  according: 0.3,
  trailing: 0.2,
  passive: -1.5,
  noun: -1,
  continued: 0.45,
  reported: -2.1,
  'continued-far': -2.3,
};

const BY_RESOLUTION: Readonly<Record<Resolved['by'], number>> = {
  name: 0.35,
  apposition: 0.4,
  pronoun: 0.1,
  role: -0.8,
  ahead: -1.7,
  topic: -1.8,
  description: 0.4,
  nothing: -0.9,
};

const BY_DOUBT: Readonly<Record<Doubt, number>> = {
  'second hand': -5.3,
  'late quotation': -1.65,
  'open marks': -1.65,
  'no person': -1.2,
  'odd verb': -1.1,
  embedded: -1.75,
  far: -1.05,
  'two cues': -0.8,
  'no speaker': -0.8,
  gap: -0.75,
  term: -0.65,
  verbs: -0.8,
  long: -0.35,
  'other mouth': -0.9,
  'cut name': -0.5,
  marks: -0.1,
  inside: 0,
};

const BY_DISTANCE = [0.2, 0.2, -0.4];

/** From here on a quotation is shown without a caveat. */
export const PRINT_FROM = 0.94;

export function confidenceOf(way: Way, distance: number, by: Resolved['by'], doubts: readonly Doubt[]): number {
  const near = BY_DISTANCE[Math.min(distance, BY_DISTANCE.length - 1)] ?? 0;
  const odds = doubts.reduce((sum, doubt) => sum + BY_DOUBT[doubt], BASE + BY_WAY[way] + BY_RESOLUTION[by] + near);
  return Math.round(1000 / (1 + Math.exp(-odds))) / 1000;
}
