/** Cache headers → how long the server says that its answer holds (RFC 9111, 4.2.1), or undefined where it says nothing of use. */
import type { Instant } from '#model/article.ts';

export function freshForMs(headers: Readonly<Record<string, string>>, now: Instant): number | undefined {
  const control = (headers['cache-control'] ?? '').toLowerCase();
  if (/\bno-(?:cache|store)\b/.test(control)) return undefined;
  const [, seconds] = /\bmax-age\s*=\s*"?(\d{1,9})/.exec(control) ?? [];
  const age = /^\d{1,9}$/.test(headers.age ?? '') ? Number(headers.age) : 0;
  if (seconds !== undefined) return positive((Number(seconds) - age) * 1000);
  const expires = Date.parse(headers.expires ?? '');
  const sentAt = Date.parse(headers.date ?? '');
  return Number.isNaN(expires) ? undefined : positive(expires - (Number.isNaN(sentAt) ? now : sentAt));
}

const positive = (ms: number): number | undefined => (ms > 0 ? ms : undefined);
