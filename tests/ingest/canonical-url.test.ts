import { describe, expect, test } from 'vitest';
import { canonicalUrl, withoutTracking } from '#ingest/canonical-url.ts';

const KEY = 'https://harbour.example/2026/03/ferry';

describe('one article', () => {
  test.each([
    'http://www.harbour.example/2026/03/ferry',
    'https://harbour.example/2026/03/ferry/',
    'HTTPS://Harbour.Example:443/2026/03/ferry',
    'https://harbour.example./2026/03/ferry',
    'https://m.harbour.example/2026/03/ferry',
    'https://amp.harbour.example/2026/03/ferry',
    'https://harbour.example/amp/2026/03/ferry',
    'https://harbour.example/2026/03/ferry/amp/',
    'https://harbour.example/2026/03/ferry?utm_source=rss&utm_medium=feed',
    'https://harbour.example/2026/03/ferry?fbclid=x&gclid=y&at_medium=RSS&CMP=share',
    'https://harbour.example/2026/03/ferry?xtor=RSS-1&ns_campaign=a&emc=rss&partner=rss&guccounter=1&outputType=amp',
    'https://harbour.example/2026/03/ferry#comments',
    'https://harbour.example/2026/03/ferry#:~:text=boat',
    'https://harbour.example/2026/03/ferry/index.html',
    'https://me:secret@harbour.example/2026/03/ferry',
    ' https://harbour.example/2026/03/ferry;jsessionid=AB12 ',
  ])('%s', (url) => {
    expect(canonicalUrl(url)).toBe(KEY);
  });

  test('parameters in another order', () => {
    expect(canonicalUrl('https://a.example/?id=7&lang=en')).toBe(canonicalUrl('https://a.example/?lang=en&id=7'));
  });
});

describe('two articles stay two', () => {
  test.each([
    ['https://a.example/story?id=1', 'https://a.example/story?id=2'],
    ['https://a.example/story?cid=1', 'https://a.example/story?cid=2'],
    ['https://a.example/story?source=1', 'https://a.example/story?source=2'],
    ['https://a.example/?p=1', 'https://a.example/?p=2'],
    ['https://a.example/#!/story/1', 'https://a.example/#!/story/2'],
    ['https://a.example/example', 'https://a.example/Example'],
    ['https://news.a.example/story', 'https://a.example/story'],
    ['https://a.example/camp', 'https://a.example/c'],
    ['https://m.example/story', 'https://example/story'],
  ])('%s and %s', (a, b) => {
    expect(canonicalUrl(a)).not.toBe(canonicalUrl(b));
  });
});

test('a name that means nothing on one host counts on another', () => {
  expect(canonicalUrl('https://www.cnn.com/story?cid=1')).toBe('https://cnn.com/story');
  expect(canonicalUrl('https://harbour.example/story?cid=1')).toContain('cid=1');
});

test('it is its own fixed point, and never throws', () => {
  const odd = [
    '',
    'no address',
    'mailto:a@b.example',
    'file:///x',
    'https://a.example/%',
    'https://a.example/%E0%A4%A',
    'http://[::1]/',
    'https://ä.example/ü?q=ö',
  ];
  for (const url of [...odd, `${KEY}?id=1&b=%2F`, 'https://a.example/?a=b+c&d', 'https://a.example//x//y']) {
    const once = canonicalUrl(url);
    expect(canonicalUrl(once)).toBe(once);
  }
});

test.each([
  ['https://vale.example/bridge?utm_source=rss', 'https://vale.example/bridge'],
  ['https://vale.example/bridge?id=7&fbclid=x#part', 'https://vale.example/bridge?id=7#part'],
  ['http://www.vale.example/a%20b/?q=x+y&z', 'http://www.vale.example/a%20b/?q=x+y&z'],
  ['not an address', 'not an address'],
])('a reader opens %s without its tracking', (url, expected) => expect(withoutTracking(url)).toBe(expected));
