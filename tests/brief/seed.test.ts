import { describe, expect, it } from 'vitest';
import { compose } from '#brief/compose.ts';
import { present } from '#brief/present.ts';
import { type Marked, story } from './material.ts';
import { readGold, seedByHand, seedByMachine, seedIsThere } from './seed.ts';
import { blocks, wish } from './wish.ts';

/** None where there is no seed: the body of a skipped suite is run all the same. */
const ways: [name: string, make: () => Marked][] = seedIsThere
  ? [
      ['by hand', seedByHand],
      ['by our extractor', seedByMachine],
    ]
  : [];

describe.skipIf(!seedIsThere)('the seed article, from ../shared/seed (skipped where that is not there)', () => {
  describe.each(ways)('marked %s', (_name, make) => {
    const briefing = compose({ ...wish, topic: 'putin-xi', stories: [story('seed', make())] });
    const full = present(briefing, 'full');
    const short = present(briefing, 'short');
    const gold = readGold();
    const keys = gold.quotes.filter(({ key }) => key);

    it('shows a key quote of each of the four speakers in full, and the fifth one step away', () => {
      const shown = blocks(full, 'quote');
      expect(shown.map(({ speakers }) => speakers.join()).sort()).toEqual([
        'Alexander Gabuev',
        'Bjorn Alexander Duben',
        'Vladimir Putin',
        'Wang Yi',
      ]);
      for (const { text, speakers } of shown)
        expect(keys.some((key) => key.text === text && key.speakers.join() === speakers.join())).toBe(true);
      const more = briefing.stories[0]?.moreQuotes.map(({ text }) => text) ?? [];
      expect(keys.filter(({ text }) => more.includes(text))).toHaveLength(1);
    });

    it('shows all four figures in full', () => {
      const lines = blocks(full, 'figures').flatMap((block) => block.lines);
      expect(lines.map(({ amount }) => amount).sort()).toEqual(
        expect.arrayContaining(['around 2,750 people', 'more than 1,400 people', 'more than one million people']),
      );
      expect(lines).toHaveLength(4);
      expect(lines.find(({ amount }) => amount.includes('130'))).toBeDefined();
      expect(lines.find(({ amount }) => amount.includes('2,750'))?.saidBy).toBe('Palestinian authorities');
    });

    it('shows a part of that in short, and nothing else', () => {
      const whole = JSON.stringify(full.blocks);
      const parts = [...blocks(short, 'quote'), ...blocks(short, 'figures').flatMap((block) => block.lines)];
      for (const part of parts) expect(whole).toContain(JSON.stringify(part));
      expect(blocks(short, 'quote')).toHaveLength(2);
      expect(blocks(short, 'figures')[0]?.lines).toHaveLength(3);
    });

    it('shows no caption, cross-head or related story', () => {
      const all = JSON.stringify(full);
      expect(all).not.toMatch(/FILE PHOTO|RELATED|Wagner|Read more|reunited/);
    });
  });
});
