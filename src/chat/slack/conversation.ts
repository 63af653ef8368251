/** An ask → its answer in the place where it was asked: privately, in the thread, or as the platform still allows. */
import { traceOf } from '#lib/log.ts';
import { phrases } from '#phrases/chat.ts';
import type { Ask, ChatHandlers } from '../chat.ts';
import type { Pages } from '../pages.ts';
import type { Bots } from './bots.ts';
import { type Deliverer, messageOf } from './deliver.ts';
import { noteToSlack, type SlackPart } from './render.ts';
import type { Respond } from './respond.ts';
import type { SlackSettings } from './settings.ts';
import type { Place } from './wire.ts';

/** Where an answer goes. */
export type ReplyTo =
  | { readonly kind: 'response-url'; readonly url: string; readonly threadTs?: string }
  /** In the open: the thread of a mention, or a direct message. */
  | { readonly kind: 'message'; readonly threadTs?: string };

export type Conversation = {
  readonly answer: (ask: Ask, place: Place, to: ReplyTo) => Promise<void>;
  /** A short word to the person who pressed something. */
  readonly tell: (text: string, place: Place, to: ReplyTo, key: string) => Promise<void>;
  readonly show: (part: SlackPart, place: Place, to: ReplyTo, options: ShowOptions) => Promise<void>;
};
type ShowOptions = { readonly visibility: 'private' | 'channel'; readonly replace?: boolean; readonly key: string };

type Needs = Pick<SlackSettings, 'log'> & {
  readonly bots: Bots;
  readonly pages: Pages<SlackPart>;
  readonly deliverer: Deliverer;
  readonly respond: Respond;
  readonly handlers: () => ChatHandlers | undefined;
};

export function createConversation({ bots, pages, deliverer, respond, handlers, log }: Needs): Conversation {
  async function show(part: SlackPart, place: Place, to: ReplyTo, { visibility, replace, key }: ShowOptions): Promise<void> {
    if (to.kind === 'message') return say(part, place, to.threadTs, key);
    const body = {
      ...messageOf(part),
      response_type: visibility === 'channel' ? 'in_channel' : 'ephemeral',
      replace_original: replace === true,
      ...(to.threadTs && replace !== true ? { thread_ts: to.threadTs } : {}),
    };
    // Where there is no address, or it is worn out, or Slack would not have it, the Web API is the other way to the same person.
    if (!to.url || (await respond(to.url, body)).kind !== 'ok') await whisper(part, place, to.threadTs);
  }

  async function say(part: SlackPart, place: Place, threadTs: string | undefined, key: string): Promise<void> {
    const bot = await bots.of(place.team);
    if (!bot) return;
    const to = { token: bot.token, team: place.team, channel: place.channel, ...(threadTs ? { threadTs } : {}) };
    const delivered = await deliverer.deliver(to, [part], key);
    if (delivered.kind !== 'posted')
      log.warn({ platform: 'slack', channel: place.channel, ...delivered.problem }, 'an answer was not posted');
  }

  async function whisper(part: SlackPart, place: Place, threadTs: string | undefined): Promise<void> {
    const bot = await bots.of(place.team);
    if (!bot) return;
    const { text, blocks } = part;
    const to = { token: bot.token, team: place.team, channel: place.channel };
    const outcome = await deliverer.atOnce(to, 'chat.postEphemeral', {
      channel: place.channel,
      user: place.user,
      text,
      blocks,
      ...(threadTs ? { thread_ts: threadTs } : {}),
    });
    if (outcome.kind !== 'ok')
      log.warn({ platform: 'slack', channel: place.channel, outcome: outcome.kind }, 'an answer did not reach its asker');
  }

  return {
    show,
    tell: (text, place, to, key) => show(noteToSlack(text), place, to, { visibility: 'private', key }),
    answer: async (ask, place, to) => {
      try {
        const answer = await handlers()?.answer(ask);
        if (!answer) return;
        const isDirect = place.channel.startsWith('D');
        const isPrivate = to.kind === 'response-url' && answer.visibility === 'private';
        const part = await pages.open(answer.document, { mayShare: isPrivate && !isDirect });
        await show(part, place, to, { visibility: answer.visibility, key: `answer:${ask.eventId}` });
      } catch (error) {
        log.error({ platform: 'slack', error: traceOf(error) }, 'an answer failed');
        await show(noteToSlack(phrases.ourFault), place, to, { visibility: 'private', key: `fault:${ask.eventId}` });
      }
    },
  };
}
