/** A skeleton of the RSS family → RawFeed, by rss-parser. Bodies reach it as numbers only: its snippet code is quadratic in them. */
import Parser from 'rss-parser';
import type { RawBody, RawFeed, RawItem, RawLink, RawText } from './raw-feed.ts';

type Wire = { readonly [name: string]: unknown };

/** Every element with all its repetitions and attributes; rss-parser by itself keeps the first text. */
const all = (names: string): [string, string, { keepArray: true }][] =>
  names.split(' ').map((name) => [name, `every ${name}`, { keepArray: true }]);

const ITEM_FIELDS = all(
  '$ title link atom:link guid pubDate content:encoded description media:description itunes:subtitle author category',
);
const FEED_FIELDS = all('title link atom:link language author');

const parser = new Parser<Wire, Wire>({
  customFields: { item: ITEM_FIELDS as unknown as string[][], feed: FEED_FIELDS as unknown as string[] },
});

/** Throws where rss-parser does; `restore` brings back what the skeleton put aside. */
export const parseRss = async (skeleton: string, restore: (text: string) => string): Promise<RawFeed> => {
  const feed: Wire & { items: readonly Wire[] } = await parser.parseString(skeleton);
  const read = createReader(restore);
  return {
    titles: read.html(feed, 'title'),
    links: read.links(feed),
    language: read.texts(feed, 'language')[0],
    base: undefined,
    authors: read.texts(feed, 'author'),
    items: feed.items.map((item) => toItem(item, read)),
  };
};

const toItem = (item: Wire, read: Reader): RawItem => {
  const guid = read.first(item, 'guid');
  const attributes = read.attributes(item['every $']);
  const media = read.bodies(item, 'media:description', 'media');
  return {
    guid: read.texts(item, 'guid')[0],
    isPermaLink: guid?.attributes.isPermaLink === undefined ? undefined : guid.attributes.isPermaLink.trim().toLowerCase() === 'true',
    titles: read.html(item, 'title'),
    links: read.links(item),
    about: attributes['rdf:about'],
    base: attributes['xml:base'],
    dates: read.texts(item, 'pubDate'),
    bodies: [
      ...read.bodies(item, 'content:encoded', 'content'),
      ...read.bodies(item, 'description', 'summary'),
      ...(media.length > 0 ? media : read.bodies(item, 'itunes:subtitle', 'media')),
    ],
    authors: read.texts(item, 'author'),
    categories: read.texts(item, 'category'),
  };
};

type Element = { readonly text: string; readonly attributes: Readonly<Record<string, string>> };
type Reader = ReturnType<typeof createReader>;

const createReader = (restore: (text: string) => string) => {
  const attributes = (value: unknown): Readonly<Record<string, string>> =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).flatMap(([name, text]) => (typeof text === 'string' ? [[name, restore(text)]] : [])))
      : {};
  const element = (value: unknown): Element => {
    if (typeof value === 'string') return { text: restore(value).trim(), attributes: {} };
    if (typeof value !== 'object' || value === null) return { text: '', attributes: {} };
    const text = '_' in value && typeof value._ === 'string' ? restore(value._).trim() : '';
    return { text, attributes: '$' in value ? attributes(value.$) : {} };
  };
  const every = (wire: Wire, name: string): readonly Element[] => {
    const values = wire[`every ${name}`];
    return Array.isArray(values) ? values.map(element) : [];
  };
  const texts = (wire: Wire, name: string): readonly string[] => every(wire, name).flatMap(({ text }) => (text === '' ? [] : [text]));
  const html = (wire: Wire, name: string): readonly RawText[] => texts(wire, name).map((text) => ({ text, form: 'html' }));
  const bodies = (wire: Wire, name: string, role: RawBody['role']): readonly RawBody[] =>
    texts(wire, name).map((text) => ({ text, form: 'html', role }));
  // The mapping prefers pages and later links, so the plain <link> comes last, as a page.
  const links = (wire: Wire): readonly RawLink[] => [
    ...every(wire, 'atom:link').map(({ text, attributes: { href, rel, type } }) => ({ href: href ?? text, rel, type })),
    ...every(wire, 'link').map(({ text, attributes: { href, rel, type } }) =>
      text === '' ? { href: href ?? '', rel, type } : { href: text, type: 'text/html' },
    ),
  ];
  return { attributes, first: (wire: Wire, name: string) => every(wire, name)[0], texts, html, bodies, links };
};
