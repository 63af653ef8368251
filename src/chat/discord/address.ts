/**
 * Our names for Discord's places: tenant "discord:GUILD", channel or thread "discord:GUILD:CHANNEL", a person "@USER" in place of the channel
 * (a direct message); outside of servers the tenant is the person: "discord:@USER".
 */
import type { ChannelId, TenantId } from '#model/subscription.ts';

export const personOf = (user: string): string => `@${user}`;
/** @param guild Empty in a direct message. */
export const tenantOf = (guild: string, user: string): TenantId => `discord:${guild || personOf(user)}`;
export const channelOf = (tenant: TenantId, channel: string): ChannelId => `${tenant}:${channel}`;

/** Empty where the tenant is no server. */
export const guildOf = (tenant: TenantId | undefined): string => /^discord:(\d+)$/.exec(tenant ?? '')?.[1] ?? '';

export type DiscordAddress = { readonly tenant?: TenantId } & ({ readonly channel: string } | { readonly user: string });

const FORM = /^(discord:@?\d{1,20}):(@?)(\d{1,20})$/;

/** A bare id is a channel. Null: not Discord's. */
export function parseChannel(channel: ChannelId): DiscordAddress | null {
  const [, tenant, at, id] = FORM.exec(channel) ?? [];
  if (tenant && id) return at ? { tenant, user: id } : { tenant, channel: id };
  const [, bareAt, bare] = /^(@?)(\d{15,20})$/.exec(channel) ?? [];
  if (!bare) return null;
  return bareAt ? { user: bare } : { channel: bare };
}
