import { describe, expect, it } from 'vitest';
import { compose } from '#brief/compose.ts';
import { present } from '#brief/present.ts';
import { article, HOUR, MORNING, story } from './material.ts';
import { wish, wordsOn } from './wish.ts';

const told = (id: string, hours: number) =>
  story(
    id,
    article({
      id,
      title: `Report of ${id}`,
      at: MORNING + hours * HOUR,
      text: `The council of Lund heard the whole report of ${id} on Monday.`,
    }),
  );
const stories = ['grid-1', 'grid-2', 'grid-3', 'ferry-1', 'both'].map((id, index) => told(id, 2 - index / 4));
const sections = [
  { label: 'Ferry', storyIds: new Set(['ferry-1', 'both']) },
  { label: 'Grid', storyIds: new Set(['grid-1', 'grid-2', 'grid-3', 'both']) },
];

describe('several topics in one post', () => {
  it('each have their turn, and stand together in the order of the topics', () => {
    const { stories: shown } = compose({ ...wish, stories, sections, maxStories: 3 });
    expect(shown.map(({ section, storyId }) => [section, storyId])).toEqual([
      ['Ferry', 'ferry-1'],
      ['Ferry', 'both'],
      ['Grid', 'grid-1'],
    ]);
  });

  it('are named beside their stories', () => {
    const text = wordsOn(present(compose({ ...wish, stories, sections, maxStories: 3 }), 'full'));
    expect(text).toContain('Ferry · New');
    expect(text).toContain('Grid · New');
  });

  it('leave a post of one topic as it was', () => {
    const one = compose({ ...wish, stories, sections: sections.slice(0, 1), maxStories: 3 });
    expect(one.stories.map(({ storyId }) => storyId)).toEqual(['grid-1', 'grid-2', 'grid-3']);
    expect(one.stories.every(({ section }) => section === undefined)).toBe(true);
  });
});
