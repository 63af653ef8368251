/** A status and its Retry-After header → when to ask again, or null where the answer is a plain failure. */
import type { Instant } from '#model/article.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** For a 429 that names no time. */
const DEFAULT_WAIT_MS = 30 * MINUTE_MS;

/** Seconds or an HTTP date; held between one minute and one day, so that neither a zero nor a year does harm. */
export function retryInstant(status: number, retryAfter: string | undefined, now: Instant): Instant | null {
  if (status !== 429 && status !== 503) return null;
  const waitMs = retryAfter === undefined ? Number.NaN : waitOf(retryAfter.trim(), now);
  if (Number.isNaN(waitMs)) return status === 429 ? now + DEFAULT_WAIT_MS : null;
  return now + Math.min(DAY_MS, Math.max(MINUTE_MS, waitMs));
}

function waitOf(retryAfter: string, now: Instant): number {
  return /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now;
}
