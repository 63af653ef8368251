/** Who asks, again and again → how long they have to wait: so many at once, then one every few seconds. One person's flood holds up nobody else. */
import type { Instant } from '#model/article.ts';

export type CoolDown = (who: string) => /** Milliseconds to wait; 0: go ahead. */ number;

export type CoolDownSettings = {
  readonly now: () => Instant;
  /** At once. */
  readonly burst: number;
  /** One more after each of these. */
  readonly everyMs: number;
};

/** People remembered; the ones that asked longest ago are forgotten first, and are as good as new then. */
const MAX_PEOPLE = 10_000;

export function createCoolDown({ now, burst, everyMs }: CoolDownSettings): CoolDown {
  /** When all of a person's asks would be paid off. */
  const paidAt = new Map<string, Instant>();
  return (who) => {
    const at = now();
    const paid = Math.max(paidAt.get(who) ?? at, at);
    const wait = paid - at - (burst - 1) * everyMs;
    if (wait > 0) return wait;
    paidAt.delete(who);
    paidAt.set(who, paid + everyMs);
    if (paidAt.size > MAX_PEOPLE) for (const oldest of paidAt.keys()) return forget(oldest);
    return 0;
  };

  function forget(who: string): number {
    paidAt.delete(who);
    return 0;
  }
}
