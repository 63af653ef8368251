import { describe, expect, test } from 'vitest';
import { htmlToText } from '#ingest/html-text.ts';

describe('paragraphs', () => {
  test.each([
    ['<p>The ferry sank.</p><p>Nobody was hurt.</p>', 'The ferry sank.\n\nNobody was hurt.'],
    ['The ferry sank.<br><br>Nobody was hurt.', 'The ferry sank.\n\nNobody was hurt.'],
    ['The ferry sank.<br/>\n <br />Nobody was hurt.', 'The ferry sank.\n\nNobody was hurt.'],
    ['First line,<br>second line.', 'First line, second line.'],
    ['<div>The <b>ferry</b> <a href="/x">sank</a>.<div>Nobody was hurt.</div></div>', 'The ferry sank.\n\nNobody was hurt.'],
    ['<p>One<p>two<p>three', 'One\n\ntwo\n\nthree'],
    ['<ul><li>First point</li><li>Second point</li></ul>', 'First point\n\nSecond point'],
    ['<table><tr><td>Boats</td><td>12</td></tr><tr><td>Crew</td><td>40</td></tr></table>', 'Boats 12\n\nCrew 40'],
    ['<blockquote>“We swam,” she said.</blockquote>', '“We swam,” she said.'],
    ['No markup at all.\n\nTwo paragraphs.', 'No markup at all.\n\nTwo paragraphs.'],
    ['A line\nthat goes on.', 'A line that goes on.'],
    ['', ''],
  ])('%j', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });
});

describe('characters', () => {
  test.each([
    ['Fish &amp; chips &#8211; &quot;fine&quot;', 'Fish & chips – "fine"'],
    ['caf&eacute;&nbsp;noir', 'café noir'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['<p title="a > b">quoted sign</p>', 'quoted sign'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ])('%j', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });
});

describe('what is not the text', () => {
  const BODY = '<p>The harbour was closed for two days after the storm, the port authority said.</p>';
  const TEXT = 'The harbour was closed for two days after the storm, the port authority said.';
  test.each([
    '<script>if (a < b) document.write("<p>no</p>")</script>',
    '<style>p > b { color: red }</style>',
    '<!-- <p>no</p> -->',
    '<figure><img src="x"><figcaption>Boats in the harbour.</figcaption></figure>',
    '<figure><figure><img></figure><p>Boats</p></figure>',
    '<div class="wp-caption"><img><p class="wp-caption-text">Boats in the harbour</p></div>',
    '<p class="photo-credit">A. Photographer</p>',
    '<p>Photo: A. Photographer</p>',
    '<iframe src="x">no</iframe>',
    '<form>Your name <input></form>',
    '<p><a href="/x">Read more: the last storm</a></p>',
    '<p>Advertisement</p>',
    '<hr><img src="x"><p>&nbsp;</p><p>* * *</p>',
    '<p>The post <a href="/x">Harbour closed</a> appeared first on <a href="/">The Harbour Post</a>.</p>',
    '<p><a href="/x">Continue reading</a></p>',
  ])('%s', (furniture) => {
    expect(htmlToText(BODY + furniture)).toBe(TEXT);
    expect(htmlToText(`${BODY}${furniture}${BODY}`)).toBe(`${TEXT}\n\n${TEXT}`);
  });

  test('a box that nobody closed swallows nothing', () => {
    expect(htmlToText(`<figure>${BODY}`)).toBe(TEXT);
    expect(htmlToText(`<nav>menu</nav><form>${BODY}`)).toBe(TEXT);
  });
});

test('hostile input costs little', () => {
  const pieces = [
    '<figure>',
    '<',
    '<div>',
    '<p class="caption">',
    '<a b="',
    '<!--',
    '<script>',
    '&',
    '<figure><figure></figure>',
    '<nav><aside></nav>',
    'By A',
    '<p>read more ',
  ];
  for (const piece of pieces) {
    const html = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const started = performance.now();
    htmlToText(html);
    expect(performance.now() - started, piece).toBeLessThan(1500);
  }
});
