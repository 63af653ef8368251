/** An event's id → whether it is new; platforms deliver the same event again when an acknowledgement was late or lost. */
import type { Instant } from '#model/article.ts';
import type { State } from './state.ts';

/** Slack repeats an event for up to an hour. */
const REMEMBERED_MS = 2 * 60 * 60_000;
const MAX_IN_MEMORY = 10_000;

/** The memory answers for this process at once, the state for the time before a restart and for other processes. */
export function createOnce(state: State, now: () => Instant): (id: string) => Promise<boolean> {
  const seen = new Map<string, Instant>();
  return async (id) => {
    if (seen.has(id)) return false;
    seen.set(id, now());
    for (const [old, at] of seen) {
      if (seen.size <= MAX_IN_MEMORY && now() - at < REMEMBERED_MS) break;
      seen.delete(old);
    }
    try {
      if (state.claim) return await state.claim(`seen:${id}`, REMEMBERED_MS);
      if (await state.get<number>(`seen:${id}`)) return false;
      await state.set(`seen:${id}`, 1, REMEMBERED_MS);
    } catch {
      // A broken store must not silence the bot; the memory above still holds.
    }
    return true;
  };
}
