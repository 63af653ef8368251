/**
 * A page's HTML → head and body of the same page in less HTML, in one linear pass: without scripts, styles, comments and drawings, with only the attributes that tell
 * something, and with no element deeper than the cap. A DOM library pays for each node and attribute, and for deep nesting with its time or its stack.
 */
import { eachAttribute, endOfRaw, type HtmlTag, nextTag, RAW_TAGS, VOID_TAGS } from './html-tags.ts';

/** These end by themselves where the next begins, so that a page which never closes them is not deep. */
const SELF_ENDING: ReadonlySet<string> = new Set('p li dt dd tr td th tbody thead tfoot option optgroup'.split(' '));

/** What Readability, the furniture rules and the title look at; the rest is for machines that draw pages. */
const TELLING: ReadonlySet<string> = new Set(
  'class id href rel role hidden itemprop itemtype property name content aria-hidden aria-modal data-component type lang dir src datetime colspan'.split(
    ' ',
  ),
);
const MAX_VALUE = 300;
const HIDES = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Never text, and closed by their own end tag; a longer stretch than this is rather a tag that somebody forgot to close. */
const DRAWN: ReadonlySet<string> = new Set(['svg', 'select', 'button', 'canvas', 'map', 'datalist']);
const MAX_DRAWN = 20_000;

/** Void elements that no rule looks at. */
const UNSEEN: ReadonlySet<string> = new Set(['link', 'input', 'source', 'param', 'track', 'wbr', 'base', 'area', 'col']);

/** White space beside these parts words. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);

const MAX_DATA_SCRIPT = 100_000;

/** What belongs to the head, wherever it stood, and the rest. */
export type SlimPage = { readonly head: string; readonly body: string };

/** Left out and put around anew: a warning printed before the page, or a second <body>, then spoils nothing. */
const FRAME: ReadonlySet<string> = new Set(['html', 'head', 'body']);

export function slimMarkup(html: string, maxDepth: number): SlimPage {
  const out: string[] = [];
  const head: string[] = [];
  const open: string[] = [];
  const ends = new Map<string, number>();
  let tooDeep = 0;
  let from = 0;
  let wasInline = false;
  for (let tag = nextTag(html, 0); tag !== null; tag = nextTag(html, from)) {
    if (tag.start > from) pushText(out, html.slice(from, tag.start), wasInline || INLINE.has(tag.name));
    from = tag.end;
    wasInline = INLINE.has(tag.name);
    if (tag.name === '' || FRAME.has(tag.name) || UNSEEN.has(tag.name)) {
      // Left out: comments and declarations, the frame, and what no rule looks at.
    } else if (tag.name === 'meta') {
      head.push(slimTag(html, tag));
    } else if (!tag.isEnd && RAW_TAGS.has(tag.name)) {
      const end = endOfRaw(html, tag.name, tag.end);
      from = nextTag(html, end)?.end ?? html.length;
      if (isWanted(html, tag, end)) head.push(slimTag(html, tag), html.slice(tag.end, end), `</${tag.name}>`);
    } else if (!tag.isEnd && DRAWN.has(tag.name)) {
      // The next end tag of a name is looked for once, however many begin before it.
      const known = ends.get(tag.name) ?? -1;
      const end = known >= tag.end ? known : endOfRaw(html, tag.name, tag.end);
      ends.set(tag.name, end);
      if (end < html.length && end - tag.end < MAX_DRAWN) from = nextTag(html, end)?.end ?? html.length;
      pushBlank(out);
    } else if (VOID_TAGS.has(tag.name) || (SELF_ENDING.has(tag.name) && tooDeep === 0)) {
      out.push(slimTag(html, tag));
    } else if (SELF_ENDING.has(tag.name)) {
      pushBlank(out);
    } else if (tag.isEnd) {
      if (tooDeep > 0) tooDeep -= 1;
      else if (close(open, tag.name)) out.push(`</${tag.name}>`);
    } else if (open.length >= maxDepth) {
      tooDeep += 1;
      pushBlank(out);
    } else {
      open.push(tag.name);
      out.push(slimTag(html, tag));
    }
  }
  out.push(html.slice(from));
  return { head: head.join(''), body: out.join('') };
}

const VISIBLE = /\S/;

/** White space between blocks is layout of the source, and half of a page's nodes. */
function pushText(out: string[], text: string, isBesideInline: boolean): void {
  if (VISIBLE.test(text)) out.push(text);
  else if (isBesideInline) pushBlank(out);
}

/** One space for a row of them: what trims a long row again and again takes its square. */
function pushBlank(out: string[]): void {
  if (out.at(-1) !== ' ') out.push(' ');
}

/** Titles, and scripts that hold data about the article. */
function isWanted(html: string, tag: HtmlTag, end: number): boolean {
  if (tag.name === 'title') return end - tag.end < MAX_VALUE * 4;
  return (
    tag.name === 'script' &&
    end - tag.end < MAX_DATA_SCRIPT &&
    html.slice(tag.attributesAt, tag.end).toLowerCase().includes('application/ld+json')
  );
}

/** False for an end tag that ends nothing. The list is at most as long as the depth cap. */
function close(open: string[], name: string): boolean {
  const index = open.lastIndexOf(name);
  if (index === -1) return false;
  open.length = index;
  return true;
}

function slimTag(html: string, tag: HtmlTag): string {
  if (tag.isEnd) return `</${tag.name}>`;
  let text = `<${tag.name}`;
  eachAttribute(html, tag, (name, value) => {
    if (name === 'style' && HIDES.test(value)) text += ' hidden=""';
    else if (TELLING.has(name))
      text += ` ${name}="${value.slice(0, name === 'content' ? MAX_VALUE * 4 : MAX_VALUE).replaceAll('"', '&quot;')}"`;
  });
  return `${text}>`;
}
