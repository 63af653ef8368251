import { describe, expect, it } from 'vitest';
import { quotesOfStory } from '#brief/quotes-of-story.ts';
import { article, HOUR, MORNING, story } from './material.ts';

const text = `Mayor Ada Holm closed the old bridge of Lund on Monday.

“The bridge must never again carry a lorry of forty tonnes,” Holm said.

“So we will see about that,” Holm said later.

“Every haulier in the county will lose an hour a day,” said Ole Brandvik, head of the hauliers' union.

“We feel the whole house shake,” residents said.

Holm called the crossing “a relic”.

“It was fine,” said Per Lind.

The engineers spoke of “a clear danger to all who cross”.`;

const lund = article({
  id: 'lund',
  title: 'Lund closes its old bridge, Holm says',
  text,
  quotes: [
    { words: 'So we will see about that,', by: 'Ada Holm' },
    { words: 'The bridge must never again carry a lorry of forty tonnes,', by: 'Ada Holm' },
    { words: 'Every haulier in the county will lose an hour a day,', by: 'Ole Brandvik', role: "head of the hauliers' union" },
    { words: 'We feel the whole house shake,', by: [{ name: 'residents', kind: 'description' }] },
    { words: 'a relic', by: 'Ada Holm', kind: 'fragment' },
    { words: 'It was fine,', by: 'Per Lind', printed: false },
    { words: 'a clear danger to all who cross', by: [{ name: 'engineers', kind: 'description' }], kind: 'mixed' },
  ],
  names: ['Ada Holm', 'Lund', 'Ole Brandvik'],
});
const elsewhere = article({
  id: 'elsewhere',
  outlet: 'Vale Courier',
  title: 'Bridge shut',
  at: MORNING + HOUR,
  text: '“The bridge must never again carry a lorry of forty tonnes,” Holm said.\n\n“My kitchen has cracks in every wall of it,” residents said.\n\n“Nobody asked us,” said Nils Holm.',
  quotes: [
    { words: 'The bridge must never again carry a lorry of forty tonnes,', by: 'Holm' },
    { words: 'My kitchen has cracks in every wall of it,', by: [{ name: 'residents', kind: 'description' }] },
    { words: 'Nobody asked us,', by: 'Nils Holm' },
  ],
});

const texts = (quotes: readonly { readonly text: string }[]): string[] => quotes.map((quote) => quote.text);

describe('the quotes of a story', () => {
  const { quotes, moreQuotes } = quotesOfStory(story('s', lund), [], new Map());

  it('are one a speaker, the telling one', () => {
    expect(texts(quotes)).toContain('The bridge must never again carry a lorry of forty tonnes,');
    expect(texts(quotes)).not.toContain('So we will see about that,');
    expect(texts(moreQuotes)).toContain('So we will see about that,');
  });

  it('are neither the opening of a statement nor the words of a text, a body or a member of whom nobody knows which', () => {
    const split = article({
      id: 'split',
      title: 'Lund votes on its bridge',
      text: `“Without the votes of the county,” said Ada Holm, “nothing will be built here at all.”

“We are committed to doing better for every haulier of the county,” a statement said.

“We stand by what we built for the county,” the group said.

“We shall see what the county wants,” the Velm senator said.

“If nobody pays, nothing will be built,” said Per Lind.`,
      quotes: [
        { words: 'We stand by what we built for the county,', by: [{ name: 'group', kind: 'description' }] },
        { words: 'We shall see what the county wants,', by: [{ name: 'Velm senator', kind: 'description' }] },
        { words: 'Without the votes of the county,', by: 'Ada Holm' },
        { words: 'nothing will be built here at all.', by: 'Ada Holm' },
        { words: 'We are committed to doing better for every haulier of the county,', by: [{ name: 'statement', kind: 'description' }] },
        { words: 'If nobody pays, nothing will be built,', by: 'Per Lind' },
      ],
      names: ['Ada Holm', 'Lund', 'Per Lind'],
    });
    expect(
      quotesOfStory(story('split', split), [], new Map())
        .quotes.map(({ text: words }) => words)
        .sort(),
    ).toEqual(['If nobody pays, nothing will be built,', 'nothing will be built here at all.']);
  });

  it('are whole statements; parts of sentences are in the list', () => {
    expect(quotes.every(({ kind }) => kind === 'direct')).toBe(true);
    expect(texts(moreQuotes)).toEqual(expect.arrayContaining(['a relic', 'a clear danger to all who cross']));
  });

  it('never hold one that may not be printed', () => {
    expect(texts([...quotes, ...moreQuotes])).not.toContain('It was fine,');
  });

  it('tell people with a role and a name before descriptions', () => {
    const order = quotes.map(({ speakers }) => speakers[0]);
    expect(order.indexOf('Ole Brandvik')).toBeLessThan(order.indexOf('residents'));
  });

  it('come once, from the outlet that had them first, though a second names the speaker shorter', () => {
    const both = quotesOfStory(story('s', elsewhere, lund), [], new Map());
    const all = [...both.quotes, ...both.moreQuotes];
    const same = all.filter(({ text: words }) => words.startsWith('The bridge must'));
    expect(same.map(({ source }) => source.outlet)).toEqual(['The Harbour Post']);
  });

  it('tell two people of one surname apart, and residents of two articles', () => {
    const { quotes: shown } = quotesOfStory(story('s', elsewhere, lund), [], new Map());
    expect(shown).toHaveLength(4);
    expect(shown.filter(({ speakers }) => speakers[0] === 'residents').length).toBeGreaterThanOrEqual(1);
  });

  it('have keys that do not change when the article is edited elsewhere', () => {
    const edited = article({
      id: 'lund',
      title: lund.article.title,
      text: `Updated. ${text}`,
      quotes: [{ words: 'a relic', by: 'Ada Holm', kind: 'fragment' }],
    });
    const [relic] = quotesOfStory(story('s', edited), [], new Map()).moreQuotes;
    expect(relic?.key).toBe(moreQuotes.find(({ text: words }) => words === 'a relic')?.key);
  });
});
