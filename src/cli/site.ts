/** The parts of a running bot → the chat view of its page, and the token that opens the desk around it. */
import { createWebChat, type WebChat } from '#chat/web/web.ts';
import { commands } from '#commands/index.ts';
import { hashOf, newToken } from '#desk/access.ts';
import type { Desk } from '#desk/desk.ts';
import type { Config } from '#model/config.ts';
import { DESK } from '#model/subscription.ts';
import type { Storage } from '#storage/storage.ts';
import { DESK_CHANNEL } from './ask.ts';
import type { House } from './house.ts';
import { stateOf } from './keyv-state.ts';

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
