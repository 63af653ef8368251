/** Our own sentences about invented places → their figures, row by row; a `miss` row is a known wrong answer and fails the run the day it comes right. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../src/extract/figures.ts';
import type { Modifier } from '../../src/model/extraction.ts';
import { read } from '../../src/text/reading.ts';

type Row = { readonly text: string; readonly figures: readonly Expected[]; readonly miss?: string };
type Expected = {
  readonly value: number | readonly [number, number];
  readonly modifier: Modifier;
  readonly unit: string | null;
  /** Words that the concept must hold. */
  readonly concept?: readonly string[];
  /** The whole concept, word for word. */
  readonly wording?: string;
  readonly saidBy?: string | null;
  readonly printed?: boolean;
};

const rows = readFileSync(new URL('../gold/figures.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

/** What differs between a row and what was found, in words; empty where all is right. */
function differences({ text, figures }: Row): string[] {
  const found = findFigures(read(text));
  const wrong = found.length === figures.length ? [] : [`${found.length} figures for ${figures.length}`];
  figures.forEach((expected, i) => {
    const figure = found[i];
    if (!figure) return;
    if (JSON.stringify(figure.value) !== JSON.stringify(expected.value)) wrong.push(`value ${JSON.stringify(figure.value)}`);
    if (figure.unit !== expected.unit) wrong.push(`unit ${figure.unit}`);
    if (figure.modifier !== expected.modifier) wrong.push(`modifier ${figure.modifier}`);
    for (const word of expected.concept ?? []) if (!figure.concept?.includes(word)) wrong.push(`concept ${figure.concept}`);
    if (expected.wording !== undefined && figure.concept !== expected.wording) wrong.push(`wording ${figure.concept}`);
    if (expected.saidBy !== undefined && (figure.saidBy ?? null) !== expected.saidBy) wrong.push(`saidBy ${figure.saidBy}`);
    if (expected.printed !== undefined && figure.printed !== expected.printed) wrong.push(`printed ${figure.printed}`);
  });
  return wrong;
}

describe('figures: gold', () => {
  it('has rows enough, negative ones among them', () => {
    expect(rows.length).toBeGreaterThanOrEqual(300);
    expect(rows.filter((row) => row.figures.length === 0).length).toBeGreaterThanOrEqual(70);
  });
  it.each(rows.filter((row) => !row.miss).map((row) => [row.text, row] as const))('%s', (_, row) => {
    expect(differences(row)).toEqual([]);
  });
  for (const row of rows.filter((one) => one.miss)) {
    it(`still misses: ${row.text} (${row.miss})`, () => {
      expect(differences(row), 'it is right now: take the miss away').not.toEqual([]);
    });
  }
  // a share's word needs what stands behind it: "by a fifth" is read, "counted a fifth in the end" is not
  it('has spans that read back to their values, wherever they stand', () => {
    for (const { text } of rows) {
      for (const { span, value } of findFigures(read(text))) {
        if (typeof value === 'number' && value > 0 && value < 1) continue;
        const words = text.slice(span.start, span.end).replace(/^\p{Lu}(?=\p{Ll}{2})/u, (letter) => letter.toLowerCase());
        const [again] = findFigures(read(`The council of Dorn counted ${words} in the end.`));
        expect(again?.value, `${words} of ${text}`).toEqual(value);
      }
    }
  });
});
