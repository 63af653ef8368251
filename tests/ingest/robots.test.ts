import { describe, expect, test } from 'vitest';
import { ALLOW_ALL, DISALLOW_ALL, mayFetch, parseRobots } from '#ingest/robots.ts';

const SITE = 'https://harbour.example';
const may = (robots: string, path: string) => mayFetch(parseRobots(robots, 'wirebrief'), `${SITE}${path}`);

describe('the longest rule that fits decides', () => {
  test.each([
    ['User-agent: *\nDisallow: /', '/news', false],
    ['User-agent: *\nDisallow:', '/news', true],
    ['', '/news', true],
    ['User-agent: *\nDisallow: /news\nAllow: /news/open', '/news/open/1', true],
    ['User-agent: *\nAllow: /news/open\nDisallow: /news', '/news/1', false],
    ['User-agent: *\nDisallow: /news\nAllow: /news', '/news', true],
    ['User-agent: *\nDisallow: /news', '/News', true],
    ['User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/a/b.pdf?x', true],
    ['User-agent: *\nDisallow: /a*b*c', '/a1b2c3', false],
    ['User-agent: *\nDisallow: /a*b*c', '/a1c2b3', true],
    ['User-agent: *\nDisallow: /*?print=', '/story?print=1', false],
    ['User-agent: *\nDisallow: /ü', '/%c3%bc/1', false],
    ['User-agent: *\nDisallow: /%C3%BC', '/ü', false],
    ['User-agent: *\nDisallow: /x$', '/x', false],
    ['User-agent: *\nDisallow: /x$', '/xy', true],
    ['User-agent: *\nDisallow: /*aa$', '/a', true],
    ['User-agent: *\nDisallow: / # all of it', '/news', false],
    ['User-agent: *\nDisallow: /', '/robots.txt', true],
  ])('%j and %s: %s', (robots, path, allowed) => {
    expect(may(robots, path)).toBe(allowed);
  });
});

describe('groups', () => {
  test('our own group wins over the one for everybody', () => {
    expect(may('User-agent: *\nDisallow: /\n\nUser-agent: Wirebrief\nAllow: /', '/news')).toBe(true);
    expect(may('User-agent: *\nAllow: /\n\nUser-agent: wirebrief/1.0\nDisallow: /', '/news')).toBe(false);
  });
  test('several names share a group, and several groups of a name are one', () => {
    const robots =
      'User-agent: other\nUser-agent: wirebrief\nDisallow: /a\n\nUser-agent: x\nDisallow: /c\n\nUser-agent: wirebrief\nDisallow: /b';
    expect(['/a', '/b', '/c'].map((path) => may(robots, path))).toEqual([false, false, true]);
  });
  test('groups of other programs mean nothing to us', () => {
    expect(may('User-agent: GPTBot\nDisallow: /', '/news')).toBe(true);
  });
  test('byte order mark, odd line ends and nonsense are passed over', () => {
    expect(may('\ufeffUSER-AGENT : *\r\rSitemap: https://x.example/\rwhat is this\rdisallow : /news', '/news')).toBe(false);
    expect(may('<!doctype html><html>Not found</html>', '/news')).toBe(true);
  });
  test('a crawl delay is a wish, within reason', () => {
    expect(parseRobots('User-agent: *\nCrawl-delay: 2.5', 'wirebrief').crawlDelayMs).toBe(2500);
    expect(parseRobots('User-agent: *\nCrawl-delay: 86400', 'wirebrief').crawlDelayMs).toBe(60_000);
    expect(parseRobots('User-agent: *\nCrawl-delay: soon', 'wirebrief').crawlDelayMs).toBeNull();
  });
});

test('nothing and everything', () => {
  expect(mayFetch(ALLOW_ALL, SITE)).toBe(true);
  expect(mayFetch(DISALLOW_ALL, SITE)).toBe(false);
  expect(mayFetch(ALLOW_ALL, 'no address')).toBe(false);
});

test('a hostile file costs little', () => {
  const started = performance.now();
  may(`User-agent: *\nDisallow: /${'*a'.repeat(100_000)}b`, `/${'a'.repeat(50_000)}`);
  may('User-agent: *\nDisallow: /\n'.repeat(20_000), '/news');
  expect(performance.now() - started).toBeLessThan(1500);
});
