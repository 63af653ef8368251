import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discoverFeeds } from '#ingest/discover.ts';
import { readOpml, writeOpml } from '#ingest/opml.ts';
import { fixture } from './feeds-reading.ts';

describe('readOpml', () => {
  it('takes folders and categories as topics, and a feed once', () => {
    expect(readOpml(fixture('reader.opml'))).toMatchObject({
      ok: true,
      title: "Ada's feeds",
      feeds: [
        { url: 'https://harbour.example/feed.xml', title: 'The Harbour Post', topics: ['Harbour & sea', 'Weather'] },
        { url: 'http://soundings.example/rss', title: 'Soundings', topics: ['Deep water'] },
        { url: 'https://valley.example/news/feed.atom', title: 'Valley Radio', topics: ['Local', 'Snow'] },
      ],
      problems: [{ code: 'bad-address' }],
    });
  });

  it('refuses what is no OPML, and bombs, without a throw', () => {
    for (const text of ['', 'hello', '<rss/>', `<opml><body>${'<outline>'.repeat(100_000)}`, '{"opml":1}']) {
      const reading = readOpml(Buffer.from(text));
      expect(reading.ok ? reading.problems.map(({ code }) => code) : [reading.problem.code]).not.toEqual([]);
    }
  });

  it('reads back what writeOpml wrote', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 20, unit: 'grapheme-ascii' })
      .map((text) => text.replace(/[&;<>"'\s]+/g, ' ').trim())
      .filter((text) => text !== '');
    const feeds = fc.uniqueArray(
      fc.record({
        url: fc.nat(9_999).map((n) => `https://site${n}.example/feed?a=1&n=${n}`),
        title: name,
        topics: fc.uniqueArray(name, { maxLength: 2 }),
      }),
      { selector: ({ url }) => url, maxLength: 5, minLength: 1 },
    );
    fc.assert(
      fc.property(feeds, (list) => {
        const reading = readOpml(Buffer.from(writeOpml('Mine', list)));
        const sorted = (all: typeof list) =>
          all.map(({ url, title, topics }) => ({ url, title, topics: [...topics].sort() })).sort((a, b) => (a.url < b.url ? -1 : 1));
        expect(reading.ok && sorted(reading.feeds.map((feed) => ({ ...feed, topics: [...feed.topics] })))).toEqual(sorted(list));
      }),
      { numRuns: 30 },
    );
  });

  it('escapes what would break the file', () => {
    const list = [{ url: 'https://a.example/?a=1&b=2', title: 'Q&A "<now>"', topics: ['R&D'] }];
    expect(readOpml(Buffer.from(writeOpml('A & B', list)))).toMatchObject({ title: 'A & B', feeds: list });
  });
});

describe('discoverFeeds', () => {
  it('finds what the head names, comments last', () => {
    const html = `<!doctype html><html><head><base href="https://site.example/blog/">
      <link rel="stylesheet" href="s.css"><link rel="alternate" hreflang="de" href="/de">
      <link rel="alternate" type="application/rss+xml" title="Comments &amp; replies" href="comments/feed">
      <LINK REL='alternate' TYPE='application/atom+xml; charset=utf-8' HREF='feed.atom?a=1&amp;b=2' TITLE='Site'>
      <!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->
      <link rel=alternate type=application/feed+json href=feed.json></head>`;
    expect(discoverFeeds(html, 'https://site.example/x')).toEqual([
      { url: 'https://site.example/blog/feed.atom?a=1&b=2', title: 'Site', kind: 'atom' },
      { url: 'https://site.example/blog/feed.json', title: '', kind: 'json' },
      { url: 'https://site.example/blog/comments/feed', title: 'Comments & replies', kind: 'rss' },
    ]);
  });

  it('finds none where none is named, and never a script', () => {
    expect(
      discoverFeeds(
        '<a href="/feed">Feed</a><link rel="alternate" type="application/rss+xml" href="javascript:x">',
        'https://site.example/',
      ),
    ).toEqual([]);
  });
});
