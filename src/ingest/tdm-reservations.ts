/** A site's /.well-known/tdmrep.json → which of its addresses may not be mined (TDM Reservation Protocol, W3C community report, section 6.1). */
import { fitsPath } from './robots.ts';

export type Reservation = { readonly location: string; readonly isReserved: boolean };

const MAX_ENTRIES = 1000;

/** What is no such file reserves nothing. */
export function parseReservations(text: string): readonly Reservation[] {
  try {
    const list: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    if (!Array.isArray(list)) return [];
    return list.slice(0, MAX_ENTRIES).flatMap((entry: unknown) => {
      if (typeof entry !== 'object' || entry === null) return [];
      const { location, 'tdm-reservation': reservation } = entry as { location?: unknown; 'tdm-reservation'?: unknown };
      return typeof location === 'string' ? [{ location, isReserved: Number(reservation) === 1 }] : [];
    });
  } catch {
    return [];
  }
}

/** Rules are read in their order, and the first that fits decides; patterns are those of robots.txt. */
export function isReservedBy(reservations: readonly Reservation[], url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null) return false;
  return reservations.find(({ location }) => fitsPath(location, parsed.pathname + parsed.search))?.isReserved ?? false;
}
