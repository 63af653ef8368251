/** A skeleton of an Atom feed → RawFeed, by feedsmith: rss-parser reads Atom 0.3, xhtml and links wrongly. */
import { type AtomFeed, parseAtomFeed } from 'feedsmith';
import type { RawBody, RawFeed, RawItem, RawText } from './raw-feed.ts';

type Entry = NonNullable<AtomFeed.Feed<string>['entries']>[number];
type Text = { readonly value?: string | undefined; readonly type?: string | undefined; readonly src?: string | undefined };

/** Throws where feedsmith does; `restore` brings back what the skeleton put aside. */
export const parseAtom = (skeleton: string, restore: (text: string) => string): RawFeed => {
  const feed = parseAtomFeed(skeleton);
  return {
    titles: textsOf([feed.title], restore),
    links: linksOf(feed.links, restore),
    language: undefined,
    base: undefined,
    authors: namesOf(feed.authors, restore),
    items: (feed.entries ?? []).map((entry) => toItem(entry as Entry, restore)),
  };
};

const toItem = (entry: Entry, restore: (text: string) => string): RawItem => ({
  guid: entry.id === undefined ? undefined : restore(String(entry.id)),
  isPermaLink: undefined,
  titles: textsOf([entry.title], restore),
  links: linksOf(entry.links, restore),
  about: undefined,
  base: entry.xml?.base === undefined ? undefined : restore(entry.xml.base),
  dates: [entry.published, entry.updated].flatMap((date) => (date ? [restore(date)] : [])),
  bodies: [
    ...bodiesOf([entry.content], 'content', restore),
    ...bodiesOf([entry.summary], 'summary', restore),
    ...bodiesOf([entry.media?.description], 'media', restore),
  ],
  authors: [...namesOf(entry.authors, restore), ...namesOf(entry.source?.authors, restore)],
  categories: (entry.categories ?? []).flatMap(({ label, term }) => (label || term ? [restore(String(label || term))] : [])),
});

const namesOf = (persons: readonly { readonly name?: unknown }[] | undefined, restore: (text: string) => string): readonly string[] =>
  (persons ?? []).flatMap(({ name }) => (typeof name === 'string' ? [restore(name)] : []));

const linksOf = (links: AtomFeed.Feed<string>['links'], restore: (text: string) => string) =>
  (links ?? []).map(({ href, rel, type }) => ({
    href: typeof href === 'string' ? restore(href).trim() : '',
    rel: rel === undefined ? undefined : restore(rel),
    type: type === undefined ? undefined : restore(type),
  }));

const textsOf = (texts: readonly (Text | undefined)[], restore: (text: string) => string): readonly RawText[] =>
  texts.flatMap((text) => (text?.value ? [{ text: restore(text.value), form: formOf(text.type, restore(text.value)) }] : []));

const bodiesOf = (texts: readonly (Text | undefined)[], role: RawBody['role'], restore: (text: string) => string): readonly RawBody[] =>
  texts
    .filter((text) => !/^(?:image|audio|video)\//.test(text?.type ?? ''))
    .flatMap((text) => textsOf([text], restore).map((body) => ({ ...body, role })));

/** Feeds call HTML "text" so often that a text which looks like HTML is taken for it. */
const formOf = (type: string | undefined, text: string): RawText['form'] => {
  const isPlain = type === undefined || type === 'text' || type === 'text/plain';
  return isPlain &&
    !/<\/(?:a|b|i|p|em|strong|div|span|li|ul|h\d|code|img)>|<(?:br|img|hr|p)\b[^<>]{0,500}>|&(?:#\d+|amp|lt|gt|quot|nbsp|[lr][sd]quo);/i.test(
      text,
    )
    ? 'text'
    : 'html';
};
