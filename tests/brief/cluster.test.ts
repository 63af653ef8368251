import { describe, expect, it } from 'vitest';
import { assignStory, clusterKeys, type StoryCandidate } from '#brief/cluster.ts';
import { storyIds } from './clustered.ts';
import { firstReport, followUp, secondOutlet } from './ferry.ts';
import { article, HOUR, MORNING } from './material.ts';

const otherFerry = article({
  id: 'other-ferry',
  outlet: 'Vale Courier',
  title: 'New ferry line to link Calder Bay with the western islands',
  at: MORNING + 3 * HOUR,
  text: `CALDER BAY — A new ferry line will link Calder Bay with the western islands from May, the county said on Monday.

Two ships with room for 180 passengers each will sail four times a day, county commissioner Hedda Moss said.

Fishermen at Calder Bay welcomed the line but asked for cheaper freight.`,
  names: ['Calder Bay', 'Hedda Moss'],
});
const copy = article({
  id: 'copy',
  outlet: 'Northern Ledger',
  title: 'Passenger ship goes down before dawn',
  at: MORNING + 5 * HOUR,
  text: firstReport.article.text
    .replace('PORT ELLIS — A ferry', 'By our staff. A ferry')
    .replace('She was taken to the hospital with a broken arm.', ''),
  names: firstReport.extraction.names,
});

describe('stories', () => {
  it('join what tells one event, follow-up and copy included, and nothing else', () => {
    expect(storyIds([firstReport, secondOutlet, otherFerry, copy, followUp])).toEqual([
      'ferry-1',
      'ferry-1',
      'other-ferry',
      'ferry-1',
      'ferry-1',
    ]);
  });

  it('find a copy by its runs of words, whatever its title', () => {
    const keys = clusterKeys(firstReport.article, firstReport.extraction);
    const candidate = { articleId: 'ferry-1', storyId: 's', title: firstReport.article.title, publishedAt: MORNING, keys };
    const found = assignStory(
      { title: 'Elsewhere', publishedAt: MORNING, keys: clusterKeys({ ...copy.article, title: 'Elsewhere' }, { names: [] }) },
      [candidate],
      new Map(),
      1,
    );
    expect(found).toMatchObject({ storyId: 's', joining: { why: 'near-duplicate', like: 'ferry-1' }, alsoOf: [] });
  });

  it('do not depend on the order of the candidates', () => {
    const candidates = [firstReport, secondOutlet, otherFerry].map(({ article: item, extraction }, index): StoryCandidate => {
      return {
        articleId: item.id,
        storyId: index < 2 ? 'a' : 'b',
        title: item.title,
        publishedAt: item.publishedAt,
        keys: clusterKeys(item, extraction),
      };
    });
    const newcomer = {
      title: followUp.article.title,
      publishedAt: followUp.article.publishedAt,
      keys: clusterKeys(followUp.article, followUp.extraction),
    };
    const one = assignStory(newcomer, candidates, new Map(), 3);
    expect(assignStory(newcomer, [...candidates].reverse(), new Map(), 3)).toEqual(one);
  });

  it('do not take up again what is a week old', () => {
    const late = article({ ...secondOutlet.article, id: 'late', at: MORNING + 8 * 24 * HOUR, names: secondOutlet.extraction.names });
    expect(storyIds([firstReport, late])).toEqual(['ferry-1', 'late']);
  });

  it('are looked up by few keys, each prefixed by its kind', () => {
    const keys = clusterKeys(firstReport.article, firstReport.extraction);
    expect(keys.length).toBeLessThanOrEqual(62);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[nwsdoe]:\S+$/);
  });
});
