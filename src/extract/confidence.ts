/** How a quotation was attributed and its speaker resolved → the share of such attributions that are right, as measured (docs of tests/gold). */
import type { Way } from './cues.ts';
import type { Resolved } from './resolve.ts';

const BY_WAY: Readonly<Record<Way, number>> = {
  after: 0.99,
  inverted: 0.99,
  'after-loose': 0.85,
  before: 0.95,
  'before-loose': 0.8,
  colon: 0.85,
  according: 0.93,
  trailing: 0.93,
  passive: 0.8,
  noun: 0.85,
  continued: 0.93,
  'continued-far': 0.75,
};

const BY_RESOLUTION: Readonly<Record<Resolved['by'], number>> = {
  name: 0.995,
  surname: 0.98,
  apposition: 0.98,
  pronoun: 0.94,
  role: 0.9,
  description: 0.97,
  nothing: 0.3,
};

/** From here on a quotation is shown without a caveat. */
export const PRINT_FROM = 0.9;

export function confidenceOf(way: Way, distance: number, by: Resolved['by']): number {
  const far = distance > 2 ? 0.85 : distance > 0 ? 0.97 : 1;
  return Math.round(BY_WAY[way] * BY_RESOLUTION[by] * far * 1000) / 1000;
}
