/** The element names that feeds use → one spelling of each, whatever prefix, case or namespace address a feed picked. */

/** Namespace address, without scheme, "www." and a slash at its end → the prefix that we read it by; '' for the feed's own elements. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['w3.org/2005/atom', 'atom'],
  ['purl.org/atom/ns#', 'atom'],
  ['example.com/newformat#', 'atom'],
  ['purl.org/net/rss1.1#', ''],
  ['purl.org/rss/1.0', ''],
  ['my.netscape.com/rdf/simple/0.9', ''],
  ['channel.netscape.com/rdf/simple/0.9', ''],
  ['my.netscape.com/publish/formats/rss-0.91.dtd', ''],
  ['backend.userland.com/rss', ''],
  ['backend.userland.com/rss2', ''],
  ['backend.userland.com/rss091', ''],
  ['backend.userland.com/rss092', ''],
  ['blogs.law.harvard.edu/tech/rss', ''],
  ['cyber.law.harvard.edu/rss/rss.html', ''],
  ['w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/elements/1.0', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['search.yahoo.com/mrss', 'media'],
  ['search.yahoo.com/rss', 'media'],
  ['video.search.yahoo.com/mrss', 'media'],
  ['itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['itunes.com/dtds/podcast-1.0', 'itunes'],
  ['w3.org/1999/xhtml', 'xhtml'],
  ['rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
  ['w3.org/xml/1998/namespace', 'xml'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
]);

export const prefixOf = (namespace: string): string | undefined =>
  PREFIXES.get(
    namespace
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/\/$/, ''),
  );

/** What stands for what: the name that the parser reads, then the elements that say it, the better one first. */
type Equivalents = Readonly<Record<string, string>>;

export const RSS_NAMES: Equivalents = {
  title: 'title dc:title atom:title itunes:title media:title',
  link: 'link',
  'atom:link': 'atom:link',
  guid: 'guid id atom:id dc:identifier',
  pubDate:
    'pubDate published atom:published issued dcterms:issued dc:date date dcterms:date dcterms:created created updated atom:updated modified dcterms:modified',
  'content:encoded': 'content:encoded content atom:content body xhtml:body xhtml:div',
  description: 'description summary atom:summary dc:description dcterms:abstract',
  'media:description': 'itunes:summary media:description media:text',
  'itunes:subtitle': 'itunes:subtitle',
  author: 'dc:creator author dc:author managingEditor itunes:author media:credit',
  category: 'category dc:subject',
  language: 'language dc:language',
};

export const ATOM_NAMES: Equivalents = {
  title: 'title dc:title itunes:title media:title',
  link: 'link',
  id: 'id guid dc:identifier',
  published: 'published pubDate issued dcterms:issued dc:date created dcterms:created',
  updated: 'updated modified date dcterms:modified dcterms:date',
  content: 'content content:encoded body xhtml:body',
  summary: 'summary description dc:description dcterms:abstract',
  'media:description': 'itunes:summary media:description media:text',
  author: 'author dc:creator managingEditor itunes:author',
  category: 'category dc:subject',
};

export type Rank = { readonly name: string; readonly rank: number };

/** Element → the name it goes by and its place among its equals. */
export const rankNames = (names: Equivalents): ReadonlyMap<string, Rank> =>
  new Map(
    Object.entries(names).flatMap(([name, elements]) => elements.split(' ').map((element, rank) => [element, { name, rank }] as const)),
  );

/** Of the feed's own head: when it wishes to be asked. */
const RHYTHM_NAMES = 'ttl skipHours skipDays sy:updatePeriod sy:updateFrequency';

const LEAVES = [...Object.values(RSS_NAMES), ...Object.values(ATOM_NAMES), RHYTHM_NAMES, 'enclosure', 'media:content'].join(' ').split(' ');

/** Elements that hold further ones: a person's name is read, what is told of a source or an image is not ours. */
export const PERSONS: ReadonlySet<string> = new Set(['author', 'atom:author']);
export const GROUPS: ReadonlySet<string> = new Set(['media:group', 'media:content']);

const CANONICAL = new Map(LEAVES.map((name) => [name.toLowerCase(), name]));
export const canonicalLeaf = (name: string): string | undefined => CANONICAL.get(name);

/** Names of HTML. Inside a feed they are markup of a text, unless the feed's own vocabulary has them too. */
const HTML = new Set(
  (
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt ' +
    'em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li main map mark marquee menu meta meter nav nobr noframes noscript ' +
    'object ol optgroup option output p param picture pre progress q rp rt ruby s samp script section select slot small span strike strong style sub sup svg path g table tbody td template textarea tfoot th thead time tr track tt u ul var video wbr'
  ).split(' '),
);
export const isHtmlName = (name: string): boolean => HTML.has(name);
