/** An asker → the ledger of scheduled briefings in words, and what was parked sent again. */
import type { DeliveryUses } from '#model/command.ts';
import type { Inline, MessageDocument } from '#model/document.ts';
import type { Delivery } from '#model/schedule.ts';
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
  if (waiting.length + latest.length === 0)
    return reply('No scheduled briefing has come round yet.', [], [{ label: 'When is the next?', ask: 'schedule list' }]);
  const title = waiting.length > 0 ? `${waiting.length} could not be posted` : 'The latest scheduled briefings';
  return listing(
    title,
    [...waiting, ...latest].map((delivery) => line(delivery, scene)),
    waiting.length > 0 ? [{ label: 'Send again', ask: 'deliveries retry' }] : [],
  );
}

function line(delivery: Delivery, { asker }: Scene): readonly Inline[] {
  const { id, slot, channel, tenant } = delivery;
  const where = channel === asker.channel ? '' : ` in ${channel.replace(`${tenant}:`, '')}`;
  return [
    { kind: 'strong', text: id },
    { kind: 'text', text: `${where} – ${inWords(delivery)}; due ` },
    { kind: 'time', at: slot.at, zone: asker.zone, style: 'date-time' },
  ];
}

function inWords(delivery: Delivery): string {
  const { state, parts, steps } = delivery;
  const problem = steps.at(-1)?.problem;
  const why = problem ? `: ${problem.message}${problem.hint ? ` ${problem.hint}` : ''}` : '';
  switch (state) {
    case 'planned':
      return 'waits for its turn';
    case 'composing':
      return 'being composed';
    case 'sending':
      return `sending, ${postedParts(delivery)} of ${parts.length} posted${why}`;
    case 'sent':
      return parts.length > 1 ? `posted in ${postedParts(delivery)} messages` : 'posted';
    case 'parked':
      return `not posted${why}`;
    case 'skipped':
      return `not posted, and need not be${why}`;
    default:
      return state satisfies never;
  }
}

async function retry(id: string | undefined, scene: Scene): Promise<MessageDocument> {
  const { clock, asker } = scene;
  if (!clock) return refuse('No bot runs here now, so nothing can be posted.', ['Start it first: npm start']);
  const waiting = await parked(scene);
  const wanted = id?.trim().toLowerCase();
  const chosen = waiting.filter((delivery) => !wanted || delivery.id.toLowerCase() === wanted);
  if (chosen.length === 0)
    return (wanted ? refuse : reply)(
      wanted ? `No briefing “${wanted}” waits to be sent again.` : 'Nothing waits to be sent again.',
      [],
      [{ label: 'All deliveries', ask: 'deliveries list' }],
    );
  // The oldest first: a channel is told in the order of time.
  for (const delivery of chosen.toReversed()) await clock.retry(asker.tenant, delivery.id);
  await audit(scene, 'deliveries retry', chosen.map((delivery) => delivery.id).join(', '));
  return reply(
    `${chosen.length === 1 ? 'It is' : `${chosen.length} are`} being sent again.`,
    [],
    [{ label: 'How did it go?', ask: 'deliveries list' }],
  );
}
