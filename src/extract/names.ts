/** A reading → the names of people, organisations and places in it, most frequent first. */
import type { Reading } from '#text/reading.ts';
import { framesOf } from './frames.ts';
import { findPeople } from './people.ts';

export function findNames(reading: Reading): string[] {
  const { entities } = findPeople(framesOf(reading));
  return entities
    .filter((entity) => entity.count > 0)
    .map((entity, index) => ({ name: entity.words.join(' '), count: entity.count, index }))
    .sort((a, b) => b.count - a.count || a.index - b.index)
    .map(({ name }) => name);
}
