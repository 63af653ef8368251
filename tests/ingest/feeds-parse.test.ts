import { describe, expect, it } from 'vitest';
import { parseFeed } from '#ingest/parse-feed.ts';
import { atomEntry, firstOf, fixture, readFeed, refusal, rssItem } from './feeds-reading.ts';

describe('a feed of each family', () => {
  it('reads RSS 2.0', async () => {
    const feed = await readFeed(fixture('harbour.rss'));
    expect(feed).toMatchObject({ title: 'The Harbour Post', link: 'https://harbour.example/', language: 'en-GB', kind: 'rss' });
    expect(feed.items[0]).toMatchObject({
      guid: 'harbour-101',
      title: 'Ferry & freight: quay four reopens',
      link: 'https://harbour.example/quay-four?from=rss&page=1',
      publishedAt: Date.parse('2024-05-06T06:08:09Z'),
      byline: 'Ada Berg',
      categories: ['Shipping', 'Quay four'],
    });
    expect(feed.items[0]?.html).toContain('<p>“We waited two years for this,” said harbour master Ida Moen.</p>');
    expect(feed.items[1]).toMatchObject({
      link: 'https://harbour.example/tide',
      publishedAt: null,
      html: 'High water at <b>noon</b> &amp; midnight.',
    });
    expect(feed.problems).toMatchObject([{ code: 'bad-date', item: 1 }]);
  });

  it('reads Atom under a prefix, with xml:base, xhtml and a source', async () => {
    const feed = await readFeed(fixture('valley.atom'));
    expect(feed).toMatchObject({ title: 'Valley Radio', link: 'https://valley.example/', language: 'nb', kind: 'atom', problems: [] });
    expect(firstOf(feed)).toMatchObject({
      title: 'Snow closes the pass',
      link: 'https://valley.example/news/2024/pass.html',
      publishedAt: Date.parse('2024-01-02T02:04:05Z'),
      byline: 'Nils Dal',
      categories: ['Weather'],
    });
    expect(firstOf(feed).html).toContain('<p>The pass is <b>closed</b> until noon.</p>');
  });

  it('reads RSS 1.0, whose items stand beside the channel', async () => {
    const feed = await readFeed(fixture('island.rdf'));
    expect(feed).toMatchObject({ title: 'Island Letter', language: 'de', kind: 'rdf' });
    expect(firstOf(feed)).toMatchObject({
      title: 'Ein Leuchtturm',
      link: 'https://island.example/1',
      publishedAt: Date.UTC(2024, 4, 6),
      byline: 'Uwe Kern',
    });
  });

  it('reads JSON Feed and keeps the place of an empty item', async () => {
    const feed = await readFeed(fixture('bridge.json'));
    expect(feed).toMatchObject({ title: 'Bridge Notes', link: 'https://bridge.example/', language: 'en', kind: 'json' });
    expect(feed.items).toHaveLength(3);
    expect(feed.items[0]).toMatchObject({
      title: 'The <second> span',
      link: 'https://feed.example/second',
      publishedAt: Date.parse('2024-05-06T11:08:09Z'),
    });
    expect(feed.items[0]?.html).toBe('<p>Steel &amp; stone.</p>\n<p>And rope.</p>');
    expect(feed.items[1]).toMatchObject({ link: 'https://other.example/first', html: '<p>First.</p>' });
  });
});

describe('the link of an item', () => {
  const cases: readonly [name: string, inside: string, link: string | null][] = [
    ['is the text of <link>', '<link> https://a.example/1\n </link>', 'https://a.example/1'],
    ['is resolved against the feed', '<link>../1</link>', 'https://feed.example/1'],
    ['is resolved against its own xml:base', '<link xml:base="https://b.example/x/" href="y"/>', 'https://b.example/x/y'],
    [
      'is an alternate, not the feed itself',
      '<atom:link rel="self" href="/s"/><atom:link rel="alternate" href="/a"/>',
      'https://feed.example/a',
    ],
    ['is the guid where nothing else is', '<guid>https://a.example/g</guid>', 'https://a.example/g'],
    ['is not a guid that says it is no link', '<guid isPermaLink="false">https://a.example/g</guid>', null],
    ['is not an enclosure', '<enclosure url="https://a.example/x.mp3"/>', null],
    ['is nothing but http', '<link>javascript:alert(1)</link>', null],
    ['survives an empty one', '<link/><guid isPermaLink="true">/g</guid>', 'https://feed.example/g'],
    ['survives a broken line', '<link>https://a.example/long\n   -path</link>', 'https://a.example/long-path'],
  ];
  it.each(cases)('%s', async (_, inside, link) => {
    expect((await rssItem(inside)).link).toBe(link);
  });

  it('is the page among several alternates of Atom', async () => {
    const inside =
      '<link href="/plain"/><link type="application/json" href="/j"/><link rel="alternate" type="text/html" href="/page"/><link rel="replies" type="text/html" href="/r"/>';
    expect((await atomEntry(inside)).link).toBe('https://feed.example/page');
  });
});

describe('the title of an item', () => {
  const cases: readonly [inside: string, title: string][] = [
    ['<title><![CDATA[Rain & <b>wind</b>, again]]></title>', 'Rain & wind, again'],
    ['<title>Q&amp;amp;A</title>', 'Q&A'],
    ['<title>Caf&eacute; &#8211; &#x201C;open&#148;</title>', 'Café – “open”'],
    ['<title>A List&lt;String&gt; is 1 &lt; 2</title>', 'A List<String> is 1 < 2'],
    ['<title>two\n   lines</title>', 'two lines'],
    ['<title/><media:title>From the picture</media:title>', 'From the picture'],
    ['<media:group><media:title>Inside</media:title></media:group><title>Outside</title>', 'Outside'],
    ['<title>part <i>one</i> of two</title>', 'part one of two'],
  ];
  it.each(cases)('%s', async (inside, title) => {
    expect((await rssItem(inside)).title).toBe(title);
  });
});

