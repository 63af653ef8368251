/** post and edit of the adapter: a document into a channel of some workspace. */
import { createHash } from 'node:crypto';
import type { MessageDocument } from '#model/document.ts';
import type { Problem } from '#model/failure.ts';
import type { ChannelId } from '#model/subscription.ts';
import { phrases as shared } from '#phrases/chat.ts';
import { phrases } from '#phrases/slack.ts';
import type { PostedMessage, PostOutcome } from '../chat.ts';
import type { Pages } from '../pages.ts';
import { channelOf, parseChannel } from './address.ts';
import type { Bots } from './bots.ts';
import { type Deliverer, type Destination, messageOf } from './deliver.ts';
import { limited, refusedProblem, unreachable } from './problems.ts';
import type { SlackPart } from './render.ts';
import type { SlackSettings } from './settings.ts';

const RETRY_LATER_MS = 60_000;

export type Posting = {
  readonly post: (channel: ChannelId, document: MessageDocument, key: string) => Promise<PostOutcome>;
  readonly reply: (message: PostedMessage, document: MessageDocument, key: string) => Promise<PostOutcome>;
  readonly edit: (message: PostedMessage, document: MessageDocument, key: string) => Promise<PostOutcome>;
};

type Needs = { readonly bots: Bots; readonly pages: Pages<SlackPart>; readonly deliverer: Deliverer } & Pick<SlackSettings, 'now' | 'log'>;

export function createPosting({ bots, pages, deliverer, now, log }: Needs): Posting {
  async function destination(channel: ChannelId): Promise<{ readonly to: Destination } | { readonly problem: Problem }> {
    const address = parseChannel(channel);
    if (!address) return { problem: { code: 'slack-address', message: phrases.badAddress(channel) } };
    const bot = await bots.of(address.team);
    if (bot && (!address.team || !bot.team || bot.team === address.team)) {
      return { to: { token: bot.token, team: address.team ?? bot.team, channel: address.channel } };
    }
    return {
      problem: { code: 'slack-not-installed', ...phrases.notInstalled },
    };
  }

  async function deliver(channel: ChannelId, document: MessageDocument, key: string, threadTs?: string): Promise<PostOutcome> {
    const found = await destination(channel);
    if ('problem' in found) return { kind: 'refused', problem: found.problem };
    const thread = threadTs === undefined ? {} : { threadTs };
    try {
      const delivered = await deliverer.deliver({ ...found.to, ...thread }, await pages.parts(document), key);
      if (delivered.kind !== 'posted') return delivered;
      const message = { channel: channelOf(found.to.team, delivered.channel), ids: delivered.ids };
      return { kind: 'posted', message: threadTs === undefined ? message : { ...message, thread: threadTs } };
    } catch (error) {
      // Only the state can throw here; it may have failed before or after the message left.
      log.error(
        { platform: 'slack', error: error instanceof Error ? error.message : String(error) },
        'the state of a delivery could not be kept',
      );
      return { kind: 'unknown', problem: STATE_PROBLEM };
    }
  }

  return {
    post: (channel, document, key) => deliver(channel, document, key),
    reply: ({ channel, ids, thread }, document, key) => deliver(channel, document, key, thread ?? ids[0]),

    /** A document that became longer gets further messages; one that became shorter loses its last ones. */
    edit: async (message, document, key) => {
      const found = await destination(message.channel);
      if ('problem' in found) return { kind: 'refused', problem: found.problem };
      const to = { ...found.to, ...(message.thread === undefined ? {} : { threadTs: message.thread }) };
      const parts = await pages.parts(document);
      const ids: string[] = [];
      for (const [index, part] of parts.slice(0, message.ids.length).entries()) {
        const ts = message.ids[index];
        const outcome = await deliverer.repeat(to, 'chat.update', { channel: to.channel, ...messageOf(part), ts });
        if (outcome.kind === 'refused') return { kind: 'refused', problem: refusedProblem(outcome.error, outcome.needed) };
        if (outcome.kind === 'limited')
          return { kind: 'later', retryAt: now() + outcome.retryAfterMs, problem: limited(outcome.retryAfterMs / 1_000) };
        if (outcome.kind === 'outage') return { kind: 'later', retryAt: now() + RETRY_LATER_MS, problem: unreachable(outcome.message) };
        ids.push(ts ?? '');
      }
      const more = parts.slice(message.ids.length);
      if (more.length > 0) {
        // Their key holds their words, so that an edit that is tried again adds nothing twice.
        const delivered = await deliverer.deliver(to, more, `${key}:more:${hashOf(document)}`);
        if (delivered.kind !== 'posted') return delivered;
        ids.push(...delivered.ids);
      }
      for (const ts of message.ids.slice(parts.length)) await deliverer.repeat(to, 'chat.delete', { channel: to.channel, ts });
      return { kind: 'posted', message: { ...message, ids } };
    },
  };
}

const STATE_PROBLEM: Problem = { code: 'slack-state', ...shared.notNoted };

const hashOf = (document: MessageDocument): string => createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 12);
