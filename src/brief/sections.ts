/** Ranked stories and the topics of a post → in which order they are taken, so that each topic has its turn, and how they then stand: topic by topic. */
import type { RankedStory } from './rank.ts';

/** A topic of several in one post, and the stories that were found for it. */
export type Section = { readonly label: string; readonly storyIds: ReadonlySet<string> };

export const sectionOf = (storyId: string, sections: readonly Section[]): number =>
  sections.findIndex(({ storyIds }) => storyIds.has(storyId));

/** The best of each topic, then the second of each …; a story of two topics is the first one's. */
export function inTurns(ranked: readonly RankedStory[], sections: readonly Section[]): RankedStory[] {
  if (sections.length < 2) return [...ranked];
  const queues = sections.map((_section, index) => ranked.filter(({ story }) => sectionOf(story.id, sections) === index));
  const longest = Math.max(...queues.map(({ length }) => length));
  return Array.from({ length: longest }, (_nothing, round) => queues.flatMap((queue) => queue.slice(round, round + 1))).flat();
}
