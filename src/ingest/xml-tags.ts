/** Text that should be XML → its tags, in one pass that nothing stops: what cannot be a tag is text. CDATA, comments and instructions are passed over. */
import { decodeEntities } from './html-entities.ts';

export type Tag = {
  readonly kind: 'open' | 'close' | 'empty';
  /** As written, with its prefix. */
  readonly name: string;
  /** From the "<" to behind the ">". */
  readonly start: number;
  readonly end: number;
};

/** Entities that the document defines for itself: short plain texts, and only so many of them, so that none grows into a bomb. */
export type Entities = { readonly get: (name: string) => string | undefined; readonly isEmpty: () => boolean };

export type Scan = {
  readonly tags: Iterable<Tag>;
  /** What was not XML, filled while the tags are read. */
  readonly faults: ReadonlySet<'bare <' | 'unclosed CDATA' | 'unclosed comment' | 'unclosed tag'>;
  readonly entities: Entities;
};

const CDATA_START = '<![CDATA[';
/** A tag longer than this is text that lost a quotation mark. */
const MAX_TAG_LENGTH = 100_000;
const MAX_ENTITIES = 500;
/** Of all that a document's own entities stand for, in characters. */
const MAX_EXPANSION = 1_000_000;

/** Positions of one needle, asked for from left to right: each is looked for once, so that a text full of openings stays linear. */
const finder = (text: string, needle: string) => {
  let found = -2;
  return (from: number): number => {
    if (found !== -1 && found < from) found = text.indexOf(needle, from);
    return found;
  };
};

export const scanTags = (text: string): Scan => {
  const faults = new Set<'bare <' | 'unclosed CDATA' | 'unclosed comment' | 'unclosed tag'>();
  const defined = new Map<string, string>();
  let left = MAX_EXPANSION;
  const get = (name: string): string | undefined => {
    const value = defined.get(name);
    left -= value?.length ?? 0;
    return left > 0 ? value : undefined;
  };
  return { tags: readTags(text, faults, defined), faults, entities: { get, isEmpty: () => defined.size === 0 } };
};

function* readTags(text: string, faults: Set<string>, entities: Map<string, string>): Generator<Tag> {
  const cdataEnd = createCdataEnd(text);
  const commentEnd = finder(text, '-->');
  const instructionEnd = finder(text, '?>');
  const nextMark = finder(text, '>');
  const tagEnd = createTagEnd(text);
  let lastOpen = '';
  let hasDoctype = false;
  for (let at = text.indexOf('<'); at !== -1; ) {
    const next = text.charCodeAt(at + 1);
    let resume = at + 1;
    if (next === 0x21 /* ! */) {
      if (text.startsWith(CDATA_START, at)) {
        const end = cdataEnd(at + CDATA_START.length, lastOpen);
        if (!end.isClosed) faults.add('unclosed CDATA');
        resume = end.at;
      } else if (text.startsWith('<!--', at)) {
        const end = commentEnd(at + 4);
        if (end === -1) faults.add('unclosed comment');
        resume = end === -1 ? at + 4 : end + 3;
      } else if (!hasDoctype && /^<!doctype/i.test(text.slice(at, at + 9))) {
        hasDoctype = true;
        resume = at + readDoctype(text.slice(at, at + MAX_TAG_LENGTH), entities);
      } else faults.add('bare <');
    } else if (next === 0x3f /* ? */) {
      const end = instructionEnd(at);
      const mark = nextMark(at);
      resume = end !== -1 && end - at < MAX_TAG_LENGTH ? end + 2 : mark === -1 ? at + 2 : mark + 1;
    } else {
      const isClose = next === 0x2f; /* / */
      const nameStart = at + (isClose ? 2 : 1);
      const nameEnd = endOfName(text, nameStart);
      const end = nameEnd > nameStart ? tagEnd(nameEnd) : -1;
      if (end === -1) faults.add(nameEnd > nameStart ? 'unclosed tag' : 'bare <');
      else {
        const isEmpty = !isClose && text.charCodeAt(end - 2) === 0x2f;
        const name = text.slice(nameStart, nameEnd);
        if (!isClose && !isEmpty) lastOpen = name;
        yield { kind: isClose ? 'close' : isEmpty ? 'empty' : 'open', name, start: at, end };
        resume = end;
      }
    }
    at = text.indexOf('<', resume);
  }
}