describe('the body of an item', () => {
  it('is what says most', async () => {
    expect((await rssItem('<description>Longer than the other one.</description><content:encoded>Short.</content:encoded>')).html).toBe(
      'Longer than the other one.',
    );
  });

  it('keeps inline markup in its order', async () => {
    expect((await rssItem('<description>Hello <b>bold</b> world &amp; all</description>')).html).toBe('Hello <b>bold</b> world &amp; all');
  });

  it('escapes what Atom calls text', async () => {
    expect((await atomEntry('<summary type="text">1 &lt; 2</summary>')).html).toBe('<p>1 &lt; 2</p>');
  });

  it('undoes HTML that was escaped twice', async () => {
    expect((await rssItem('<description>&amp;lt;p&amp;gt;Twice&amp;lt;/p&amp;gt;</description>')).html).toBe('<p>Twice</p>');
  });

  it('keeps a caption that says more than the teaser, as a caption', async () => {
    const { html, isFullText } = await rssItem(
      '<description>Teaser.</description><media:description>Ida Moen on the quay on Monday.</media:description>',
    );
    expect(html).toBe('Teaser.\n<figure><figcaption>Ida Moen on the quay on Monday.</figcaption></figure>');
    expect(isFullText).toBe(false);
  });

  it('gives back what looks like a mark of our own', async () => {
    const text = 'an odd \uE0000\uE001 sign';
    expect(await rssItem(`<title>${text}</title><description>${text}</description>`)).toMatchObject({ title: text, html: text });
  });
});

describe('whether the feed carries the full text', () => {
  const paragraph = `<p>${'The council met again on Monday and voted on the quay. '.repeat(5)}</p>`;
  const full = async (element: string, html: string) => (await rssItem(`<${element}><![CDATA[${html}]]></${element}>`)).isFullText;

  it('says yes to several paragraphs of content', async () => {
    expect(await full('content:encoded', paragraph.repeat(4))).toBe(true);
  });
  it('says no to a teaser', async () => {
    expect(await full('description', paragraph)).toBe(false);
  });
  it('says no to a text that says it goes on', async () => {
    expect(await full('content:encoded', `${paragraph.repeat(4)}<p>And then […]</p>`)).toBe(false);
    expect(await full('content:encoded', `${paragraph.repeat(4)}<a href="/x">Continue reading</a>`)).toBe(false);
  });
});

describe('the date of an item', () => {
  it('is the first that can be read', async () => {
    expect((await rssItem('<pubDate>soon</pubDate><dc:date>2024-05-06T07:08:09Z</dc:date>')).publishedAt).toBe(
      Date.parse('2024-05-06T07:08:09Z'),
    );
  });

  const readAt = async (date: string, now: number) =>
    readFeed(`<rss version="2.0"><channel><item><title>a</title><pubDate>${date}</pubDate></item></channel></rss>`, { now });
  const now = Date.parse('2024-05-06T12:00:00Z');

  it('is now where the feed runs some hours ahead, and null where it is far off', async () => {
    expect((await readAt('2024-05-06T15:00:00Z', now)).items[0]?.publishedAt).toBe(now);
    const far = await readAt('2034-05-06T15:00:00Z', now);
    expect(far.items[0]?.publishedAt).toBeNull();
    expect(far.problems[0]).toMatchObject({ code: 'future-date', item: 0 });
  });
});

describe('the byline', () => {
  const cases: readonly [inside: string, byline: string | undefined][] = [
    ['<author>desk@post.example (Ada Berg)</author>', 'Ada Berg'],
    ['<author>desk@post.example</author>', undefined],
    ['<author>Ada Berg &lt;desk@post.example&gt;</author>', 'Ada Berg'],
    ['<itunes:author>Radio team</itunes:author>', 'Radio team'],
  ];
  it.each(cases)('%s', async (inside, byline) => {
    expect((await rssItem(inside)).byline).toBe(byline);
  });
});

describe('what is no feed', () => {
  it.each([
    ['', 'empty-answer'],
    ['  \n ', 'empty-answer'],
    ['<!DOCTYPE html><html><head><title>A page</title></head><body><article>x</article></body></html>', 'html-page'],
    ['<sitemap><url>x</url></sitemap>', 'not-a-feed'],
    ['hello', 'not-a-feed'],
    ['{"error":"gone"}', 'not-a-feed'],
    ['\u0000\u0001\u0002', 'empty-answer'],
    ['\u0089PNG\r\n', 'not-a-feed'],
  ])('%j is refused as %s', async (text, code) => {
    expect(await refusal(text)).toBe(code);
  });

  it('is told apart from a feed without articles', async () => {
    expect((await readFeed('<rss version="2.0"><channel><title>T</title></channel></rss>')).problems).toMatchObject([
      { code: 'empty-feed' },
    ]);
  });

  it('is too large beyond 64 MiB', async () => {
    expect(await parseFeed(new Uint8Array(64 * 1024 * 1024 + 1), { url: 'https://feed.example/' })).toMatchObject({
      ok: false,
      problem: { code: 'too-large' },
    });
  });
});
