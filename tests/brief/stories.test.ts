/** tests/gold/stories.jsonl: articles of our own with the story that each tells; two events of a kind, a place or a person stand beside each other. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extract } from '#extract/extract.ts';
import { storyIds } from './clustered.ts';
import type { Marked } from './material.ts';

type Row = {
  readonly id: string;
  readonly story: string;
  readonly outlet: string;
  readonly at: string;
  readonly title: string;
  readonly text: string;
  /** Written after the rules were set, and not looked at while they were. */
  readonly unseen?: true;
  /** Written to be mistaken: notices with one form, a second storm, a day of memory. */
  readonly hard?: true;
  /** Put into another's story, and we know it: the reason. It fails the day it comes right. */
  readonly miss?: string;
};
const folder = resolve(import.meta.dirname, '../gold');
const rows = readFileSync(`${folder}/stories.jsonl`, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)
  .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
const floors = JSON.parse(readFileSync(`${folder}/floors.json`, 'utf8')) as Readonly<Record<string, number>>;

const marked = rows.map(({ id, outlet, at, title, text }): Marked => {
  const publishedAt = Date.parse(at);
  const article = { id, feedId: 'gold', outlet, url: `https://news.example/${id}`, title, text, publishedAt, fetchedAt: publishedAt };
  return { article, extraction: extract(article) };
});
const found = storyIds(marked);

/** Of all pairs of articles in one story. */
function pairs(isCounted: (row: Row) => boolean) {
  const wrong: (readonly [Row, Row])[] = [];
  let right = 0;
  let missed = 0;
  for (const [i, a] of rows.entries()) {
    for (const [j, b] of rows.entries()) {
      if (j <= i || !isCounted(a) || !isCounted(b)) continue;
      const [isOne, isTaken] = [a.story === b.story, found[i] === found[j]];
      if (isOne && isTaken) right += 1;
      else if (isOne) missed += 1;
      else if (isTaken) wrong.push([a, b]);
    }
  }
  return { wrong, f1: (100 * 2 * right) / (2 * right + wrong.length + missed) };
}

describe('the stories of the gold', () => {
  it('are never two events', () => {
    const { wrong } = pairs(() => true);
    const isKnown = (pair: readonly Row[]): boolean => pair.some(({ miss }) => miss !== undefined);
    expect(wrong.filter((pair) => !isKnown(pair)).map(([a, b]) => `${a.id} with ${b.id}`)).toEqual([]);
    const known = rows.filter(({ miss }) => miss !== undefined);
    expect(known.filter((row) => !wrong.flat().includes(row)).map(({ id }) => id)).toEqual([]);
  });

  it('hold most of the reports of an event, by pairs', () => {
    expect(pairs(({ hard }) => hard !== true).f1).toBeGreaterThanOrEqual(floors['stories.f1'] ?? Number.NaN);
    // The known misses are counted one by one, above.
    expect(pairs(({ hard, miss }) => hard === true && miss === undefined).f1).toBeGreaterThanOrEqual(
      floors['stories.f1.hard'] ?? Number.NaN,
    );
    expect(pairs(({ unseen }) => unseen === true).f1).toBeGreaterThanOrEqual(floors['stories.f1.unseen'] ?? Number.NaN);
  });
});
