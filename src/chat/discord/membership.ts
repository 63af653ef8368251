/** A server and a person → whether they may change things there, asked of Discord: a direct message says nothing of permissions. */
import { Routes } from 'discord.js';
import { listOf, looseOf, textOf } from '../loose.ts';
import type { DiscordApi } from './api.ts';
import { mayManage } from './permissions.ts';

/** False where Discord does not say. */
export async function isManagerOf(api: DiscordApi, guild: string, user: string): Promise<boolean> {
  const [member, roles, server] = await Promise.all([
    api.call('GET', Routes.guildMember(guild, user)),
    api.call('GET', Routes.guildRoles(guild)),
    api.call('GET', Routes.guild(guild)),
  ]);
  if (member.kind !== 'ok') return false;
  if (server.kind === 'ok' && textOf(looseOf(server.data).owner_id) === user) return true;
  const held = looseOf(member.data).roles;
  const ids = new Set<unknown>(Array.isArray(held) ? [...held, guild] : [guild]);
  return roles.kind === 'ok' && listOf(roles.data).some(({ id, permissions }) => ids.has(id) && mayManage(permissions));
}
