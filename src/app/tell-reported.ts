/** A line that a reader reported → one message to whoever set the schedule up, with the two decisions as buttons. */
import type { Report } from '#model/correction.ts';
import { phrases } from '#phrases/corrections.ts';
import type { ClockSettings } from './clock.ts';
import { type DeliverTools, post } from './deliver.ts';
import { reply } from './reply.ts';

export async function tellReported(
  { id, tenant, deliveryId, channel, what, why }: Report,
  settings: ClockSettings,
  tools: DeliverTools,
): Promise<void> {
  const store = settings.storage.tenant(tenant);
  const delivery = await store.deliveries.get(deliveryId);
  const user = delivery && (await store.schedules.get(delivery.scheduleId))?.schedule.addedBy;
  const direct = user === undefined ? undefined : settings.directChannel?.(tenant, user);
  if (direct === undefined || what.kind === 'article') return;
  const line = what.kind === 'quote' ? phrases.quote(what.speakers, what.text) : `${what.amount} ${what.counts}`.trim();
  const document = reply(
    phrases.lineReported,
    [line, ...(why ? [phrases.readerSays(why)] : []), phrases.standsIn(channel.replace(`${tenant}:`, ''), what.url)],
    [
      { label: phrases.withdrawIt, ask: `corrections withdraw ${id}` },
      { label: phrases.keepIt, ask: `corrections keep ${id}` },
    ],
  );
  await post(direct, { key: `report:${id}`, document }, tools);
}
