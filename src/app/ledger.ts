/** A delivery → the delivery one step further. Pure: what is written when stands in deliver.ts and clock.ts. */
import type { Instant } from '#model/article.ts';
import type { Problem } from '#model/failure.ts';
import type { Delivery, DeliveryPart, DeliveryState, DeliveryStep, Schedule, Slot } from '#model/schedule.ts';

/** A trouble that comes and goes for hours must not fill the row. */
const MAX_STEPS = 60;

export function plan(schedule: Schedule, slot: Slot, at: Instant, problem?: Problem): Delivery {
  const state = problem ? 'skipped' : 'planned';
  return {
    id: `${schedule.id}@${slot.local}`,
    tenant: schedule.tenant,
    scheduleId: schedule.id,
    channel: schedule.channel,
    slot,
    state,
    steps: [{ at, state, ...(problem && { problem }) }],
    parts: [],
  };
}

/** The same trouble again is no new step: its time stays that of its beginning. */
export function stepTo(delivery: Delivery, state: DeliveryState, at: Instant, problem?: Problem): Delivery {
  const posted = state === 'sending' ? postedParts(delivery) : undefined;
  const step: DeliveryStep = { at, state, ...(posted !== undefined && { posted }), ...(problem && { problem }) };
  const last = delivery.steps.at(-1);
  const isSame = last?.state === state && last.posted === posted && last.problem?.code === problem?.code;
  return { ...delivery, state, steps: isSame ? delivery.steps : [...delivery.steps, step].slice(-MAX_STEPS) };
}

export const withParts = (delivery: Delivery, parts: readonly DeliveryPart[]): Delivery => ({ ...delivery, parts });

export function withPosted(delivery: Delivery, index: number, posted: NonNullable<DeliveryPart['posted']>): Delivery {
  return { ...delivery, parts: delivery.parts.map((part, place) => (place === index ? { ...part, posted } : part)) };
}

export function withDropped(delivery: Delivery, index: number, at: Instant): Delivery {
  return { ...delivery, parts: delivery.parts.map((part, place) => (place === index ? { ...part, dropped: at } : part)) };
}

export function withDoubt(delivery: Delivery, index: number): Delivery {
  const parts = delivery.parts.map((part, place) => (place === index ? { ...part, doubts: (part.doubts ?? 0) + 1 } : part));
  return { ...delivery, parts };
}

export const wasParked = ({ steps }: Delivery): boolean => steps.some(({ state }) => state === 'parked');

export const postedParts = (delivery: Delivery): number => delivery.parts.filter(({ posted }) => posted).length;

export const isFinished = ({ state }: Pick<Delivery, 'state'>): boolean => state === 'sent' || state === 'parked' || state === 'skipped';

/** Since when one trouble after another has kept it from being posted; undefined where the last step went well. */
export function troubleSince({ steps }: Delivery): Instant | undefined {
  const wellAt = steps.findLastIndex(({ state, problem }) => state !== 'sending' || !problem);
  return steps[wellAt + 1]?.at;
}

/** What its age is counted from: its slot, or the moment at which a person asked for it again. */
export function wantedAt({ slot, steps }: Delivery): Instant {
  const again = steps.findLast(({ state }, index) => state === 'planned' && index > 0);
  return again?.at ?? slot.at;
}

/** A parked delivery, to be tried again: under its keys and with its words where something of it may stand there, else composed anew. */
export function again(delivery: Delivery, at: Instant): Delivery {
  const mayStand = delivery.parts.some(({ posted, doubts }) => posted || doubts);
  return mayStand ? stepTo(delivery, 'sending', at) : stepTo(withParts(delivery, []), 'planned', at);
}
