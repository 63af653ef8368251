/**
 * The HTML of a feed's article → its text: paragraphs joined by a blank line, without captions, scripts and "Read more". One linear pass and no tree, since
 * it runs beside everything else: unclosed, crossed and endless tags cost no more than any other.
 */
import { decodeEntities } from './html-entities.ts';
import { endOfRaw, type HtmlTag, nextTag, RAW_TAGS } from './html-tags.ts';
import type { Block } from './page-blocks.ts';
import { BLOCK_TAGS } from './page-blocks.ts';
import { trimBlocks } from './page-trim.ts';

/** Longer than any article; the rest is left out. */
const MAX_HTML = 2_000_000;

/** With all that is in them. */
const DROPPED: ReadonlySet<string> = new Set(
  'figure figcaption svg form select button nav aside footer template object audio video canvas map dialog'.split(' '),
);
/** Dropped where their class says so; a closed list, since each name may cost one look through the whole text. */
const BOXES: ReadonlySet<string> = new Set('div p span section ul small em i'.split(' '));
const MAX_TAG = 1000;
const CAPTION_CLASS =
  /\sclass\s*=\s*["']?[^"'>]{0,200}?(?:caption|credit|photo-by|feedflare|sharedaddy|jp-relatedposts|related-posts|mc4wp|newsletter)/i;

export function htmlToText(html: string): string {
  return trimBlocks(htmlBlocks(html.slice(0, MAX_HTML)), '')
    .map(({ text }) => text)
    .join('\n\n');
}

type State = { text: string; linkLength: number; boldLength: number; tag: string; breaks: number; links: number; bolds: number };

function htmlBlocks(html: string): Block[] {
  const blocks: Block[] = [];
  const ends = new Map<string, number>();
  const state: State = { text: '', linkLength: 0, boldLength: 0, tag: 'p', breaks: 0, links: 0, bolds: 0 };
  let at = 0;
  let sawBlock = false;
  for (let tag = nextTag(html, 0); tag !== null; tag = nextTag(html, at)) {
    addText(state, html.slice(at, tag.start));
    at = tag.end;
    if (tag.name === '') continue;
    if (!tag.isEnd && RAW_TAGS.has(tag.name)) at = endOfRaw(html, tag.name, tag.end);
    else if (!tag.isEnd && isDropped(html, tag, ends)) at = endOfElement(html, tag);
    else if (tag.name === 'br') {
      state.breaks += 1;
      if (state.breaks > 1) flush(state, blocks);
      else state.text += ' ';
    } else if (BLOCK_TAGS.has(tag.name)) {
      sawBlock = true;
      flush(state, blocks);
      state.tag = tag.isEnd ? 'p' : tag.name;
    } else if (tag.name === 'td' || tag.name === 'th' || tag.name === 'img') state.text += ' ';
    else if (tag.name === 'a') state.links = tag.isEnd ? 0 : 1;
    else if (tag.name === 'b' || tag.name === 'strong') state.bolds = tag.isEnd ? 0 : 1;
  }
  const rest = html.slice(at);
  // Text without any markup has its paragraphs between blank lines.
  for (const part of sawBlock ? [rest] : rest.split(/\n[\t\r ]*\n/)) {
    addText(state, part);
    flush(state, blocks);
  }
  return blocks;
}

function addText(state: State, raw: string): void {
  if (raw === '') return;
  state.text += raw;
  if (state.links === 0 && state.bolds === 0 && state.breaks === 0) return;
  const { length } = raw.trim();
  if (length === 0) return;
  state.breaks = 0;
  if (state.links > 0) state.linkLength += length;
  if (state.bolds > 0) state.boldLength += length;
}

function flush(state: State, blocks: Block[]): void {
  const text = decodeEntities(state.text).replace(/\s+/g, ' ').trim();
  if (text !== '') {
    blocks.push({
      text,
      tag: state.tag,
      linkLength: Math.min(text.length, state.linkLength),
      isBold: state.boldLength >= text.length * 0.9,
    });
  }
  state.text = '';
  state.linkLength = 0;
  state.boldLength = 0;
  state.breaks = 0;
}

/** Only where an end tag follows: what nobody closed must not swallow the rest. `ends`: where the last end tag of each name is. */
function isDropped(html: string, tag: HtmlTag, ends: Map<string, number>): boolean {
  if (!DROPPED.has(tag.name) && !isCaptionBox(html, tag)) return false;
  const last = ends.get(tag.name) ?? html.lastIndexOf(`</${tag.name}`);
  ends.set(tag.name, last);
  return last > tag.start;
}

function isCaptionBox(html: string, tag: HtmlTag): boolean {
  const length = tag.end - tag.attributesAt;
  return length > 8 && length < MAX_TAG && BOXES.has(tag.name) && CAPTION_CLASS.test(html.slice(tag.attributesAt, tag.end));
}

/** Past the end tag that belongs to this tag, those of the same name inside counted; or, where they do not come out even, past the last one. */
function endOfElement(html: string, tag: HtmlTag): number {
  let depth = 1;
  let end = tag.end;
  for (let next = nextTag(html, tag.end); next !== null; next = nextTag(html, next.end)) {
    if (next.name !== tag.name) continue;
    depth += next.isEnd ? -1 : 1;
    if (next.isEnd) end = next.end;
    if (depth === 0) return end;
  }
  return end;
}
