/** What goes out again: topics as Atom and JSON Feed, the quote archive as JSON, its OpenAPI document, the feeds as OPML. */
import type { Hono } from 'hono';
import { phrases as frame } from '#phrases/desk.ts';
import { phrases } from '#phrases/feed-lists.ts';
import { apiPage } from './api-page.ts';
import type { Room } from './desk.ts';
import { openApi } from './openapi.ts';
import { quotesJson, readParameters } from './quote-api.ts';
import type { FeedOf } from './topic-feed.ts';

const DAYS = 7;

export function outRoutes(routes: Hono, { reading, renderers, access, show, originOf }: Room): void {
  routes.get('/topics/:file{[^/]+\\.(?:atom|json)}', async (context) => {
    const [, slug = '', form] = /^(.+)\.(atom|json)$/.exec(context.req.param('file')) ?? [];
    const days = await reading.days(slug, DAYS);
    const topic = (await reading.topics()).find((one) => one.slug === slug);
    const feed: FeedOf = { slug, title: topic?.title ?? days[0]?.briefing.title ?? slug, origin: originOf(context), days };
    const { atomOf, jsonFeedOf } = await import('./topic-feed.ts');
    if (form === 'atom') return context.body(await atomOf(feed, renderers), 200, { 'content-type': 'application/atom+xml; charset=utf-8' });
    return context.body(JSON.stringify(await jsonFeedOf(feed, renderers)), 200, { 'content-type': 'application/feed+json; charset=utf-8' });
  });

  routes.get('/api', async (context) =>
    show(context, { title: frame.pages.api, content: apiPage(await reading.topics(), access.session(context) ? access.feedKey : null) }),
  );
  routes.get('/api/openapi.json', (context) => context.json(openApi()));
  routes.get('/api/quotes', async (context) => {
    const read = readParameters(context.req.query());
    if ('message' in read) return context.json({ error: { code: 'parameter', message: read.message } }, 400);
    return context.json(quotesJson(await reading.quotes(read.filter), read.filter, originOf(context)));
  });

  routes.get('/feeds.opml', async (context) => {
    const { attachment } = await reading.ask('feeds export', {});
    if (!attachment) return context.text(phrases.nothingToExportYet, 404);
    return context.body(attachment.text, 200, {
      'content-type': `${attachment.mediaType}; charset=utf-8`,
      'content-disposition': `attachment; filename="${attachment.name}"`,
    });
  });
}
