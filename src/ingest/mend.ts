/** A feed's text, broken in any of the ways that feeds are → its kind, the leaves of its head, and the leaves of each item. Never throws, linear in the text. */

import { phrases } from '#phrases/feed-reading.ts';
import { isHtmlName, prefixOf } from './feed-names.ts';
import { decodeEntities } from './html-entities.ts';
import { type FeedTag, type Leaf, readLeaves } from './leaves.ts';
import { MAX_ITEMS } from './raw-feed.ts';
import { readAttributes, scanTags, type Tag } from './xml-tags.ts';

type MendedItem = {
  readonly leaves: readonly Leaf[];
  /** rdf:about, xml:base and the like. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The feed broke off inside it. */
  readonly isCut: boolean;
};

export type MendedFeed = {
  readonly kind: 'rss' | 'rdf' | 'atom';
  readonly head: readonly Leaf[];
  readonly items: readonly MendedItem[];
  /** xml:base and xml:lang of the root. */
  readonly attributes: ReadonlyMap<string, string>;
  /** What was mended, in words. */
  readonly faults: readonly string[];
  readonly isTruncated: boolean;
  /** There were more items than are read. */
  readonly isTooLong: boolean;
};

/** A page, or no feed at all: the first element's name, where there is one. */
export type NoFeed = { readonly kind: 'none'; readonly root: string | undefined };

/** Of one item or of the head; more are a bomb, not news. */
const MAX_TAGS = 20_000;
const ROOTS: ReadonlyMap<string, MendedFeed['kind']> = new Map([
  ['rss', 'rss'],
  ['rdf', 'rdf'],
  ['feed', 'atom'],
  ['channel', 'rss'],
]);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out (XML 1.0, production 2).
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export const mendFeed = (source: string): MendedFeed | NoFeed => {
  const faults = new Set<string>();
  const text = cleanCharacters(source, faults);
  const scan = scanTags(text);
  const names = createNames();
  const items: MendedItem[] = [];
  const head: FeedTag[] = [];
  let firstName: string | undefined;
  let root: Root | undefined;
  let isRootClosed = false;
  let isTooLong = false;
  let item: { key: string; tags: FeedTag[]; attributes: ReadonlyMap<string, string> } | undefined;
  let ordinal = 0;

  const closeItem = (end: number, isCut: boolean): void => {
    if (!item) return;
    const scope = readLeaves(text, item.tags, end, scan.entities);
    if (scope.hasUnclosed && !isCut) faults.add(phrases.faults.unclosedElement);
    items.push({ leaves: scope.leaves, attributes: item.attributes, isCut });
    item = undefined;
  };

  for (const tag of scan.tags) {
    ordinal++;
    const local = localName(tag.name);
    if (!root) {
      firstName ??= local;
      root = readRoot(tag, text, firstName === 'html');
      if (!root) continue;
      if (firstName !== local) faults.add(phrases.faults.textBefore);
      isRootClosed = !root.needsClose;
      names.startWith(root.kind);
      names.learn(tag, text);
      if (ROOTS.has(local)) continue;
    }
    if (!tag.name.includes(':') && isHtmlName(local) && local !== 'body') continue;
    const key = names.keyOf(tag, text);
    const isItem = key === 'item' || key === 'entry';
    if (isItem && (!item || item.key === key)) {
      if (item) {
        if (tag.kind !== 'close') faults.add(phrases.faults.unclosedItem);
        closeItem(tag.start, false);
      }
      isTooLong = tag.kind !== 'close' && items.length >= MAX_ITEMS;
      if (isTooLong) break;
      if (tag.kind === 'open') item = { key, tags: [], attributes: attributesOf(tag, text) };
      else if (tag.kind === 'empty') items.push({ leaves: [], attributes: attributesOf(tag, text), isCut: false });
      continue;
    }
    if (tag.kind === 'close' && (local === 'rss' || local === 'rdf' || (local === 'feed' && root.kind === 'atom'))) {
      closeItem(tag.start, false);
      isRootClosed = true;
      continue;
    }
    if (item && tag.kind === 'close' && key === 'channel') {
      faults.add(phrases.faults.unclosedItem);
      closeItem(tag.start, false);
    }
    const tags = item?.tags ?? head;
    if (tags.length < MAX_TAGS) tags.push({ kind: tag.kind, key, start: tag.start, end: tag.end, ordinal });
  }
  if (!root) return { kind: 'none', root: firstName };
  const isTruncated = !isTooLong && (item !== undefined || !isRootClosed);
  closeItem(text.length, true);
  for (const fault of scan.faults) faults.add(FAULT_WORDS[fault]);
  return {
    kind: root.kind,
    head: readLeaves(
      text,
      head.filter((tag) => tag.key !== 'channel'),
      text.length,
      scan.entities,
    ).leaves,
    items,
    attributes: root.attributes,
    faults: [...faults],
    isTruncated,
    isTooLong,
  };
};

