import { describe, expect, it } from 'vitest';
import { whyNotOfReport } from '#brief/page-parts.ts';

const caption = 'Divers carry the bell of the ferry past the old harbour wall of Velm.';
const text = [
  'Divers have found the bell of a ferry that sank off Velm in 1911.',
  caption,
  'Ruta Sandvik is a diver and the founder of a college for divers. Sandvik said the bell had rung when it came up.',
  `${caption} Hide Caption 3 of 9`,
  'Nils Oberland is a lecturer in history at the college of Velm and the author of “Bells”.',
].join('\n\n');
const why = (raw: string, title = 'Divers find a bell'): string | undefined => whyNotOfReport(raw, { title, text });

describe('what is the page’s and not the report’s', () => {
  it.each([
    ['the words below a picture of its gallery', caption, 'a caption'],
    ['who wrote it', 'Nils Oberland is a lecturer in history at the college of Velm and the author of “Bells”.', 'about the author'],
    ['who wrote it, named elsewhere too', 'Ruta Sandvik is a fellow of the college of Velm and author of “Bells”.', 'about the author'],
    [
      'who wrote it, without the name',
      'Author of several books, including “Bells” and “The Harbour Wall”, on the coast of Velm.',
      'about the author',
    ],
    ['whom it tells of', 'Ruta Sandvik is a diver and the founder of a college for divers.', undefined],
    ['its report', 'Divers have found the bell of a ferry that sank off Velm in 1911.', undefined],
  ])('%s', (_name, raw, expected) => {
    expect(why(raw)).toBe(expected);
  });

  it('a title and what stands below it, run together', () => {
    expect(why('Divers find a bell off Velm It had been lost for a century.', 'Divers find a bell off Velm')).toBe('a page talking');
  });
});
