/** An asker → the ledger of scheduled briefings in words, and what was parked sent again. */
import type { DeliveryUses } from '#model/command.ts';
import type { Inline, MessageDocument } from '#model/document.ts';
import type { Delivery } from '#model/schedule.ts';
import { phrases } from '#phrases/deliveries.ts';
import { postedParts } from './ledger.ts';
import { listing } from './listing.ts';
import { refuse, reply } from './reply.ts';
import { audit, type Scene } from './scene.ts';

const MAX_PARKED = 20;
const MAX_LATEST = 10;

export const createDeliveryUses = (scene: Scene): DeliveryUses => ({
  list: () => listDeliveries(scene),
  retry: (id) => retry(id, scene),
  suggest: async (typed) =>
    (await parked(scene)).filter(({ id }) => id.includes(typed.trim().toLowerCase())).map(({ id }) => ({ name: id, value: id })),
});

const parked = ({ tenant }: Scene): Promise<readonly Delivery[]> => tenant.deliveries.list({ states: ['parked'], limit: MAX_PARKED });

async function listDeliveries(scene: Scene): Promise<MessageDocument> {
  const waiting = await parked(scene);
  const latest = (await scene.tenant.deliveries.list({ limit: MAX_LATEST })).filter(({ state }) => state !== 'parked');
  if (waiting.length + latest.length === 0) return reply(phrases.none, [], [{ label: phrases.whenNext, ask: 'schedule list' }]);
  const title = waiting.length > 0 ? phrases.waiting(waiting.length) : phrases.latest;
  return listing(
    title,
    [...waiting, ...latest].map((delivery) => line(delivery, scene)),
    waiting.length > 0 ? [{ label: phrases.sendAgain, ask: 'deliveries retry' }] : [],
  );
}

function line(delivery: Delivery, { asker }: Scene): readonly Inline[] {
  const { id, slot, channel, tenant } = delivery;
  const elsewhere = channel === asker.channel ? undefined : channel.replace(`${tenant}:`, '');
  return [
    { kind: 'strong', text: id },
    { kind: 'text', text: phrases.line(elsewhere, inWords(delivery)) },
    { kind: 'time', at: slot.at, zone: asker.zone, style: 'date-time' },
  ];
}

function inWords(delivery: Delivery): string {
  const { state, parts, steps } = delivery;
  const problem = steps.at(-1)?.problem;
  const why = problem ? `: ${problem.message}${problem.hint ? ` ${problem.hint}` : ''}` : '';
  switch (state) {
    case 'planned':
      return phrases.planned;
    case 'composing':
      return phrases.composing;
    case 'sending':
      return phrases.sending(postedParts(delivery), parts.length) + why;
    case 'sent':
      return parts.length > 1 ? phrases.sentInParts(postedParts(delivery)) : phrases.sent;
    case 'parked':
      return phrases.parked + why;
    case 'skipped':
      return phrases.skipped + why;
    default:
      return state satisfies never;
  }
}

async function retry(id: string | undefined, scene: Scene): Promise<MessageDocument> {
  const { clock, asker } = scene;
  if (!clock) return refuse(phrases.noBot, [phrases.startIt]);
  const waiting = await parked(scene);
  const wanted = id?.trim().toLowerCase();
  const chosen = waiting.filter((delivery) => !wanted || delivery.id.toLowerCase() === wanted);
  if (chosen.length === 0)
    return (wanted ? refuse : reply)(
      wanted ? phrases.notWaiting(wanted) : phrases.nothingWaits,
      [],
      [{ label: phrases.all, ask: 'deliveries list' }],
    );
  // The oldest first: a channel is told in the order of time.
  for (const delivery of chosen.toReversed()) await clock.retry(asker.tenant, delivery.id);
  await audit(scene, 'deliveries retry', chosen.map((delivery) => delivery.id).join(', '));
  return reply(phrases.beingSent(chosen.length), [], [{ label: phrases.howDidItGo, ask: 'deliveries list' }]);
}
