/** The pages that change things: feeds, topics, schedules, deliveries. Each change is one of the bot's commands, and its answer is shown. */
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import type { MessageDocument } from '#model/document.ts';
import { phrases as frame } from '#phrases/desk.ts';
import { phrases } from '#phrases/desk-managing.ts';
import { phrases as listPhrases } from '#phrases/feed-lists.ts';
import { deliveriesPage } from './deliveries.ts';
import type { Room } from './desk.ts';
import { feedsPage, progress } from './feeds.ts';
import { link } from './html.ts';
import { schedulesPage } from './schedules.ts';
import { topicsPage } from './topics.ts';

const MAX_BYTES = 5_500_000;

type Fields = Readonly<Record<string, string | File>>;

export function managingRoutes(routes: Hono, room: Room): void {
  const { reading, acting, access, show, visitOf, told } = room;
  const limit = bodyLimit({ maxSize: MAX_BYTES, onError: (context) => context.text(listPhrases.tooLarge, 413) });

  const page = (
    path: string,
    title: string,
    content: (context: Context, visit: Awaited<ReturnType<typeof visitOf>>) => Promise<ReturnType<typeof feedsPage>>,
  ) =>
    routes.get(path, async (context) => {
      const visit = await visitOf(context);
      const body = await content(context, visit);
      // The visit has taken what came of a change already.
      return show(context, {
        title,
        content: html`${visit.flash ? html`<div class="flash" role="status">${visit.flash}</div>` : ''}${body}`,
      });
    });
  const change = (path: string, back: string, run: (fields: Fields) => Promise<MessageDocument>) =>
    routes.post(path, limit, async (context) => {
      const fields = (await context.req.parseBody()) as Fields;
      if (!access.isOurs(context, text(fields.csrf))) {
        context.status(403);
        return show(context, {
          title: frame.signInFirst,
          content: html`<div class="page-head"><h1>${frame.signInFirst}</h1><p class="standfirst">${frame.notOurForm(link(`/signin?next=${back}`))}</p></div>`,
        });
      }
      return told(context, back, await run(fields));
    });

  page('/feeds', frame.pages.feeds, async (_, visit) => feedsPage(await reading.feeds(), visit));
  routes.get('/feeds/progress', async (context) =>
    context.html(progress((await reading.feeds()).filter(({ origin }) => origin !== 'sample'))),
  );
  change('/feeds/add', '/feeds', (fields) => acting.command('feeds add', named(fields, ['feed', 'page'])));
  change('/feeds/remove', '/feeds', ({ feed }) => acting.command('feeds remove', { feed: text(feed) }));
  change('/feeds/import', '/feeds', async ({ file }) => acting.command('feeds import', { file: await dataAddress(file) }));
  change('/feeds/pause', '/feeds', async ({ id, paused }) => {
    const isPaused = text(paused) === 'yes';
    const isThere = await acting.pauseFeed(text(id), isPaused);
    return said(!isThere ? phrases.noSuchFeed : isPaused ? phrases.feedPaused : phrases.feedResumed);
  });

  change('/feeds/page', '/feeds', async ({ id, page: wanted }) => {
    const setting = text(wanted) === 'never' ? 'never' : 'auto';
    return said(!(await acting.setPages(text(id), setting)) ? phrases.feedFixed : setting === 'never' ? phrases.pagesOff : phrases.pagesOn);
  });

  page('/topics', frame.pages.topics, async (_, visit) => topicsPage(await reading.topics(), visit));
  change('/topics/add', '/topics', (fields) =>
    acting.command('topics add', named(fields, ['name', 'words', 'any', 'none', 'feeds', 'speakers'])),
  );
  change('/topics/remove', '/topics', ({ name }) => acting.command('topics remove', { name: text(name) }));

  page('/schedules', frame.pages.schedules, async (_, visit) => schedulesPage(await reading.schedules(visit.manager !== null), visit));
  change('/schedules/add', '/schedules', (fields) =>
    acting.command('schedule add', named(fields, ['topics', 'days', 'at', 'cron', 'zone', 'channel', 'detail', 'empty', 'quiet']), {
      channel: text(fields.channel),
    }),
  );
  for (const act of ['pause', 'resume', 'remove', 'test'])
    change(`/schedules/${act}`, '/schedules', ({ id }) => acting.command(`schedule ${act}`, { id: text(id) }, { schedule: text(id) }));

  page('/deliveries', frame.pages.deliveries, async (_, visit) => {
    const isManager = visit.manager !== null;
    return deliveriesPage(await reading.deliveries(isManager), isManager ? await reading.audit() : [], visit);
  });
  change('/deliveries/retry', '/deliveries', ({ id }) => acting.command('deliveries retry', { id: text(id) }, { delivery: text(id) }));
}

const text = (field: string | File | undefined): string => (typeof field === 'string' ? field.trim() : '');

/** Those that were filled in. */
const named = (fields: Fields, names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, text(fields[name])] as const).filter(([, value]) => value !== ''));

async function dataAddress(file: string | File | undefined): Promise<string> {
  if (!(file instanceof File)) return '';
  return `data:application/octet-stream;base64,${Buffer.from(await file.arrayBuffer()).toString('base64')}`;
}

const said = (summary: string): MessageDocument => ({
  summary,
  blocks: [{ kind: 'paragraph', inlines: [{ kind: 'text', text: summary }] }],
});
