/** Discord's interactions → acknowledged at once, then taken up once: commands, suggestions and buttons. */
import { InteractionResponseType, InteractionType } from 'discord.js';
import type { TenantId } from '#model/subscription.ts';
import { phrases } from '#phrases/chat.ts';
import { phrases as discordPhrases } from '#phrases/discord.ts';
import type { Background } from '../background.ts';
import type { Ask, ChatHandlers } from '../chat.ts';
import { oneLine } from '../clean-text.ts';
import { type Loose, listOf, looseOf, textOf } from '../loose.ts';
import type { Home, Pages } from '../pages.ts';
import { within } from '../within.ts';
import { channelOf, guildOf, personOf, tenantOf } from './address.ts';
import type { DiscordApi } from './api.ts';
import { runnableAt } from './commands.ts';
import type { Conversation, Place, ReplyTo } from './conversation.ts';
import { toMarkdown, toPlain } from './escape.ts';
import { attachedTo, readAttached } from './files.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { isManagerOf } from './membership.ts';
import { mayManage } from './permissions.ts';
import { ASK_BUTTON, type DiscordPart, PAGE_BUTTON, SHARE_BUTTON } from './render.ts';
import { type Interaction, privateFlag, type Respond } from './respond.ts';
import type { DiscordSettings } from './settings.ts';
import { askText } from './words.ts';

type Needs = Pick<DiscordSettings, 'commands' | 'managers' | 'network' | 'log'> & {
  readonly api: DiscordApi;
  readonly respond: Respond;
  readonly conversation: Conversation;
  readonly pages: Pages<DiscordPart>;
  readonly background: Background;
  readonly once: (id: string) => Promise<boolean>;
  readonly handlers: () => ChatHandlers | undefined;
};

/** Discord waits 3 s for suggestions. */
const SUGGEST_MS = 2_000;
const MAX_SEEN = 5_000;

/** Never throws and waits for nothing; what it begins, `background` sees through. */
export function createInteractions(needs: Needs): (data: Loose) => void {
  const { api, commands, managers, network, respond, conversation, pages, background, once, handlers, log } = needs;
  /** A session that is resumed may deliver again. Another process is kept off by Discord: it takes one acknowledgement. */
  const seen = new Set<string>();

  function isNew(id: string): boolean {
    if (seen.has(id)) return false;
    seen.add(id);
    const [oldest] = seen.size > MAX_SEEN ? seen : [];
    if (oldest !== undefined) seen.delete(oldest);
    return true;
  }

  function askOf(data: Loose, place: Place, body: Ask['body']): Ask {
    const tenant = tenantOf(place.guild, place.user);
    const locale = textOf(data.locale) || textOf(data.guild_locale);
    return {
      eventId: textOf(data.id),
      tenant,
      channel: channelOf(tenant, place.channel),
      user: personOf(place.user),
      isManager: managers.includes(place.user) || mayManage(looseOf(data.member).permissions),
      ...(locale ? { locale } : {}),
      body,
    };
  }

  /** Acknowledged before anything else is looked at; worked on once the burst is over. */
  function take(interaction: Interaction, body: Loose, work: () => Promise<void>): void {
    background.run(async () => {
      const acknowledged = await respond.acknowledge(interaction, body);
      if (acknowledged === 'ours') background.begin(work);
      else if (acknowledged !== 'taken')
        log.info({ platform: 'discord', acknowledged }, 'an interaction could not be acknowledged in time');
    });
  }

  function command(data: Loose, place: Place, interaction: Interaction): void {
    const { path, options } = readCommand(looseOf(data.data), tenantOf(place.guild, place.user));
    const visibility = place.guild ? (runnableAt(path, commands)?.visibility ?? 'private') : 'channel';
    const to: ReplyTo = { kind: 'interaction', interaction, deferred: visibility };
    const body = { type: InteractionResponseType.DeferredChannelMessageWithSource, data: privateFlag(visibility === 'private') };
    const attached = attachedTo(looseOf(data.data));
    take(interaction, body, async () => {
      const file = attached && (await readAttached(attached, network?.fetch ?? fetch));
      if (attached && !file) return conversation.tell(discordPhrases.unreadableFile, place, to, interaction.id);
      const given = attached && file ? { ...options, [attached.option]: file } : options;
      return conversation.answer(askOf(data, place, { kind: 'command', name: path, options: given }), place, to);
    });
  }

  function suggest(data: Loose, place: Place, interaction: Interaction): void {
    const { path, options, typed } = readCommand(looseOf(data.data), tenantOf(place.guild, place.user));
    const ask = askOf(data, place, { kind: 'command', name: path, options });
    background.run(async () => {
      const found = (typed && handlers()?.suggest(ask, typed.name, typed.value)) || Promise.resolve([]);
      const choices = suggestionChoices(await within(found, SUGGEST_MS, []));
      await respond.acknowledge(interaction, { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } });
    });
  }

  function askButton(data: Loose, place: Place, interaction: Interaction, asked: string): void {
    const deferred = place.guild ? 'private' : 'channel';
    const to: ReplyTo = { kind: 'interaction', interaction, deferred };
    const body = { type: InteractionResponseType.DeferredChannelMessageWithSource, data: privateFlag(deferred === 'private') };
    take(interaction, body, async () => {
      const found = await pages.askOf(asked);
      if (!found) return conversation.tell(phrases.expired, place, to, interaction.id);
      const ask = askOf(data, place, { kind: 'text', text: found.ask });
      return conversation.answer(found.home ? await atHome(ask, found.home, place.user) : ask, place, to);
    });
  }

  /** Asked of the server that sent the direct message, by somebody with the rights that they have there. */
  async function atHome(ask: Ask, { tenant, channel }: Home, user: string): Promise<Ask> {
    return { ...ask, tenant, channel, isManager: ask.isManager || (await isManagerOf(api, guildOf(tenant), user)) };
  }

  function pageButton(data: Loose, place: Place, interaction: Interaction, kind: string, value: string): void {
    const { id } = interaction;
    const to: ReplyTo = { kind: 'interaction', interaction, deferred: 'none' };
    take(interaction, { type: InteractionResponseType.DeferredMessageUpdate }, async () => {
      if (kind === PAGE_BUTTON) {
        const part = await pages.turn(value);
        if (!part) return conversation.tell(phrases.expired, place, to, id);
        // The file of the first page stands there already.
        const { file: _file, ...page } = part;
        await respond.edit(interaction, { ...page, content: '' });
      } else if (kind === SHARE_BUTTON) {
        const part = await pages.share(value);
        if (!part) return conversation.tell(phrases.expired, place, to, id);
        if (!(await once(`share:${value}`))) return conversation.tell(phrases.sharedAlready, place, to, id);
        const name = nameOf(data);
        const content = name ? `-# ${phrases.sharedBy(toMarkdown(name))}` : '';
        await conversation.show({ ...part, content }, place, to, { visibility: 'channel', key: `share:${id}` });
      }
    });
  }

  function button(data: Loose, place: Place, interaction: Interaction): void {
    const [kind, value] = splitOnce(textOf(looseOf(data.data).custom_id));
    if (kind === ASK_BUTTON) askButton(data, place, interaction, splitOnce(value)[1]);
    else pageButton(data, place, interaction, kind, value);
  }

  return (data) => {
    const place = placeOf(data);
    const interaction = { id: textOf(data.id), token: textOf(data.token), application: textOf(data.application_id) };
    if (!interaction.id || !interaction.token || !isNew(interaction.id)) return;
    if (data.type === InteractionType.ApplicationCommand) command(data, place, interaction);
    else if (data.type === InteractionType.ApplicationCommandAutocomplete) suggest(data, place, interaction);
    else if (data.type === InteractionType.MessageComponent) button(data, place, interaction);
  };
}

