/** findFigures as a whole: the seed's four figures, spans on any text, what is written reads back, time linear on hostile text. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../src/extract/figures.ts';
import { CURRENCIES } from '../../src/text/currencies.ts';
import { read } from '../../src/text/reading.ts';
import { UNITS } from '../../src/text/units-table.ts';
import { amountInWords } from './amount-in-words.ts';

const seed = new URL('../../../shared/seed/', import.meta.url);
const hasSeed = existsSync(seed);

type SeedFigure = {
  readonly value: number;
  readonly modifier: string;
  readonly unit: string;
  readonly about: string;
  readonly attribution: string | null;
};

describe('figures: the seed article', () => {
  it.skipIf(!hasSeed)('prints exactly its four figures (skipped where ../shared/seed is absent)', () => {
    const text = readFileSync(new URL('putin-xi.txt', seed), 'utf8');
    const gold = JSON.parse(readFileSync(new URL('putin-xi.gold.json', seed), 'utf8')) as { headline: string; figures: SeedFigure[] };
    const printed = findFigures(read(text, gold.headline)).filter((figure) => figure.printed);
    expect(printed.map(({ value, modifier, unit, saidBy }) => [value, modifier, unit, saidBy ?? null])).toEqual(
      gold.figures.map(({ value, modifier, unit, attribution }) => [value, modifier, unit === 'countries' ? 'country' : unit, attribution]),
    );
    for (const [index, figure] of printed.entries()) {
      const said = wordsOf(figure.concept ?? '');
      const shared = wordsOf(gold.figures[index]?.about ?? '').filter((word) => said.includes(word));
      expect(shared.length, `${figure.concept} against ${gold.figures[index]?.about}`).toBeGreaterThanOrEqual(2);
    }
  });
});

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2);
}

/** Text as feeds bring it and worse: numbers, signs, words and white space in any order. */
const rubble = fc
  .array(
    fc.oneof(
      fc
        .constantFrom(
          'people killed in the of and to from - – ( ) % $ € £ US$ Rs RM . , ; : “ ” one two twenty hundred million dozens half third fold year-old rose fell by said according minus about more than km °C'.split(
            ' ',
          ),
        )
        .chain((list) => fc.constantFrom(...(Array.isArray(list) ? list : [list]))),
      fc.integer({ min: 0, max: 5_000_000 }).map((value) => value.toLocaleString('en-US')),
      fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value.toFixed(2)),
      fc.string({ maxLength: 6, unit: 'grapheme' }),
    ),
    { maxLength: 40 },
  )
  .chain((parts) => fc.constantFrom(' ', '', '  ').map((gap) => parts.join(gap)));

describe('figures: properties', () => {
  it('has spans within the text, in order, without white space around them, and finite values', () => {
    fc.assert(
      fc.property(rubble, (text) => {
        let before = 0;
        for (const { span, value, salience } of findFigures(read(text))) {
          expect(span.start).toBeGreaterThanOrEqual(before);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          const written = text.slice(span.start, span.end);
          expect(written).toBe(written.trim());
          const [low, high] = typeof value === 'number' ? [value, value] : value;
          expect(Number.isFinite(low) && Number.isFinite(high) && low <= high).toBe(true);
          expect(salience >= 0 && salience <= 1).toBe(true);
          before = span.start;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('takes its concept and source from the words of the sentence', () => {
    const sentence = 'Storm Ida has killed at least 31 fishermen off Port Lissen, according to the Tarn coast guard.';
    const [figure] = findFigures(read(sentence));
    expect(figure?.concept).toContain('off Port Lissen by Storm Ida');
    expect(figure?.saidBy).toBe('the Tarn coast guard');
    expect(sentence.slice(figure?.span.start, figure?.span.end)).toBe('at least 31 fishermen');
  });

  const named = [...UNITS, ...CURRENCIES];
  it('reads back every unit and currency that it can print', () => {
    const amounts = fc.oneof(
      fc.integer({ min: 2, max: 9999 }),
      fc.integer({ min: 11, max: 999 }).map((tenths) => tenths / 10),
    );
    fc.assert(
      fc.property(fc.constantFrom(...named), amounts, (unit, value) => {
        const text = `The council of Dorn counted ${amountInWords(value, unit.name)} in the end.`;
        const found = findFigures(read(text)).map((figure) => [figure.value, figure.unit]);
        expect(found, text).toEqual([[value, unit.name]]);
      }),
      { numRuns: 600 },
    );
  });
});

describe('figures: quotations, captions and furniture', () => {
  it('prints no bare count inside a quotation, and money all the same', () => {
    const found = findFigures(read('“We had 40 good reasons and the fire cost 2 million euros,” the mayor of Arvel said.'));
    expect(found.map(({ value, printed }) => [value, printed])).toEqual([
      [40, false],
      [2_000_000, true],
    ]);
  });
});

/** Processor time in microseconds: other programs on the machine do not count. */
function timed(text: string): number {
  const reading = { text, title: '', paragraphs: [], sentences: [{ start: 0, end: text.length, paragraph: 0 }] };
  const before = process.cpuUsage();
  findFigures(reading);
  return process.cpuUsage(before).user;
}

describe('figures: hostile text', () => {
  // Sixteen times the text may take up to a hundred times as long: collecting garbage costs two or three, a quadratic step would cost 256.
  it.each([
    '1',
    '1,',
    '1 ',
    '1-',
    '1 to ',
    '$',
    '5 and ',
    'two thousand ',
    '( ',
    '“',
    '5% of ',
    'the city of ',
    'who was ',
    '1,000 people, ',
  ])('takes linear time on a sentence of %j', (piece) => {
    timed(`${piece.repeat(500)} 5 men`);
    const shortest = (repeats: number, runs: number) =>
      Math.min(...Array.from({ length: runs }, () => timed(`${piece.repeat(repeats)} 5 men`)));
    const small = Math.max(shortest(400, 4), 500);
    // One run may meet a collection of what others left; a second one costs time only where there are others.
    const first = shortest(6400, 1);
    const large = first / small < 100 ? first : shortest(6400, 3);
    expect(large / small).toBeLessThan(100);
  });
});
