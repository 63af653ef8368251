/** Slack's Web API, as far as a bot like ours uses it: arguments → an answer with `ok`, or Slack's error code. */
import { refuseBlocks, refuseView } from './slack-limits.ts';
import type { FakeBot, FakeMessage, FakeWorld } from './slack-world.ts';

type Args = Record<string, unknown>;
type Reply = Record<string, unknown> & { readonly ok: boolean };

const TRIGGER_MS = 3_000;
const fail = (error: string, more: Args = {}): Reply => ({ ok: false, error, ...more });
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const flag = (value: unknown): boolean => value === true || value === 'true' || value === '1';

export function callApi(world: FakeWorld, method: string, args: Args, token: string, socketUrl: () => string): Reply {
  if (method === 'apps.connections.open') return token === world.appToken ? { ok: true, url: socketUrl() } : fail('invalid_auth');
  if (method === 'oauth.v2.access') return exchange(world, args);
  const bot = world.bots.get(token);
  if (!bot) return fail(token ? 'invalid_auth' : 'not_authed');
  if (bot.isRevoked) return fail('token_revoked');
  const needed = SCOPES[method]?.(args, world);
  if (needed && !needed.some((scope) => bot.scopes.includes(scope)))
    return fail('missing_scope', { needed: needed.join(','), provided: bot.scopes.join(',') });
  return METHODS[method]?.(world, bot, args) ?? fail('unknown_method');
}

const historyScope = (args: Args, world: FakeWorld): readonly string[] => {
  const channel = text(args.channel);
  if (channel.startsWith('D')) return ['im:history'];
  return world.channels.get(channel)?.isPrivate ? ['groups:history'] : ['channels:history'];
};

const SCOPES: Record<string, (args: Args, world: FakeWorld) => readonly string[]> = {
  'chat.postMessage': () => ['chat:write'],
  'chat.postEphemeral': () => ['chat:write'],
  'chat.update': () => ['chat:write'],
  'chat.delete': () => ['chat:write'],
  'users.info': () => ['users:read'],
  'conversations.history': historyScope,
  'conversations.replies': historyScope,
};

const METHODS: Record<string, (world: FakeWorld, bot: FakeBot, args: Args) => Reply> = {
  'auth.test': (_world, bot) => ({
    ok: true,
    url: `https://${bot.team}.example/`,
    team: bot.team,
    team_id: bot.team,
    user: 'wirebrief',
    user_id: bot.userId,
    bot_id: bot.botId,
  }),

  'users.info': (world, bot, args) => {
    const user = world.users.get(text(args.user));
    if (user?.team !== bot.team) return fail('user_not_found');
    return { ok: true, user: { id: user.id, tz: user.tz, locale: 'en-GB', is_admin: user.isAdmin, is_owner: false } };
  },

  'chat.postMessage': (world, bot, args) => {
    const channel = resolveChannel(world, bot, text(args.channel));
    if ('ok' in channel) return channel;
    return post(world, bot, args, { channel: channel.id });
  },

  'chat.postEphemeral': (world, bot, args) => {
    const channel = resolveChannel(world, bot, text(args.channel));
    if ('ok' in channel) return channel;
    if (!world.users.has(text(args.user))) return fail('user_not_in_channel');
    const reply = post(world, bot, args, { channel: channel.id, ephemeralTo: text(args.user) });
    return reply.ok ? { ok: true, message_ts: reply.ts } : reply;
  },

  'chat.update': (world, bot, args) => {
    const message = find(world, args, bot);
    if (!message) return fail('message_not_found');
    const refusal = checkContent(args);
    if (refusal) return refusal;
    message.text = text(args.text);
    message.blocks = parse(args.blocks) as readonly unknown[];
    message.edits += 1;
    return { ok: true, channel: message.channel, ts: message.ts };
  },

  'chat.delete': (world, bot, args) => {
    const message = find(world, args, bot);
    if (!message) return fail('message_not_found');
    world.messages.splice(world.messages.indexOf(message), 1);
    return { ok: true, channel: message.channel, ts: message.ts };
  },

  'conversations.history': (world, bot, args) => history(world, bot, args, (message) => message.threadTs === undefined),
  'conversations.replies': (world, bot, args) =>
    history(world, bot, args, (message) => message.threadTs === args.ts || message.ts === args.ts),

  'views.open': (world, bot, args) => {
    const trigger = world.triggers.get(text(args.trigger_id));
    if (!trigger || Date.now() - trigger.at > TRIGGER_MS) return fail('expired_trigger_id');
    if (trigger.isUsed) return fail('exchanged_trigger_id');
    const view = parse(args.view) as Args;
    const wrong = refuseView(view);
    if (wrong) return fail('invalid_arguments', { response_metadata: { messages: [`[ERROR] ${wrong}`] } });
    trigger.isUsed = true;
    const id = `V${world.views.length + 1}`;
    world.views.push({ id, user: '', team: bot.team, view, via: 'open' });
    return { ok: true, view: { ...view, id } };
  },

  'views.publish': (world, bot, args) => {
    const view = parse(args.view) as Args;
    const wrong = refuseView(view);
    if (wrong) return fail('invalid_arguments', { response_metadata: { messages: [`[ERROR] ${wrong}`] } });
    world.views.push({ id: `V${world.views.length + 1}`, user: text(args.user_id), team: bot.team, view, via: 'publish' });
    return { ok: true, view };
  },
};

