/** The pages that read: today, a story, quotes, figures, previews, why, the first steps. */
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { QuoteFilter } from '#model/desk.ts';
import type { MessageDocument } from '#model/document.ts';
import type { Problem } from '#model/failure.ts';
import { phrases as briefing } from '#phrases/briefing.ts';
import { phrases as frame } from '#phrases/desk.ts';
import { phrases } from '#phrases/desk-reading.ts';
import { copiesOf } from './copies.ts';
import type { Room } from './desk.ts';
import { figuresPage } from './figures.ts';
import { type Html, isDate } from './html.ts';
import { previewPage } from './preview.ts';
import { quotePage } from './quote.ts';
import { quotesPage } from './quotes.ts';
import { startPage, steps } from './start.ts';
import { storyPage } from './story.ts';
import { today } from './today.ts';
import { whyPage } from './why.ts';

export function readingRoutes(routes: Hono, room: Room): void {
  const { reading, renderers, show, markOf } = room;

  const todayOf = async (context: Context, topic: string | undefined) => {
    const [topics, found, clock] = await Promise.all([reading.topics(), reading.briefing(topic), reading.moment()]);
    const title = found.kind === 'briefing' ? found.briefing.title : (topic ?? frame.pages.today);
    const path = topic === undefined ? undefined : `/topics/${encodeURIComponent(topic)}`;
    const feeds = path
      ? [
          { href: `${path}.atom`, type: 'application/atom+xml', title: `${title} (Atom)` },
          { href: `${path}.json`, type: 'application/feed+json', title: `${title} (JSON Feed)` },
        ]
      : [];
    if (found.kind === 'none' && topic !== undefined) context.status(404);
    return show(
      context,
      { title: topic === undefined ? 'Wirebrief' : title, content: today({ topics, topic, found, clock, markOf }), feeds },
      topic === undefined ? '/' : '/topics/',
    );
  };
  // A question goes on to the chat view.
  routes.get('/', (context, next) => (context.req.query('ask') === undefined ? todayOf(context, undefined) : next()));
  routes.get('/topics/:slug{[^/]+}', (context, next) => {
    const slug = context.req.param('slug');
    return /\.(?:atom|json)$/.test(slug) ? next() : todayOf(context, slug);
  });

  routes.get('/stories/:id', async (context) => {
    const record = await reading.story(context.req.param('id'));
    return record
      ? show(context, { title: record.story.headline, content: storyPage(record, await reading.moment()) }, '/stories')
      : gone(context, room, frame.goneStory);
  });

  routes.get('/quotes', async (context) => {
    const filter = filterOf(context);
    const [archive, topics, outlets, clock] = await Promise.all([
      reading.quotes(filter),
      reading.topics(),
      reading.outlets(),
      reading.moment(),
    ]);
    return show(context, {
      title: archive.speaker ? phrases.quotesOf(archive.speaker.name) : phrases.quotes,
      content: quotesPage({ archive, filter, topics, outlets, clock }),
    });
  });
  routes.get('/quotes/:article/:mark', async (context) => {
    const place = await reading.quote(context.req.param('article'), context.req.param('mark'));
    if (!place) return gone(context, room, frame.goneQuote);
    const clock = await reading.moment();
    return show(context, {
      title: `“${place.found.text.slice(0, 60)}”`,
      content: quotePage(place, copiesOf(place, renderers, clock), clock),
    });
  });

  routes.get('/figures', async (context) => {
    const [words, unit, topic, since] = ['words', 'unit', 'topic', 'since'].map((name) => textOf(context, name));
    const filter = { words, unit, topic, since: isDate(since) ? since : undefined, skip: skipOf(context) };
    const [found, topics, clock] = await Promise.all([reading.figures(filter), reading.topics(), reading.moment()]);
    return show(context, { title: frame.pages.figures, content: figuresPage(found, filter, topics, clock) });
  });

  routes.get('/preview', async (context) => {
    const visit = await room.visitOf(context);
    const all = visit.manager !== null;
    const [topic, schedule, delivery] = ['topic', 'schedule', 'delivery'].map((name) => textOf(context, name));
    const detail = context.req.query('detail') === 'full' ? 'full' : 'short';
    const { title, documents, skip } = await previewed({ topic, schedule, delivery, detail, all }, room);
    const content = previewPage({
      title,
      documents,
      skip,
      chosen: { topic, detail, schedule },
      topics: await reading.topics(),
      schedules: await reading.schedules(all),
      renderers,
      clock: visit.moment,
    });
    return show(context, { title: frame.pages.preview, content });
  });

  routes.get('/why', async (context) => {
    const [what = '', feed = ''] = ['what', 'feed'].map((name) => textOf(context, name));
    const feeds = await reading.feeds();
    const answer = feed ? await reading.ask('feeds check', { feed }) : what ? await reading.ask('why', { what }) : null;
    return show(context, { title: frame.pages.why, content: whyPage({ what, feed, feeds, answer: answer && renderers.html(answer) }) });
  });

  routes.get('/start', async (context) =>
    show(context, { title: frame.pages.start, content: startPage(await reading.marks(), await room.visitOf(context)) }),
  );
  routes.get('/start/marks', async (context) => context.html(steps(await reading.marks())));
}

const textOf = (context: Context, name: string): string | undefined => context.req.query(name)?.trim().slice(0, 400) || undefined;
const skipOf = (context: Context): number => Math.min(100_000, Math.max(0, Math.trunc(Number(context.req.query('skip') ?? 0)) || 0));

function filterOf(context: Context): QuoteFilter {
  const [speaker, about, topic, outlet, since, until] = ['speaker', 'about', 'topic', 'outlet', 'since', 'until'].map((name) =>
    textOf(context, name),
  );
  return {
    speaker,
    about,
    topic,
    outlet,
    since: isDate(since) ? since : undefined,
    until: isDate(until) ? until : undefined,
    skip: skipOf(context),
  };
}

type Wish = {
  readonly topic?: string | undefined;
  readonly schedule?: string | undefined;
  readonly delivery?: string | undefined;
  readonly detail: 'short' | 'full';
  readonly all: boolean;
};
type Previewed = { readonly title: string; readonly documents: readonly MessageDocument[]; readonly skip: Problem | null };

async function previewed({ topic, schedule, delivery, detail, all }: Wish, { reading }: Room): Promise<Previewed> {
  if (delivery !== undefined) {
    const one = (await reading.deliveries(all)).find(({ id }) => id === delivery);
    return { title: phrases.delivery(delivery), documents: one?.parts.map(({ document }) => document) ?? [], skip: one ? null : NO_SUCH };
  }
  if (schedule !== undefined) {
    const next = await reading.next(schedule, all);
    const title = phrases.nextOf(schedule);
    if (next === null) return { title, documents: [], skip: NO_SUCH };
    return 'skip' in next ? { title, documents: [], skip: next.skip } : { title, documents: next.documents, skip: null };
  }
  const found = await reading.briefing(topic, detail);
  if (found.kind === 'briefing') return { title: found.briefing.title, documents: [found.document], skip: null };
  return { title: topic ?? briefing.topStories, documents: [], skip: { code: 'nothing', message: phrases.foundNothing } };
}

const NO_SUCH: Problem = {
  code: 'no-such',
  message: phrases.noneOfThatName,
  hint: phrases.signInToSee,
};

async function gone(context: Context, { show }: Room, what: string): Promise<Response> {
  context.status(404);
  const content: Html = html`<div class="page-head"><h1>${frame.gone}</h1><p class="standfirst">${what} <a href="/">${frame.pages.today}</a></p></div>`;
  return show(context, { title: frame.notHere, content });
}
