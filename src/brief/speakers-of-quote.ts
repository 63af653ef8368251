/** Two speakers → whether they are one: "Putin" and "Vladimir Putin" of one story are, the Obamas and the "residents" of two towns are not. */
import type { ArticleId } from '#model/article.ts';
import type { Speaker } from '#model/extraction.ts';
import { fold } from './words.ts';

export type PlacedSpeaker = { readonly speaker: Speaker; readonly articleId: ArticleId };

export function isSameSpeaker(a: PlacedSpeaker, b: PlacedSpeaker): boolean {
  const [nameA, nameB] = [fold(a.speaker.name).trim(), fold(b.speaker.name).trim()];
  // A description stays inside its article.
  if (a.speaker.kind === 'description' || b.speaker.kind === 'description') return nameA === nameB && a.articleId === b.articleId;
  if (nameA === nameB) return true;
  if (a.speaker.kind !== 'person' || b.speaker.kind !== 'person') return nameA.replace(/^the /, '') === nameB.replace(/^the /, '');
  if (lastName(nameA) !== lastName(nameB)) return false;
  const [givenA, givenB] = [nameA.split(/\s+/), nameB.split(/\s+/)].map((parts) => (parts.length > 1 ? parts[0] : undefined));
  return givenA === undefined || givenB === undefined || givenA.startsWith(givenB) || givenB.startsWith(givenA);
}

/** "Martin Luther King Jr." → King. */
export function lastName(name: string): string {
  const parts = name
    .replace(/,? (?:jr|sr|ii|iii|iv)\.?$/i, '')
    .trim()
    .split(/\s+/);
  return parts.at(-1) ?? name;
}
