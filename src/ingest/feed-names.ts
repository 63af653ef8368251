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
]);

export const prefixOf = (namespace: string): string | undefined =>
  PREFIXES.get(
    namespace
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/\/$/, ''),
  );

/** Elements of an item or of the feed itself that are read: leaves, whose content is text or markup. Canonical spelling. */
const LEAVES = [
  'title link guid id pubDate published updated issued modified created date language description content summary body category author managingEditor',
  'dc:title dc:creator dc:author dc:date dc:subject dc:description dc:language dc:identifier dcterms:issued dcterms:created dcterms:modified dcterms:date dcterms:abstract',
  'content:encoded xhtml:body xhtml:div media:title media:description media:text media:credit media:category media:content enclosure',
  'itunes:title itunes:author itunes:summary itunes:subtitle atom:link atom:id atom:title atom:summary atom:content atom:updated atom:published feedburner:origLink',
]
  .join(' ')
  .split(' ');

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
