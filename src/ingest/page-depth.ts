/** HTML → the same HTML with no element deeper than the cap, in one linear pass: deep nesting costs every DOM library its time or its stack. */

/** These have no end tag. */
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);
/** These end by themselves where the next begins, so that a page which never closes them is not deep. */
const SELF_ENDING: ReadonlySet<string> = new Set('p li dt dd tr td th tbody thead tfoot option optgroup html body head'.split(' '));
/** Between their tags nothing is markup. */
const RAW: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes', 'iframe']);

/** Tags beyond `maxDepth` are left out; the text between them stays. */
export function capDepth(html: string, maxDepth: number): string {
  const kept: string[] = [];
  const open: string[] = [];
  let dropped = 0;
  let from = 0;
  let at = html.indexOf('<');
  while (at !== -1) {
    const tag = tagAt(html, at);
    if (tag === null) {
      at = html.indexOf('<', at + 1);
      continue;
    }
    let drop = false;
    if (tag.name !== '' && !VOID.has(tag.name) && !SELF_ENDING.has(tag.name)) {
      if (tag.isEnd) {
        if (dropped > 0) {
          dropped -= 1;
          drop = true;
        } else {
          const index = open.lastIndexOf(tag.name);
          if (index !== -1) open.length = index;
        }
      } else if (open.length >= maxDepth) {
        dropped += 1;
        drop = true;
      } else if (!RAW.has(tag.name)) {
        open.push(tag.name);
      }
    }
    if (drop) {
      kept.push(html.slice(from, at), ' ');
      from = tag.end;
    }
    const next = !tag.isEnd && RAW.has(tag.name) ? endOfRaw(html, tag.name, tag.end) : tag.end;
    at = html.indexOf('<', next);
  }
  if (from === 0) return html;
  kept.push(html.slice(from));
  return kept.join('');
}

type Tag = { readonly name: string; readonly isEnd: boolean; readonly end: number };

const NAME = /\/?[a-z][^\s/>]*/iy;

/** The tag, comment or declaration (name "") that begins at this "<"; null where it is only a sign. */
function tagAt(html: string, at: number): Tag | null {
  if (html.startsWith('<!--', at)) return { name: '', isEnd: false, end: after(html, '-->', at + 4) };
  const next = html.charCodeAt(at + 1);
  if (next === 0x21 || next === 0x3f) return { name: '', isEnd: false, end: after(html, '>', at + 2) };
  NAME.lastIndex = at + 1;
  const match = NAME.exec(html)?.[0];
  if (match === undefined) return null;
  const isEnd = match.startsWith('/');
  return { name: (isEnd ? match.slice(1) : match).toLowerCase(), isEnd, end: endOfTag(html, at + 1 + match.length) };
}

/** Past the ">" that ends the tag; one inside quotes does not. */
function endOfTag(html: string, from: number): number {
  let quote = 0;
  for (let at = from; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return at + 1;
    else if ((code === 0x22 || code === 0x27) && html.charCodeAt(at - 1) === 0x3d) quote = code;
  }
  return html.length;
}

function endOfRaw(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at === -1 ? html.length : at + mark.length;
}
