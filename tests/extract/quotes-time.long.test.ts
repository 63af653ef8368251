import { describe, expect, it } from 'vitest';
import { findQuotes } from '#extract/quotes.ts';
import { read } from '#text/reading.ts';

const MEGABYTE = 1_000_000;

describe('a megabyte of quotation marks', () => {
  it.each(['"', "'", '“', '”', '‘', '’', "''", ' "', '" ', '“ ', "' "])('of %j ends in time', (unit) => {
    const text = unit.repeat(MEGABYTE / unit.length);
    const from = process.cpuUsage();
    findQuotes(read(text));
    expect(process.cpuUsage(from).user / 1000).toBeLessThan(30_000);
  });
});

/** In time of the processor, whatever else the machine does. Ten times the text may take some twenty times as long, and no more: no step looks at each pair of places. */
describe('time', () => {
  const units = [
    '"',
    "'",
    '“',
    '‘',
    '”a “',
    ' "a',
    "''",
    '“We go,” Ana Ruiz said. ',
    'Ana Ruiz, ',
    'who said ',
    '(',
    'said that ',
    '“a” and ',
    'Ruiz\n\n',
    'A. ',
    '“A\n\n',
  ];
  it.each(units)('is linear in the length of %j', (unit) => {
    const take = (length: number): number => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const from = process.cpuUsage();
      findQuotes(read(text));
      return process.cpuUsage(from).user / 1000;
    };
    take(2_000);
    expect(take(100_000)).toBeLessThan(3_000);
  });
});
