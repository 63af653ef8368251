/** The parts of a running bot → its desk. Loaded when a page is first asked for, or once the first briefing is printed. */
import type { IncomingMessage } from 'node:http';
import { createDeskActing, createDeskReading } from '#app/desk.ts';
import { markOf } from '#app/desk-quotes.ts';
import type { Connection } from '#app/scene.ts';
import { toDiscord } from '#chat/discord/render.ts';
import { toSlack } from '#chat/slack/render.ts';
import { toTerminal } from '#chat/terminal/render.ts';
import { toHtml } from '#chat/web/render.ts';
import { createAccess } from '#desk/access.ts';
import { createDesk, type Desk } from '#desk/desk.ts';
import { DESK_CHANNEL } from './ask.ts';
import type { House } from './house.ts';

/** Columns of a briefing as plain text, as a preview shows it. */
const TEXT_COLUMNS = 72;

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
