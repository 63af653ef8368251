/** A line that a reader reported → one message to whoever set the schedule up, with the two decisions as buttons. */
import type { Report } from '#model/correction.ts';
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
  const line = what.kind === 'quote' ? `${what.speakers.join(' and ')}: “${what.text}”` : `${what.amount} ${what.counts}`.trim();
  const document = reply(
    'A line of a briefing was reported as wrong.',
    [line, ...(why ? [`The reader says: “${why}”`] : []), `It stands in ${channel.replace(`${tenant}:`, '')}; its source: ${what.url}`],
    [
      { label: 'Withdraw it', ask: `corrections withdraw ${id}` },
      { label: 'Keep it', ask: `corrections keep ${id}` },
    ],
  );
  await post(direct, { key: `report:${id}`, document }, tools);
}