type Root = { readonly kind: MendedFeed['kind']; readonly attributes: ReadonlyMap<string, string>; readonly needsClose: boolean };

/** A feed begins with its root; one that lost it, with its channel or its first item. Within a page only what declares itself a feed is one. */
const readRoot = (tag: Tag, text: string, isInPage: boolean): Root | undefined => {
  const local = localName(tag.name);
  const kind = ROOTS.get(local) ?? (local === 'item' ? 'rss' : local === 'entry' ? 'atom' : undefined);
  if (!kind || tag.kind === 'close') return undefined;
  if (!ROOTS.has(local)) return isInPage ? undefined : { kind, attributes: new Map(), needsClose: false };
  if (isInPage && !/\s(?:xmlns|version)\b/i.test(text.slice(tag.start, tag.end))) return undefined;
  return { kind, attributes: attributesOf(tag, text), needsClose: local !== 'channel' };
};

const FAULT_WORDS = {
  'bare <': phrases.faults.bareMark,
  'unclosed CDATA': phrases.faults.unclosedData,
  'unclosed comment': phrases.faults.unclosedComment,
  'unclosed tag': phrases.faults.unclosedTag,
} as const;

const cleanCharacters = (source: string, faults: Set<string>): string => {
  const text = source.isWellFormed() ? source : source.toWellFormed();
  const clean = text.replace(CONTROL, '');
  if (clean.length < text.length) faults.add(phrases.faults.controlCharacters);
  return clean;
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

const attributesOf = (tag: Tag, text: string): ReadonlyMap<string, string> =>
  new Map([...readAttributes(text.slice(tag.start, tag.end))].map(([name, value]) => [name, decodeEntities(value)]));

/** Names of this document → our keys, by the namespaces that it declares on its way. */
const createNames = () => {
  const prefixes = new Map<string, string>();
  let keys = new Map<string, string>();
  let own = '';
  const learn = (tag: Tag, text: string): string | undefined => {
    const source = text.slice(tag.start, tag.end);
    if (tag.kind === 'close' || !source.includes('xmlns')) return undefined;
    let byDefault: string | undefined;
    for (const [name, value] of readAttributes(source)) {
      const prefix = name === 'xmlns' || name.startsWith('xmlns:') ? prefixOf(value) : undefined;
      if (prefix === undefined) continue;
      if (name === 'xmlns') byDefault = prefix;
      else prefixes.set(name.slice(6), prefix);
      keys = new Map();
    }
    return byDefault;
  };
  const withPrefix = (prefix: string, local: string) => (prefix === '' || prefix === own ? local : `${prefix}:${local}`);
  const keyOf = (tag: Tag, text: string): string => {
    const byDefault = learn(tag, text);
    const known = keys.get(tag.name);
    if (known !== undefined && byDefault === undefined) return known;
    const colon = tag.name.indexOf(':');
    const local = localName(tag.name);
    const prefix =
      colon === -1 ? byDefault : (prefixes.get(tag.name.slice(0, colon).toLowerCase()) ?? tag.name.slice(0, colon).toLowerCase());
    const key = prefix === undefined ? local : withPrefix(prefix, local);
    if (byDefault === undefined && keys.size < 10_000) keys.set(tag.name, key);
    return key;
  };
  return {
    startWith: (kind: MendedFeed['kind']) => {
      own = kind === 'atom' ? 'atom' : '';
    },
    learn,
    keyOf,
  };
};
