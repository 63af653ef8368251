import { describe, expect, it } from 'vitest';
import { firstOf, fixture, readFeed } from './feeds-reading.ts';

const HARBOUR = fixture('harbour.rss').toString();
const VALLEY = fixture('valley.atom').toString();

/** Title, link and date of each item. */
const gist = async (xml: string) => (await readFeed(xml)).items.map(({ title, link, publishedAt }) => [title, link, publishedAt]);
const codes = async (xml: string) => (await readFeed(xml)).problems.map(({ code }) => code);

describe('damage around the feed changes nothing', () => {
  it.each([
    ['a byte order mark', (xml: string) => `\uFEFF${xml}`],
    ['blank lines', (xml: string) => `\n\n ${xml}`],
    ['a comment first', (xml: string) => `<!-- cached --> ${xml}`],
    ['a PHP warning', (xml: string) => `<br />\n<b>Warning</b>: no such file in <b>feed.php</b><br />\n${xml}`],
    ['junk behind the end', (xml: string) => `${xml}<script>count()</script> & done <`],
    ['no closing root', (xml: string) => xml.replace(/<\/(?:rss|a:feed)>\s*$/, '')],
    ['a DOCTYPE', (xml: string) => xml.replace('?>', '?><!DOCTYPE rss PUBLIC "-//N//DTD" "https://dtd.example/rss.dtd">')],
    ['a page around it', (xml: string) => `<html><body>${xml.slice(xml.indexOf('?>') + 2)}</body></html>`],
  ])('%s', async (_, damage) => {
    expect(await gist(damage(HARBOUR))).toEqual(await gist(HARBOUR));
    expect(await gist(damage(VALLEY))).toEqual(await gist(VALLEY));
  });
});

