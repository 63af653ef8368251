/** A delivery that was parked → one message to whoever set the schedule up, and a line in the audit. */
import type { Problem } from '#model/failure.ts';
import type { Delivery } from '#model/schedule.ts';
import { phrases } from '#phrases/deliveries.ts';
import type { ClockSettings } from './clock.ts';
import { type DeliverTools, post } from './deliver.ts';
import { reply } from './reply.ts';

/** Told once for a channel in trouble, not again for each slot that meets the same trouble. */
export async function tellParked(delivery: Delivery, problem: Problem, settings: ClockSettings, tools: DeliverTools): Promise<void> {
  const tenant = settings.storage.tenant(delivery.tenant);
  const detail = `${delivery.channel}, ${delivery.slot.local}: ${problem.message}`;
  await tenant.audit.append({ at: settings.now(), who: 'wirebrief', what: 'delivery parked', detail });
  const [, before] = await tenant.deliveries.list({ scheduleId: delivery.scheduleId, states: ['sent', 'parked'], limit: 2 });
  const user = (await tenant.schedules.get(delivery.scheduleId))?.schedule.addedBy;
  const channel = user === undefined ? undefined : settings.directChannel?.(delivery.tenant, user);
  if (before?.state === 'parked' || channel === undefined || channel === delivery.channel) return;
  const document = reply(
    phrases.notPosted,
    [detail, ...(problem.hint ? [problem.hint] : []), phrases.onceMended],
    [
      { label: phrases.sendItAgain, ask: `deliveries retry ${delivery.id}` },
      { label: phrases.whatElse, ask: 'deliveries list' },
    ],
  );
  await post(channel, { key: `parked:${delivery.id}`, document }, tools);
}
