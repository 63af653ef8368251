import type { Figure } from '#model/extraction.ts';
import type { Reading } from '#text/reading.ts';

export function findFigures(_reading: Reading): Figure[] {
  return [];
}