function placeOf(data: Loose): Place {
  const user = textOf(looseOf(looseOf(data.member).user).id) || textOf(looseOf(data.user).id);
  return { guild: textOf(data.guild_id), channel: textOf(data.channel_id) || textOf(looseOf(data.channel).id), user };
}

/** As the server names the person. */
function nameOf(data: Loose): string {
  const member = looseOf(data.member);
  const user = looseOf(member.user);
  return oneLine(textOf(member.nick) || textOf(user.global_name) || textOf(user.username));
}

type Read = {
  readonly path: string;
  readonly options: Readonly<Record<string, string>>;
  /** The option that somebody types at this moment. */
  readonly typed?: { readonly name: string; readonly value: string };
};

/** "topics" with the subcommand "add" → "topics add" and the options' values as text. */
function readCommand(data: Loose, tenant: TenantId, above = '', depth = 0): Read {
  const path = `${above} ${textOf(data.name)}`.trim();
  const given = listOf(data.options);
  const [first] = given;
  // 1 and 2: a subcommand, a group of them.
  if (first && (first.type === 1 || first.type === 2) && depth < 2) return readCommand(first, tenant, path, depth + 1);
  const pairs = given.map(({ name, value }) => [textOf(name), String(value ?? '')] as const).filter(([name]) => name);
  const focused = given.find((option) => option.focused === true);
  const typed = focused && { name: textOf(focused.name), value: String(focused.value ?? '') };
  // A text option may hold a mention of a channel or a person.
  const options = Object.fromEntries(
    pairs
      .map(([name, value]) => [name, askText(value, tenant, undefined)] as const)
      .filter(([name, value]) => value && name !== typed?.name),
  );
  return { path, options, ...(typed ? { typed } : {}) };
}

function suggestionChoices(
  found: readonly { readonly name: string; readonly value: string }[],
): readonly { readonly name: string; readonly value: string }[] {
  return found
    .map(({ name, value }) => ({ name: toPlain(name).slice(0, DISCORD_LIMITS.choiceNameCharacters).toWellFormed(), value }))
    .filter(({ name, value }) => name && value && value.length <= DISCORD_LIMITS.choiceValueCharacters)
    .slice(0, DISCORD_LIMITS.choices);
}

function splitOnce(text: string): readonly [string, string] {
  const at = text.indexOf(':');
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
