import { describe, expect, it } from 'vitest';
import { explainQuote } from '#extract/explain.ts';
import { read } from '#text/reading.ts';

const text = `Mayor Ida Marsh opened the bridge on Monday.

Marsh had fought for it. “It took us eleven years,” she said.

The band “Wet Sand” plays on Friday.`;
const reading = read(text, 'No such headline');
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

describe('why a quotation has its speaker', () => {
  it('leads from the pronoun over the surname to the full name', () => {
    const why = explainQuote(reading, at('eleven years'));
    expect(why?.quote.speakers).toEqual([{ name: 'Ida Marsh', kind: 'person', aliases: ['Marsh'] }]);
    expect(why?.chain.map(slice)).toEqual(['she', 'Marsh', 'Ida Marsh']);
    expect(why?.cue).toBe('after');
    expect(why?.mention).toBe('pronoun');
    expect(why?.doubts).toEqual([]);
  });

  it('says what is doubted', () => {
    const second = 'Ruiz said that “the reef will be gone in nine years”, according to Holm.';
    const why = explainQuote(read(second, 'No such headline'), { start: 20, end: 30 });
    expect(why?.doubts).toContain('second hand');
    expect(why?.quote.confidence).toBeLessThan(why?.printedFrom ?? 0);
  });

  it('knows nothing of words that nobody is quoted with', () => {
    expect(explainQuote(reading, at('Wet Sand'))).toBeUndefined();
    expect(explainQuote(reading, at('opened the bridge'))).toBeUndefined();
  });
});
