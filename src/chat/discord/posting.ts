/** post and edit of the adapter: a document into a channel, a thread, a forum, or a direct message. */
import { Routes } from 'discord.js';
import type { MessageDocument } from '#model/document.ts';
import type { Problem } from '#model/failure.ts';
import type { ChannelId } from '#model/subscription.ts';
import type { PostedMessage, PostOutcome } from '../chat.ts';
import { oneLine } from '../clean-text.ts';
import { looseOf, textOf } from '../loose.ts';
import type { Pages } from '../pages.ts';
import { channelOf, parseChannel, tenantOf } from './address.ts';
import type { DiscordApi } from './api.ts';
import type { Deliverer, Delivery, Destination } from './deliver.ts';
import { toPlain } from './escape.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { markOf } from './marks.ts';
import { badAddress, limited, refusedProblem, unreachable } from './problems.ts';
import type { DiscordPart } from './render.ts';
import type { DiscordSettings } from './settings.ts';

const RETRY_LATER_MS = 60_000;

export type Posting = {
  readonly post: (channel: ChannelId, document: MessageDocument, key: string) => Promise<PostOutcome>;
  /** Parts that are rendered already, to somebody who waits for them. */
  readonly send: (channel: ChannelId, parts: readonly DiscordPart[], key: string) => Promise<PostOutcome>;
  readonly edit: (message: PostedMessage, document: MessageDocument) => Promise<PostOutcome>;
};

type Needs = { readonly api: DiscordApi; readonly pages: Pages<DiscordPart>; readonly deliverer: Deliverer } & Pick<
  DiscordSettings,
  'now' | 'log'
>;
type NotPosted = Exclude<PostOutcome, { kind: 'posted' }>;
type Resolved = { readonly kind: 'resolved'; readonly to: Destination; readonly tenant: string };

export function createPosting({ api, pages, deliverer, now, log }: Needs): Posting {
  const directChannels = new Map<string, string>();

  async function resolve(channel: ChannelId): Promise<Resolved | NotPosted> {
    const address = parseChannel(channel);
    if (!address) return { kind: 'refused', problem: badAddress(channel) };
    const guild = /^discord:(\d+)$/.exec(address.tenant ?? '')?.[1] ?? '';
    if ('channel' in address) return { kind: 'resolved', to: { guild, channel: address.channel }, tenant: address.tenant ?? '' };
    const known = directChannels.get(address.user);
    const tenant = tenantOf('', address.user);
    if (known) return { kind: 'resolved', to: { guild: '', channel: known }, tenant };
    const opened = await api.call('POST', Routes.userChannels(), { recipient_id: address.user });
    if (opened.kind === 'refused') return { kind: 'refused', problem: refusedProblem(opened) };
    if (opened.kind !== 'ok') return later(opened);
    const direct = textOf(looseOf(opened.data).id);
    directChannels.set(address.user, direct);
    return { kind: 'resolved', to: { guild: '', channel: direct }, tenant };
  }

  function later(outcome: { kind: 'limited'; retryAfterMs: number } | { kind: 'outage'; message: string }): NotPosted {
    if (outcome.kind === 'limited')
      return { kind: 'later', retryAt: now() + outcome.retryAfterMs, problem: limited(outcome.retryAfterMs / 1_000) };
    return { kind: 'later', retryAt: now() + RETRY_LATER_MS, problem: unreachable(outcome.message) };
  }

  /** The tenant is unknown where a bare id was given; then a bare id comes back. */
  const named = (tenant: string, channel: string): ChannelId => (tenant ? channelOf(tenant, channel) : channel);

  async function deliver(channel: ChannelId, delivery: Delivery): Promise<PostOutcome> {
    try {
      const found = await resolve(channel);
      if (found.kind !== 'resolved') return found;
      const delivered = await deliverer.deliver(found.to, delivery);
      if (delivered.kind !== 'posted') return delivered;
      return { kind: 'posted', message: { channel: named(found.tenant, delivered.channel), ids: delivered.ids } };
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
      deliver(channel, { key, title: titleOf(document), parts: await pages.parts(document), isMarked: true }),
    send: (channel, parts, key) => deliver(channel, { key, title: 'Wirebrief', parts, isMarked: false }),

    /** A document that became longer gets further messages; one that became shorter loses its last ones. */
    edit: async (message, document) => {
      const found = await resolve(message.channel);
      if (found.kind !== 'resolved') return found;
      const { channel } = found.to;
      const parts = await pages.parts(document);
      const ids: string[] = [];
      for (const [index, part] of parts.entries()) {
        const id = message.ids[index];
        const outcome = await (id
          ? deliverer.repeat(channel, 'PATCH', Routes.channelMessage(channel, id), part)
          : deliverer.repeat(channel, 'POST', Routes.channelMessages(channel), { ...part, ...onceFor(message, part, index) }));
        if (outcome.kind === 'refused') return { kind: 'refused', problem: refusedProblem(outcome) };
        if (outcome.kind !== 'ok') return later(outcome);
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

const STATE_PROBLEM: Problem = {
  code: 'discord-state',
  message: 'The bot could not note how far the message got.',
  hint: 'Look into the channel, and at the log for the database.',
};

/** The name of a forum's post. */
function titleOf({ summary }: MessageDocument): string {
  const text = toPlain(oneLine(summary)) || 'Wirebrief';
  const max = DISCORD_LIMITS.threadNameCharacters;
  return text.length <= max ? text : `${text.slice(0, max - 1).toWellFormed()}…`;
}
