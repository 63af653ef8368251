import type { Quote } from '#model/extraction.ts';
import type { Reading } from '#text/reading.ts';

export function findQuotes(_reading: Reading): Quote[] {
  return [];
}
