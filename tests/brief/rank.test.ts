import { describe, expect, it } from 'vitest';
import { rankStories } from '#brief/rank.ts';
import { article, HOUR, MORNING, story } from './material.ts';

const plain = (id: string, title: string, hoursAgo: number, outlet = 'A') =>
  article({ id, title, outlet, at: MORNING - hoursAgo * HOUR, text: `${title}, the county said on Monday.` });
const ids = (
  stories: Parameters<typeof rankStories>[0],
  topic: readonly string[] = [],
  told: Parameters<typeof rankStories>[1]['told'] = new Map(),
) => rankStories(stories, { now: MORNING, topic, told }).map((ranked) => ranked.story.id);

const bridge = story('bridge', plain('b', 'Bridge of Lund closed', 2));
const levy = story('levy', plain('l', 'Levy on empty homes agreed', 2));

describe('stories come first', () => {
  it('that are fresh', () => {
    expect(ids([story('old', plain('o', 'Bridge of Lund closed', 40)), levy])).toEqual(['levy', 'old']);
  });

  it('that more outlets report', () => {
    expect(ids([bridge, story('levy', plain('l1', 'Levy on empty homes agreed', 2), plain('l2', 'Empty homes levy', 2, 'B'))])).toEqual([
      'levy',
      'bridge',
    ]);
  });

  it('that the topic names in their headline', () => {
    expect(ids([bridge, levy], ['levy'])).toEqual(['levy', 'bridge']);
    expect(ids([bridge, levy], ['bridge'])).toEqual(['bridge', 'levy']);
  });

  it('that the channel was not told', () => {
    const told = new Map([
      ['story:bridge', { at: MORNING - HOUR, detail: JSON.stringify({ outlets: ['A'], speakers: [], articles: ['b'], sentences: [] }) }],
    ]);
    expect(ids([bridge, levy], [], told)).toEqual(['levy', 'bridge']);
    const grown = story('bridge', plain('b', 'Bridge of Lund closed', 2), plain('b2', 'Bridge of Lund to open again', 1));
    const [first] = rankStories([grown, levy], { now: MORNING, topic: [], told });
    expect(first?.parts.told ?? 0).toBeGreaterThan(0);
  });
});

it('an order does not depend on the order given, and says why', () => {
  expect(ids([levy, bridge])).toEqual(ids([bridge, levy]));
  const [first] = rankStories([bridge], { now: MORNING, topic: [], told: new Map() });
  expect(Object.keys(first?.parts ?? {}).sort()).toEqual(['freshness', 'outlets', 'prominence', 'told', 'topic']);
  expect(first?.score).toBeCloseTo(Object.values(first?.parts ?? {}).reduce((sum, part) => sum + part, 0));
});
