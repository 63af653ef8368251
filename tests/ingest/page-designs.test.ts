import { expect, test } from 'vitest';
import { readPage } from '#ingest/readable-page.ts';
import { DESIGNS } from './page-designs.ts';

/** Read but for a line, with the reason. */
const KNOWN: Readonly<Record<string, string>> = {
  'divs only, random classes': 'A byline without any mark, class or word that says so stands before the text.',
  'pull quote': 'It says again what the text says; who marked the pages of ../shared/corpora kept it, and so do we.',
  pre: 'Preformatted lines are one block.',
};

const flat = (text: string) => text.replace(/\s+/g, ' ');

test.each(Object.entries(DESIGNS))('%s', (name, [text, html]) => {
  const read = readPage({ url: 'https://post.example/tunnel', html }).text;
  if (name in KNOWN) {
    expect(read).not.toBe(text);
    for (const paragraph of text.split('\n\n')) expect(flat(read)).toContain(paragraph);
    expect(read.length).toBeLessThan(text.length + 40);
  } else expect(read.split('\n\n')).toEqual(text.split('\n\n'));
});
