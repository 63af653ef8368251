/**
 * Each sample article through `extract`: its quotes and printed figures are those of the gold, all of them and no others.
 * Wrong answers that we know of stand in misses.json with their reason; the day one comes right, its row fails and goes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { conceptLines, figureLines, furnitureLines, type Lines, printedLines, quoteLines, roleLines } from './extraction-lines.ts';
import { goldFolder, readPairs } from './sample.ts';

type Miss = { slug: string; check: string; missing?: string; extra?: string; why: string };
const misses: Miss[] = JSON.parse(readFileSync(join(goldFolder, 'misses.json'), 'utf8'));
const pairs = await readPairs();

function differences({ expected, actual }: Lines) {
  const left = [...expected];
  const extra = actual.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { missing: left.sort(), extra: extra.sort() };
}

function known(slug: string, check: string) {
  const rows = misses.filter((miss) => miss.slug === slug && miss.check === check);
  return { missing: rows.flatMap(({ missing }) => missing ?? []).sort(), extra: rows.flatMap(({ extra }) => extra ?? []).sort() };
}

const checks = { quotes: quoteLines, roles: roleLines, figures: figureLines, concepts: conceptLines, furniture: furnitureLines };

describe.each(pairs.map((pair) => ({ slug: pair.gold.slug, ...pair })))('$slug', ({ slug, article, gold }) => {
  for (const [check, linesOf] of Object.entries(checks)) {
    test(`${check} are those of the gold`, () => expect(differences(linesOf({ article, gold }))).toEqual(known(slug, check)));
  }
});

/** A doubtful speaker is not printed, so not every quote must be; in the seed's twin none is doubtful. */
test('at least four of five key quotes of named speakers may be printed', () => {
  const lines = pairs.map(printedLines);
  const sum = (side: keyof Lines) => lines.reduce((total, pair) => total + pair[side].length, 0);
  expect(sum('actual') / sum('expected')).toBeGreaterThanOrEqual(0.8);
});

test('all key quotes of putin-xi may be printed', () => {
  const twin = pairs.filter(({ gold }) => gold.slug === 'putin-xi').map(printedLines);
  expect(twin.map(differences)).toEqual([known('putin-xi', 'printed')]);
});

test('every known miss names an article and a check', () => {
  for (const { slug, check, why } of misses) {
    expect(pairs.map(({ gold }) => gold.slug)).toContain(slug);
    expect([...Object.keys(checks), 'printed']).toContain(check);
    expect(why).not.toBe('');
  }
});
