import { describe, expect, it } from 'vitest';
import { atWords } from '#brief/at-words.ts';
import { figureLines } from '#brief/listed-figures.ts';
import type { Figure } from '#model/extraction.ts';
import { article, HOUR, listedFigures, MORNING } from './material.ts';

const killed = (outlet: string, hours: number, value: number, rest: Partial<Figure> = {}) =>
  listedFigures(
    's',
    article({
      id: `${outlet}-${hours}`,
      outlet,
      title: outlet,
      at: MORNING + hours * HOUR,
      text: `In Lund ${value} people died. `,
      figures: [{ words: `${value} people`, value, unit: 'people', concept: 'killed in the Lund flood', ...rest }],
    }),
  );
const lines = (...found: ReturnType<typeof killed>[]) =>
  figureLines(found.flat(), ({ article: { outlet } }) => [{ kind: 'text', text: outlet }]);
const read = (inlines: ReturnType<typeof lines>[number]['source']) => inlines.map((one) => ('text' in one ? one.text : '')).join('');

describe('the lines of /figures', () => {
  it('name every outlet that gives a value', () => {
    const [line, ...more] = lines(killed('B', 2, 12), killed('A', 0, 12));
    expect([line?.amount, read(line?.source ?? []), line?.others, more]).toEqual(['12 people', 'B · A', [], []]);
  });

  it('set what another outlet counted below', () => {
    const [line, ...more] = lines(killed('B', 2, 15, { saidBy: 'the hospital' }), killed('A', 0, 12));
    expect(line).toMatchObject({ amount: '15 people', counts: 'killed in the Lund flood', saidBy: 'the hospital' });
    expect(line?.others.map(({ amount, source }) => [amount, read(source)])).toEqual([['12 people', 'A']]);
    expect(more).toEqual([]);
  });

  it('give an outlet’s own earlier count a line of its own', () => {
    expect(lines(killed('A', 2, 15), killed('A', 0, 12)).map(({ amount, others }) => [amount, others.length])).toEqual([
      ['15 people', 0],
      ['12 people', 0],
    ]);
  });
});

describe('an address at its words', () => {
  it('holds both ends of a long sentence, with what means something escaped', () => {
    expect(atWords('https://a.example/x', 'At least 12-14 people, most (of them) old, died in the flood.')).toBe(
      'https://a.example/x#:~:text=At%20least%2012%2D14%20people%2C,died%20in%20the%20flood.',
    );
  });
  it('holds a short one whole', () => {
    expect(atWords('https://a.example/x', 'It killed 12 people.')).toBe('https://a.example/x#:~:text=It%20killed%2012%20people.');
  });
  it('stays as it is where it has a fragment, or there are too few words', () => {
    expect(atWords('https://a.example/x#part', 'It killed 12 people.')).toBe('https://a.example/x#part');
    expect(atWords('https://a.example/x', '12 dead')).toBe('https://a.example/x');
  });
});
