/** How often a job was tried → how long it waits before the next try. */
import type { QueueSettings } from './contract/work.ts';

/** @param attempt From 0. Between half and all of the doubled base, so that many jobs do not come back at one moment. */
export function backoffMs(attempt: number, { baseMs, maxMs, random }: Pick<QueueSettings, 'baseMs' | 'maxMs' | 'random'>): number {
  return Math.round(Math.min(maxMs, baseMs * 2 ** Math.min(attempt, 30)) * (0.5 + random() / 2));
}
