import { describe, expect, test } from 'vitest';
import { editDistance, nearest } from '../../src/app/nearest.ts';

describe('nearest', () => {
  test.each([
    ['puttin', 'putin', 1],
    ['ab', 'ba', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('%j is %j after %i edits', (a, b, edits) => expect([editDistance(a, b), editDistance(b, a)]).toEqual([edits, edits]));

  test('a typo, an accent and a part of a name find the name', () => {
    const names = ['Vladimir Putin', 'Xi Jinping', 'Ángel Núñez'];
    expect(nearest('puttin', names)).toEqual(['Vladimir Putin']);
    expect(nearest('nunez', names)).toEqual(['Ángel Núñez']);
    expect(nearest('Jin', names)).toEqual(['Xi Jinping']);
    expect(nearest('zebra', names)).toEqual([]);
  });
});
