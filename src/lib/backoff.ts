/** How long to wait before the next try: doubling, with jitter, so that many bots, or many jobs, do not come back at the same moment. */

/** @param attempt From 0. @param random From 0 to 1. The wait lies between half and all of the doubled base. */
export function backoffMs(attempt: number, { baseMs, maxMs }: { readonly baseMs: number; readonly maxMs: number }, random: number): number {
  const fullMs = Math.min(maxMs, baseMs * 2 ** Math.min(attempt, 30));
  return Math.round(fullMs * (0.5 + random / 2));
}
