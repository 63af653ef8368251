/** The text of a JSON Feed → RawFeed, by feedsmith. One that broke off or has a stray comma gives the items that are whole. */
import { type JsonFeed, parseJsonFeed } from 'feedsmith';
import { MAX_ITEMS, type RawBody, type RawFeed, type RawItem } from './raw-feed.ts';

type Item = NonNullable<JsonFeed.Feed<string>['items']>[number];

/** undefined: not a JSON Feed. */
export const parseJson = (
  text: string,
): { readonly feed: RawFeed; readonly isMended: boolean; readonly isTooLong: boolean } | undefined => {
  const whole = readJson(text);
  const value = whole ?? salvageJson(text);
  if (!isRecord(value) || !(Array.isArray(value.items) || String(value.version).includes('jsonfeed'))) return undefined;
  try {
    const items = Array.isArray(value.items) ? value.items.filter(isRecord) : [];
    // feedsmith wants the version's address, and drops what holds nothing: a field that nobody reads keeps each item in its place.
    const marked = {
      ...value,
      version: 'https://jsonfeed.org/version/1.1',
      user_comment: 'kept',
      items: items.slice(0, MAX_ITEMS).map((item) => ({ ...item, banner_image: 'kept' })),
    };
    const feed = parseJsonFeed(marked);
    return { feed: toFeed(feed as JsonFeed.Feed<string>), isMended: whole === undefined, isTooLong: items.length > MAX_ITEMS };
  } catch {
    return undefined;
  }
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const toFeed = (feed: JsonFeed.Feed<string>): RawFeed => ({
  titles: feed.title ? [{ text: String(feed.title), form: 'text' }] : [],
  links: feed.home_page_url ? [{ href: feed.home_page_url }] : [],
  language: feed.language,
  base: undefined,
  authors: namesOf(feed.authors),
  items: (feed.items ?? []).map((item) => toItem(item as Item)),
});

const toItem = (item: Item): RawItem => {
  const bodies: RawBody[] = [];
  if (item.content_html) bodies.push({ text: item.content_html, form: 'html', role: 'content' });
  if (item.content_text) bodies.push({ text: item.content_text, form: 'text', role: 'content' });
  if (item.summary) bodies.push({ text: item.summary, form: 'text', role: 'summary' });
  return {
    guid: item.id === undefined ? undefined : String(item.id),
    isPermaLink: undefined,
    titles: item.title ? [{ text: item.title, form: 'text' }] : [],
    links: [item.url || item.external_url].flatMap((href) => (href ? [{ href }] : [])),
    about: undefined,
    base: undefined,
    dates: [item.date_published, item.date_modified].flatMap((date) => (date ? [date] : [])),
    bodies,
    authors: namesOf(item.authors),
    categories: item.tags ?? [],
  };
};

const namesOf = (authors: readonly { readonly name?: string }[] | undefined): readonly string[] =>
  (authors ?? []).flatMap(({ name }) => (name ? [name] : []));

/** The parts of a broken JSON Feed that are whole: what stands before "items", and each object of the list. */
const salvageJson = (text: string): unknown => {
  const list = /"items"\s{0,100}:\s{0,100}\[/.exec(text);
  if (!list) return undefined;
  const items: unknown[] = [];
  let depth = 0;
  let start = 0;
  let at = list.index + list[0].length;
  for (; at < text.length && items.length <= MAX_ITEMS; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22 /* " */) at = endOfString(text, at);
    else if (code === 0x7b /* { */) {
      if (depth++ === 0) start = at;
    } else if (code === 0x7d /* } */) {
      if (--depth === 0) items.push(readJson(text.slice(start, at + 1)) ?? readJson(withoutStrayCommas(text.slice(start, at + 1))));
      if (depth < 0) break;
    } else if (code === 0x5d /* ] */ && depth === 0) break;
  }
  const head = text.slice(0, list.index).replace(/,\s{0,100}$/, '');
  const known = readJson(`${head}}`) ?? readJson(`${withoutStrayCommas(head)}}`);
  return { ...(isRecord(known) ? known : {}), items: items.filter(isRecord) };
};

const endOfString = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5c /* \ */) at++;
    else if (code === 0x22) return at;
  }
  return text.length;
};

/** `,}` and `,]` outside of strings, and raw line breaks inside them. */
const withoutStrayCommas = (text: string): string => {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) !== 0x22) continue;
    const end = endOfString(text, at);
    parts.push(
      text.slice(from, at).replace(/,(\s{0,100}[}\]])/g, '$1'),
      text
        .slice(at, end + 1)
        .replace(/\n/g, '\\n')
        .replace(/\r/g, '\\r')
        .replace(/\t/g, '\\t'),
    );
    from = end + 1;
    at = end;
  }
  return parts.join('') + text.slice(from).replace(/,(\s{0,100}[}\]])/g, '$1');
};
