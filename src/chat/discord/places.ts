/** Our name of a channel → where Discord's messages go, and only where its tenant is at home: nobody schedules into another server. */
import { RESTJSONErrorCodes, Routes } from 'discord.js';
import type { ChannelId, TenantId } from '#model/subscription.ts';
import type { PostOutcome } from '../chat.ts';
import { type Loose, listOf, looseOf, textOf } from '../loose.ts';
import { guildOf, parseChannel, personOf, tenantOf } from './address.ts';
import type { ApiOutcome, DiscordApi } from './api.ts';
import type { Destination } from './deliver.ts';
import { badAddress, elsewhere, limited, noThread, refusedProblem, unreachable } from './problems.ts';
import type { DiscordSettings } from './settings.ts';

type NotPosted = Exclude<PostOutcome, { kind: 'posted' }>;
export type Resolved = { readonly kind: 'resolved'; readonly to: Destination; readonly tenant: TenantId };

export type Places = {
  readonly resolve: (channel: ChannelId) => Promise<Resolved | NotPosted>;
  /** The thread that a message opens; opened at the first time. */
  readonly thread: (place: Resolved, message: string, name: string) => Promise<Resolved | NotPosted>;
  /** What came of a call that posted nothing. */
  readonly trouble: (outcome: Exclude<ApiOutcome, { kind: 'ok' }>) => NotPosted;
};

const RETRY_LATER_MS = 60_000;
const MAX_KNOWN = 10_000;
/** Forum and media channels: they take posts only. */
const FORUM_TYPES = new Set<unknown>([15, 16]);
const DIRECT_TYPE = 1;
/** Text and announcement channels: their messages open threads. */
const TEXT_TYPES = new Set<unknown>([0, 5]);
const PUBLIC_THREAD = 11;
const THREAD_TYPES = new Set<unknown>([10, PUBLIC_THREAD, 12]);
const THREAD_EXISTS = RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage;

type Needs = Pick<DiscordSettings, 'now'> & {
  readonly api: DiscordApi;
  /** As the gateway told of it, in Discord's words; asked by a request where it did not. */
  readonly announced: (id: string) => Loose | undefined;
};

export function createPlaces({ api, announced, now }: Needs): Places {
  /** A channel never changes its server. */
  const known = new Map<ChannelId, Resolved>();

  function trouble(outcome: Exclude<ApiOutcome, { kind: 'ok' }>): NotPosted {
    if (outcome.kind === 'refused') return { kind: 'refused', problem: refusedProblem(outcome) };
    if (outcome.kind === 'limited')
      return { kind: 'later', retryAt: now() + outcome.retryAfterMs, problem: limited(outcome.retryAfterMs / 1_000) };
    return { kind: 'later', retryAt: now() + RETRY_LATER_MS, problem: unreachable(outcome.message) };
  }

  async function channelOf(tenant: TenantId | undefined, id: string): Promise<Resolved | NotPosted> {
    const told = announced(id);
    const outcome: ApiOutcome = told ? { kind: 'ok', data: told } : await api.call('GET', Routes.channel(id));
    if (outcome.kind !== 'ok') return trouble(outcome);
    const channel = looseOf(outcome.data);
    const home = homeOf(channel);
    if (tenant !== undefined && tenant !== home) return { kind: 'refused', problem: elsewhere };
    const { guild_id, type, parent_id } = channel;
    const to = { guild: textOf(guild_id), channel: id, isForum: FORUM_TYPES.has(type), type, parent: textOf(parent_id) };
    return { kind: 'resolved', to, tenant: home };
  }

  /** Only to those whom the tenant may know: the members of its server. */
  async function personIn(tenant: TenantId | undefined, user: string): Promise<Resolved | NotPosted> {
    const guild = guildOf(tenant);
    if (guild) {
      const member = await api.call('GET', Routes.guildMember(guild, user));
      if (member.kind === 'refused' && member.code === RESTJSONErrorCodes.UnknownMember) return { kind: 'refused', problem: elsewhere };
      if (member.kind !== 'ok') return trouble(member);
    } else if (tenant !== undefined && tenant !== tenantOf('', user)) return { kind: 'refused', problem: elsewhere };
    const opened = await api.call('POST', Routes.userChannels(), { recipient_id: user });
    if (opened.kind !== 'ok') return trouble(opened);
    return { kind: 'resolved', to: { guild: '', channel: textOf(looseOf(opened.data).id), isForum: false }, tenant: tenantOf('', user) };
  }

  async function thread({ to, tenant }: Resolved, message: string, name: string): Promise<Resolved | NotPosted> {
    if (THREAD_TYPES.has(to.type)) {
      const forum = to.parent ? await channelOf(tenant, to.parent) : undefined;
      return forum?.kind === 'resolved' && forum.to.isForum ? { kind: 'resolved', to, tenant } : { kind: 'refused', problem: noThread };
    }
    if (!TEXT_TYPES.has(to.type)) return { kind: 'refused', problem: noThread };
    const opened = await api.call('POST', Routes.threads(to.channel, message), { name });
    // A message's thread has the message's id, so that the second try finds what the first one opened.
    const isThere = opened.kind === 'refused' && opened.code === THREAD_EXISTS;
    if (opened.kind !== 'ok' && !isThere) return trouble(opened);
    return { kind: 'resolved', to: { guild: to.guild, channel: message, isForum: false, type: PUBLIC_THREAD, parent: to.channel }, tenant };
  }

  return {
    trouble,
    thread,
    resolve: async (channel) => {
      const before = known.get(channel);
      if (before) return before;
      const address = parseChannel(channel);
      if (!address) return { kind: 'refused', problem: badAddress(channel) };
      const found = await ('user' in address ? personIn(address.tenant, address.user) : channelOf(address.tenant, address.channel));
      if (found.kind !== 'resolved') return found;
      if (known.size >= MAX_KNOWN) known.clear();
      known.set(channel, found);
      return found;
    },
  };
}

/** The server, or the person whose direct messages it holds. */
function homeOf(channel: Loose): TenantId {
  const guild = textOf(channel.guild_id);
  const person = channel.type === DIRECT_TYPE ? textOf(listOf(channel.recipients)[0]?.id) : '';
  return guild || person ? tenantOf(guild, person) : personOf('');
}
