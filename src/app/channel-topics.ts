/** A channel's schedules → what `brief` without words is about there; nothing where one of them posts the top stories. */
import type { ChannelId } from '#model/subscription.ts';
import type { TenantStorage } from '#storage/contract/tenant.ts';

const MAX_TOPICS = 5;

export async function topicsOfChannel(channel: ChannelId, { schedules }: Pick<TenantStorage, 'schedules'>): Promise<readonly string[]> {
  const all = (await schedules.list()).map(({ schedule }) => schedule);
  const own = all.filter((schedule) => schedule.channel === channel && !schedule.paused);
  if (own.some(({ topics }) => topics.length === 0)) return [];
  return [...new Set(own.flatMap(({ topics }) => topics))].slice(0, MAX_TOPICS);
}
