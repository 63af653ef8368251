/** What Discord sends a bot: interactions of commands, suggestions and buttons, and messages, in the shapes of its documentation. */
import { buttonsOf, type FakeDiscordWorld, type FakeMessage, IDS } from './discord-world.ts';

export type Payload = Readonly<Record<string, unknown>>;
type Place = { readonly channel?: string; readonly user?: string; readonly isDirect?: boolean };
type Option = {
  readonly name: string;
  readonly value?: string | number;
  readonly type?: number;
  readonly focused?: boolean;
  readonly options?: readonly Option[];
};

const MANAGE_SERVER = 1n << 5n;
const MEMBER = (1n << 10n) | (1n << 11n);

const personJson = (id: string) => ({
  id,
  username: id === IDS.ana ? 'ana' : 'ben',
  discriminator: '0',
  global_name: null,
  avatar: null,
});
const memberJson = (id: string) => ({
  user: personJson(id),
  nick: id === IDS.ana ? 'Ana <@1>' : null,
  roles: id === IDS.ana ? [IDS.managerRole] : [],
  joined_at: '2026-01-01T00:00:00Z',
  deaf: false,
  mute: false,
  flags: 0,
});

export function discordPayloads(world: FakeDiscordWorld) {
  let tokens = 0;

  function interaction(type: number, data: unknown, { channel, user = IDS.ana, isDirect = false }: Place, more: object = {}): Payload {
    const place = channel ?? (isDirect ? IDS.anaDirect : IDS.general);
    const id = world.nextId();
    tokens += 1;
    const token = `interaction-token-${tokens}-${'x'.repeat(40)}`;
    world.interactions.set(token, { id, token, channel: place, user, at: world.now(), type, isAcknowledged: false });
    const permissions = (user === IDS.ana ? MEMBER | MANAGE_SERVER : MEMBER).toString();
    return {
      id,
      application_id: IDS.application,
      type,
      token,
      version: 1,
      data,
      channel_id: place,
      channel: { id: place, type: isDirect ? 1 : 0 },
      locale: 'en-GB',
      entitlements: [],
      authorizing_integration_owners: {},
      attachment_size_limit: 10_485_760,
      ...(isDirect
        ? { user: personJson(user) }
        : { guild_id: IDS.guild, guild_locale: 'de', member: { ...memberJson(user), permissions } }),
      ...more,
    };
  }

  const commandData = (path: string, options: readonly Option[]): object => {
    const [name, sub] = path.split(' ');
    const given = options.map((option) => ({ type: typeof option.value === 'number' ? 4 : 3, ...option }));
    return { id: '1', name, type: 1, options: sub ? [{ name: sub, type: 1, options: given }] : given };
  };

  return {
    command: (path: string, options: readonly Option[] = [], place: Place = {}): Payload =>
      interaction(2, commandData(path, options), place),
    suggestion: (path: string, options: readonly Option[], place: Place = {}): Payload => interaction(4, commandData(path, options), place),
    /** Somebody presses the button with this label, under this message. */
    press: (message: FakeMessage, label: string | RegExp, place: Place = {}): Payload => {
      const button = buttonsOf(message).find((candidate) =>
        typeof label === 'string' ? candidate.label === label : label.test(candidate.label),
      );
      if (!button)
        throw new Error(
          `no button ${label}: ${buttonsOf(message)
            .map((candidate) => candidate.label)
            .join(', ')}`,
        );
      const payload = interaction(
        3,
        { custom_id: button.custom_id, component_type: 2 },
        { channel: message.channel, ...place },
        { message: { id: message.id } },
      );
      const made = world.interactions.get(String(payload.token));
      if (made) made.original = message.id;
      return payload;
    },
    message: (content: string, { channel, user = IDS.ana, isDirect = false }: Place = {}, more: object = {}): Payload => ({
      id: world.nextId(),
      channel_id: channel ?? (isDirect ? IDS.anaDirect : IDS.general),
      channel_type: isDirect ? 1 : 0,
      author: personJson(user),
      content,
      timestamp: new Date(world.now()).toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: content.includes(IDS.bot) ? [{ ...personJson(IDS.bot), bot: true }] : [],
      mention_roles: [],
      attachments: [],
      embeds: [],
      pinned: false,
      type: 0,
      ...(isDirect ? {} : { guild_id: IDS.guild, member: { ...memberJson(user), user: undefined } }),
      ...more,
    }),
    /** As Discord describes the server when the bot connects. */
    guild: (): Payload => guildJson(world, IDS.guild),
    newGuild: (id: string, channel: string): Payload => {
      world.addChannel({ id: channel, guild: id, type: 0, name: 'welcome' });
      return guildJson(world, id);
    },
  };
}

function guildJson(world: FakeDiscordWorld, id: string): Payload {
  const channels = [...world.channels.values()].filter(({ guild }) => guild === id);
  const role = (roleId: string, name: string, permissions: bigint) => ({
    id: roleId,
    name,
    permissions: permissions.toString(),
    position: 0,
    color: 0,
    hoist: false,
    managed: false,
    mentionable: false,
    flags: 0,
  });
  const everyone = MEMBER | (1n << 14n) | (1n << 16n);
  return {
    id,
    name: 'The Lab',
    owner_id: '700000000000000099',
    preferred_locale: 'de',
    unavailable: false,
    joined_at: '2026-01-01T00:00:00Z',
    system_channel_id: null,
    large: false,
    member_count: 3,
    features: [],
    emojis: [],
    stickers: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    roles: [role(id, '@everyone', everyone), role(IDS.managerRole, 'managers', MANAGE_SERVER)],
    members: [{ ...memberJson(IDS.bot), user: { ...personJson(IDS.bot), username: 'wirebrief', bot: true } }],
    channels: channels
      .filter(({ type }) => type !== 11)
      .map((channel, position) => ({
        id: channel.id,
        type: channel.type,
        name: channel.name,
        position,
        permission_overwrites: channel.canWrite ? [] : [{ id, type: 0, allow: '0', deny: (1n << 11n).toString() }],
      })),
    threads: channels
      .filter(({ type }) => type === 11)
      .map((thread) => ({ id: thread.id, type: 11, name: thread.name, parent_id: thread.parent, guild_id: id, thread_metadata: {} })),
  };
}
