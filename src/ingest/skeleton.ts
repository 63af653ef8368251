/** A mended feed → a small well-formed document for a parser, with every long or awkward text put aside under a number. */
import { escapeHtml } from './html-entities.ts';
import type { Leaf } from './leaves.ts';
import type { MendedFeed } from './mend.ts';

/** Texts put aside; `restore` undoes it in what the parser gave back. */
export type Texts = { readonly putAside: (text: string) => string; readonly restore: (text: string) => string };

/** Private-use characters frame the number. A text that holds one is itself put aside, so none can be forged. */
const FRAMED = /\uE000(\d{1,9})\uE001/g;
const PLAIN = /^[^<>&"'\uE000\uE001\r\n\t]{0,200}$/;

export const createTexts = (): Texts => {
  const texts: string[] = [];
  return {
    putAside: (text) => (PLAIN.test(text) ? text : `\uE000${texts.push(text) - 1}\uE001`),
    restore: (text) => (text.includes('\uE000') ? text.replace(FRAMED, (_, number: string) => texts[Number(number)] ?? '') : text),
  };
};

/** Attributes that are read behind the parser; the rest is left out. Name here → name there. */
const ATTRIBUTES: ReadonlyMap<string, string> = new Map(
  ['rel', 'href', 'hreflang', 'type', 'src', 'term', 'label', 'url', 'medium', 'rdf:about', 'rdf:resource', 'xml:base'].map((name) => [name, name]),
).set('ispermalink', 'isPermaLink');

/** Atom's elements for those that only RSS has, and the other way round where rss-parser reads nothing else. */
const IN_ATOM: ReadonlyMap<string, string> = new Map([
  ['pubDate', 'published'],
  ['date', 'updated'],
  ['guid', 'id'],
  ['description', 'summary'],
  ['body', 'content'],
  ['content:encoded', 'content'],
]);
const IN_RSS: ReadonlyMap<string, string> = new Map([
  ['atom:title', 'title'],
  ['xhtml:body', 'body'],
  ['xhtml:div', 'body'],
]);

export type Skeleton = {
  readonly whole: string;
  /** The i-th item alone under its root, for the day the whole cannot be read. */
  readonly single: (index: number) => string;
};

export const drawSkeleton = (feed: MendedFeed, texts: Texts): Skeleton => {
  const element = feed.kind === 'atom' ? 'entry' : 'item';
  const draw = (leaves: readonly Leaf[]) => leaves.map((leaf) => drawLeaf(leaf, feed.kind, texts)).join('');
  const items = feed.items.map((item) => {
    // feedsmith drops an entry in which it finds nothing; its place must stay.
    const mark = feed.kind === 'atom' ? '<rights>kept</rights>' : '';
    return `<${element}${drawAttributes(item.attributes, texts)}>${mark}${draw(withOneBodyEach(item.leaves, feed.kind))}</${element}>`;
  });
  const head = draw(feed.head.filter((leaf) => HEAD.has(leaf.name)));
  return { whole: frame(feed.kind, head, items), single: (index) => frame(feed.kind, '', items.slice(index, index + 1)) };
};

const HEAD: ReadonlySet<string> = new Set(['title', 'link', 'language', 'dc:language', 'dc:title', 'atom:link', 'id', 'author', 'dc:creator', 'atom:title']);

const frame = (kind: MendedFeed['kind'], head: string, items: readonly string[]): string => {
  if (kind === 'atom') return `<feed xmlns="http://www.w3.org/2005/Atom"><title/>${head}${items.join('')}</feed>`;
  if (kind === 'rdf') return `<rdf:RDF><channel>${head}<x/></channel>${items.join('')}</rdf:RDF>`;
  return `<rss version="2.0"><channel>${head}<x/>${items.join('')}</channel></rss>`;
};

/** Of several bodies of one name a parser takes the first, so only the longest goes in. */
const withOneBodyEach = (leaves: readonly Leaf[], kind: MendedFeed['kind']): readonly Leaf[] => {
  const longest = new Map<string, Leaf>();
  for (const leaf of leaves) {
    const name = nameIn(kind, leaf);
    const other = longest.get(name);
    if (BODIES.has(name) && (!other || leaf.text.length > other.text.length)) longest.set(name, leaf);
  }
  return leaves.filter((leaf) => {
    const name = nameIn(kind, leaf);
    return !BODIES.has(name) || longest.get(name) === leaf;
  });
};
const BODIES: ReadonlySet<string> = new Set(['content', 'content:encoded', 'description', 'summary']);

const nameIn = (kind: MendedFeed['kind'], leaf: Leaf): string => (kind === 'atom' ? IN_ATOM : IN_RSS).get(leaf.name) ?? leaf.name;

const drawLeaf = (leaf: Leaf, kind: MendedFeed['kind'], texts: Texts): string => {
  const name = nameIn(kind, leaf);
  const attributes = new Map(leaf.attributes);
  let text = leaf.text;
  if (leaf.isMarkup) attributes.set('type', 'xhtml');
  else if (attributes.get('mode') === 'base64' || attributes.get('type') === 'base64') text = Buffer.from(text, 'base64').toString('utf8');
  else if (attributes.get('mode') === 'escaped') attributes.set('type', 'html');
  const href = attributes.get('href');
  const base = attributes.get('xml:base');
  if (href !== undefined && base !== undefined) attributes.set('href', URL.parse(href, base)?.href ?? href);
  if (kind === 'atom' && PERSON.has(name)) return `<author><name>${texts.putAside(text)}</name></author>`;
  const drawn = drawAttributes(attributes, texts);
  return text === '' ? `<${name}${drawn}/>` : `<${name}${drawn}>${texts.putAside(text)}</${name}>`;
};
const PERSON: ReadonlySet<string> = new Set(['author', 'dc:creator', 'managingEditor']);

const drawAttributes = (attributes: ReadonlyMap<string, string>, texts: Texts): string => {
  let drawn = '';
  for (const [name, value] of attributes) {
    const there = ATTRIBUTES.get(name);
    if (there !== undefined) drawn += ` ${there}="${escapeHtml(texts.putAside(value))}"`;
  }
  return drawn;
};
