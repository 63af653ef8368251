/** The bytes of a feed → ParsedFeed: decode, mend, parse (rss-parser for the RSS family, feedsmith for Atom and JSON Feed), salvage, map. */
import type { Instant } from '#model/article.ts';
import type { Problem } from '#model/failure.ts';
import type { FeedItem, ParsedFeed } from '#model/feed.ts';
import { phrases } from '#phrases/feed-reading.ts';
import { phrases as requests } from '#phrases/requests.ts';
import { botWallIn } from './bot-wall.ts';
import { type Decoded, decodeBytes } from './decode.ts';
import { readRhythm } from './feed-rhythm.ts';
import { chooseAlternate, chooseTitle, mapItem, resolveLink } from './map-item.ts';
import { mendFeed } from './mend.ts';
import { MAX_ITEMS, type RawFeed, type RawItem } from './raw-feed.ts';
import { parseOrSalvage } from './salvage.ts';
import { createTexts, drawSkeleton } from './skeleton.ts';

export type FeedOrigin = {
  /** Where the bytes came from, after redirects: relative links are resolved against it. */
  readonly url: string;
  readonly contentType?: string | undefined;
  /** Dates after it are doubted; without it every date stands as the feed gives it. */
  readonly now?: Instant;
};

export type FeedReading = { readonly ok: true; readonly feed: ParsedFeed } | { readonly ok: false; readonly problem: Problem };

/** Never throws. `problem.code`: empty-answer, bot-wall, html-page, not-a-feed, too-large. */
export const parseFeed = async (bytes: Uint8Array, origin: FeedOrigin): Promise<FeedReading> => {
  if (bytes.length > MAX_BYTES) return refuse('too-large', phrases.tooLarge(Math.round(bytes.length / 1e6)), phrases.fewerArticles);
  const decoded = decodeBytes(bytes, origin.contentType);
  const text = withoutLead(decoded.text);
  if (text === '') return refuse('empty-answer', phrases.empty, phrases.goneIfItStaysSo);
  const reading = text.startsWith('{') ? await readJson(text, origin) : await readXml(text, origin);
  if (!reading.ok) return reading;
  return { ok: true, feed: { ...reading.feed, problems: [...charsetProblems(decoded), ...reading.feed.problems] } };
};

/** Without the blanks, marks and zero bytes that stand before some feeds. */
const withoutLead = (text: string): string => {
  let at = 0;
  while (at < text.length && (text.charCodeAt(at) <= 0x20 || text.charCodeAt(at) === 0xfeff)) at++;
  return text.slice(at);
};

const MAX_BYTES = 64 * 1024 * 1024;

const refuse = (code: string, message: string, hint: string): FeedReading => ({ ok: false, problem: { code, message, hint } });

const readJson = async (text: string, origin: FeedOrigin): Promise<FeedReading> => {
  const { parseJson } = await import('./json-feed.ts');
  const read = parseJson(text);
  if (!read) return refuse('not-a-feed', phrases.noJsonFeed, phrases.lookForFeed);
  const problems: Problem[] = [];
  if (read.isMended)
    problems.push({
      code: 'truncated',
      message: phrases.brokenJson,
      hint: phrases.tellPublisher,
    });
  if (read.isTooLong) problems.push(TOO_MANY_ITEMS);
  return { ok: true, feed: toFeed('json', read.feed, read.feed.items, origin, problems) };
};

