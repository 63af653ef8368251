/** post and edit of the adapter: a document into a channel of some workspace. */
import type { MessageDocument } from '#model/document.ts';
import type { Problem } from '#model/failure.ts';
import type { ChannelId } from '#model/subscription.ts';
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
  readonly edit: (message: PostedMessage, document: MessageDocument) => Promise<PostOutcome>;
};

type Needs = { readonly bots: Bots; readonly pages: Pages<SlackPart>; readonly deliverer: Deliverer } & Pick<SlackSettings, 'now' | 'log'>;

export function createPosting({ bots, pages, deliverer, now, log }: Needs): Posting {
  async function destination(channel: ChannelId): Promise<{ readonly to: Destination } | { readonly problem: Problem }> {
    const address = parseChannel(channel);
    if (!address) return { problem: { code: 'slack-address', message: `"${channel}" is no channel of Slack.` } };
    const bot = await bots.of(address.team);
    if (bot && (!address.team || !bot.team || bot.team === address.team)) {
      return { to: { token: bot.token, team: address.team ?? bot.team, channel: address.channel } };
    }
    return {
      problem: {
        code: 'slack-not-installed',
        message: 'The bot is not installed in that workspace of Slack.',
        hint: 'Install it again: open /slack/install of this bot, or set SLACK_BOT_TOKEN of that workspace.',
      },
    };
  }

  return {
    post: async (channel, document, key) => {
      const found = await destination(channel);
      if ('problem' in found) return { kind: 'refused', problem: found.problem };
      try {
        const delivered = await deliverer.deliver(found.to, await pages.parts(document), key);
        if (delivered.kind !== 'posted') return delivered;
        return { kind: 'posted', message: { channel: channelOf(found.to.team, delivered.channel), ids: delivered.ids } };
      } catch (error) {
        // Only the state can throw here; it may have failed before or after the message left.
        log.error(
          { platform: 'slack', error: error instanceof Error ? error.message : String(error) },
          'the state of a delivery could not be kept',
        );
        return {
          kind: 'unknown',
          problem: {
            code: 'slack-state',
            message: 'The bot could not note how far the message got.',
            hint: 'Look into the channel, and at the log for the database.',
          },
        };
      }
    },

    /** A document that became longer gets further messages; one that became shorter loses its last ones. */
    edit: async (message, document) => {
      const found = await destination(message.channel);
      if ('problem' in found) return { kind: 'refused', problem: found.problem };
      const { to } = found;
      const parts = await pages.parts(document);
      const ids: string[] = [];
      for (const [index, part] of parts.entries()) {
        const ts = message.ids[index];
        const args = { channel: to.channel, ...messageOf(part) };
        const outcome = await deliverer.repeat(to, ts ? 'chat.update' : 'chat.postMessage', ts ? { ...args, ts } : args);
        if (outcome.kind === 'refused') return { kind: 'refused', problem: refusedProblem(outcome.error, outcome.needed) };
        if (outcome.kind === 'limited')
          return { kind: 'later', retryAt: now() + outcome.retryAfterMs, problem: limited(outcome.retryAfterMs / 1_000) };
        if (outcome.kind === 'outage') return { kind: 'later', retryAt: now() + RETRY_LATER_MS, problem: unreachable(outcome.message) };
        ids.push(ts ?? String(outcome.data.ts));
      }
      for (const ts of message.ids.slice(parts.length)) await deliverer.repeat(to, 'chat.delete', { channel: to.channel, ts });
      return { kind: 'posted', message: { channel: message.channel, ids } };
    },
  };
}
