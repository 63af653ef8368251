import { describe, expect, it } from 'vitest';
import { createIntern } from '#text/intern.ts';

/** Each stretch of the text once, as [text, times made]. */
const counting = (maxKept: number) => {
  const made: string[] = [];
  const intern = createIntern((text) => {
    made.push(text);
    return { text };
  }, maxKept);
  return { made, intern };
};

describe('intern', () => {
  it('gives equal stretches one value, wherever they stand', () => {
    const { made, intern } = counting(100);
    const text = 'the boat, the boats, tha boat';
    const first = intern(text, 4, 8);
    expect(first).toEqual({ text: 'boat' });
    expect(intern(text, 14, 18)).toBe(first);
    expect(intern('a boat', 2, 6)).toBe(first);
    expect(intern(text, 14, 19)).toEqual({ text: 'boats' });
    expect(made).toEqual(['boat', 'boats']);
  });

  it('keeps apart what looks alike', () => {
    const { intern } = counting(100);
    expect(intern('é', 0, 1)).not.toBe(intern('e\u0301', 0, 2));
    expect(intern('', 0, 0)).toEqual({ text: '' });
  });

  it('grows, and forgets all where it is full', () => {
    const { made, intern } = counting(5000);
    const words = Array.from({ length: 5000 }, (_, index) => `word${index}`);
    const values = words.map((word) => intern(word, 0, word.length));
    expect(words.every((word, index) => intern(word, 0, word.length) === values[index])).toBe(true);
    expect(made).toHaveLength(5000);
    intern('one more', 0, 8);
    expect(intern('word0', 0, 5)).not.toBe(values[0]);
  });

  it('keeps no stretch that is longer than any word', () => {
    const { made, intern } = counting(100);
    const long = 'a'.repeat(101);
    expect(intern(long, 0, 101)).toEqual({ text: long });
    intern(long, 0, 101);
    intern(long, 0, 100);
    intern(long, 0, 100);
    expect(made.map(({ length }) => length)).toEqual([101, 101, 100]);
  });

  it('stays right where many stretches share a hash', () => {
    const pairs = collidingPairs(8);
    const rows = Array.from({ length: 256 }, (_, row) => pairs.map((pair, bit) => pair[(row >> bit) & 1]).join(''));
    const { made, intern } = counting(10_000);
    const values = rows.map((row) => intern(row, 0, row.length));
    // the table grows meanwhile
    for (let i = 1000; i < 3000; i++) intern(`word${i}`, 0, 8);
    expect(rows.every((row, index) => intern(row, 0, row.length) === values[index])).toBe(true);
    expect(made.filter((text) => rows.includes(text))).toHaveLength(256);
  });
});

/** One pair after the other: whichever of each is chosen, the FNV-1a state behind them all is the same. */
function collidingPairs(count: number): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  let state = 0x811c9dc5 | 0;
  while (pairs.length < count) {
    const seen = new Map<number, string>();
    for (let i = 0; ; i++) {
      const text = (i * 7919 + 36 ** 4).toString(36);
      let hash = state;
      for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      const other = seen.get(hash);
      seen.set(hash, text);
      if (other === undefined) continue;
      pairs.push([other, text]);
      state = hash;
      break;
    }
  }
  return pairs;
}
