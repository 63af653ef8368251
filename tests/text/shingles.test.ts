import { expect, test } from 'vitest';
import { SAME_TEXT, type Shingles, shingles } from '#text/shingles.ts';

/** Forty sentences of invented words, different for each seed: what two reporters write has no runs of words in common. */
function story(seed: number): string[] {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: 40 }, () => `${Array.from({ length: 12 }, () => `w${next(4000)}`).join(' ')}.`);
}

/** How much of the smaller is in the larger, 0 to 1. */
function share(a: Shingles, b: Shingles): number {
  const [small, large] = a.length <= b.length ? [a, new Set(b)] : [b, new Set(a)];
  return small.filter((hash) => large.has(hash)).length / (small.length || 1);
}

const wire = story(1);
const text = wire.join(' ');

test('a text is in itself, whole', () => {
  expect(share(shingles(text), shingles(text))).toBe(1);
  expect(shingles(text)).toHaveLength(40 * 12 - 3);
});

test.each([
  ['cut to half', wire.slice(0, 20).join(' ')],
  ['cut to a quarter', wire.slice(10, 20).join(' ')],
  ['with a new beginning', [...story(2).slice(0, 5), ...wire.slice(3)].join(' ')],
  ['half of it foreign', [...wire.slice(0, 20), ...story(3).slice(0, 20)].join(' ')],
  ['with its paragraphs in another order', [...wire.slice(20), ...wire.slice(0, 20)].join('\n\n')],
  ['in other letters and marks', text.toUpperCase().replaceAll('.', ' –')],
  [
    'with one word in ten changed',
    text
      .split(' ')
      .map((word, i) => (i % 10 === 0 ? 'else' : word))
      .join(' '),
  ],
])('a copy %s is the same text', (_name, copy) => {
  expect(share(shingles(text), shingles(copy))).toBeGreaterThanOrEqual(SAME_TEXT);
});

test('another story is not, even with a shared quotation', () => {
  expect(share(shingles(text), shingles(story(4).join(' ')))).toBe(0);
  const quoting = [...story(5).slice(0, 35), ...wire.slice(0, 4)].join(' ');
  expect(share(shingles(text), shingles(quoting))).toBeGreaterThan(0.05);
  expect(share(shingles(text), shingles(quoting))).toBeLessThan(SAME_TEXT);
});

test('scripts without spaces are compared by characters', () => {
  const one = '港口管理局周一表示由于风暴来袭通往岛屿的渡轮将停运两天请居民提前做好准备';
  expect(share(shingles(one), shingles(`记者报道:${one}。`))).toBe(1);
  expect(share(shingles(one), shingles('市议会以微弱多数通过了明年的预算其中包括新的学校和道路维修费用等项目'))).toBe(0);
});

test('texts without words are nothing', () => {
  for (const nothing of ['', ' ', '…', 'one two three']) expect(shingles(nothing)).toEqual([]);
});

test('they are in order, and the lowest are a fair sample of the text', () => {
  const all = shingles(text);
  expect(all).toEqual([...all].sort((a, b) => a - b));
  const lowest = all.slice(0, all.length / 4);
  expect((lowest.at(-1) ?? 0) / 2 ** 32).toBeCloseTo(0.25, 1);
  expect(share(lowest, shingles(wire.slice(0, 20).join(' ')))).toBeGreaterThan(0.4);
  expect(share(lowest, shingles(wire.slice(0, 20).join(' ')))).toBeLessThan(0.6);
});
