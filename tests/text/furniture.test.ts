import { describe, expect, it } from 'vitest';
import { classifyParagraphs } from '#text/furniture.ts';

const BODY = 'The council of Ravensholm met on Monday and voted for the new bridge, after a long debate.';
const kindOf = (line: string): string | undefined => {
  const text = [BODY, line, `${BODY} It will cost much.`].join('\n\n');
  return classifyParagraphs(text).find(({ start, end }) => text.slice(start, end) === line)?.kind;
};

const CASES: Record<string, readonly string[]> = {
  caption: [
    'FILE PHOTO: The bridge of Ravensholm on a winter day, March 3, 2021. REUTERS/Ana Ruiz',
    'The bridge at dawn. Photograph: Ana Ruiz/Getty Images',
    'Mayor Ida Marsh speaks in Ravensholm. (AP Photo/Ana Ruiz)',
    'The old bridge. Picture: Tom Ashby/AFP via Getty Images',
    'Photo: The old bridge seen from the mill',
    '(In this aerial photo the bridge lies under water',
    'Rain over Ravensholm, March 3. Yonhap',
    'Snow over Ravensholm, March 4. iStock',
    'Image copyright Harbour Pictures Image caption Ana Ruiz crossed the bridge in 1981',
    'Media caption Ana Ruiz: “I was the first to cross it”',
    'Getty - Contributor Ana Ruiz is proud of the bridge',
    'Tom Ashby paid for the first arch of the bridge in 1902. Hide Caption 3 of 12',
  ],
  related: [
    'RELATED STORIES',
    'READ MORE: Why the bridge of Ravensholm costs so much',
    'See also: Ten bridges that fell',
    'More from The Harbour Post',
    'You may also like',
    '>> In pictures: The bridge of Ravensholm',
    'Editor’s picks',
  ],
  furniture: [
    'Read more...',
    'Advertisement',
    'Sign up for our morning newsletter here.',
    'Reporting by Ana Ruiz; Editing by Tom Ashby',
    'Ana Ruiz contributed to this report.',
    'abc-de/fg/hij',
    '© 2024 The Harbour Post. All rights reserved.',
    'Follow Ana Ruiz on Twitter @anaruiz.',
    'https://example.org/bridge',
    'Updated: 3 March 2021, 10:30',
    'PublishedMarch 3, 2021',
    'By Ana Ruiz, Political Editor',
    'You’ve reached the last of your free articles.',
    'Last posted on: Monday, March 3',
    'With reporting by Ana Ruiz in Ravensholm',
    '[...] Read more',
    'An earlier version of this article named the wrong bridge.',
    'Ana Ruiz and Tom Ashby contributed reporting from Ravensholm.',
    '___',
  ],
  'cross-head': ['A bridge too far', '‘Dear neighbours’', 'Who pays?', 'WHAT COMES NEXT'],
  body: [
    '“We will build it,” the mayor said.',
    'The bridge was last repaired in 1981, according to the council.',
    'Three men were arrested, a source told Reuters.',
    'Read the law, she told them, and then come back.',
    'Watch this space: the council meets again on Friday, and nobody knows how it will end.',
    'By Monday the water had risen to the windows.',
    'Related costs rose by 40 percent.',
    '“No,” he said.',
    'Follow the money, he said.',
    'More stories will come, the widow said, and she laughed.',
    'Subscribers of the paper were told on Monday.',
    'Editing by committee never works, Mr. Lund said.',
    'Share prices rose on Tuesday.',
  ],
};

describe('furniture', () => {
  for (const [kind, lines] of Object.entries(CASES)) it.each(lines)(`${kind}: %s`, (line) => expect(kindOf(line)).toBe(kind));

  it('takes the given title, or a first line without a full stop, for the headline', () => {
    expect(classifyParagraphs(`Bridge wins vote.\n\n${BODY}`, 'Bridge wins vote')[0]?.kind).toBe('headline');
    expect(classifyParagraphs(`Council votes for a bridge\n\n${BODY}`)[0]?.kind).toBe('headline');
    expect(classifyParagraphs(`${BODY}\n\n${BODY} Again.`)[0]?.kind).toBe('body');
  });

  it('takes the lines under a heading of related stories with it, and stops at prose', () => {
    const text = [BODY, 'RELATED STORIES', 'Bridge of sighs: the long wait', 'Mayor under fire', `${BODY} In the end.`].join('\n\n');
    expect(classifyParagraphs(text).map(({ kind }) => kind)).toEqual(['body', 'related', 'related', 'related', 'body']);
  });

  it('keeps one of two equal paragraphs', () => {
    expect(classifyParagraphs([BODY, 'She left at once and did not come back.', BODY].join('\n\n')).map(({ kind }) => kind)).toEqual([
      'body',
      'body',
      'furniture',
    ]);
  });

  it('takes hostile lines in linear time', () => {
    const from = performance.now();
    for (const unit of [' ', 'a ', 'Aa ', '"', '/', 'by A', '©', '. ', 'photo: '])
      classifyParagraphs(`${unit.repeat(200_000)}\n\n${unit.repeat(400)}`);
    expect(performance.now() - from).toBeLessThan(2_000);
  });
});
