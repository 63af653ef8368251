/** HTML → its tags, one after the other, in linear time and whatever the HTML looks like. No tree: what nests is the caller's business. */

export type HtmlTag = {
  /** Lower case; "" for comments, declarations and processing instructions. */
  readonly name: string;
  readonly isEnd: boolean;
  readonly start: number;
  /** Past its ">". */
  readonly end: number;
  /** Where the attributes begin. */
  readonly attributesAt: number;
};

/** These have no end tag. */
export const VOID_TAGS: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);

/** Between their tags nothing is markup. */
export const RAW_TAGS: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes', 'iframe']);

/** The first tag at or after `from`; a "<" that begins none is passed over as text. */
export function nextTag(html: string, from: number): HtmlTag | null {
  for (let start = html.indexOf('<', from); start !== -1; start = html.indexOf('<', start + 1)) {
    const code = html.charCodeAt(start + 1);
    if (code === 0x21 || code === 0x3f) return { name: '', isEnd: false, start, end: endOfDeclaration(html, start), attributesAt: start };
    const isEnd = code === 0x2f;
    const nameAt = isEnd ? start + 2 : start + 1;
    if (!isLetter(html.charCodeAt(nameAt))) continue;
    const attributesAt = endOfName(html, nameAt);
    return { name: html.slice(nameAt, attributesAt).toLowerCase(), isEnd, start, end: endOfTag(html, attributesAt), attributesAt };
  }
  return null;
}

/** Where a raw element's end tag begins; the end of the text where it has none. */
export function endOfRaw(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?![a-z0-9-])`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?/g;

/** Calls back for each attribute: lower-case name, raw value (entities as they stand). */
export function eachAttribute(html: string, tag: HtmlTag, use: (name: string, value: string) => void): void {
  if (tag.end - tag.attributesAt < 3) return;
  for (const match of html.slice(tag.attributesAt, tag.end - 1).matchAll(ATTRIBUTE)) {
    use((match[1] ?? '').toLowerCase(), match[2] ?? match[3] ?? match[4] ?? '');
  }
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function endOfName(html: string, from: number): number {
  let at = from;
  for (; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code <= 0x20 || code === 0x3e || code === 0x2f) break;
  }
  return at;
}

/** A ">" inside quotes ends nothing; quotes count only where a value begins. */
function endOfTag(html: string, from: number): number {
  let quote = 0;
  let last = 0;
  for (let at = from; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return at + 1;
    else if (last === 0x3d && (code === 0x22 || code === 0x27)) quote = code;
    if (code > 0x20) last = code;
  }
  return html.length;
}

function endOfDeclaration(html: string, start: number): number {
  const isComment = html.startsWith('<!--', start);
  // By the standard "<!-->" is a whole comment.
  const at = isComment && !html.startsWith('>', start + 4) ? html.indexOf('-->', start + 4) : html.indexOf('>', start + 2);
  if (at === -1) return html.length;
  return isComment && html[at] === '-' ? at + 3 : at + 1;
}
