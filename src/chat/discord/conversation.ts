/** An ask → its answer in the place where it was asked: privately, as a reply, or as the platform still allows. */
import { traceOf } from '#lib/log.ts';
import { phrases } from '#phrases/chat.ts';
import type { Answer, Ask, ChatHandlers } from '../chat.ts';
import type { Pages } from '../pages.ts';
import { channelOf, personOf, tenantOf } from './address.ts';
import type { Deliverer } from './deliver.ts';
import type { Posting } from './posting.ts';
import { type DiscordPart, noteToDiscord } from './render.ts';
import type { Interaction, Respond } from './respond.ts';
import type { DiscordSettings } from './settings.ts';

/** Who asked, and where. `guild` is empty in a direct message. */
export type Place = { readonly guild: string; readonly channel: string; readonly user: string };

/** Where an answer goes. */
export type ReplyTo =
  /** `deferred`: who sees the answer that stands open; nothing stands open behind a button. */
  | { readonly kind: 'interaction'; readonly interaction: Interaction; readonly deferred: 'private' | 'channel' | 'none' }
  | { readonly kind: 'message'; readonly message: string };

export type Conversation = {
  readonly answer: (ask: Ask, place: Place, to: ReplyTo) => Promise<void>;
  /** A short word to the person who pressed something. */
  readonly tell: (text: string, place: Place, to: ReplyTo, key: string) => Promise<void>;
  readonly show: (part: DiscordPart, place: Place, to: ReplyTo, options: ShowOptions) => Promise<void>;
};
type ShowOptions = { readonly visibility: Answer['visibility']; readonly key: string };

type Needs = Pick<DiscordSettings, 'log'> & {
  readonly pages: Pages<DiscordPart>;
  readonly deliverer: Deliverer;
  readonly respond: Respond;
  readonly posting: Posting;
  readonly handlers: () => ChatHandlers | undefined;
};

export function createConversation({ pages, deliverer, respond, posting, handlers, log }: Needs): Conversation {
  async function show(part: DiscordPart, place: Place, to: ReplyTo, { visibility, key }: ShowOptions): Promise<void> {
    if (to.kind === 'message') return say(part, place, to.message, key);
    const { interaction, deferred } = to;
    const wanted = place.guild ? visibility : 'channel';
    if (deferred === wanted) {
      if ((await respond.edit(interaction, part)) === 'gone') await otherwise(part, place, wanted, key);
      return;
    }
    // Who sees an answer is settled when it is deferred; another audience needs another message.
    if (deferred !== 'none') await respond.remove(interaction);
    if ((await respond.followUp(interaction, part, { isPrivate: wanted === 'private' })) === 'gone')
      await otherwise(part, place, wanted, key);
  }

  async function say(part: DiscordPart, place: Place, replyTo: string | undefined, key: string): Promise<void> {
    const to = { guild: place.guild, channel: place.channel, isForum: false, ...(replyTo ? { replyTo } : {}) };
    const delivered = await deliverer.deliver(to, { key, title: 'Wirebrief', parts: [part], isMarked: false });
    if (delivered.kind === 'posted') return;
    log.warn({ platform: 'discord', channel: place.channel, ...delivered.problem }, 'an answer was not posted');
    if (delivered.kind !== 'refused' || !place.guild) return;
    // The bot hears people where it may not write; they learn why.
    const { message, hint = '' } = delivered.problem;
    await whisper(noteToDiscord(`${message} ${hint}`.trim()), place, `refused:${key}`);
  }

  /** An interaction lives for fifteen minutes. */
  async function otherwise(part: DiscordPart, place: Place, visibility: Answer['visibility'], key: string): Promise<void> {
    if (visibility === 'private') await whisper(part, place, key);
    else await say(part, place, undefined, key);
  }

  async function whisper(part: DiscordPart, place: Place, key: string): Promise<void> {
    const person = channelOf(tenantOf(place.guild, place.user), personOf(place.user));
    const outcome = await posting.send(person, [part], key);
    if (outcome.kind !== 'posted') log.info({ platform: 'discord', ...outcome.problem }, 'an answer did not reach its asker');
  }

  return {
    show,
    tell: (text, place, to, key) => show(noteToDiscord(text), place, to, { visibility: 'private', key }),
    answer: async (ask, place, to) => {
      try {
        const answer = await handlers()?.answer(ask);
        if (!answer) return;
        const isPrivate = to.kind === 'interaction' && place.guild !== '' && answer.visibility === 'private';
        const part = await pages.open(answer.document, { mayShare: isPrivate });
        // A line for notifications says nothing new to the one who waits for the answer.
        const shown = to.kind === 'interaction' && part.embeds.length > 0 ? { ...part, content: '' } : part;
        await show(shown, place, to, { visibility: answer.visibility, key: `answer:${ask.eventId}` });
      } catch (error) {
        log.error({ platform: 'discord', error: traceOf(error) }, 'an answer failed');
        await show(noteToDiscord(phrases.ourFault), place, to, { visibility: 'private', key: `fault:${ask.eventId}` });
      }
    },
  };
}
