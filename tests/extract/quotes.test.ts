import { describe, expect, it } from 'vitest';
import floors from '../gold/floors.json' with { type: 'json' };
import { goldRows, problemsOf } from './quotes-gold.ts';

const rows = goldRows();

describe('gold quotations', () => {
  it.each(rows.filter((row) => row.miss === undefined).map((row) => [row.way, row.text, row] as const))('%s: %s', (_way, _text, row) => {
    expect(problemsOf(row)).toEqual([]);
  });

  it.each(rows.filter((row) => row.miss !== undefined).map((row) => [row.miss, row.text, row] as const))(
    'still wrong (%s): %s',
    (_miss, _text, row) => {
      expect(problemsOf(row), 'it comes right now: take the "miss" out of the row').not.toEqual([]);
    },
  );

  it('has no fewer rows than before, and no more misses', () => {
    expect(rows.length).toBeGreaterThanOrEqual(floors['quotes.rows']);
    expect(rows.filter((row) => row.miss !== undefined).length).toBeLessThanOrEqual(floors['quotes.misses']);
  });
});
