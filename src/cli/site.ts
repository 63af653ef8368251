/** The parts of a running bot → its web site: the desk, with the chat view inside its frame. */
import type { IncomingMessage } from 'node:http';
import { createDeskActing, createDeskReading } from '#app/desk.ts';
import { markOf } from '#app/desk-quotes.ts';
import type { Connection } from '#app/scene.ts';
import { toDiscord } from '#chat/discord/render.ts';
import { toSlack } from '#chat/slack/render.ts';
import { toTerminal } from '#chat/terminal/render.ts';
import { toHtml } from '#chat/web/render.ts';
import { createWebChat, type WebChat } from '#chat/web/web.ts';
import { commands } from '#commands/index.ts';
import { createAccess, hashOf, newToken } from '#desk/access.ts';
import { createDesk, type Desk } from '#desk/desk.ts';
import type { Config } from '#model/config.ts';
import { DESK } from '#model/subscription.ts';
import type { Storage } from '#storage/storage.ts';
import { DESK_CHANNEL } from './ask.ts';
import type { House } from './house.ts';
import { stateOf } from './keyv-state.ts';

/** Columns of a briefing as plain text, as a preview shows it. */
const TEXT_COLUMNS = 72;

/** `newAdminToken`: made just now, to be printed once. */
export type AdminToken = { readonly hash: string; readonly newAdminToken: string | null };

/** The configured one; else the one of the first start, of which the store keeps the hash alone. */
export async function adminTokenOf({ adminToken }: Pick<Config, 'adminToken'>, storage: Pick<Storage, 'keyv'>): Promise<AdminToken> {
  if (adminToken !== null) return { hash: hashOf(adminToken), newAdminToken: null };
  const kept = stateOf(storage, 'desk');
  const hash = await kept.get<string>('admin-token-hash');
  if (hash !== undefined) return { hash, newAdminToken: null };
  const token = newToken();
  await kept.set('admin-token-hash', hashOf(token));
  return { hash: hashOf(token), newAdminToken: token };
}

/** The chat view, which the house wants among its adapters before it is there itself; the frame follows with `openDesk`. */
export function createPage({ config, storage }: Pick<House, 'config' | 'storage'>, frame: () => Desk['frame'] | undefined): WebChat {
  const { zone, locale } = config;
  return createWebChat({
    tenant: DESK,
    channel: DESK_CHANNEL,
    commands,
    zone,
    locale,
    state: stateOf(storage, 'page'),
    frame: (context, { title, content, script }) => frame()?.(context, { title, content, hasOwnBox: true, scripts: [script] }) ?? content,
  });
}

/** Guards for themselves, or tell nothing but that the bot is there. */
const OPEN = ['/livez', '/readyz', '/metrics', '/api/local/'];

export function openDesk(house: House, tokenHash: string, connections: () => readonly Connection[]): Desk {
  const { config, storage, handlers, now } = house;
  const settings = { storage, config, now, channel: DESK_CHANNEL, connections, handlers };
  const { locale } = config;
  return createDesk({
    reading: createDeskReading(settings),
    acting: createDeskActing(settings),
    access: createAccess({
      tokenHash,
      publicUrl: config.http.publicUrl,
      now,
      remoteAddress: ({ env }) =>
        (env as { readonly incoming?: Pick<IncomingMessage, 'socket'> } | undefined)?.incoming?.socket.remoteAddress,
    }),
    renderers: {
      html: (document) => toHtml(document, locale),
      slack: (document) => toSlack(document),
      discord: (document) => toDiscord(document),
      text: (document) => toTerminal(document, { width: TEXT_COLUMNS, colour: false, locale }),
    },
    markOf,
    publicUrl: config.http.publicUrl,
    open: OPEN,
  });
}
