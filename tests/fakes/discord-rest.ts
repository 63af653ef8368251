/** Discord's REST API, as far as a bot like ours uses it: method, path and body → status and JSON, with Discord's error codes. */
import { refuseChoices, refuseCommands, refuseMessage } from './discord-limits.ts';
import { type FakeChannel, type FakeDiscordWorld, type FakeInteraction, type FakeMessage, IDS } from './discord-world.ts';

type Body = Record<string, unknown>;
export type Reply = { readonly status: number; readonly body?: unknown };
export type Request = { readonly method: string; readonly path: string; readonly query: URLSearchParams; readonly body: Body };

const ok = (body: unknown): Reply => ({ status: 200, body });
const none: Reply = { status: 204 };
const fail = (status: number, code: number, message = 'no', errors?: unknown): Reply => ({
  status,
  body: { code, message, ...(errors ? { errors } : {}) },
});
const invalid = (why: string): Reply => fail(400, 50_035, 'Invalid Form Body', { why });
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Files beside the JSON; no field of the JSON itself. */
export const FILES = Symbol('files');

const INTERACTION_MS = 15 * 60_000;
const ACKNOWLEDGE_MS = 3_000;
const EPHEMERAL = 64;

type Route = {
  readonly method: string;
  readonly form: RegExp;
  readonly handle: (world: FakeDiscordWorld, ids: readonly string[], request: Request) => Reply;
};
const route = (method: string, path: string, handle: Route['handle']): Route => ({
  method,
  form: new RegExp(`^${path.replaceAll('*', '([^/]+)')}$`),
  handle,
});

/** Paths without "/api/v10". */
export function callRest(world: FakeDiscordWorld, request: Request): Reply {
  for (const { method, form, handle } of ROUTES) {
    const match = method === request.method ? form.exec(request.path) : null;
    if (match) return handle(world, match.slice(1), request);
  }
  return fail(404, 0, '404: Not Found');
}

const ROUTES: readonly Route[] = [
  route('GET', '/applications/@me', () => ok({ id: IDS.application, name: 'Wirebrief' })),
  route('GET', '/applications/*/commands', (world) => ok(world.commands.get('global') ?? [])),
  route('PUT', '/applications/*/commands', (world, _ids, { body }) => putCommands(world, 'global', body)),
  route('GET', '/applications/*/guilds/*/commands', (world, [, guild = '']) => ok(world.commands.get(guild) ?? [])),
  route('PUT', '/applications/*/guilds/*/commands', (world, [, guild = ''], { body }) => putCommands(world, guild, body)),
  route('GET', '/channels/*', (world, [id = '']) => {
    const channel = world.channels.get(id);
    if (!channel) return fail(404, 10_003, 'Unknown Channel');
    const recipients = channel.type === 1 ? { recipients: [{ id: id === IDS.anaDirect ? IDS.ana : IDS.ben }] } : {};
    return channel.canSee
      ? ok({ id, type: channel.type, guild_id: channel.guild, parent_id: channel.parent, name: channel.name, ...recipients })
      : fail(403, 50_001, 'Missing Access');
  }),
  route('POST', '/channels/*/messages', (world, [id = ''], { body }) => postMessage(world, id, body)),
  route('GET', '/channels/*/messages', (world, [id = ''], { query }) => {
    const channel = world.channels.get(id);
    if (!channel) return fail(404, 10_003, 'Unknown Channel');
    if (!channel.canSee || !channel.canReadHistory) return fail(403, 50_001, 'Missing Access');
    const after = BigInt(query.get('after') ?? '0');
    const limit = Number(query.get('limit') ?? 50);
    if (limit < 1 || limit > 100) return invalid('limit');
    // With `after` Discord gives those that follow it, the newest of them first.
    const found = world.in(id).filter((message) => !message.ephemeralTo && BigInt(message.id) > after);
    return ok(found.slice(0, limit).toReversed().map(messageJson));
  }),
  route('GET', '/channels/*/messages/*', (world, [channel, id]) => {
    const message = world.messages.find((candidate) => candidate.channel === channel && candidate.id === id);
    return message ? ok(messageJson(message)) : fail(404, 10_008, 'Unknown Message');
  }),
  route('PATCH', '/channels/*/messages/*', (world, [channel, id], { body }) => {
    const message = world.messages.find((candidate) => candidate.channel === channel && candidate.id === id && !candidate.ephemeralTo);
    return message ? editMessage(message, body, 'message') : fail(404, 10_008, 'Unknown Message');
  }),
  route('DELETE', '/channels/*/messages/*', (world, [channel, id]) => {
    const index = world.messages.findIndex((candidate) => candidate.channel === channel && candidate.id === id);
    if (index === -1) return fail(404, 10_008, 'Unknown Message');
    world.messages.splice(index, 1);
    return none;
  }),
  route('POST', '/channels/*/messages/*/threads', (world, [channel = '', message = ''], { body }) =>
    openThread(world, channel, message, body),
  ),
  route('POST', '/channels/*/threads', (world, [id = ''], { body }) => openPost(world, id, body)),
  route('GET', '/guilds/*/roles', () =>
    ok([
      { id: IDS.guild, name: '@everyone', permissions: '3072' },
      { id: IDS.managerRole, name: 'managers', permissions: '32' },
    ]),
  ),
  route('GET', '/guilds/*', () => ok({ id: IDS.guild, owner_id: '1' })),
  route('GET', '/guilds/*/members/*', (_world, [guild = '', user = '']) =>
    guild === IDS.guild && ([IDS.ana, IDS.ben] as string[]).includes(user)
      ? ok({ user: { id: user }, roles: user === IDS.ana ? [IDS.managerRole] : [] })
      : fail(404, 10_007, 'Unknown Member'),
  ),
  route('GET', '/guilds/*/threads/active', (world, [guild]) =>
    ok({
      threads: [...world.channels.values()]
        .filter((channel) => channel.type === 11 && channel.guild === guild)
        .map(({ id, parent, name }) => ({ id, parent_id: parent, name, type: 11 })),
      members: [],
    }),
  ),
  route('POST', '/users/@me/channels', (world, _ids, { body }) => {
    const direct = { [IDS.ana]: IDS.anaDirect, [IDS.ben]: IDS.benDirect }[text(body.recipient_id)];
    return direct && world.channels.has(direct) ? ok({ id: direct, type: 1 }) : fail(400, 50_033, 'Invalid Recipient(s)');
  }),
  route('POST', '/interactions/*/*/callback', (world, [id = '', token = ''], { body }) => callback(world, id, token, body)),
  route('POST', '/webhooks/*/*', (world, [, token = ''], { body }) => followUp(world, token, body)),
  route('PATCH', '/webhooks/*/*/messages/*', (world, [, token = ''], { body }) => {
    const found = originalOf(world, token);
    return 'status' in found ? found : editMessage(found, body, 'webhook');
  }),
  route('DELETE', '/webhooks/*/*/messages/*', (world, [, token = '']) => {
    const found = originalOf(world, token);
    if ('status' in found) return found;
    world.messages.splice(world.messages.indexOf(found), 1);
    return none;
  }),
];

