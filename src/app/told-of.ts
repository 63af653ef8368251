/** A channel → what it was told, as compose reads it: what was told of a story that was merged into another was told of that one. */
import { toTold } from '#brief/told.ts';
import type { Told } from '#model/briefing.ts';
import type { ChannelId } from '#model/subscription.ts';
import type { Library } from '#storage/contract/library.ts';
import type { TenantStorage } from '#storage/contract/tenant.ts';

export async function toldOf(channel: ChannelId, { told }: Pick<TenantStorage, 'told'>, library: Library): Promise<Told> {
  const records = await told.of(channel);
  const stories = records.filter(({ kind }) => kind === 'story').map(({ key }) => key);
  return toTold(records, await library.successors(stories));
}
