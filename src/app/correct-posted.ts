/**
 * A report that was withdrawn → its line taken out of what stands in the channel, and both versions in the ledger. It may be ended at any
 * point and run again: the ledger has the new words before the channel does, and an edit made twice changes nothing.
 */
import { correct } from '#brief/correct.ts';
import type { PostOutcome } from '#chat/chat.ts';
import type { Report } from '#model/correction.ts';
import type { Problem } from '#model/failure.ts';
import type { Delivery, DeliveryPart } from '#model/schedule.ts';
import type { TenantId } from '#model/subscription.ts';
import { phrases as corrections } from '#phrases/corrections.ts';
import { phrases } from '#phrases/deliveries.ts';
import type { JobOutcome } from '#storage/contract/work.ts';
import type { DeliverTools } from './deliver.ts';

export type CorrectionJob = { readonly tenant: TenantId; readonly report: string };

const AGAIN_MS = 60_000;
/** An edit that is refused by outages for so long is left to a person. */
const GIVE_UP_MS = 6 * 3_600_000;

export async function correctPosted({ tenant, report: id }: CorrectionJob, tools: DeliverTools): Promise<JobOutcome> {
  const { storage, now } = tools;
  const { reports, deliveries, audit } = storage.tenant(tenant);
  const report = await reports.get(id);
  if (report?.state !== 'withdrawn') return 'done';
  const close = async (state: 'corrected' | 'failed', problem?: Problem): Promise<JobOutcome> => {
    const { problem: _before, ...rest } = report;
    await reports.put({ ...rest, state, ...(problem && { problem }) });
    await audit.append({
      at: now(),
      who: 'wirebrief',
      what: `correction ${state}`,
      detail: corrections.noted(id, report.channel, problem?.message),
    });
    return 'done';
  };
  const stored = await deliveries.get(report.deliveryId);
  if (!stored) return close('corrected');
  const zone = (await storage.tenant(tenant).schedules.get(stored.scheduleId))?.schedule.zone ?? tools.config.zone;
  let delivery = withCorrection(stored, report, zone, now());
  if (delivery !== stored) await deliveries.save(delivery);
  for (const [index, part] of delivery.parts.entries()) {
    if (!part.toEdit || !part.posted) continue;
    const outcome = await edit(part, part.posted, tools);
    if (outcome.kind === 'posted') {
      const { toEdit: _done, ...edited } = part;
      delivery = withPart(delivery, index, { ...edited, posted: { ...part.posted, ids: outcome.message.ids } });
      await deliveries.save(delivery);
    } else if (outcome.kind === 'refused' || now() - (report.decided?.at ?? report.at) > GIVE_UP_MS)
      return close('failed', outcome.problem);
    else {
      await reports.put({ ...report, problem: outcome.problem });
      return { againAt: Math.max(outcome.kind === 'later' ? outcome.retryAt : 0, now() + AGAIN_MS) };
    }
  }
  return close('corrected');
}

/** The ledger's delivery with the new words, the old ones kept beside them; itself where nothing of it is meant. */
function withCorrection(delivery: Delivery, { what, decided }: Report, zone: string, now: number): Delivery {
  const parts = delivery.parts.map((part): DeliveryPart => {
    const document = correct(part.document, what, { at: decided?.at ?? now, zone, note: decided?.note });
    if (document === part.document) return part;
    return {
      ...part,
      document,
      versions: [...(part.versions ?? []), { until: now, document: part.document }],
      // A part that may stand there unseen is edited once it is known to.
      ...((part.posted || part.doubts) && { toEdit: true }),
    };
  });
  return parts.every((part, index) => part === delivery.parts[index]) ? delivery : { ...delivery, parts };
}

const withPart = (delivery: Delivery, index: number, part: DeliveryPart): Delivery => ({
  ...delivery,
  parts: delivery.parts.with(index, part),
});

async function edit(part: DeliveryPart, posted: NonNullable<DeliveryPart['posted']>, tools: DeliverTools): Promise<PostOutcome> {
  const adapter = tools.adapterOf(posted.channel);
  if (!adapter?.edit)
    return {
      kind: 'refused',
      problem: {
        code: 'no-edit',
        message: phrases.noEdit,
        hint: phrases.setUpAgain,
      },
    };
  try {
    return await adapter.edit(posted, part.document, part.key);
  } catch (error) {
    tools.onFault(error);
    return { kind: 'unknown', problem: { code: 'edit-failed', message: phrases.editFailed } };
  }
}
