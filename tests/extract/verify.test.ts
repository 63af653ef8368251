/** Our own texts and claims about invented places → the checker's verdicts; a `miss` row is a known wrong one and fails the run the day it comes right. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVerify } from '../../src/extract/verify.ts';

type Row = { readonly text: string; readonly claim: string; readonly supported: boolean; readonly miss?: string };

const rows = readFileSync(new URL('../gold/verify.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);
const verdict = ({ text, claim }: Row) => createVerify(text)(claim);

describe('verify: gold', () => {
  it('has rows enough of both kinds', () => {
    expect(rows.filter((row) => row.supported).length).toBeGreaterThanOrEqual(30);
    expect(rows.filter((row) => !row.supported).length).toBeGreaterThanOrEqual(50);
  });
  it.each(rows.filter((row) => !row.miss).map((row) => [row.supported, row.claim, row] as const))('%s: %s', (supported, _, row) => {
    expect(verdict(row), row.text).toMatchObject({ supported });
  });
  for (const row of rows.filter((one) => one.miss)) {
    it(`still misses: ${row.claim} (${row.miss})`, () => {
      expect(verdict(row).supported, 'it is right now: take the miss away').not.toBe(row.supported);
    });
  }
});

describe('verify: why', () => {
  const verify = createVerify('The fire at the Karsk mill killed 12 people. “We had no warning,” Ada Pell said.');
  it('names what is not backed and what the text has in its place', () => {
    expect(verify('The fire at the Karsk mill killed 13 people.').why).toBe('“13” is not in that place of the text; there it says “12”.');
    expect(verify('“We had a warning,” Ada Pell said.').why).toContain('word for word');
  });
  it('says so where there is nothing to check', () => {
    expect(verify('there was a fire').why).toBe('It names no figure, name, date or quotation.');
    expect(verify('')).toMatchObject({ supported: true });
  });
});

describe('verify: any text', () => {
  it('backs each of its own sentences, and ends on anything', () => {
    const word = fc.constantFrom(
      'Ada',
      'Pell',
      'said',
      '12',
      '40%',
      '$5',
      'million',
      'more than',
      'two',
      'in',
      'May',
      '“we',
      'go”',
      ',',
      'ships',
      'third',
    );
    const sentence = fc.array(word, { minLength: 3, maxLength: 14 }).map((words) => `So ${words.join(' ')} today.`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), (sentences) => {
        const verify = createVerify(sentences.join('\n'));
        for (const one of sentences) expect(verify(one)).toMatchObject({ supported: true });
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, claim) => typeof createVerify(text)(claim).supported === 'boolean'),
      { numRuns: 300 },
    );
  });
});
