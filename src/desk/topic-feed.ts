/** A topic's briefings, one a day → Atom and JSON Feed. */
import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import type { Briefing } from '#model/briefing.ts';
import type { MessageDocument } from '#model/document.ts';
import { phrases } from '#phrases/desk.ts';
import type { Renderers } from './preview.ts';

export type Day = { readonly day: string; readonly briefing: Briefing; readonly document: MessageDocument };
export type FeedOf = {
  readonly slug: string;
  readonly title: string;
  /** Of this page, without a slash at the end. */
  readonly origin: string;
  readonly days: readonly Day[];
};

type Entry = {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly html: string;
  readonly updated: Date;
  readonly summary: string;
};

async function entriesOf({ slug, origin, days }: FeedOf, renderers: Renderers): Promise<readonly Entry[]> {
  const host = new URL(origin).host;
  return Promise.all(
    days.map(async ({ day, briefing, document }) => ({
      // https://www.rfc-editor.org/rfc/rfc4151: the same day is the same entry, wherever it is read again.
      id: `tag:${host},2026:topics/${encodeURIComponent(slug)}/${day}`,
      url: `${origin}/topics/${encodeURIComponent(slug)}`,
      title: `${briefing.title}: ${briefing.stories[0]?.headline ?? day}`,
      html: String(await renderers.html({ ...document, blocks: document.blocks.filter(({ kind }) => kind !== 'actions') })),
      updated: new Date(Math.max(...briefing.stories.flatMap(({ sources }) => sources.map(({ publishedAt }) => publishedAt)))),
      summary: document.summary,
    })),
  );
}

export async function atomOf(feed: FeedOf, renderers: Renderers): Promise<string> {
  const entries = await entriesOf(feed, renderers);
  const page = `${feed.origin}/topics/${encodeURIComponent(feed.slug)}`;
  return generateAtomFeed({
    id: page,
    title: { value: phrases.titled(feed.title) },
    updated: entries[0]?.updated ?? new Date(0),
    links: [
      { href: `${page}.atom`, rel: 'self', type: 'application/atom+xml' },
      { href: page, rel: 'alternate', type: 'text/html' },
    ],
    authors: [{ name: 'Wirebrief' }],
    entries: entries.map(({ id, url, title, html, updated, summary }) => ({
      id,
      title: { value: title },
      updated,
      links: [{ href: url, rel: 'alternate', type: 'text/html' }],
      summary: { value: summary, type: 'text' },
      content: { value: html, type: 'html' },
    })),
  });
}

export async function jsonFeedOf(feed: FeedOf, renderers: Renderers): Promise<object> {
  const entries = await entriesOf(feed, renderers);
  const page = `${feed.origin}/topics/${encodeURIComponent(feed.slug)}`;
  return generateJsonFeed({
    title: phrases.titled(feed.title),
    home_page_url: page,
    feed_url: `${page}.json`,
    items: entries.map(({ id, url, title, html, updated, summary }) => ({
      id,
      url,
      title,
      content_html: html,
      summary,
      date_published: updated,
    })),
  }) as object;
}