describe('damage inside the feed costs at most what it hits', () => {
  it.each([
    ['an unescaped &', 'reopens', 'reopens & closes &c', 'Ferry & freight: quay four reopens & closes &c'],
    ['a bare <', 'reopens', '< 3 hours', 'Ferry & freight: quay four < 3 hours'],
    ['control characters', 'reopens', 're\u0000ope\u001fns', 'Ferry & freight: quay four reopens'],
    ['a title without its end', 'reopens</title>', 'reopens', 'Ferry & freight: quay four reopens'],
    ['a title closed in another case', 'reopens</title>', 'reopens</TITLE>', 'Ferry & freight: quay four reopens'],
    ['a misspelt closing tag', 'reopens</title>', 'reopens</titel>', 'Ferry & freight: quay four reopens'],
    ['HTML’s entities', 'reopens', '&eacute;t&eacute;&nbsp;&hellip;', 'Ferry & freight: quay four été …'],
  ])('%s', async (_, found, put, title) => {
    const before = await gist(HARBOUR);
    const after = await gist(HARBOUR.replace(found, put));
    expect(after[0]?.[0]).toBe(title);
    expect(after.map((item) => item.slice(1))).toEqual(before.map((item) => item.slice(1)));
  });

  it('reads on behind an item without its end', async () => {
    expect(await gist(HARBOUR.replace('</item>', ''))).toEqual(await gist(HARBOUR));
  });

  it('reads on behind a CDATA section without its end', async () => {
    const xml = HARBOUR.replace(']]>', '').replace('High water', '<![CDATA[High]]> water');
    expect(await gist(xml)).toEqual(await gist(HARBOUR));
  });

  it('keeps a CDATA section that tells of items', async () => {
    const told = 'write <item>one</item> and <item>two</item>';
    const xml = `<rss version="2.0"><channel><item><title>a</title><description><![CDATA[${told}]]></description></item><item><title>b</title></item></channel></rss>`;
    expect((await readFeed(xml)).items.map(({ title }) => title)).toEqual(['a', 'b']);
  });

  it('reads a <br> that nobody closed', async () => {
    const feed = await readFeed(HARBOUR.replace('The first ferry left at dawn.', 'The first ferry<br>left at dawn.'));
    expect(feed.items).toHaveLength(2);
  });

  it('keeps what came before the feed broke off', async () => {
    const cut = HARBOUR.slice(0, HARBOUR.indexOf('High water') + 4);
    expect(await gist(cut)).toEqual(await gist(HARBOUR));
    expect(await codes(cut)).toContain('truncated');
  });

  it('does not take an article that was cut for a full text', async () => {
    const paragraphs = '<p>The council met again on Monday and voted on the quay.</p>'.repeat(40);
    const xml = `<rss version="2.0"><channel><item><title>a</title><content:encoded><![CDATA[${paragraphs}]]></content:encoded></item></channel></rss>`;
    expect(firstOf(await readFeed(xml)).isFullText).toBe(true);
    expect(firstOf(await readFeed(xml.slice(0, xml.indexOf(']]>')))).isFullText).toBe(false);
  });

  it('reads upper-case tags and attributes without quotation marks', async () => {
    const xml =
      '<RSS VERSION=2.0><CHANNEL><TITLE>T</TITLE><ITEM><TITLE>a</TITLE><LINK>https://a.example/</LINK><PUBDATE>2024-05-06</PUBDATE></ITEM></CHANNEL></RSS>';
    expect(await gist(xml)).toEqual([['a', 'https://a.example/', Date.UTC(2024, 4, 6)]]);
  });

  it('reads items outside of the channel, and a root without its version', async () => {
    const xml = '<rss><channel><title>T</title></channel><item><title>a</title></item></rss>';
    expect(await gist(xml)).toEqual([['a', null, null]]);
  });

  it('reads a single entry and a bare list of items', async () => {
    expect((await gist('<entry xmlns="http://www.w3.org/2005/Atom"><title>a</title></entry>'))[0]?.[0]).toBe('a');
    expect((await gist('<item><title>a</title></item><item><title>b</title></item>')).map(([title]) => title)).toEqual(['a', 'b']);
  });

  it('knows elements by their namespace, whatever the prefix', async () => {
    const xml =
      '<rss version="2.0" xmlns:core="http://purl.org/dc/elements/1.1/" xmlns:full="http://purl.org/rss/1.0/modules/content/"><channel><item><core:title>a</core:title><full:encoded>b</full:encoded></item></channel></rss>';
    expect(firstOf(await readFeed(xml))).toMatchObject({ title: 'a', html: 'b' });
  });

  it('does not take the words of unknown elements for its own', async () => {
    const xml =
      '<rss version="2.0"><channel><item><x:related><title>Other</title><link>https://b.example/</link></x:related><title>Own</title></item></channel></rss>';
    expect(firstOf(await readFeed(xml))).toMatchObject({ title: 'Own', link: null });
  });

  it('says what it mended', async () => {
    expect(await codes(HARBOUR.replace('reopens</title>', 'reopens'))).toContain('mended-xml');
    expect(await codes(HARBOUR)).not.toContain('mended-xml');
  });
});

describe('entities that the document defines', () => {
  it('are undone where they are plain', async () => {
    const xml =
      '<!DOCTYPE rss [<!ENTITY post "The Harbour Post"><!ENTITY nb "&#160;">]><rss version="2.0"><channel><item><title>&post;&nb;now</title></item></channel></rss>';
    expect(firstOf(await readFeed(xml)).title).toBe('The Harbour Post now');
  });

  it('do not grow into a bomb', async () => {
    const levels = [...'bcdefghij'].map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghij'[i]};`.repeat(10)}">`).join('');
    const xml = `<!DOCTYPE l [<!ENTITY a "ha">${levels}]><rss version="2.0"><channel><item><title>t</title><description>&j;</description></item></channel></rss>`;
    expect(firstOf(await readFeed(xml)).html).toBe('&j;');
  });

  it('never fetch anything', async () => {
    const xml =
      '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>&x;</title></item></channel></rss>';
    expect(firstOf(await readFeed(xml)).title).toBe('&x;');
  });
});

describe('a broken JSON Feed', () => {
  const bridge = fixture('bridge.json').toString();
  it('gives the items that are whole', async () => {
    const feed = await readFeed(bridge.slice(0, bridge.indexOf('First.')));
    expect(feed).toMatchObject({ title: 'Bridge Notes', items: [{ title: 'The <second> span' }] });
    expect(feed.problems.map(({ code }) => code)).toContain('truncated');
  });
  it('survives stray commas', async () => {
    expect((await readFeed(bridge.replace('"tags": ["works"]', '"tags": ["works",]'))).items).toHaveLength(3);
  });
});
