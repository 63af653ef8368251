/** Our names for Slack's places: tenant "slack:T0LAB", channel "slack:T0LAB:C0LAB" (a person's id in place of the channel: a direct message). */
import type { ChannelId, TenantId } from '#model/subscription.ts';

export const tenantOf = (team: string): TenantId => `slack:${team}`;
export const channelOf = (team: string, channel: string): ChannelId => `slack:${team}:${channel}`;

export type SlackAddress = { readonly team?: string; readonly channel: string };

/** A bare id ("C0LAB") is a channel of the only workspace. Null: not Slack's. */
export function parseChannel(channel: ChannelId): SlackAddress | null {
  const [, team, id] = /^slack:([A-Z0-9]+):([A-Z0-9]+)$/.exec(channel) ?? [];
  if (team && id) return { team, channel: id };
  return /^[A-Z][A-Z0-9]+$/.test(channel) ? { channel } : null;
}
