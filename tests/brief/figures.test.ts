import { describe, expect, it } from 'vitest';
import { figuresOfStory } from '#brief/figures-of-story.ts';
import type { Figure } from '#model/extraction.ts';
import { article, HOUR, MORNING, story } from './material.ts';

type Told = Partial<Figure> & { readonly words: string };
const report = (id: string, outlet: string, hours: number, ...figures: readonly Told[]) =>
  article({
    id,
    outlet,
    title: id,
    at: MORNING + hours * HOUR,
    text: `${figures.map(({ words }) => `There were ${words}.`).join(' ')} `,
    figures,
  });
const people = (words: string, value: number, concept: string, rest: Partial<Figure> = {}): Told => ({
  words,
  value,
  unit: 'people',
  concept,
  ...rest,
});

const lines = (...articles: readonly ReturnType<typeof article>[]) =>
  figuresOfStory(story('s', ...articles), []).figures.map(({ values }) => values.map(({ amount }) => amount));

describe('the order of the lines', () => {
  const of = (title: string) => {
    const revenue: Told = { words: '$9.8bn', value: 9.8e9, unit: 'US dollar', concept: 'revenue', salience: 0.78 };
    const jobs: Told = { words: '4,500 jobs', value: 4500, unit: 'job', concept: 'to be cut by Kestrel', salience: 0.7 };
    const found = report('a', 'A', 0, revenue, jobs);
    return lines({ ...found, article: { ...found.article, title } }).flat();
  };

  it('begins with what the headline tells', () => {
    expect(of('Kestrel cuts 4,500 jobs')).toEqual(['4,500 jobs', '$9.8bn']);
    expect(of('Kestrel cuts jobs')).toEqual(['$9.8bn', '4,500 jobs']);
  });

  it('takes a part of another number for none', () => expect(of('Kestrel cuts 14,500 jobs')).toEqual(['$9.8bn', '4,500 jobs']));
});

describe('one quantity, one line', () => {
  it('across outlets and wordings', () => {
    expect(
      lines(
        report('a', 'A', 0, people('12 people', 12, 'killed in the flood of Lund')),
        report('b', 'B', 1, people('12 people', 12, 'dead in the Lund flood')),
      ),
    ).toEqual([['12 people']]);
  });

  it('though one outlet counts deaths and the other people', () => {
    const deaths: Told = { words: '12 deaths', value: 12, unit: 'death', concept: 'in the Lund flood' };
    expect(lines(report('a', 'A', 0, people('12 people', 12, 'killed in the Lund flood')), report('b', 'B', 1, deaths))).toHaveLength(1);
  });

  it('side by side where outlets differ', () => {
    const one = report('a', 'A', 0, people('12 people', 12, 'killed in the Lund flood', { saidBy: 'police' }));
    const other = report('b', 'B', 1, people('15 people', 15, 'killed in the flood at Lund', { saidBy: 'the hospital' }));
    expect(lines(one, other)).toEqual([['15 people', '12 people']]);
  });
});

describe('what does not grow', () => {
  const aboard = (value: number, saidBy: string, concept = 'on board') => people(`${value} people`, value, concept, { saidBy });

  it('stands side by side, a day apart, where two who are named differ', () => {
    const one = report('a', 'A', 0, aboard(214, 'the coast guard', 'on board the Lady Maren'));
    const other = report('b', 'B', 20, aboard(228, 'the operator'));
    expect(lines(one, other)).toEqual([['228 people', '214 people']]);
  });
  it('is a revision of the same sayer', () => {
    const one = report('a', 'A', 0, aboard(214, 'the coast guard'));
    const other = report('b', 'B', 20, aboard(228, 'Coast guard'));
    expect(lines(one, other)).toEqual([['228 people']]);
  });
});

describe('two quantities, two lines', () => {
  it.each([
    [
      'the killed and the injured',
      people('12 people', 12, 'killed in the Lund flood'),
      people('15 people', 15, 'injured in the Lund flood'),
    ],
    [
      'people and percent',
      people('12 people', 12, 'killed in the Lund flood'),
      { words: '15 percent', value: 15, unit: 'percent', concept: 'killed in the Lund flood' },
    ],
    [
      'a rate and its rise',
      { words: '4 percent', value: 4, unit: 'percent', concept: 'unemployment rate of Lund county' },
      { words: 'by 4 percent', value: 4, unit: 'percent', modifier: 'up', concept: 'unemployment rate of Lund county' },
    ],
    [
      'counts of another order',
      people('12 people', 12, 'evacuated from the Lund flood'),
      people('9,000 people', 9000, 'evacuated from homes in the Lund flood'),
    ],
  ] satisfies [string, Told, Told][])('%s', (_name, one, other) => {
    expect(lines(report('a', 'A', 0, one), report('b', 'B', 1, other))).toHaveLength(2);
  });

  it('in one article, however alike their words', () => {
    expect(
      lines(report('a', 'A', 0, people('12 people', 12, 'killed in the flood'), people('5 people', 5, 'killed in the flood'))),
    ).toHaveLength(2);
  });
});

describe('a later count', () => {
  const early = report('a', 'A', 0, people('12 people', 12, 'killed in the Lund flood', { saidBy: 'police' }));

  it.each([
    ['of the same outlet', report('c', 'A', 2, people('19 people', 19, 'killed in the Lund flood'))],
    ['of the same sayer', report('c', 'B', 2, people('19 people', 19, 'killed in the Lund flood', { saidBy: 'Police' }))],
    ['of half a day later', report('c', 'B', 13, people('19 people', 19, 'killed in the Lund flood'))],
  ])('%s is a revision', (_name, later) => {
    const { figures, revisions } = figuresOfStory(story('s', early, later), []);
    expect(figures.map(({ values }) => values.map(({ value }) => value))).toEqual([[19]]);
    expect(revisions.map(({ before, after }) => [before.value, after.value])).toEqual([[12, 19]]);
  });

  it('keeps the key that the channel was told by', () => {
    const later = report('c', 'A', 2, people('19 people', 19, 'killed in the flood that hit Lund'));
    const [before] = figuresOfStory(story('s', early), []).figures;
    const [after] = figuresOfStory(story('s', early, later), []).figures;
    expect(after?.key).toBe(before?.key);
  });
});

describe('what is printed', () => {
  it('is at most five, the most wanted first, and never one that may not be', () => {
    const many = ['oak', 'elm', 'ash', 'fir', 'yew', 'birch'].map(
      (tree, index): Told => ({
        words: `${index + 2} ${tree} trees`,
        value: index + 2,
        unit: 'tree',
        concept: `${tree} felled`,
        salience: index / 10,
      }),
    );
    const { figures } = figuresOfStory(
      story('s', report('a', 'A', 0, ...many, people('99 people', 99, 'present', { printed: false, salience: 1 }))),
      [],
    );
    expect(figures.map(({ counts }) => counts)).toEqual(['birch felled', 'yew felled', 'fir felled', 'ash felled', 'elm felled']);
  });

  it('says what it counts', () => {
    expect(lines(report('a', 'A', 0, { words: '12 people', value: 12, unit: 'people', concept: null }))).toEqual([]);
    expect(lines(report('a', 'A', 0, people('12 people', 12, 'coast guard', { saidBy: 'the coast guard' })))).toEqual([]);
  });
});
