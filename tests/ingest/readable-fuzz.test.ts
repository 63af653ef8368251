/** Any text, any mutation of a page: never a throw. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalUrl } from '#ingest/canonical-url.ts';
import { htmlToText } from '#ingest/html-text.ts';
import { ownAddress } from '#ingest/page-address.ts';
import { slimMarkup } from '#ingest/page-markup.ts';
import { findOptOut } from '#ingest/page-rights.ts';
import { readPage } from '#ingest/readable-page.ts';
import { mayFetch, parseRobots } from '#ingest/robots.ts';
import { shingles } from '#text/shingles.ts';
import { anyText } from '../any-text.ts';

const page = readFileSync(new URL('../fixtures/pages/harbour.html', import.meta.url), 'utf8');

const piece = fc.oneof(
  anyText({ maxLength: 20 }),
  fc.constantFrom(
    '<p>',
    '</p>',
    '<div class="caption">',
    '</div>',
    '<body>',
    '</body>',
    '<html>',
    '<head>',
    '<!--',
    '-->',
    '<![CDATA[',
    '&amp;',
    '&#0;',
    '&#xD800;',
  ),
  fc.constantFrom(
    '<table>',
    '<tr>',
    '<td>',
    '<a href=x>',
    '</a>',
    '<svg>',
    '<math>',
    '<template>',
    '<frameset>',
    '<plaintext>',
    '<br>',
    '<br',
    '"',
    "'",
    '=',
  ),
  fc.constantFrom(
    '<title>',
    '<script>',
    '</script>',
    '<style>',
    '<noscript>',
    '<select><option>',
    '<li>',
    '<h1>A headline of some length</h1>',
    '\0',
    '\ud800',
  ),
  fc.constant('<p>The ferry was late on Monday, the harbour master said, and nobody on the quay could say why it was so.</p>'),
);
const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const mutated = fc
  .array(fc.record({ at: fc.nat({ max: page.length }), length: fc.nat({ max: 200 }), put: piece }), { minLength: 1, maxLength: 6 })
  .map((edits) => edits.reduce((html, { at, length, put }) => html.slice(0, at) + put + html.slice(at + length), page));

test('pages', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.oneof(soup, mutated), (html) => {
      const { title, text } = readPage({ url: 'https://a.example/', html });
      expect(typeof title).toBe('string');
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/\n{3,}|[\t\r]/);
    }),
    { numRuns: 150 },
  );
});

test('feed bodies, heads, addresses, robots.txt and words', () => {
  fc.assert(
    fc.property(fc.oneof(soup, mutated), fc.webUrl({ withFragments: true, withQueryParameters: true }), (html, url) => {
      expect(htmlToText(html)).not.toMatch(/\n{3,}|[\t\r]/);
      expect(slimMarkup(html, 50).body.length).toBeLessThanOrEqual(html.length * 2 + 100);
      expect(URL.canParse(ownAddress(html, url))).toBe(true);
      expect(canonicalUrl(canonicalUrl(url))).toBe(canonicalUrl(url));
      expect(typeof mayFetch(parseRobots(html, 'wirebrief'), url)).toBe('boolean');
      expect(findOptOut({ 'x-robots-tag': html }, html, 'wirebrief') === null).toBeTypeOf('boolean');
      expect(shingles(html).every((hash) => Number.isInteger(hash) && hash >= 0)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
