import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, nameWords } from '#lib/fold.ts';
import { fts5Query } from '#storage/fts5.ts';
import { tsqueryOf, tsvectorOf } from '#storage/tsvector.ts';
import { numberForms, termsOf, wordQuery } from '#storage/words.ts';
import { anyText } from '../any-text.ts';

describe('numberForms', () => {
  test.each([
    ['tariff', 'tariffs'],
    ['tariffs', 'tariff'],
    ['city', 'cities'],
    ['cities', 'city'],
    ['day', 'days'],
    ['tax', 'taxes'],
    ['taxes', 'tax'],
    ['church', 'churches'],
    ['houses', 'house'],
    ['gas', 'gases'],
    ['virus', 'viruses'],
    ['putin', 'putins'],
  ])('%s finds %s', (word, other) => {
    expect(numberForms(word)).toEqual([word, other]);
  });

  test.each(['xi', 'g7', '2026', 'москва', 'us', 'news', 'williams'])('%s finds itself only', (word) => {
    expect(numberForms(word)).toEqual([word]);
  });
});

describe('terms', () => {
  test('a phrase varies in its last word, and not at all between double quotes', () => {
    expect(termsOf(['Prime Minister', '"Prime Minister"', 'Erdoğan’s'])).toEqual([
      [
        ['prime', 'minister'],
        ['prime', 'ministers'],
      ],
      [['prime', 'minister']],
      [['erdogan', 's']],
    ]);
  });

  test('nothing asked is no query; marks alone find nothing; marks alone exclude nothing', () => {
    expect(wordQuery({})).toBeUndefined();
    expect(wordQuery({ all: [], any: [], none: [] })).toBeUndefined();
    expect(wordQuery({ all: ['!!'] })).toBe('nothing');
    expect(wordQuery({ all: ['steel', '!!'] })).toBe('nothing');
    expect(wordQuery({ any: ['!!'] })).toBe('nothing');
    expect(wordQuery({ none: ['!!'] })).toBeUndefined();
  });

  test('whatever is typed, the query holds quoted letters and digits between our own operators', () => {
    const list = fc.array(anyText({ maxLength: 30 }), { maxLength: 5 });
    fc.assert(
      fc.property(list, list, list, (all, any, none) => {
        const query = wordQuery({ all, any, none });
        if (query === undefined || query === 'nothing' || query.all.length + query.any.length === 0) return;
        expect(fts5Query(query, query.none)).toMatch(/^(?:"[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*"|[() ]|AND|OR|NOT)+$/u);
      }),
    );
  });

  test('the same for PostgreSQL; a text of any characters becomes a vector of quoted letters and digits', () => {
    const list = fc.array(anyText({ maxLength: 30 }), { maxLength: 5 });
    fc.assert(
      fc.property(list, list, list, (all, any, none) => {
        const query = wordQuery({ all, any, none });
        if (query === undefined || query === 'nothing') return;
        expect(tsqueryOf(query, query.none)).toMatch(/^(?:'[\p{L}\p{N}]+'(?: <-> '[\p{L}\p{N}]+')*|[() ]|[&|!])+$/u);
        expect(tsvectorOf({ title: all.join(' '), body: any.join('\n') })).toMatch(/^(?:'[\p{L}\p{N}]+':\d+(?:,\d+)*(?: |$))*$/u);
      }),
    );
  });

  test('a vector keeps within what PostgreSQL takes: places, words and bytes', () => {
    const vector = tsvectorOf({ title: 'The port', body: `${'word '.repeat(20_000)}end ${'x'.repeat(5_000)}` });
    expect(vector).toMatch(/^'the':1 'port':2 'word':11,12,/);
    expect(vector).toMatch(/ 'end':16383 'x{200}':16383$/);
    expect(vector.match(/'word':([\d,]+)/)?.[1]?.split(',').length).toBe(255);
    const many = Array.from({ length: 200_000 }, (_, index) => `w${index.toString(36)}`).join(' ');
    expect(Buffer.byteLength(tsvectorOf({ body: many }))).toBeLessThan(1_000_000);
  });

  test('a flood of words is cut', () => {
    expect(termsOf(Array(1_000).fill('word')).length).toBe(32);
    expect(termsOf(['word '.repeat(1_000)])[0]?.[0].length).toBe(12);
  });
});

describe('folding', () => {
  test.each([
    ['Erdoğan', 'erdogan'],
    ['ÅNGSTRÖM', 'angstrom'],
    ['ﬁsh', 'fish'],
  ])('%s is %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('a name is found by its words and by joined ones', () => {
    expect(nameWords('Siân O’Neill-Rhys')).toEqual(['sian', 'o', 'neill', 'rhys', 'oneillrhys']);
  });
});
