/** post and edit of the adapter: a document into a channel, a thread, a forum, or a direct message. */
import { Routes } from 'discord.js';
import type { MessageDocument } from '#model/document.ts';
import type { Problem } from '#model/failure.ts';
import type { ChannelId } from '#model/subscription.ts';
import { phrases as shared } from '#phrases/chat.ts';
import type { PostedMessage, PostOutcome } from '../chat.ts';
import { oneLine } from '../clean-text.ts';
import { looseOf, textOf } from '../loose.ts';
import type { Home, Pages } from '../pages.ts';
import { channelOf, guildOf, parseChannel } from './address.ts';
import type { Deliverer, Delivery } from './deliver.ts';
import { toPlain } from './escape.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { markOf, withMark } from './marks.ts';
import type { Places } from './places.ts';
import type { DiscordPart } from './render.ts';
import type { DiscordSettings } from './settings.ts';

export type Posting = {
  readonly post: (channel: ChannelId, document: MessageDocument, key: string) => Promise<PostOutcome>;
  /** Parts that are rendered already, to somebody who waits for them. */
  readonly send: (channel: ChannelId, parts: readonly DiscordPart[], key: string) => Promise<PostOutcome>;
  /** In a thread that the message opens; below it, where it is the post of a forum. */
  readonly reply: (message: PostedMessage, document: MessageDocument, key: string) => Promise<PostOutcome>;
  readonly edit: (message: PostedMessage, document: MessageDocument, key: string) => Promise<PostOutcome>;
};

type Needs = { readonly places: Places; readonly pages: Pages<DiscordPart>; readonly deliverer: Deliverer } & Pick<DiscordSettings, 'log'>;

export function createPosting({ places, pages, deliverer, log }: Needs): Posting {
  async function deliver(channel: ChannelId, delivery: Delivery, below?: string): Promise<PostOutcome> {
    try {
      const place = await places.resolve(channel);
      if (place.kind !== 'resolved') return place;
      const found = below === undefined ? place : await places.thread(place, below, delivery.title);
      if (found.kind !== 'resolved') return found;
      const delivered = await deliverer.deliver(found.to, delivery);
      if (delivered.kind !== 'posted') return delivered;
      return { kind: 'posted', message: { channel: channelOf(found.tenant, delivered.channel), ids: delivered.ids } };
    } catch (error) {
      // Only the state can throw here; it may have failed before or after the message left.
      log.error(
        { platform: 'discord', error: error instanceof Error ? error.message : String(error) },
        'the state of a delivery could not be kept',
      );
      return { kind: 'unknown', problem: STATE_PROBLEM };
    }
  }

  return {
    post: async (channel, document, key) =>
      deliver(channel, { key, title: titleOf(document), parts: await pages.parts(document, homeOf(channel)), isMarked: true }),
    send: (channel, parts, key) => deliver(channel, { key, title: 'Wirebrief', parts, isMarked: false }),

    reply: async ({ channel, ids: [first = ''] }, document, key) =>
      deliver(channel, { key, title: titleOf(document), parts: await pages.parts(document), isMarked: true }, first),

    /** A document that became longer gets further messages; one that became shorter loses its last ones. */
    edit: async (message, document, key) => {
      const found = await places.resolve(message.channel);
      if (found.kind !== 'resolved') return found;
      const { channel } = found.to;
      const parts = await pages.parts(document);
      const ids: string[] = [];
      for (const [index, rendered] of parts.entries()) {
        const part = withMark(rendered, markOf(channel, key, index).mark, index, parts.length);
        const id = message.ids[index];
        const outcome = await (id
          ? deliverer.repeat(channel, 'PATCH', Routes.channelMessage(channel, id), part)
          : deliverer.repeat(channel, 'POST', Routes.channelMessages(channel), { ...part, ...onceFor(message, part, index) }));
        if (outcome.kind !== 'ok') return places.trouble(outcome);
        ids.push(id ?? textOf(looseOf(outcome.data).id));
      }
      for (const id of message.ids.slice(parts.length)) await deliverer.repeat(channel, 'DELETE', Routes.channelMessage(channel, id));
      return { kind: 'posted', message: { channel: message.channel, ids } };
    },
  };
}

/** A further message of an edit is tried again for seconds only, so its nonce is proof enough. */
const onceFor = ({ channel, ids }: PostedMessage, part: DiscordPart, index: number) => ({
  nonce: markOf(channel, JSON.stringify([ids, part]), index).nonce,
  enforce_nonce: true,
});

/** A direct message to a member of a server: what is pressed there is asked of the server. */
function homeOf(channel: ChannelId): Home | undefined {
  const address = parseChannel(channel);
  return address && 'user' in address && address.tenant && guildOf(address.tenant) ? { tenant: address.tenant, channel } : undefined;
}

const STATE_PROBLEM: Problem = { code: 'discord-state', ...shared.notNoted };

/** The name of a forum's post. */
function titleOf({ summary }: MessageDocument): string {
  const text = toPlain(oneLine(summary)) || 'Wirebrief';
  const max = DISCORD_LIMITS.threadNameCharacters;
  return text.length <= max ? text : `${text.slice(0, max - 1).toWellFormed()}…`;
}
