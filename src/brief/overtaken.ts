/** A story's figure lines → the same without counts of the killed, hurt, missing … that a later report gives higher, in whatever words: they are no longer true. */
import type { BriefFigure } from '#model/briefing.ts';
import { quantityOf } from './quantities.ts';

const LATER_MS = 6 * 3_600_000;

export const withoutOvertaken = (figures: readonly BriefFigure[]): readonly BriefFigure[] =>
  figures.filter((figure) => !figures.some((other) => other !== figure && overtakes(other, figure)));

/** Left out, not set right: the two may count a part and the whole. */
function overtakes(later: BriefFigure, earlier: BriefFigure): boolean {
  const [a, b] = [quantityOf(later.counts, later.unit), quantityOf(earlier.counts, earlier.unit)];
  const isSameOutcome =
    a.unit === b.unit &&
    a.outcomes.size > 0 &&
    a.outcomes.size === b.outcomes.size &&
    [...a.outcomes].every((outcome) => b.outcomes.has(outcome));
  const [newest, oldest] = [later.values[0], earlier.values[0]];
  if (!isSameOutcome || newest === undefined || oldest === undefined) return false;
  return newest.source.publishedAt - oldest.source.publishedAt >= LATER_MS && highest(newest.value) > highest(oldest.value);
}

const highest = (value: number | readonly [number, number]): number => (typeof value === 'number' ? value : value[1]);