const isNameStart = (code: number) => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || code > 0xbf;
const isNamePart = (code: number) => isNameStart(code) || (code >= 0x30 && code <= 0x3a) || code === 0x2d || code === 0x2e || code === 0xb7;

const endOfName = (text: string, start: number): number => {
  if (!isNameStart(text.charCodeAt(start))) return start;
  let at = start + 1;
  while (isNamePart(text.charCodeAt(at))) at++;
  return at;
};

/** Behind the ">" of a tag whose name ends at `from`; -1 where another "<" or the text's end comes first. Quoted ">" and "<" do not count. */
const createTagEnd = (text: string) => {
  const nextDouble = finder(text, '"');
  const nextSingle = finder(text, "'");
  return (from: number): number => {
    let before = 0;
    for (let at = from; at < text.length && at - from < MAX_TAG_LENGTH; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x3e) return at + 1;
      if (code === 0x3c) return -1;
      // Only behind "=" does a quotation mark open a value; elsewhere it is a stray one.
      if ((code === 0x22 || code === 0x27) && before === 0x3d) {
        const end = (code === 0x22 ? nextDouble : nextSingle)(at + 1);
        if (end === -1 || end - at > MAX_TAG_LENGTH) return -1;
        at = end;
      }
      if (code > 0x20) before = code;
    }
    return -1;
  };
};

/** Where a CDATA section ends. One that runs over the end of its item was never closed: it ends where its element does. */
const createCdataEnd = (text: string) => {
  const nextEnd = finder(text, ']]>');
  const itemEnds = [finder(text, '</item'), finder(text, '</entry')];
  const itemStarts = [finder(text, '<item'), finder(text, '<entry')];
  return (from: number, element: string): { at: number; isClosed: boolean } => {
    const end = nextEnd(from);
    const itemEnd = Math.min(...itemEnds.map((find) => positionOf(find(from), text)));
    const itemStart = Math.min(...itemStarts.map((find) => positionOf(find(from), text)));
    const runsOver = itemEnd < itemStart && itemStart < end;
    if (end !== -1 && !runsOver) return { at: end + 3, isClosed: true };
    const limit = Math.min(itemEnd, text.length);
    const close = text.slice(from, limit).indexOf(`</${element}`);
    return { at: close === -1 ? limit : from + close, isClosed: false };
  };
};

const positionOf = (found: number, text: string) => (found === -1 ? text.length : found);

const ENTITY = /<!ENTITY\s{1,20}([\w.-]{1,60})\s{1,20}(?:"([^"%<]{0,100})"|'([^'%<]{0,100})')/g;

/** Length of the DOCTYPE at the start of the source; takes along the entities of its internal subset. */
const readDoctype = (source: string, entities: Map<string, string>): number => {
  const end = source.indexOf('>');
  const subset = source.indexOf('[');
  if (end === -1) return 2;
  if (subset === -1 || subset > end) return end + 1;
  const close = /\]\s{0,100}>/.exec(source);
  const inside = source.slice(subset, close?.index);
  for (const [, name = '', double, single] of inside.matchAll(ENTITY)) {
    const value = decodeEntities(double ?? single ?? '');
    // One that names another is how bombs are built.
    if (entities.size < MAX_ENTITIES && !/&[\w.-]/.test(value) && !entities.has(name)) entities.set(name, value);
  }
  return close ? close.index + close[0].length : end + 1;
};

const ATTRIBUTE = /([^\s=<>"'/]{1,100})(?:\s{0,50}=\s{0,50}(?:"([^"]*)"|'([^']*)'|([^\s>"']{1,4096})))?/g;
const MAX_ATTRIBUTES = 50;

/** The attributes of a tag's source, names in lower case, values as written. The first of a name counts. */
export const readAttributes = (source: string): ReadonlyMap<string, string> => {
  const attributes = new Map<string, string>();
  const body = source.slice(endOfName(source, 1), source.endsWith('/>') ? -2 : -1);
  if (body.trim() === '') return attributes;
  for (const [, name = '', double, single, bare] of body.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? '');
    if (attributes.size >= MAX_ATTRIBUTES) break;
  }
  return attributes;
};
