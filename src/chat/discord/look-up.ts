/** Where a message with a delivery's mark stands, looked for among the recent messages of a channel or the young posts of a forum. */
import { Routes } from 'discord.js';
import type { Instant } from '#model/article.ts';
import { listOf, looseOf, textOf } from '../loose.ts';
import type { ApiOutcome, DiscordApi } from './api.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { hasMark, snowflakeAt } from './marks.ts';

export type Found =
  | { readonly kind: 'found'; readonly id: string }
  | { readonly kind: 'absent' }
  /** No permission, or too much has been said since. */
  | { readonly kind: 'unprovable' }
  | { readonly kind: 'later'; readonly waitMs: number };

const RETRY_LATER_MS = 60_000;
/** Clocks of Discord and this machine may differ by this much. */
const SKEW_MS = 5 * 60_000;
const MAX_PAGES = 5;
const MAX_POSTS = 20;

export async function findInChannel(api: DiscordApi, channel: string, mark: string, since: Instant): Promise<Found> {
  let after = snowflakeAt(since - SKEW_MS);
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const outcome = await api.call('GET', `${Routes.channelMessages(channel)}?limit=${DISCORD_LIMITS.historyMessages}&after=${after}`);
    if (outcome.kind !== 'ok') return notSeen(outcome);
    const messages = listOf(outcome.data);
    const ours = messages.find((message) => hasMark(message, mark));
    if (ours) return { kind: 'found', id: textOf(ours.id) };
    if (messages.length < DISCORD_LIMITS.historyMessages) return { kind: 'absent' };
    after = messages.map(({ id }) => textOf(id)).reduce((newest, id) => (BigInt(id) > BigInt(newest) ? id : newest), after);
  }
  return { kind: 'unprovable' };
}

/** A post's first message has the id of its thread. Posts that were archived meanwhile are not looked through: that takes an hour at least. */
export async function findInForum(api: DiscordApi, guild: string, forum: string, mark: string, since: Instant): Promise<Found> {
  if (!guild) return { kind: 'unprovable' };
  const outcome = await api.call('GET', Routes.guildActiveThreads(guild));
  if (outcome.kind !== 'ok') return notSeen(outcome);
  const oldest = BigInt(snowflakeAt(since - SKEW_MS));
  const young = listOf(looseOf(outcome.data).threads)
    .filter(({ parent_id, id }) => parent_id === forum && /^\d+$/.test(textOf(id)) && BigInt(textOf(id)) >= oldest)
    .map(({ id }) => textOf(id));
  if (young.length > MAX_POSTS) return { kind: 'unprovable' };
  for (const thread of young) {
    const first = await api.call('GET', Routes.channelMessage(thread, thread));
    if (first.kind === 'ok' && hasMark(looseOf(first.data), mark)) return { kind: 'found', id: thread };
    // A post whose first message was deleted is not ours to count.
    if (first.kind !== 'ok' && !(first.kind === 'refused' && first.status === 404)) return notSeen(first);
  }
  return { kind: 'absent' };
}

function notSeen(outcome: Exclude<ApiOutcome, { kind: 'ok' }>): Found {
  if (outcome.kind === 'refused') return { kind: 'unprovable' };
  return { kind: 'later', waitMs: outcome.kind === 'limited' ? outcome.retryAfterMs : RETRY_LATER_MS };
}
