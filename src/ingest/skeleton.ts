/** A mended feed → a small well-formed document for a parser, with every long or awkward text put aside under a number. */
import { ATOM_NAMES, type Rank, RSS_NAMES, rankNames } from './feed-names.ts';
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
  ['rel', 'href', 'hreflang', 'type', 'src', 'term', 'label', 'url', 'medium', 'rdf:about', 'rdf:resource', 'xml:base'].map((name) => [
    name,
    name,
  ]),
).set('ispermalink', 'isPermaLink');

const RSS_RANKS = rankNames(RSS_NAMES);
const ATOM_RANKS = rankNames(ATOM_NAMES);

export type Skeleton = {
  readonly whole: string;
  /** The i-th item alone under its root, for the day the whole cannot be read. */
  readonly single: (index: number) => string;
};

export const drawSkeleton = (feed: MendedFeed, texts: Texts): Skeleton => {
  const element = feed.kind === 'atom' ? 'entry' : 'item';
  const ranks = feed.kind === 'atom' ? ATOM_RANKS : RSS_RANKS;
  const items = feed.items.map((item) => {
    // feedsmith drops an entry in which it finds nothing; its place must stay.
    const mark = feed.kind === 'atom' ? '<rights>kept</rights>' : '';
    return `<${element}${drawAttributes(item.attributes, texts)}>${mark}${drawLeaves(item.leaves, ranks, texts)}</${element}>`;
  });
  const head = drawLeaves(feed.head, ranks, texts, HEAD);
  return { whole: frame(feed.kind, head, items), single: (index) => frame(feed.kind, '', items.slice(index, index + 1)) };
};

const HEAD: ReadonlySet<string> = new Set(['title', 'link', 'atom:link', 'language', 'author']);

const frame = (kind: MendedFeed['kind'], head: string, items: readonly string[]): string => {
  if (kind === 'atom') return `<feed xmlns="http://www.w3.org/2005/Atom">${head}${items.join('')}</feed>`;
  if (kind === 'rdf') return `<rdf:RDF><channel>${head}<x/></channel>${items.join('')}</rdf:RDF>`;
  return `<rss version="2.0"><channel>${head}<x/>${items.join('')}</channel></rss>`;
};

/** Feeds that repeat an element some thousand times mean nothing by it. */
const MAX_REPEATS = 100;

/** Each leaf under the name that the parser reads, the better ones first; bodies by length, for a parser may take the first alone. */
const drawLeaves = (leaves: readonly Leaf[], ranks: ReadonlyMap<string, Rank>, texts: Texts, only?: ReadonlySet<string>): string => {
  const groups = new Map<string, { readonly leaf: Leaf; readonly rank: number }[]>();
  for (const leaf of leaves) {
    const known = ranks.get(leaf.name);
    if (!known || only?.has(known.name) === false) continue;
    const group = groups.get(known.name);
    if (!group) groups.set(known.name, [{ leaf, rank: known.rank }]);
    else if (group.length < MAX_REPEATS) group.push({ leaf, rank: known.rank });
  }
  let drawn = '';
  for (const [name, group] of groups) {
    if (group.length > 1)
      group.sort(name === 'content' || name === 'summary' ? (a, b) => b.leaf.text.length - a.leaf.text.length : (a, b) => a.rank - b.rank);
    for (const { leaf } of group) drawn += drawLeaf(name, leaf, ranks === ATOM_RANKS, texts);
  }
  return drawn;
};

const drawLeaf = (name: string, leaf: Leaf, isAtom: boolean, texts: Texts): string => {
  const attributes = new Map(leaf.attributes);
  let text = leaf.text;
  if (leaf.isMarkup) attributes.set('type', 'xhtml');
  else if (attributes.get('mode') === 'base64' || attributes.get('type') === 'base64') text = Buffer.from(text, 'base64').toString('utf8');
  else if (attributes.get('mode') === 'escaped') attributes.set('type', 'html');
  const href = attributes.get('href');
  const base = attributes.get('xml:base');
  if (href !== undefined && base !== undefined) attributes.set('href', URL.parse(href, base)?.href ?? href);
  if (isAtom && name === 'author') return `<author><name>${texts.putAside(text)}</name></author>`;
  if (isAtom && name === 'category' && text !== '' && !attributes.has('term')) attributes.set('term', text);
  const drawn = drawAttributes(attributes, texts);
  return text === '' ? `<${name}${drawn}/>` : `<${name}${drawn}>${texts.putAside(text)}</${name}>`;
};

const drawAttributes = (attributes: ReadonlyMap<string, string>, texts: Texts): string => {
  let drawn = '';
  for (const [name, value] of attributes) {
    const there = ATTRIBUTES.get(name);
    if (there !== undefined) drawn += ` ${there}="${escapeHtml(texts.putAside(value))}"`;
  }
  return drawn;
};
