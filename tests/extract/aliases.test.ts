import { describe, expect, it } from 'vitest';
import { findQuotes } from '#extract/quotes.ts';
import { read } from '#text/reading.ts';

const speakersOf = (text: string) => findQuotes(read(text, 'No such headline')).flatMap(({ speakers }) => speakers);

describe('other forms of a speaker’s name', () => {
  it('are those that the article gives, the name in its own script among them', () => {
    const text = 'Foreign Minister Olena Hrytsenko (Ukrainian: Олена Гриценко) left early. “We are tired,” Hrytsenko said.';
    expect(speakersOf(text)).toEqual([{ name: 'Olena Hrytsenko', kind: 'person', aliases: ['Олена Гриценко', 'Hrytsenko'] }]);
  });

  it('are left out where there are none', () =>
    expect(speakersOf('“We are tired,” Olena Hrytsenko said.')).toEqual([{ name: 'Olena Hrytsenko', kind: 'person' }]));
});
