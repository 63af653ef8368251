import type { Reading } from '#text/reading.ts';

export function findNames(_reading: Reading): string[] {
  return [];
}
