/** The slot that a schedule stands at and the present → which slots have come: one to post, those that are skipped and why, and the next. */
import type { Instant } from '#model/article.ts';
import type { Problem } from '#model/failure.ts';
import type { Slot } from '#model/schedule.ts';
import { phrases } from '#phrases/slots.ts';
import { nextSlot, slotAfter } from './next-slot.ts';
import type { SlotFields } from './slot-fields.ts';
import { wallOf, writeWall } from './zone-time.ts';

export type DueSlots = {
  readonly post?: Slot;
  readonly skipped: readonly { readonly slot: Slot; readonly problem: Problem }[];
  readonly next: Slot | null;
};

/** More missed slots than these (a schedule by the minute, a bot down for days) are told of in one row. */
const MAX_ROWS = 50;

/** @param from Not later than now. @param catchUpMs A missed slot that is older is not posted any more. */
export function dueSlots(fields: SlotFields, zone: string, from: Slot, now: Instant, catchUpMs: number): DueSlots {
  const { missed, latest, next } = slotsUntil(fields, zone, from, now);
  const isLate = now - latest.at > catchUpMs;
  const skipped = missed.map((slot, index) => {
    const isLast = index === missed.length - 1;
    const until = isLast && slotAfter(fields, zone, slot)?.local !== latest.local ? phrases.andUntil(latest.local) : '';
    return { slot, problem: isLate ? tooOld(slot, until, now, zone, catchUpMs) : overtaken(slot, until, latest) };
  });
  return isLate
    ? { skipped: [...skipped, { slot: latest, problem: tooOld(latest, '', now, zone, catchUpMs) }], next }
    : { post: latest, skipped, next };
}

/** All slots from the first to the latest that has come; where they are many, the first ones and the latest. */
function slotsUntil(fields: SlotFields, zone: string, from: Slot, now: Instant) {
  const missed: Slot[] = [];
  let latest = from;
  for (;;) {
    let next = slotAfter(fields, zone, latest);
    if (!next || next.at > now) return { missed, latest, next: next ?? null };
    if (missed.length < MAX_ROWS) missed.push(latest);
    // Days of minutes are not walked one by one, only the last hour of them.
    else if (next.at < now - HOUR_MS) next = beforeNow(nextSlot(fields, zone, now - HOUR_MS), now) ?? next;
    latest = next;
  }
}

const HOUR_MS = 3_600_000;
const beforeNow = (slot: Slot | undefined, now: Instant): Slot | undefined => (slot && slot.at <= now ? slot : undefined);

const tooOld = (slot: Slot, until: string, now: Instant, zone: string, catchUpMs: number): Problem => ({
  code: 'missed',
  message: phrases.missed(slot.local, until, writeWall(wallOf(now, zone)), Math.round(catchUpMs / 360_000) / 10),
});
const overtaken = (slot: Slot, until: string, latest: Slot): Problem => ({
  code: 'overtaken',
  message: phrases.overtaken(slot.local, until, latest.local),
});