const readXml = async (text: string, origin: FeedOrigin): Promise<FeedReading> => {
  const mended = mendFeed(text);
  if (mended.kind === 'none') {
    const wall = botWallIn(text);
    if (wall) return refuse('bot-wall', phrases.botWall(wall), requests.askForAccess);
    if (mended.root === 'html' || /^<!doctype html/i.test(text)) return refuse('html-page', phrases.webPage, phrases.giveFeed);
    return refuse(
      'not-a-feed',
      mended.root ? phrases.otherDocument(mended.root.slice(0, 40)) : phrases.noFeed,
      mended.root === 'opml' ? phrases.importIt : phrases.lookForFeed,
    );
  }
  const texts = createTexts();
  const skeleton = drawSkeleton(mended, texts);
  const parseSkeleton = await parserFor(mended.kind);
  const parse = (xml: string) => parseSkeleton(xml, texts.restore);
  const { feed, items } = await parseOrSalvage(skeleton, mended.items.length, parse);
  const whole = items.filter((item) => item !== undefined);
  const problems: Problem[] = [];
  if (mended.faults.length > 0)
    problems.push({
      code: 'mended-xml',
      message: phrases.mended(mended.faults),
      hint: phrases.validatorShows,
    });
  if (mended.isTruncated)
    problems.push({
      code: 'truncated',
      message: phrases.breaksOff,
      hint: phrases.restComes,
    });
  if (mended.isTooLong) problems.push(TOO_MANY_ITEMS);
  if (whole.length < items.length)
    problems.push({
      code: 'lost-items',
      message: phrases.lost(items.length - whole.length, items.length),
      hint: phrases.tellUs,
    });
  const head = feed ?? EMPTY;
  const raw: RawFeed = { ...head, language: head.language ?? mended.attributes.get('xml:lang'), base: mended.attributes.get('xml:base') };
  const rhythm = readRhythm(mended.head);
  const read = { ...toFeed(mended.kind, raw, whole, origin, problems), ...(rhythm && { rhythm }) };
  return {
    ok: true,
    feed: mended.items.at(-1)?.isCut
      ? { ...read, items: read.items.map((item, i) => (i === read.items.length - 1 ? { ...item, isFullText: false } : item)) }
      : read,
  };
};

/** Loaded when a feed of its kind comes: the packages are large, and most people read one kind. */
const parserFor = async (kind: 'rss' | 'rdf' | 'atom') =>
  kind === 'atom' ? (await import('./atom.ts')).parseAtom : (await import('./rss.ts')).parseRss;

const TOO_MANY_ITEMS: Problem = {
  code: 'too-many-items',
  message: phrases.tooMany(MAX_ITEMS),
  hint: phrases.fewerArticles,
};

const EMPTY: RawFeed = { titles: [], links: [], language: undefined, base: undefined, authors: [], items: [] };

const toFeed = (
  kind: ParsedFeed['kind'],
  raw: RawFeed,
  rawItems: readonly RawItem[],
  origin: FeedOrigin,
  found: readonly Problem[],
): ParsedFeed => {
  const ownBases = raw.base === undefined ? [] : [URL.parse(raw.base, origin.url)?.href ?? ''].filter((base) => base !== '');
  const link = resolveLink(chooseAlternate(raw.links)?.href ?? '', [...ownBases, origin.url]);
  const bases = [...ownBases, origin.url, ...(link === null ? [] : [link])];
  const items: FeedItem[] = [];
  const problems: (Problem & { item?: number })[] = [...found];
  rawItems.forEach((rawItem, index) => {
    const mapped = mapItem(rawItem, { bases, now: origin.now });
    items.push(mapped.item);
    for (const problem of mapped.problems) problems.push({ ...problem, item: index });
  });
  return {
    title: chooseTitle(raw.titles),
    link,
    language: raw.language?.trim() || null,
    kind,
    items,
    problems: [...problems, ...doubts(items)],
  };
};

/** What a manager should know of a feed that was read well. */
const doubts = (items: readonly FeedItem[]): readonly Problem[] => {
  if (items.length === 0) return [{ code: 'empty-feed', message: phrases.noArticles, hint: phrases.waitOrLook }];
  if (items.every(({ publishedAt }) => publishedAt === null))
    return [{ code: 'no-dates', message: phrases.noDates, hint: phrases.dateOfFetch }];
  return [];
};

const charsetProblems = ({ hasBadBytes, charset, declared }: Decoded): readonly Problem[] => {
  if (hasBadBytes) return [{ code: 'charset', message: phrases.badBytes(charset), hint: phrases.mixedCharsets }];
  // The usual declaration of what is not UTF-8. The other way about is common and harms nobody.
  if (charset === 'utf-8' || !/^utf-?8$/i.test(declared ?? '')) return [];
  return [
    {
      code: 'charset',
      message: phrases.wrongCharset(charset),
      hint: phrases.ifLettersAreRight,
    },
  ];
};
