import { expect, test } from 'vitest';
import { containment, isSameText, overlap, RELATED_TEXT, SAME_TEXT, sampledShingles, shingles } from '#text/shingles.ts';

/** Forty sentences of invented words, different for each seed: what two reporters write has no runs of words in common. */
function story(seed: number): string[] {
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: 40 }, () => `${Array.from({ length: 12 }, () => `w${next(4000)}`).join(' ')}.`);
}

const wire = story(1);
const text = wire.join(' ');

test('a text is in itself, whole', () => {
  expect(containment(shingles(text), shingles(text))).toBe(1);
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
  expect(isSameText(shingles(text), shingles(copy))).toBe(true);
  expect(isSameText(shingles(copy), shingles(text))).toBe(true);
  expect(isSameText(sampledShingles(shingles(text)), sampledShingles(shingles(copy)))).toBe(true);
});

test('another story is not, even with a shared quotation', () => {
  expect(containment(shingles(text), shingles(story(4).join(' ')))).toBe(0);
  const quoting = [...story(5).slice(0, 35), ...wire.slice(0, 4)].join(' ');
  const share = containment(shingles(text), shingles(quoting));
  expect(share).toBeGreaterThan(0.05);
  expect(share).toBeLessThan(SAME_TEXT);
  expect(RELATED_TEXT).toBeLessThan(SAME_TEXT);
});

test('a short text needs eight shared shingles, however much of it that is', () => {
  const short = wire[0] ?? '';
  expect(overlap(shingles(short.split(' ').slice(0, 10).join(' ')), shingles(text)).containment).toBe(1);
  expect(isSameText(shingles(short.split(' ').slice(0, 10).join(' ')), shingles(text))).toBe(false);
});

test('scripts without spaces are compared by characters', () => {
  const one = '港口管理局周一表示由于风暴来袭通往岛屿的渡轮将停运两天请居民提前做好准备'.repeat(1);
  expect(isSameText(shingles(one), shingles(`记者报道:${one}。`))).toBe(true);
  expect(isSameText(shingles(one), shingles('市议会以微弱多数通过了明年的预算其中包括新的学校和道路维修费用等项目'))).toBe(false);
});

test('texts without words are nothing', () => {
  for (const nothing of ['', ' ', '…', 'one two three']) {
    expect(shingles(nothing)).toEqual([]);
    expect(isSameText(shingles(nothing), shingles(nothing))).toBe(false);
    expect(containment(shingles(nothing), shingles(text))).toBe(0);
  }
});

test('a quarter is kept, and it is the same quarter in each text', () => {
  const all = shingles(text);
  const sampled = sampledShingles(all);
  expect(sampled.length / all.length).toBeGreaterThan(0.15);
  expect(sampled.length / all.length).toBeLessThan(0.35);
  expect(all).toEqual([...all].sort((a, b) => a - b));
});