function resolveChannel(world: FakeWorld, bot: FakeBot, id: string): { readonly id: string } | Reply {
  // Posting to a person opens the direct message with them.
  if (id.startsWith('U')) return world.users.has(id) ? { id: `D${id.slice(1)}` } : fail('channel_not_found');
  const channel = world.channels.get(id);
  if (!channel || channel.team !== bot.team) return fail('channel_not_found');
  if (channel.isArchived) return fail('is_archived');
  const mayPost = channel.isMember || (!channel.isPrivate && bot.scopes.includes('chat:write.public'));
  if (!mayPost) return fail(channel.isPrivate ? 'channel_not_found' : 'not_in_channel');
  return { id };
}

function checkContent(args: Args): Reply | null {
  const blocks = parse(args.blocks);
  if (blocks === undefined && !text(args.text)) return fail('no_text');
  if (text(args.text).length > 40_000) return fail('msg_too_long');
  const refusal = blocks === undefined ? null : refuseBlocks(blocks);
  return refusal && fail(refusal.error, { errors: [refusal.detail] });
}

function post(world: FakeWorld, bot: FakeBot, args: Args, where: { readonly channel: string; readonly ephemeralTo?: string }): Reply {
  const refusal = checkContent(args);
  if (refusal) return refusal;
  const metadata = parse(args.metadata) as FakeMessage['metadata'];
  if (metadata && (typeof metadata.event_type !== 'string' || typeof metadata.event_payload !== 'object'))
    return fail('metadata_must_be_sent_as_object');
  const ts = world.nextTs();
  world.messages.push({
    ...where,
    ts,
    team: bot.team,
    text: text(args.text),
    blocks: (parse(args.blocks) as readonly unknown[] | undefined) ?? [],
    ...(args.thread_ts ? { threadTs: text(args.thread_ts) } : {}),
    ...(metadata ? { metadata } : {}),
    via: 'api',
    token: bot.token,
    edits: 0,
  });
  return { ok: true, channel: where.channel, ts, message: { ts, text: text(args.text), bot_id: bot.botId } };
}

const find = (world: FakeWorld, args: Args, bot: FakeBot): FakeMessage | undefined =>
  world.messages.find(
    ({ channel, ts, team, ephemeralTo }) => channel === args.channel && ts === args.ts && team === bot.team && !ephemeralTo,
  );

function history(world: FakeWorld, bot: FakeBot, args: Args, isPart: (message: FakeMessage) => boolean): Reply {
  const channel = world.channels.get(text(args.channel));
  if (!channel || channel.team !== bot.team) return fail('channel_not_found');
  if (!channel.isMember) return fail('not_in_channel');
  const limit = Number(args.limit ?? 100);
  const found = world
    .in(channel.id)
    .filter((message) => !message.ephemeralTo && Number(message.ts) > Number(args.oldest ?? 0) && isPart(message));
  const messages = found.toReversed().slice(0, limit);
  return {
    ok: true,
    has_more: found.length > limit,
    messages: messages.map(({ ts, text: words, metadata }) => ({
      type: 'message',
      ts,
      text: words,
      bot_id: bot.botId,
      ...(metadata && flag(args.include_all_metadata) ? { metadata } : {}),
    })),
  };
}

function exchange(world: FakeWorld, args: Args): Reply {
  const bot = world.codes.get(text(args.code));
  if (!bot) return fail('invalid_code');
  world.codes.delete(text(args.code));
  return {
    ok: true,
    access_token: bot.token,
    token_type: 'bot',
    scope: bot.scopes.join(','),
    bot_user_id: bot.userId,
    app_id: 'A0FAKE',
    team: { id: bot.team, name: bot.team },
    enterprise: null,
    authed_user: { id: 'U0INSTALLER' },
    is_enterprise_install: false,
  };
}

/** The SDK sends objects as JSON inside a form. */
function parse(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
