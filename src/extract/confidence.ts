/** How a quotation was attributed, how its speaker was resolved and what is to be doubted → the share of such attributions that are right. */
import type { Way } from './cues.ts';
import type { Doubt } from './doubts.ts';
import type { Resolved } from './resolve.ts';

/** Shares of right mentions without a doubt, as counted over long quotations of American news (polnear, train; tests/tools/score-quotes.ts). */
const BY_WAY: Readonly<Record<Way, number>> = {
  after: 0.995,
  inverted: 0.99,
  'after-loose': 0.65,
  before: 0.98,
  'before-loose': 0.92,
  colon: 0.75,
  according: 0.9,
  trailing: 0.98,
  passive: 0.8,
  noun: 0.55,
  continued: 0.98,
  'continued-far': 0.6,
};

const BY_RESOLUTION: Readonly<Record<Resolved['by'], number>> = {
  name: 1,
  surname: 1,
  apposition: 1,
  pronoun: 0.985,
  role: 0.97,
  description: 0.97,
  nothing: 0.6,
};

const BY_DOUBT: Readonly<Record<Doubt, number>> = {
  'two cues': 0.95,
  'second hand': 0.97,
  'open marks': 0.65,
  inside: 0.985,
  'no speaker': 0.6,
  'cut name': 0.9,
  far: 0.5,
  'other mouth': 0.85,
};

/** From here on a quotation is shown without a caveat. */
export const PRINT_FROM = 0.96;

export function confidenceOf(way: Way, distance: number, by: Resolved['by'], doubts: readonly Doubt[]): number {
  const far = distance > 2 ? 0.85 : distance > 0 ? 0.97 : 1;
  const doubt = doubts.reduce((product, one) => product * BY_DOUBT[one], 1);
  return Math.round(BY_WAY[way] * BY_RESOLUTION[by] * far * doubt * 1000) / 1000;
}
