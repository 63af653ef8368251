import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { slimMarkup } from '#ingest/page-markup.ts';
import { readPage } from '#ingest/readable-page.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/pages/${name}`, import.meta.url), 'utf8');

describe('whole pages', () => {
  test.each([
    ['harbour', 'Storm shuts Lunde harbour for second day'],
    ['old-table', 'Council rejects tunnel'],
  ])('%s', (name, title) => {
    const page = readPage({ url: `https://${name}.example/story`, html: fixture(`${name}.html`) });
    expect(page.title).toBe(title);
    expect(page.text.split('\n\n')).toEqual(fixture(`${name}.txt`).trim().split('\n\n'));
  });
});

const FIRST =
  'The ferry to the island was late again on Monday, the harbour master said, and no one on the quay could tell the passengers why.';
const LAST =
  'Another boat was hired on Tuesday, and the company said that everybody who had waited would be paid back in full by the end of the week.';
const MIDDLE =
  '“We stood there for six hours,” said Anna Lie, who had come for a wedding and had 14 guests with her, the youngest of them two years old.';
const between = (furniture: string) =>
  readPage({
    url: '',
    html: `<html><head><title>Late ferry</title></head><body><article><p>${FIRST}</p><p>${MIDDLE}</p>${furniture}<p>${LAST}</p></article></body></html>`,
  }).text;
const after = (furniture: string) =>
  readPage({
    url: '',
    html: `<html><head><title>Late ferry</title></head><body><article><p>${FIRST}</p><p>${MIDDLE}</p><p>${LAST}</p>${furniture}</article></body></html>`,
  }).text;
const CLEAN = [FIRST, MIDDLE, LAST].join('\n\n');

describe('furniture goes', () => {
  test.each([
    '<figure><img src="x"><figcaption>The quay on Monday.</figcaption></figure>',
    '<div class="imageEmbed"><img src="x"><div class="imageEmbedCaption">The quay on Monday, with the ferry that came too late.</div></div>',
    '<p>The quay on Monday (Image: A. PHOTOGRAPHER)</p>',
    '<p>Photo: A. Photographer</p>',
    '<p><a href="/x">Read more: last year it sank</a></p>',
    '<p>Related: <a href="/x">Last year it sank</a></p>',
    '<p><a href="/x">FERRY COMPANY UNDER FIRE AFTER LONG WAIT</a></p>',
    '<ul><li><a href="/1">Cod prices fall again</a></li><li><a href="/2">A whale comes to visit</a></li><li><a href="/3">Rain on the way</a></li></ul>',
    '<div class="newsletter">Sign up for our newsletter and get the tides every Friday.</div>',
    '<p>Advertisement</p><hr><p>* * *</p>',
    '<div style="display: none"><p>Only machines read this sentence about the ferry and its captain.</p></div>',
    '<svg><text>Drawn words</text></svg><button>Press here</button><select><option>One</option></select>',
  ])('%s', (furniture) => {
    expect(between(furniture)).toBe(CLEAN);
  });

  test.each([
    '<p>(Reporting by A. Writer; editing by B. Editor)</p>',
    '<p>Ola Nord is a reporter for the Harbour Post. Follow him on Twitter.</p>',
    '<p>© 2026 The Harbour Post</p>',
    '<h3>More from the coast</h3><p><a href="/x">A whale comes to visit</a></p>',
    '<p>Topics: <a href="/f">ferries</a></p>',
  ])('at the end: %s', (furniture) => {
    expect(after(furniture)).toBe(CLEAN);
  });
});

describe('what belongs to the article stays', () => {
  test.each([
    ['<blockquote><p>It was cold.</p></blockquote>', 'It was cold.'],
    ['<ul><li>Two boats are in repair.</li><li>One was sold.</li></ul>', 'Two boats are in repair.\n\nOne was sold.'],
    ['<h2>A long wait</h2>', 'A long wait'],
    ['<p>He left.</p>', 'He left.'],
    [
      '<p>Support for the company fell, a poll of <a href="/x">600 islanders</a> found.</p>',
      'Support for the company fell, a poll of 600 islanders found.',
    ],
    ['<table><tr><th>Boat</th><th>Seats</th></tr><tr><td>Skarv</td><td>120</td></tr></table>', 'Boat Seats\n\nSkarv 120'],
  ])('%s', (html, text) => {
    expect(between(html)).toBe([FIRST, MIDDLE, text, LAST].join('\n\n'));
  });

  test('at the end too: an ordinary sentence that begins like a notice', () => {
    const text = 'Support for the company fell in March, according to a poll of 600 islanders that was published in the evening.';
    expect(after(`<p>${text}</p>`)).toBe(`${CLEAN}\n\n${text}`);
  });
});

describe('slimMarkup', () => {
  test.each([
    ['<p onclick="x()" class="a">b</p>', '<p class="a">b</p>'],
    ['a<script>b</script>c<style>d</style>e<!-- f -->g', 'aceg'],
    ['<div style="display:none">x</div>', '<div hidden="">x</div>'],
    ['<b>a</b> <i>b</i>', '<b>a</b> <i>b</i>'],
    ['<div> <div>a</div> </div>', '<div><div>a</div></div>'],
    ['1 < 2 <3', '1 < 2 <3'],
    ['</p></div>a', '</p>a'],
    ['<svg><path d="x"/></svg>a', ' a'],
    ['<button>a', ' a'],
    ['<a title="x > y" href=\'z"\'>b</a>', '<a href="z&quot;">b</a>'],
  ])('%j', (html, slim) => {
    expect(slimMarkup(html, 100).body).toBe(slim);
  });

  test('sorts head from body, wherever they stand', () => {
    const html =
      '<br><b>Warning</b><!doctype html><html><meta name=a content=b><body>x<title>T</title><script type="application/ld+json">{}</script></body>y';
    expect(slimMarkup(html, 100)).toEqual({
      head: '<meta name="a" content="b"><title>T</title><script type="application/ld+json">{}</script>',
      body: '<br><b>Warning</b>xy',
    });
  });

  test('leaves out what is deeper than the cap, and keeps its text', () => {
    const slim = slimMarkup(`${'<div>'.repeat(50)}a${'</div>'.repeat(50)}<p>b</p>`, 10).body;
    expect(slim.split('<div>')).toHaveLength(11);
    expect(slim.split('</div>')).toHaveLength(11);
    expect(slim).toMatch(/a[\s\S]*<p>b<\/p>$/);
  });

  test.each(['<div>', '<table><tr><td>', '<ul><li>', '<dl><dt>'])('fifty thousand times %s is small', (piece) => {
    expect(slimMarkup(piece.repeat(50_000), 200).body.length).toBeLessThan(200 * piece.length + 2);
  });

  test('is linear, whatever it is given', () => {
    for (const piece of ['<div>', '</div>', '<a b="', '<!--', '<svg>', '<button>', '<script>', '<', '<p a=1 b=2>', '<x y']) {
      const started = performance.now();
      slimMarkup(piece.repeat(Math.ceil(1_000_000 / piece.length)), 200);
      expect(performance.now() - started, piece).toBeLessThan(1500);
    }
  });
});