function putCommands(world: FakeDiscordWorld, scope: string, body: unknown): Reply {
  const wrong = refuseCommands(body);
  if (wrong) return invalid(wrong);
  // Discord gives back what was written, with ids, permissions as text, and without what is as by default.
  const stored = (body as Body[]).map((command) => ({
    ...command,
    id: world.nextId(),
    application_id: IDS.application,
    version: world.nextId(),
    default_member_permissions: command.default_member_permissions === null ? null : String(command.default_member_permissions),
    nsfw: false,
    options: (command.options as Body[]).map(withoutDefaults),
  }));
  world.commands.set(scope, stored);
  return ok(stored);
}

const withoutDefaults = ({ required, options, ...option }: Body): Body => ({
  ...option,
  ...(required === true ? { required } : {}),
  ...(Array.isArray(options) ? { options: options.map(withoutDefaults) } : {}),
});

const messageJson = ({ id, channel, content, embeds, components, author }: FakeMessage) => ({
  id,
  channel_id: channel,
  content,
  embeds,
  components,
  author: { id: author, bot: author === IDS.bot },
});

function mayWrite(channel: FakeChannel | undefined): Reply | undefined {
  if (!channel) return fail(404, 10_003, 'Unknown Channel');
  if (!channel.canSee) return fail(403, 50_001, 'Missing Access');
  if (!channel.canWrite) return fail(403, 50_013, 'Missing Permissions');
  if (channel.isLocked) return fail(400, 50_083, 'Thread is archived');
  return undefined;
}

function postMessage(world: FakeDiscordWorld, id: string, body: Body): Reply {
  const channel = world.channels.get(id);
  const refusal = mayWrite(channel);
  if (refusal) return refusal;
  if (channel?.type === 15) return fail(400, 40_058, 'Cannot send a message in a forum channel');
  const wrong = refuseMessage(body);
  if (wrong) return invalid(wrong);
  const nonce = body.nonce === undefined ? undefined : String(body.nonce);
  const before = world.messages.find(
    (message) =>
      message.author === IDS.bot && message.channel === id && message.nonce === nonce && world.now() - message.at < world.nonceMs,
  );
  if (nonce !== undefined && body.enforce_nonce === true && before) return ok(messageJson(before));
  return ok(
    messageJson(world.addMessage({ channel: id, ...contentOf(body), ...(nonce === undefined ? {} : { nonce }), ...replyOf(body) })),
  );
}

const contentOf = (body: Body) => ({
  content: text(body.content),
  embeds: (body.embeds ?? []) as FakeMessage['embeds'],
  components: (body.components ?? []) as readonly unknown[],
  allowedMentions: body.allowed_mentions,
  files: filesOf(body),
});

/** Put there by the stand-in, which takes forms apart. */
const filesOf = (body: Body): FakeMessage['files'] => (body[FILES as never] as FakeMessage['files'] | undefined) ?? [];

function replyOf(body: Body): Partial<FakeMessage> {
  const id = text((body.message_reference as Body | undefined)?.message_id);
  return id ? { replyTo: id } : {};
}

