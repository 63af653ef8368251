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
