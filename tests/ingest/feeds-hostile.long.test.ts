import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedToWire } from '#ingest/feed-wire.ts';
import { parseFeed } from '#ingest/parse-feed.ts';
import { fixture } from './feeds-reading.ts';

const ORIGIN = { url: 'https://feed.example/feed.xml', now: Date.parse('2024-06-01T00:00:00Z') };
const MIB = 1 << 20;
/** Half a megabyte shows a square as well as fifty do. */
const fill = (unit: string, bytes = MIB / 2) => unit.repeat(Math.ceil(bytes / unit.length));
const rss = (inside: string) => `<rss version="2.0"><channel><title>t</title>${inside}</channel></rss>`;
const item = (body: string) => rss(`<item><title>a</title><link>https://a.example/1</link><description>${body}</description></item>`);

const BOMBS: Readonly<Record<string, () => string>> = {
  'x<p in a body': () => item(fill('x<p')),
  'x<p escaped': () => item(fill('x&lt;p')),
  '< in CDATA': () => item(`<![CDATA[${fill('<')}]]>`),
  '<p in CDATA': () => item(`<![CDATA[${fill('<p ')}]]>`),
  '<!-- in CDATA': () => item(`<![CDATA[${fill('<!--a-')}]]>`),
  '<a href=" in CDATA': () => item(`<![CDATA[${fill('<a href="')}]]>`),
  '<p in a title': () => rss(`<item><title><![CDATA[${fill('<p ')}]]></title></item>`),
  'nothing but <': () => fill('<'),
  'open quotation marks': () => rss(fill('<item a="')),
  'unclosed tags': () => rss(fill('<x>')),
  'unclosed titles': () => rss(`<item>${fill('<title>')}`),
  'unclosed items': () => rss(fill('<item>')),
  'empty items': () => rss(fill('<item/>')),
  'nested elements': () => rss(fill('<a>') + fill('</a>')),
  'nested markup in a body': () => item(fill('<div>') + fill('</div>')),
  'nested items': () => fill('<item><description>'),
  'open CDATA sections': () => item(fill('<![CDATA[')),
  'CDATA sections over items': () => `${fill('<x><![CDATA[</x></item><item>')}]]>`,
  'open comments': () => rss(fill('<!--')),
  'open instructions': () => fill('<?x '),
  'open doctypes': () => fill('<!DOCTYPE x [<!ENTITY a "b"> '),
  'an entity many times': () => `<!DOCTYPE l [<!ENTITY a "${'x'.repeat(100)}">]>${item(fill('&a;'))}`,
  ampersands: () => item(fill('&')),
  'half entities': () => item(fill('&abcdefghijklmnopqrstuvwxyz')),
  attributes: () => rss(`<item ${fill('a="b" ')}/>`),
  dates: () => rss(fill(`<item><pubDate>Mon ${'1 '.repeat(45)}</pubDate></item>`)),
  'one long date': () => rss(`<item><pubDate>${fill('1 ')}</pubDate></item>`),
  categories: () => rss(`<item>${fill('<category>c</category>')}</item>`),
  namespaces: () => rss(fill('<item xmlns:a="http://purl.org/dc/elements/1.1/"/>')),
  'JSON arrays': () => `{"version":"https://jsonfeed.org/version/1","items":${fill('[')}`,
  'JSON objects': () => `{"items":[${fill('{"a":')}`,
  'JSON braces': () => `{"items":[${fill('{},}')}`,
  'JSON commas': () => `{"items":[{"a":1${fill(', ')}}]}`,
};

describe('half a megabyte of malice', () => {
  it.each(Object.entries(BOMBS))('%s ends within a second a megabyte', async (_, build) => {
    const bytes = Buffer.from(build());
    const started = performance.now();
    const reading = await parseFeed(bytes, ORIGIN);
    const ms = performance.now() - started;
    expect(typeof reading.ok).toBe('boolean');
    // Twice the promise, and a second for what five thousand items cost however short they are: the machine may be busy.
    expect(ms).toBeLessThan(1_000 + 2_000 * (bytes.length / MIB));
  });

  it('reads five thousand items and says that there were more', async () => {
    const reading = await parseFeed(Buffer.from(BOMBS['empty items']?.() ?? ''), ORIGIN);
    expect(reading.ok && reading.feed.items.length).toBe(5_000);
    expect(reading.ok && reading.feed.problems.map(({ code }) => code)).toContain('too-many-items');
  });

  it('names in a feed reach no prototype', async () => {
    await parseFeed(Buffer.from(rss('<item><__proto__><polluted>1</polluted></__proto__><constructor>x</constructor></item>')), ORIGIN);
    await parseFeed(Buffer.from('{"version":"jsonfeed","__proto__":{"polluted":1},"items":[{"__proto__":{"polluted":1}}]}'), ORIGIN);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

/** What must hold for any bytes whatever. */
const expectSound = async (bytes: Uint8Array, contentType?: string): Promise<void> => {
  const reading = await parseFeed(bytes, { ...ORIGIN, contentType });
  if (!reading.ok) {
    expect(reading.problem.code).toMatch(/^[a-z-]+$/);
    return;
  }
  for (const { title, link, publishedAt, html } of reading.feed.items) {
    expect(title).toBe(title.trim());
    expect(title).not.toMatch(/[\n\r\t]/);
    if (link !== null) expect(link).toMatch(/^https?:\/\//);
    if (publishedAt !== null) expect(publishedAt).toBeLessThanOrEqual(ORIGIN.now);
    if (html !== null) expect(html.length).toBeLessThan(30 * bytes.length + 1_000);
  }
  expect(() => JSON.stringify(feedToWire(reading))).not.toThrow();
};

const SEEDS = ['harbour.rss', 'valley.atom', 'island.rdf', 'bridge.json'].map(fixture);
const PIECES = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<item>',
  '</item>',
  '<entry/>',
  '</title>',
  '<title',
  '<link href=',
  '{',
  '}',
  '[',
  '\\',
  '\u0000',
  '\uFFFD',
  '<!DOCTYPE x [',
  '&#x110000;',
  '&lt;',
  ' xmlns="x"',
  '\uE0001\uE001',
  '<?',
  '/>',
];

describe('any bytes', () => {
  it('never throw', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.option(fc.string(), { nil: undefined }), expectSound), {
      numRuns: 300,
    });
  });

  it('nor do bytes that call themselves a feed', async () => {
    const made = fc
      .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { maxLength: 60 })
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('<rss version="2.0"><channel>', '<feed xmlns="http://www.w3.org/2005/Atom">', '<rdf:RDF>', '{"items":['),
        made,
        (head, rest) => expectSound(Buffer.from(head + rest)),
      ),
      { numRuns: 400 },
    );
  });

  it('nor does any mutation of a good feed', async () => {
    const cut = fc.record({
      at: fc.nat(),
      drop: fc.nat(40),
      put: fc.oneof(
        fc.constantFrom(...PIECES),
        fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SEEDS), fc.array(cut, { minLength: 1, maxLength: 6 }), async (seed, cuts) => {
        let text = seed.toString('latin1');
        for (const { at, drop, put } of cuts) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + put + text.slice(from + drop);
        }
        await expectSound(Buffer.from(text, 'latin1'));
      }),
      { numRuns: 400 },
    );
  });
});
