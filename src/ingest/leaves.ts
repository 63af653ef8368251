/** The tags of one item (or of the feed's own head) → its leaves: title, links, dates and bodies, each with its text undone. */
import { canonicalLeaf, GROUPS, PERSONS } from './feed-names.ts';
import { decodeEntities } from './html-entities.ts';
import { type Entities, readAttributes } from './xml-tags.ts';

/** A tag that may matter; `key` is its name in lower case with our prefix, `ordinal` counts all tags of the document. */
export type FeedTag = {
  readonly kind: 'open' | 'close' | 'empty';
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly ordinal: number;
};

export type Leaf = {
  /** Canonical: "pubDate", "content:encoded". */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
  /** The text is markup as it stood in the feed; else it is what was escaped there. */
  readonly isMarkup: boolean;
};

export type Scope = {
  readonly leaves: readonly Leaf[];
  /** An element without its closing tag. */
  readonly hasUnclosed: boolean;
};

/** `end`: where the item ends in the source. `entities`: what the document defines for itself. */
export const readLeaves = (source: string, tags: readonly FeedTag[], end: number, entities: Entities): Scope => {
  const closes = matchCloses(tags);
  const leaves: Leaf[] = [];
  let hasUnclosed = false;
  for (let i = 0; i < tags.length; ) {
    const tag = tags[i];
    if (!tag || tag.kind === 'close') {
      i++;
      continue;
    }
    const name = canonicalLeaf(tag.key);
    const close = closes[i] ?? -1;
    const isGroup = GROUPS.has(tag.key);
    if (!name && !isGroup) {
      // What an unknown element holds is its own affair; without a closing tag it holds nothing.
      i = close === -1 ? i + 1 : close + 1;
      continue;
    }
    if (tag.kind === 'open' && close === -1) hasUnclosed = true;
    const last = tag.kind === 'empty' ? i : close === -1 ? endOfUnclosed(tags, i) : close;
    if (name) leaves.push(readLeaf(source, tags, i, last, tag.kind === 'empty' ? tag.end : (tags[last]?.start ?? end), name, entities));
    i = isGroup || tag.kind === 'empty' || close === -1 ? Math.max(i + 1, isGroup ? 0 : last) : close + 1;
  }
  return { leaves, hasUnclosed };
};

/** For each opening tag the index of its closing one, -1 without one. */
const matchCloses = (tags: readonly FeedTag[]): readonly number[] => {
  const closes: number[] = new Array(tags.length).fill(-1);
  const open = new Map<string, number[]>();
  tags.forEach((tag, i) => {
    if (tag.kind === 'open') {
      const waiting = open.get(tag.key);
      if (waiting) waiting.push(i);
      else open.set(tag.key, [i]);
    } else if (tag.kind === 'close') {
      const at = open.get(tag.key)?.pop();
      if (at !== undefined) closes[at] = i;
    }
  });
  return closes;
};

/** An element that nobody closed ends before the next element that we know, or at a closing tag of something else. */
const endOfUnclosed = (tags: readonly FeedTag[], from: number): number => {
  let i = from + 1;
  while (i < tags.length) {
    const tag = tags[i];
    if (tag && (tag.kind === 'close' || canonicalLeaf(tag.key))) return i;
    i++;
  }
  return i;
};

const readLeaf = (
  source: string,
  tags: readonly FeedTag[],
  first: number,
  last: number,
  end: number,
  name: string,
  entities: Entities,
): Leaf => {
  const open = tags[first];
  if (!open) return { name, attributes: new Map(), text: '', isMarkup: false };
  const attributes = new Map(
    [...readAttributes(source.slice(open.start, open.end))].map(([key, value]) => [key, decodeEntities(value, entities)]),
  );
  if (open.kind === 'empty' || GROUPS.has(open.key)) return { name, attributes, text: '', isMarkup: false };
  const person = PERSONS.has(open.key) ? nameOfPerson(source, tags, first, last, entities) : undefined;
  if (person !== undefined) return { name, attributes, text: person, isMarkup: false };
  const raw = source.slice(open.end, end);
  const closing = tags[last];
  // Without a closing tag nothing counted the tags inside, so they are looked for.
  const holdsTags = closing ? closing.ordinal - open.ordinal > 1 : /<[a-z/]/i.test(raw);
  return { name, attributes, ...undoEscapes(raw, holdsTags, entities) };
};

const nameOfPerson = (source: string, tags: readonly FeedTag[], first: number, last: number, entities: Entities): string | undefined => {
  for (let i = first + 1; i < last; i++) {
    const tag = tags[i];
    if (tag?.kind === 'open' && (tag.key === 'name' || tag.key === 'atom:name')) {
      const next = tags[i + 1];
      return next ? undoEscapes(source.slice(tag.end, next.start), false, entities).text : undefined;
    }
  }
  return undefined;
};

/** Text and CDATA as one string. Beside real markup escaped text stays escaped, for it is text of that markup. */
const undoEscapes = (raw: string, holdsTags: boolean, entities: Entities): { text: string; isMarkup: boolean } => {
  // Markup that was escaped and has a stray real tag in it: the escaped part is what was meant.
  const isMarkup = holdsTags && !/&(?:amp;)?lt;(?:\/?[a-z]|!--)/i.test(raw) && !raw.trimStart().startsWith('<![CDATA[');
  const undo = (text: string) => (isMarkup ? keepMarkupEntities(text, entities) : decodeEntities(text, entities));
  if (!raw.includes('<!')) return { text: undo(raw).trim(), isMarkup };
  const parts: string[] = [];
  let at = 0;
  while (at < raw.length) {
    const start = raw.indexOf('<!', at);
    if (start === -1) break;
    parts.push(undo(raw.slice(at, start)));
    if (raw.startsWith('<![CDATA[', start)) {
      const end = raw.indexOf(']]>', start);
      const inside = raw.slice(start + 9, end === -1 ? raw.length : end);
      parts.push(isMarkup ? inside.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : inside);
      at = end === -1 ? raw.length : end + 3;
    } else if (raw.startsWith('<!--', start)) {
      const end = raw.indexOf('-->', start);
      at = end === -1 ? raw.length : end + 3;
    } else {
      parts.push('<!');
      at = start + 2;
    }
  }
  parts.push(undo(raw.slice(at)));
  return { text: parts.join('').trim(), isMarkup };
};

/** In markup only what the document itself defined must be undone: a page would not know it. */
const keepMarkupEntities = (text: string, entities: Entities): string =>
  entities.isEmpty() ? text : text.replace(/&([\w.-]{1,60});/g, (found, name: string) => entities.get(name) ?? found);
