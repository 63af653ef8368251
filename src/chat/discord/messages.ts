/** Messages that mention the bot, and direct messages to it → asks; a server that invited it → its welcome. */
import { ChannelType, type Guild, type Message, PermissionFlagsBits } from 'discord.js';
import type { Background } from '../background.ts';
import type { Ask, ChatHandlers } from '../chat.ts';
import type { Pages } from '../pages.ts';
import { channelOf, personOf, tenantOf } from './address.ts';
import type { Conversation, Place } from './conversation.ts';
import type { Deliverer } from './deliver.ts';
import { mayManage } from './permissions.ts';
import type { DiscordPart } from './render.ts';
import type { DiscordSettings } from './settings.ts';
import { askText, isAsked } from './words.ts';

type Needs = Pick<DiscordSettings, 'managers' | 'log'> & {
  readonly conversation: Conversation;
  readonly deliverer: Deliverer;
  readonly pages: Pages<DiscordPart>;
  readonly background: Background;
  readonly once: (id: string) => Promise<boolean>;
  readonly handlers: () => ChatHandlers | undefined;
};

export type Messages = { readonly said: (message: Message) => void; readonly invited: (guild: Guild) => void };

export function createMessages({ managers, conversation, deliverer, pages, background, once, handlers, log }: Needs): Messages {
  async function answer(message: Message): Promise<void> {
    if (!(await once(`message:${message.id}`))) return;
    const botUser = message.client.user?.id;
    const place: Place = { guild: message.guildId ?? '', channel: message.channelId, user: message.author.id };
    const tenant = tenantOf(place.guild, place.user);
    const ask: Ask = {
      eventId: message.id,
      tenant,
      channel: channelOf(tenant, place.channel),
      user: personOf(place.user),
      isManager: managers.includes(place.user) || mayManage(permissionsOf(message)),
      ...(message.guild?.preferredLocale ? { locale: message.guild.preferredLocale } : {}),
      body: { kind: 'text', text: withFile(askText(message.content, tenant, botUser), message) || 'help' },
    };
    await conversation.answer(ask, place, { kind: 'message', message: message.id });
  }

  async function welcome(guild: Guild): Promise<void> {
    const channel = entranceOf(guild);
    const joined = handlers()?.joined;
    if (!joined || !channel || !(await once(`joined:${guild.id}:${guild.joinedTimestamp}`))) return;
    const tenant = tenantOf(guild.id, '');
    const ask: Ask = {
      eventId: `joined:${guild.id}`,
      tenant,
      channel: channelOf(tenant, channel),
      isManager: false,
      locale: guild.preferredLocale,
      body: { kind: 'text', text: 'help' },
    };
    const document = await joined(ask);
    if (!document) return;
    const delivery = { key: 'welcome', title: 'Wirebrief', parts: await pages.parts(document), isMarked: true };
    const delivered = await deliverer.deliver({ guild: guild.id, channel, isForum: false }, delivery);
    if (delivered.kind !== 'posted') log.warn({ platform: 'discord', ...delivered.problem }, 'the welcome was not posted');
  }

  return {
    said: (message) => {
      if (message.author.bot || message.webhookId || message.system) return;
      // In a direct message the message itself is the ask.
      if (message.guildId && !isAsked(message.content, message.client.user?.id)) return;
      background.begin(() => answer(message));
    },
    invited: (guild) => background.begin(() => welcome(guild)),
  };
}

/** "feeds import" with a file attached names the file. */
function withFile(text: string, message: Message): string {
  const url = message.attachments.first()?.url;
  return url && /^feeds import$/i.test(text) ? `${text} ${url}` : text;
}

/** The author's, in this channel; from what the gateway told of roles and channels. */
function permissionsOf(message: Message): string {
  const { member, channel } = message;
  if (!member || channel.isDMBased()) return '';
  return (channel.permissionsFor(member)?.bitfield ?? 0n).toString();
}

const WRITE = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages | PermissionFlagsBits.EmbedLinks;

/** Where the server greets its own newcomers, else the first text channel from the top in which the bot may write. */
function entranceOf(guild: Guild): string | undefined {
  const { me } = guild.members;
  const mayWrite = (id: string): boolean => Boolean(me && guild.channels.cache.get(id)?.permissionsFor(me).has(WRITE));
  if (guild.systemChannelId && mayWrite(guild.systemChannelId)) return guild.systemChannelId;
  return [...guild.channels.cache.values()]
    .flatMap((channel) => (channel.type === ChannelType.GuildText ? [channel] : []))
    .sort((left, right) => left.rawPosition - right.rawPosition)
    .find(({ id }) => mayWrite(id))?.id;
}
