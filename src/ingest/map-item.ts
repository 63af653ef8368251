/** What a parser found in a feed → FeedItem: one title, one absolute link, one date, the best body. */
import type { Instant } from '#model/article.ts';
import type { Problem } from '#model/failure.ts';
import type { FeedItem } from '#model/feed.ts';
import { phrases } from '#phrases/feed-reading.ts';
import { parseFeedDate } from './feed-dates.ts';
import { decodeEntities, decodeLetters, escapeHtml } from './html-entities.ts';
import { plainLine, visibleLength } from './plain-text.ts';
import type { RawBody, RawItem, RawLink, RawText } from './raw-feed.ts';

export type MapContext = {
  /** Links are resolved against these, the first that makes an address. */
  readonly bases: readonly string[];
  /** Dates after it are doubted; undefined: they stand as they are. */
  readonly now: Instant | undefined;
};

export const mapItem = (raw: RawItem, context: MapContext): { readonly item: FeedItem; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const bases = raw.base === undefined ? context.bases : [...resolveAll(raw.base, context.bases), ...context.bases];
  const body = chooseBody(raw.bodies);
  const byline = raw.authors.map(toByline).find((name) => name !== '');
  const item: FeedItem = {
    guid: raw.guid?.trim() || null,
    title: chooseTitle(raw.titles),
    link: chooseLink(raw, bases),
    publishedAt: chooseDate(raw.dates, context.now, problems),
    html: body?.html ?? null,
    isFullText: body?.isFullText ?? false,
    ...(byline === undefined ? {} : { byline }),
    categories: [...new Set(raw.categories.map((name) => plainLine(name, 'html')).filter((name) => name !== ''))],
  };
  return { item, problems };
};

export const chooseTitle = (titles: readonly RawText[]): string =>
  titles.map(({ text, form }) => plainLine(text, form)).find((title) => title !== '') ?? '';

const resolveAll = (href: string, bases: readonly string[]): readonly string[] => {
  const url = bases.map((base) => URL.parse(href, base)).find((found) => found !== null);
  return url ? [url.href] : [];
};

/** Absolute and http(s), or null. Feeds break long addresses over lines. */
export const resolveLink = (href: string, bases: readonly string[]): string | null => {
  const written = href.replace(/[\r\n\t]+ */g, '').trim();
  if (written === '' || /^(?:tag|urn|mailto|javascript|data|about):/i.test(written)) return null;
  const url = URL.parse(written) ?? bases.map((base) => URL.parse(written, base)).find((found) => found !== null);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
};

const isPage = (type: string | undefined) => type === undefined || type === '' || /html|^text\/plain/i.test(type);
const isAlternate = (rel: string | undefined) => rel === undefined || rel === '' || /(?:^|[\s/])alternate$/i.test(rel.trim());

