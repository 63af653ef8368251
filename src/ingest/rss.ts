/** A skeleton of the RSS family → RawFeed, by rss-parser. Bodies reach it as numbers only: its snippet code is quadratic in them. */
import Parser from 'rss-parser';
import type { RawBody, RawFeed, RawItem, RawLink, RawText } from './raw-feed.ts';

type Wire = { readonly [name: string]: unknown };

/** Every element with all its repetitions and attributes; rss-parser by itself keeps the first text. */
const all = (names: string): [string, string, { keepArray: true }][] => names.split(' ').map((name) => [name, `every ${name}`, { keepArray: true }]);

const ITEM_FIELDS = all(
  '$ title dc:title media:title itunes:title link atom:link guid id atom:id dc:identifier pubDate published issued dcterms:issued dcterms:created created date dc:date dcterms:date updated atom:published atom:updated modified dcterms:modified ' +
    'content:encoded content body atom:content description summary atom:summary dc:description dcterms:abstract itunes:summary itunes:subtitle media:description media:text author dc:creator dc:author itunes:author media:credit category dc:subject',
);
const FEED_FIELDS = all('title dc:title link atom:link language dc:language author dc:creator managingEditor');

const parser = new Parser<Wire, Wire>({ customFields: { item: ITEM_FIELDS as unknown as string[][], feed: FEED_FIELDS as unknown as string[] } });

/** Throws where rss-parser does; `restore` brings back what the skeleton put aside. */
export const parseRss = async (skeleton: string, restore: (text: string) => string): Promise<RawFeed> => {
  const feed: Wire & { items: readonly Wire[] } = await parser.parseString(skeleton);
  const read = createReader(restore);
  return {
    titles: read.html(feed, 'title dc:title'),
    links: read.links(feed),
    language: read.texts(feed, 'language dc:language')[0],
    base: undefined,
    authors: read.texts(feed, 'managingEditor author dc:creator'),
    items: feed.items.map((item) => toItem(item, read)),
  };
};

const toItem = (item: Wire, read: Reader): RawItem => {
  const guid = read.first(item, 'guid');
  const attributes = read.attributes(item['every $']);
  return {
    guid: guid?.text || read.texts(item, 'id atom:id dc:identifier')[0],
    isPermaLink: guid?.attributes.isPermaLink === undefined ? undefined : guid.attributes.isPermaLink.trim().toLowerCase() === 'true',
    titles: read.html(item, 'title dc:title itunes:title media:title'),
    links: read.links(item),
    about: attributes['rdf:about'] ?? (guid?.text ? undefined : read.texts(item, 'id')[0]),
    base: attributes['xml:base'],
    dates: read.texts(
      item,
      'pubDate published atom:published issued dcterms:issued dc:date date dcterms:date dcterms:created created updated atom:updated modified dcterms:modified',
    ),
    bodies: [
      ...read.bodies(item, 'content:encoded content atom:content body', 'content'),
      ...read.bodies(item, 'description summary atom:summary dc:description dcterms:abstract', 'summary'),
      ...read.bodies(item, 'itunes:summary media:description media:text itunes:subtitle', 'media'),
    ],
    authors: read.texts(item, 'dc:creator author dc:author itunes:author media:credit'),
    categories: read.texts(item, 'category dc:subject'),
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
  const texts = (wire: Wire, names: string): readonly string[] =>
    names.split(' ').flatMap((name) => every(wire, name).flatMap(({ text }) => (text === '' ? [] : [text])));
  const html = (wire: Wire, names: string): readonly RawText[] => texts(wire, names).map((text) => ({ text, form: 'html' }));
  const bodies = (wire: Wire, names: string, role: RawBody['role']): readonly RawBody[] =>
    texts(wire, names).map((text) => ({ text, form: 'html', role }));
  // The mapping prefers pages and later links, so the plain <link> comes last, as a page.
  const links = (wire: Wire): readonly RawLink[] => [
    ...every(wire, 'atom:link').map(({ text, attributes: { href, rel, type } }) => ({ href: href ?? text, rel, type })),
    ...every(wire, 'link').map(({ text, attributes: { href, rel, type } }) =>
      text === '' ? { href: href ?? '', rel, type } : { href: text, type: 'text/html' },
    ),
  ];
  return { attributes, first: (wire: Wire, name: string) => every(wire, name)[0], texts, html, bodies, links };
};
