/** Numbers as text and back: digits of several locales, words, and digits with a scale. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures } from '../../src/extract/figures.ts';
import { parseDigits } from '../../src/text/numbers.ts';
import { read } from '../../src/text/reading.ts';
import { kindOf } from '../../src/text/units.ts';
import { numberInWords } from './amount-in-words.ts';

describe('parseDigits', () => {
  it.each(['en-US', 'en-IN', 'fr-FR', 'de-CH', 'sv-SE'])('reads what %s writes', (locale) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (value) => {
        expect(parseDigits(value.toLocaleString(locale))).toBe(value);
      }),
    );
  });
  it('reads what German and Italian write, where it cannot be English: two groups or a decimal comma', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000, max: 1e12 }), fc.constantFrom('de-DE', 'it-IT', 'pt-BR'), (value, locale) => {
        expect(parseDigits(value.toLocaleString(locale))).toBe(value);
        expect(parseDigits(`${value.toLocaleString(locale)},25`)).toBe(value + 0.25);
      }),
    );
  });
  it.each(['1.2.3', '1,2,3,4', '192.168.0.1', '', 'x', '12,34,56'])('finds no number in %j', (text) => {
    expect(parseDigits(text)).toBeNull();
  });
});

describe('digits with a scale', () => {
  it('are read to their value', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: 3000, max: 2e12 }),
          fc.integer({ min: 11, max: 9999 }).map((hundredths) => hundredths * 1e7),
        ),
        (value) => {
          const [figure] = findFigures(read(`The council of Dorn counted ${numberInWords(value)} birds.`));
          expect([figure?.value, figure?.unit]).toEqual([value, 'bird']);
        },
      ),
    );
  });
});

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
function inWords(value: number): string {
  if (value < 20) return small[value] ?? '';
  if (value < 100) return `${tens[Math.floor(value / 10)]}${value % 10 ? `-${small[value % 10]}` : ''}`;
  if (value < 1000) return `${small[Math.floor(value / 100)]} hundred${value % 100 ? ` and ${inWords(value % 100)}` : ''}`;
  if (value < 1e6) return `${inWords(Math.floor(value / 1000))} thousand${value % 1000 ? ` ${inWords(value % 1000)}` : ''}`;
  return `${inWords(Math.floor(value / 1e6))} million${value % 1e6 ? ` ${inWords(value % 1e6)}` : ''}`;
}

describe('number words', () => {
  it('are read to their value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999_999 }), (value) => {
        const text = `The council of Dorn counted ${inWords(value)} birds.`;
        const [figure, ...more] = findFigures(read(text));
        expect([figure?.value, figure?.unit, more.length], text).toEqual([value, 'bird', 0]);
      }),
      { numRuns: 300 },
    );
  });
});

it('the kind of a unit and of its rate is known', () => {
  expect([kindOf('dollar per month'), kindOf('percent'), kindOf('mosque'), kindOf(null), kindOf('mile per hour')]).toEqual([
    'money',
    'share',
    'count',
    'count',
    'speed',
  ]);
});
