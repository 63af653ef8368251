/** How a quotation was attributed, how its speaker was resolved and what is to be doubted → the chance that the attribution is right. */
import type { Way } from './cues.ts';
import type { Doubt } from './doubts.ts';
import type { Resolved } from './resolve.ts';

/**
 * Log odds, to be added up: a logistic regression over 6,800 attributed long quotations of American news (polnear, train; right = the speaker's
 * words that its annotators marked). Fitted on either half it is as good on the other. Where the corpus has few examples the weight is a cautious guess.
 */
const BASE = 3.65;

const BY_WAY: Readonly<Record<Way, number>> = {
  after: 0.85,
  inverted: 1,
  'after-loose': -1,
  before: 0.4,
  'before-loose': 0,
  colon: 0,
  'colon-far': 0.3,
  according: 0.6,
  trailing: 0.4,
  passive: -1.4,
  noun: -0.7,
  continued: 0.6,
  reported: -2.4,
  'continued-far': -2.1,
};

const BY_RESOLUTION: Readonly<Record<Resolved['by'], number>> = {
  name: 0.5,
  apposition: 0.5,
  pronoun: -0.1,
  age: 0.1,
  party: 0.1,
  // read by hand, one in five was somebody else of that office
  role: -2.3,
  ahead: -2.5,
  topic: -2.5,
  description: 0.4,
  nothing: -0.9,
};

const BY_DOUBT: Readonly<Record<Doubt, number>> = {
  'second hand': -5.8,
  'late quotation': -1.4,
  'open marks': -1.6,
  // the corpus has too few; of eight read by hand seven held a caption or a teaser
  'run-on': -3,
  block: -1.2,
  'not said': -5,
  'no person': -1.1,
  'odd verb': -0.85,
  embedded: -1.6,
  far: -0.9,
  'two cues': -0.8,
  // read by hand, of those that were shown every second one was a thing
  'no speaker': -2.2,
  gap: -0.66,
  term: -0.7,
  // the corpus has too few; a guess
  title: -2.5,
  verbs: -0.6,
  long: -0.2,
  'other mouth': -0.8,
  'cut name': -0.5,
  marks: -0.2,
  inside: -0.15,
  'other person': -2.6,
  // of some 35 articles with two of a surname (polnear), eight had the other one's name
  namesake: -2.8,
  aside: -2.5,
  'one word': 0,
  'few words': 0,
};

/** Of 150 of one word (polnear) 93 in 100 were right, of a dozen read elsewhere half; of 110 of few words 91: however sure the speaker is. */
const AT_MOST: Partial<Readonly<Record<Doubt, number>>> = { 'one word': 0.93, 'few words': 0.93 };

const BY_DISTANCE = [0.2, 0.2, -0.4];

/** From here on a quotation is shown without a caveat. */
export const PRINT_FROM = 0.938;

export function confidenceOf(way: Way, distance: number, by: Resolved['by'], doubts: readonly Doubt[]): number {
  const near = BY_DISTANCE[Math.min(distance, BY_DISTANCE.length - 1)] ?? 0;
  const odds = doubts.reduce((sum, doubt) => sum + BY_DOUBT[doubt], BASE + BY_WAY[way] + BY_RESOLUTION[by] + near);
  const most = Math.min(...doubts.map((doubt) => AT_MOST[doubt] ?? 1), 1);
  return Math.min(most, Math.round(1000 / (1 + Math.exp(-odds))) / 1000);
}