/** An alternate that is a page, any alternate, a permalink guid, rdf:about, an id that is an address. Never the feed itself, never an enclosure. */
const chooseLink = (raw: RawItem, bases: readonly string[]): string | null => {
  const written = [
    chooseAlternate(raw.links)?.href,
    raw.isPermaLink !== false && (raw.isPermaLink === true || /^https?:\/\//i.test(raw.guid ?? '')) ? raw.guid : undefined,
    raw.about,
    ...raw.links.filter(({ rel }) => /^(?:related|via|canonical)$/i.test(rel ?? '')).map(({ href }) => href),
  ];
  for (const href of written) {
    const link = href === undefined ? null : resolveLink(href, bases);
    if (link !== null) return link;
  }
  return null;
};

/** One that calls itself a page, then one that does not say, then any. Among equals the last, as Universal Feed Parser has it. */
export const chooseAlternate = (links: readonly RawLink[]): RawLink | undefined => {
  const alternates = links.filter(({ href, rel }) => href !== '' && isAlternate(rel));
  return (
    alternates.findLast(({ type }) => /html/i.test(type ?? '')) ?? alternates.findLast(({ type }) => isPage(type)) ?? alternates.at(-1)
  );
};

const DAY_MS = 86_400_000;

/** The first that is a date. A feed's clock may run a day ahead; beyond that the date is not to be trusted. */
const chooseDate = (dates: readonly string[], now: Instant | undefined, problems: Problem[]): Instant | null => {
  let at: Instant | null = null;
  for (const date of dates) {
    at = parseFeedDate(date);
    if (at !== null) break;
  }
  if (at === null) {
    const written = dates[0];
    if (written !== undefined)
      problems.push({
        code: 'bad-date',
        message: phrases.badDate(written.slice(0, 60)),
        hint: phrases.countsAsFetched,
      });
    return null;
  }
  if (now === undefined || at <= now) return at;
  problems.push({
    code: 'future-date',
    message: phrases.futureDate(new Date(at).toISOString()),
    hint: phrases.countsAsFetched,
  });
  return at - now <= DAY_MS ? now : null;
};

/** "desk@post.example (Ada Berg)" and "Ada Berg <desk@post.example>" → "Ada Berg". A bare address names nobody. */
const toByline = (author: string): string => {
  const name = plainLine(author, 'html');
  const inside =
    /^[^\s@()]{1,100}@[^\s@()]{1,100} \(([^()]{1,200})\)$/.exec(name)?.[1] ?? /^([^<>@]{1,200}) <[^<>\s]{1,200}>$/.exec(name)?.[1];
  return inside?.trim() ?? (/^[^\s@]{1,100}@[^\s@]{1,100}$/.test(name) ? '' : name.slice(0, 300));
};

/** What says most. Words beside a picture stand in where there is nothing else; a caption that says more than a teaser is kept as what it is. */
const chooseBody = (bodies: readonly RawBody[]): { html: string; isFullText: boolean } | undefined => {
  const own = longest(bodies.filter(({ role }) => role !== 'media'));
  const caption = longest(bodies.filter(({ role }) => role === 'media'));
  const best = own && own.length > 0 ? own : (caption ?? own);
  if (!best) return undefined;
  const isKept = caption !== undefined && best !== caption && caption.length > best.length;
  const html = isKept ? `${best.html}\n<figure><figcaption>${caption.html}</figcaption></figure>` : best.html;
  return { html, isFullText: isFullText(best.body.role, best.html, best.length) };
};

const longest = (bodies: readonly RawBody[]): { body: RawBody; html: string; length: number } | undefined => {
  let best: { body: RawBody; html: string; length: number } | undefined;
  for (const body of bodies) {
    const html = body.form === 'text' ? textToHtml(body.text) : tidyHtml(body.text);
    const length = visibleLength(html);
    if (html !== '' && length > (best?.length ?? -1)) best = { body, html, length };
  }
  return best;
};

const textToHtml = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim())}</p>`)
    .join('\n');

/** Undoes what feeds do once too often: an escaped CDATA section, HTML escaped twice, letters as entities. */
const tidyHtml = (text: string): string => {
  const inside = text.startsWith('<![CDATA[') && text.endsWith(']]>') ? text.slice(9, -3).trim() : text;
  const isEscapedTwice =
    !/<\/(?:p|div|ul|ol|blockquote)>/i.test(inside) &&
    /&lt;\/(?:a|p|div|span|em|strong|ul|li|blockquote|h\d)&gt;|&lt;(?:br|img)\b/i.test(inside);
  return decodeLetters(isEscapedTwice ? decodeEntities(inside) : inside);
};

/** Letters of a short news report; teasers end before, or say that they go on. */
const MIN_FULL_CONTENT = 700;
const MIN_FULL_SUMMARY = 1_800;
const GOES_ON =
  /(?:\[?(?:…|\.\.\.|&hellip;|&#8230;|&#x2026;)\]?|(?:read|see) (?:more|the (?:full|rest))[^.<>]{0,60}|continue reading[^.<>]{0,80}|»|&raquo;)\s*(?:<\/?[a-z][^<>]{0,200}>\s*)*$/i;

const isFullText = (role: RawBody['role'], html: string, length: number): boolean => {
  if (role === 'media' || length < (role === 'content' ? MIN_FULL_CONTENT : MIN_FULL_SUMMARY)) return false;
  if (GOES_ON.test(html.slice(-600))) return false;
  const paragraphs = (html.match(/<\/p>|<p[\s>]|<br\s*\/?>\s*<br|\n\s*\n/gi) ?? []).length;
  return paragraphs >= 2 || role === 'content';
};
