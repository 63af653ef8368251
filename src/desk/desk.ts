/** The desk: the web pages of a newsroom, its feeds and its API. What it shows and does comes from outside; here stand routes and access. */
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import { secureHeaders } from 'hono/secure-headers';
import type { DeskActing, DeskReading } from '#model/desk.ts';
import type { MessageDocument } from '#model/document.ts';
import { phrases } from '#phrases/desk.ts';
import type { Access } from './access.ts';
import { serveAssets } from './assets.ts';
import { createFlashes } from './flashes.ts';
import type { Html } from './html.ts';
import { link } from './html.ts';
import { type PageParts, page, type Visit } from './layout.ts';
import { managingRoutes } from './managing-routes.ts';
import { outRoutes } from './out-routes.ts';
import type { Renderers } from './preview.ts';
import { readingRoutes } from './reading-routes.ts';
import { safeNext, signInPage } from './sign-in.ts';

export type DeskSettings = {
  readonly reading: DeskReading;
  readonly acting: DeskActing;
  readonly access: Access;
  readonly renderers: Renderers;
  /** The mark of a quote's words, as permalinks have it. */
  readonly markOf: (text: string) => string;
  /** Under which others reach the page; null: as it was asked for. */
  readonly publicUrl: string | null;
  /** Paths that are open to everybody, or that guard themselves. */
  readonly open: readonly string[];
};

/** What the routes share. */
export type Room = DeskSettings & {
  readonly visitOf: (context: Context, path?: string) => Promise<Visit>;
  readonly show: (context: Context, parts: PageParts, path?: string) => Promise<Response>;
  readonly originOf: (context: Context) => string;
  /** Remembers what came of a change and leads back to a page that shows it. */
  readonly told: (context: Context, path: string, document: MessageDocument) => Response;
};

export type Desk = {
  readonly routes: Hono;
  /** The whole page around a content of somebody else's. */
  readonly frame: (context: Context, parts: PageParts) => Promise<Html>;
};

const POLICY = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ['data:'],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
} as const;

export function createDesk(settings: DeskSettings): Desk {
  const { reading, access, renderers, publicUrl } = settings;
  const routes = new Hono();
  routes.use(secureHeaders({ ...POLICY, contentSecurityPolicy: mutable(POLICY.contentSecurityPolicy) }));
  const assets = serveAssets(routes);
  routes.use(guard(settings));
  const flashes = createFlashes();

  const visitOf = async (context: Context, path = context.req.path): Promise<Visit> => {
    const done = context.req.query('done');
    const document = done === undefined ? undefined : flashes.take(done);
    return {
      moment: await reading.moment(),
      path,
      manager: access.session(context),
      flash: document ? renderers.html(document) : null,
      assets,
    };
  };
  const frame = async (context: Context, parts: PageParts, path?: string): Promise<Html> => page(await visitOf(context, path), parts);
  const room: Room = {
    ...settings,
    visitOf,
    show: async (context, parts, path) => context.html(await frame(context, parts, path)),
    originOf: (context) => (publicUrl ?? new URL(context.req.url).origin).replace(/\/$/, ''),
    told: (context, path, document) => context.redirect(`${path}?done=${flashes.put(document)}`, 303),
  };
  signingIn(routes, room);
  readingRoutes(routes, room);
  managingRoutes(routes, room);
  outRoutes(routes, room);
  return { routes, frame: (context, parts) => frame(context, parts, '/ask') };
}

const mutable = (policy: typeof POLICY.contentSecurityPolicy) =>
  Object.fromEntries(Object.entries(policy).map(([name, values]) => [name, [...values]]));

/** Reading from elsewhere takes a session or a token; a page leads to the form for it. */
function guard({ access, open }: DeskSettings): MiddlewareHandler {
  const isOpen = (path: string) => path === '/signin' || open.some((one) => path === one || (one.endsWith('/') && path.startsWith(one)));
  return async (context, next) => {
    const { path } = context.req;
    if (isOpen(path) || access.mayRead(context) || hasFeedKey(context, access)) {
      await next();
      if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store');
      return;
    }
    if (path.startsWith('/api/') || /\.(?:atom|json|opml)$/.test(path))
      return context.json({ error: { code: 'token-needed', message: phrases.tokenNeeded } }, 401);
    return context.redirect(`/signin?next=${encodeURIComponent(path)}`, 303);
  };
}

function hasFeedKey(context: Context, access: Access): boolean {
  const [, slug] = /^\/topics\/([^/]+)\.(?:atom|json)$/.exec(context.req.path) ?? [];
  const key = context.req.query('key');
  return slug !== undefined && key !== undefined && key === access.feedKey(decode(slug));
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

function signingIn(routes: Hono, { access, show }: Room): void {
  routes.get('/signin', (context) =>
    show(context, {
      title: phrases.signIn,
      content: signInPage(safeNext(context.req.query('next')), null, !access.mayRead(context)),
      hasOwnBox: !access.mayRead(context),
    }),
  );
  routes.post('/signin', async (context) => {
    const { token, next } = await context.req.parseBody();
    const path = safeNext(typeof next === 'string' ? next : undefined);
    const isIn = access.isSameSite(context) && typeof token === 'string' ? access.signIn(context, token) : false;
    if (isIn === true) return context.redirect(path, 303);
    const problem = isIn === 'slow' ? phrases.tooOften : phrases.wrongToken;
    context.status(isIn === 'slow' ? 429 : 403);
    return show(
      context,
      { title: phrases.signIn, content: signInPage(path, problem, !access.mayRead(context)), hasOwnBox: true },
      '/signin',
    );
  });
  routes.post('/signout', async (context) => {
    const { csrf } = await context.req.parseBody();
    if (!access.isOurs(context, typeof csrf === 'string' ? csrf : undefined)) return context.redirect('/', 303);
    access.signOut(context);
    return context.redirect('/', 303);
  });
  routes.notFound(async (context) => {
    context.status(404);
    return show(context, {
      title: phrases.notHere,
      content: html`<div class="page-head"><h1>${phrases.notHere}</h1><p class="standfirst">${phrases.noSuchPage(link('/'))}</p></div>`,
    });
  });
}
