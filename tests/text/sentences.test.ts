import { describe, expect, it } from 'vitest';
import { findSentences } from '#text/sentences.ts';

const split = (text: string): string[] =>
  findSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

const CASES: readonly (readonly string[])[] = [
  ['The mayor left.', 'Nobody followed her.'],
  ['Sen. Ida Marsh met Gov. Peter Holm on Jan. 4.', 'They spoke for an hour.'],
  ['J. R. Okafor and A.B. Lund sell tea.', 'It is good tea.'],
  ['The firm, Harrow Inc., lost $4.5 million.', 'Its shares fell 3.2 percent.'],
  ['He flew to the U.S. on Monday.', 'She stayed in the U.K. because of the strike.'],
  ['He works for Harrow Inc.', 'The firm is small.'],
  ['“We will not go.”', '“Not now, not ever.”'],
  ['“Will you go?” Mora Vidal asked.', 'Nobody answered.'],
  ['“Stop!” she cried.', 'They stopped.'],
  ['"Stop it!" Senator Ida Marsh of Norland said.', 'They stopped.'],
  ['“We won,” Hale said.', '“It was close.”'],
  ['The train left at 9 a.m. on Sunday.', 'It was full.'],
  ['It ended at 9 p.m.', 'The crowd went home.'],
  ['He waited... and waited.', 'Then he left.'],
  ['Was it true?', 'It was.'],
  ['Nordbank v. Lund is case No. 7 of the year.', 'The court sits in May.'],
  ['Washington, D.C. has a mayor.', 'She is new.'],
  ['(The bank declined to comment.)', 'Its rivals did not.'],
  ['She saw Dr. Aske, Prof. Lind and St. Olaf’s choir.', 'All were late.'],
];

describe('sentences', () => {
  it.each(CASES)('splits case %#: %s', (...sentences) => expect(split(sentences.join(' '))).toEqual(sentences));

  it('splits where a page lost its break, and not in addresses', () => {
    expect(split('They crossed the river.On Monday they came back.')).toEqual(['They crossed the river.', 'On Monday they came back.']);
    expect(split('He asked for “a bridge of stone.”The council refused.')).toEqual([
      'He asked for “a bridge of stone.”',
      'The council refused.',
    ]);
    expect(split('The bank has four million.“Our goal is five,” he said.')).toEqual([
      'The bank has four million.',
      '“Our goal is five,” he said.',
    ]);
    expect(split('She sold Lorries.Com to Rep.Holm for a crown.')).toEqual(['She sold Lorries.Com to Rep.Holm for a crown.']);
  });

  it('gives spans into the whole text', () => {
    const text = 'One.\n\nTwo is here. Three is here.';
    expect(findSentences(text, { start: 6, end: text.length }).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Two is here.',
      'Three is here.',
    ]);
  });

  it('takes a megabyte of stops in linear time', () => {
    const text = '. '.repeat(500_000);
    const from = performance.now();
    findSentences(text, { start: 0, end: text.length });
    expect(performance.now() - from).toBeLessThan(2_000);
  });
});