function openPost(world: FakeDiscordWorld, id: string, body: Body): Reply {
  const forum = world.channels.get(id);
  const refusal = mayWrite(forum);
  if (refusal) return refusal;
  if (forum?.type !== 15) return invalid('message');
  if (forum.wantsTag) return fail(400, 40_067, 'A tag is required to create a forum post in this channel');
  const name = text(body.name);
  if (!name || [...name].length > 100) return invalid('name');
  const wrong = refuseMessage((body.message ?? {}) as Body);
  if (wrong) return invalid(wrong);
  const thread = world.nextId();
  world.addChannel({ id: thread, type: 11, name, parent: id, ...(forum.guild ? { guild: forum.guild } : {}) });
  world.addMessage({ id: thread, channel: thread, ...contentOf(body.message as Body) });
  return ok({ id: thread, type: 11, parent_id: id, name });
}

/** A thread of a message has its id. */
function openThread(world: FakeDiscordWorld, id: string, message: string, body: Body): Reply {
  const channel = world.channels.get(id);
  const refusal = mayWrite(channel);
  if (refusal) return refusal;
  if (!world.messages.some((candidate) => candidate.id === message && candidate.channel === id))
    return fail(404, 10_008, 'Unknown Message');
  if (channel?.type !== 0) return fail(400, 50_024, 'Cannot execute action on this channel type');
  if (!channel.canOpenThreads) return fail(403, 50_013, 'Missing Permissions');
  if (world.channels.has(message)) return fail(400, 160_004, 'A thread has already been created for this message');
  const name = text(body.name);
  if (!name || [...name].length > 100) return invalid('name');
  world.addChannel({ id: message, type: 11, name, parent: id, ...(channel.guild ? { guild: channel.guild } : {}) });
  return { status: 201, body: { id: message, type: 11, parent_id: id, name } };
}

/** An edit changes only what it names. */
function editMessage(message: FakeMessage, body: Body, surface: 'message' | 'webhook'): Reply {
  const { content, embeds, components } = message;
  const wrong = refuseMessage({ content, embeds, components, ...body }, surface);
  if (wrong) return invalid(wrong);
  if (body.content !== undefined) message.content = text(body.content);
  if (body.embeds !== undefined) message.embeds = body.embeds as FakeMessage['embeds'];
  if (body.components !== undefined) message.components = body.components as readonly unknown[];
  message.files = [...message.files, ...filesOf(body)];
  message.isDeferred = false;
  message.edits += 1;
  return ok(messageJson(message));
}

function callback(world: FakeDiscordWorld, id: string, token: string, body: Body): Reply {
  const interaction = world.interactions.get(token);
  if (!interaction || interaction.id !== id || world.now() - interaction.at > ACKNOWLEDGE_MS)
    return fail(404, 10_062, 'Unknown interaction');
  if (interaction.isAcknowledged) return fail(400, 40_060, 'Interaction has already been acknowledged.');
  if (body.type === 8) {
    const choices = (body.data as Body | undefined)?.choices;
    const wrong = refuseChoices(choices);
    if (wrong) return invalid(wrong);
    interaction.answer = choices;
  } else if (body.type === 5) {
    const isPrivate = (Number((body.data as Body | undefined)?.flags ?? 0) & EPHEMERAL) !== 0;
    interaction.original = world.addMessage({ ...placeOf(interaction, isPrivate), isDeferred: true }).id;
  } else if (body.type !== 6 || interaction.type !== 3) return invalid(`type ${String(body.type)}`);
  interaction.isAcknowledged = true;
  return none;
}

const placeOf = ({ channel, user }: FakeInteraction, isPrivate: boolean) => ({
  channel,
  via: 'interaction' as const,
  ...(isPrivate ? { ephemeralTo: user } : {}),
});

function alive(world: FakeDiscordWorld, token: string): FakeInteraction | Reply {
  const interaction = world.interactions.get(token);
  if (!interaction?.isAcknowledged) return fail(404, 10_015, 'Unknown Webhook');
  return world.now() - interaction.at > INTERACTION_MS ? fail(401, 50_027, 'Invalid Webhook Token') : interaction;
}

function originalOf(world: FakeDiscordWorld, token: string): FakeMessage | Reply {
  const interaction = alive(world, token);
  if ('status' in interaction) return interaction;
  return world.messages.find(({ id }) => id === interaction.original) ?? fail(404, 10_008, 'Unknown Message');
}

/** The first one after a deferral fills what was deferred, whatever its flags. */
function followUp(world: FakeDiscordWorld, token: string, body: Body): Reply {
  const interaction = alive(world, token);
  if ('status' in interaction) return interaction;
  const wrong = refuseMessage(body, 'webhook');
  if (wrong) return invalid(wrong);
  const open = world.messages.find((message) => message.id === interaction.original && message.isDeferred);
  if (open) return editMessage(open, body, 'webhook');
  const isPrivate = (Number(body.flags ?? 0) & EPHEMERAL) !== 0;
  return ok(messageJson(world.addMessage({ ...placeOf(interaction, isPrivate), ...contentOf(body) })));
}
