/** A store with news in it and the desk in front of it, asked without a network: who asks, from where, is the test's to say. */
import { parseHTML } from 'linkedom';
import { commands } from '../../commands/index.ts';
import type { Clock } from '../../src/app/clock.ts';
import { contextFor } from '../../src/app/context.ts';
import { createDeskActing, createDeskReading } from '../../src/app/desk.ts';
import { markOf } from '../../src/app/desk-quotes.ts';
import { createDispatcher } from '../../src/app/dispatch.ts';
import type { Connection } from '../../src/app/scene.ts';
import { toDiscord } from '../../src/chat/discord/render.ts';
import { toSlack } from '../../src/chat/slack/render.ts';
import { toTerminal } from '../../src/chat/terminal/render.ts';
import { toHtml } from '../../src/chat/web/render.ts';
import { createAccess, hashOf } from '../../src/desk/access.ts';
import { createDesk, type Desk } from '../../src/desk/desk.ts';
import type { Renderers } from '../../src/desk/preview.ts';
import { HOUR_MS, type Newsroom, openNewsroom } from '../app/newsroom.ts';
import { noReading } from '../app/no-reading.ts';

export const TOKEN = 'a token for tests';
const locale = 'en-GB';

export const renderers: Renderers = {
  html: (document) => toHtml(document, locale),
  slack: (document) => toSlack(document),
  discord: (document) => toDiscord(document),
  text: (document) => toTerminal(document, { width: 72, colour: false, locale }),
};

export type Browser = {
  /** Who asks, from where; a browser keeps its cookie. */
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly post: (path: string, fields: Record<string, string | File>, headers?: Record<string, string>) => Promise<Response>;
  readonly page: (path: string) => Promise<Document>;
  readonly signIn: () => Promise<void>;
  /** The token that the forms of this session carry. */
  readonly csrf: () => Promise<string>;
};
type Document = ReturnType<typeof parseHTML>['document'];

export type DeskRoom = Newsroom & { readonly browser: (remote?: string) => Browser; readonly connections: Connection[] };

type Over = Pick<Newsroom, 'config' | 'storage'> & {
  readonly now: () => number;
  readonly connections?: readonly Connection[];
  readonly clock?: Clock;
  readonly publicUrl?: string | null;
  readonly onFault: (error: unknown) => void;
};

/** The desk over a store, without a server. */
export function deskOver({ config, storage, now, connections = [], clock, publicUrl = null, onFault }: Over): Desk {
  const handlers = createDispatcher({
    commands,
    now,
    contextFor: (ask) =>
      contextFor(ask, { storage, config, commands, now, firstReading: noReading, connections: () => connections, clock }),
    onFault,
  });
  const settings = { storage, config, now, channel: 'desk', connections: () => connections, handlers };
  return createDesk({
    reading: createDeskReading(settings),
    acting: createDeskActing(settings),
    access: createAccess({
      tokenHash: hashOf(TOKEN),
      publicUrl,
      now,
      remoteAddress: ({ env }) => (env as { readonly remote?: string } | undefined)?.remote,
    }),
    renderers,
    markOf,
    publicUrl,
    open: ['/livez'],
  });
}

/** A Monday noon; `publish` puts articles before it. */
export async function openDeskRoom(options: { readonly publicUrl?: string } = {}): Promise<DeskRoom> {
  const room = await openNewsroom();
  room.now += 12 * HOUR_MS;
  const { config, storage, clock } = room;
  const connections: Connection[] = [];
  const onFault = (error: unknown) => void room.faults.push(error);
  const desk = deskOver({ ...options, config, storage, now: () => room.now, connections, clock, onFault });
  desk.routes.get('/livez', (context) => context.text('ok'));
  const browser = (remote = '127.0.0.1'): Browser => {
    let cookie = '';
    const ask = async (path: string, init: RequestInit): Promise<Response> => {
      const headers = new Headers(init.headers);
      if (cookie) headers.set('cookie', cookie);
      const response = await desk.routes.request(`http://localhost:3000${path}`, { ...init, headers }, { remote });
      const [kept] = response.headers.getSetCookie();
      if (kept) cookie = kept.split(';')[0] ?? '';
      return response;
    };
    const self: Browser = {
      get: (path, headers = {}) => ask(path, { headers }),
      post: (path, fields, headers = {}) => {
        const body = new FormData();
        for (const [name, value] of Object.entries(fields)) body.set(name, value);
        return ask(path, { method: 'POST', body, headers });
      },
      page: async (path) => parseHTML(await (await self.get(path)).text()).document,
      signIn: async () => void (await self.post('/signin', { token: TOKEN })),
      csrf: async () => (await self.page('/feeds')).querySelector('input[name=csrf]')?.getAttribute('value') ?? '',
    };
    return self;
  };
  return Object.assign(room, { browser, connections });
}

/** The page that a change leads to. */
export async function follow(browser: Browser, response: Response): Promise<Document> {
  if (response.status !== 303) throw new Error(`it answered ${response.status}, and led nowhere`);
  return browser.page(response.headers.get('location') ?? '/');
}
