/** A well-formed feed → the same feed broken as servers, templates and connections break it. Each damage changes one thing and is the same every time. */

export type Damage = {
  readonly name: string;
  readonly apply: (xml: string) => string;
  /** Share of entries, in percent of those right undamaged, that must still be right (ingest-findings.md, 1.4). */
  readonly floor: number;
};

/** Replaces the first match behind the start of the item in the middle of the feed, where there is one. */
const inMiddleItem = (xml: string, pattern: RegExp, replacement: string): string => {
  const starts = [...xml.matchAll(/<(?:item|entry)[\s>]/g)].map((match) => match.index);
  const from = starts[Math.floor(starts.length / 2)];
  return from === undefined ? xml : xml.slice(0, from) + xml.slice(from).replace(pattern, replacement);
};

export const DAMAGES: readonly Damage[] = [
  { name: 'byte order mark', floor: 100, apply: (xml) => `\uFEFF${xml}` },
  { name: 'blank lines and a comment first', floor: 100, apply: (xml) => `\n\n  <!-- cached at 07:12 -->\n${xml}` },
  { name: 'junk behind the end', floor: 100, apply: (xml) => `${xml}\n<!-- page made in 0.3 s -->\n<script>count()</script> done &` },
  {
    name: 'PHP warning before XML',
    floor: 100,
    apply: (xml) => `<br />\n<b>Warning</b>:  Undefined variable $feed in <b>/srv/www/feed.php</b> on line <b>12</b><br />\n${xml}`,
  },
  { name: 'unescaped & in one title', floor: 96, apply: (xml) => inMiddleItem(xml, /<title([^>]*)>/, '<title$1>Salt & Sand &c ') },
  { name: 'bare < in one title', floor: 96, apply: (xml) => inMiddleItem(xml, /<title([^>]*)>/, '<title$1>Tides < 3 m ') },
  {
    name: 'control characters',
    floor: 100,
    apply: (xml) => inMiddleItem(xml.replace(/<title/, '\u0000<title'), /<\/title>/, '\u0008\u001f</title>'),
  },
  {
    name: 'unclosed <br> in one item',
    floor: 99,
    apply: (xml) => inMiddleItem(xml, /<(description|summary|content)([^>]*[^/>])?>/, '<$1$2><br>'),
  },
  { name: 'truncated at 70 %', floor: 68, apply: (xml) => xml.slice(0, Math.floor(xml.length * 0.7)) },
  { name: 'missing closing root', floor: 100, apply: (xml) => xml.replace(/<\/(?:rss|feed|rdf:RDF)>\s*$/i, '') },
  { name: 'mismatched case', floor: 99.5, apply: (xml) => xml.replaceAll('</title>', '</Title>').replaceAll('</link>', '</LINK>') },
  {
    name: 'unquoted attribute',
    floor: 99.5,
    apply: (xml) => xml.replace(/<(rss|feed)\s/i, '<$1 lang=en ').replace(/version="2.0"/, 'version=2.0'),
  },
  {
    name: 'one invalid date',
    floor: 95,
    apply: (xml) => inMiddleItem(xml, /<(pubDate|published|updated|dc:date)>[^<]*</, '<$1>the other day<'),
  },
  { name: 'named entities', floor: 95, apply: (xml) => inMiddleItem(xml, /<title([^>]*)>/, '<title$1>Caf&eacute;&nbsp;&raquo; ') },
  { name: 'one CDATA section without its end', floor: 95, apply: (xml) => inMiddleItem(xml, /\]\]>/, '') },
  { name: 'one item without its closing tag', floor: 99, apply: (xml) => inMiddleItem(xml, /<\/(?:item|entry)>/, '') },
  {
    name: 'upper-case tags',
    floor: 97,
    apply: (xml) =>
      xml.replace(
        /<(\/?)(item|title|link|pubDate|description|channel|rss)(?=[\s>])/g,
        (_, slash: string, name: string) => `<${slash}${name.toUpperCase()}`,
      ),
  },
  { name: 'undeclared prefixes', floor: 99, apply: (xml) => xml.replace(/\sxmlns:(?:dc|content|media)="[^"]*"/g, '') },
];
