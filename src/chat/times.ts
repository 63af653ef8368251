/** An instant → words in a zone and locale, for the faces that cannot show a reader's own time. */
import type { Inline } from '#model/document.ts';

type Time = Extract<Inline, { readonly kind: 'time' }>;

const STYLES: Readonly<Record<Time['style'], Intl.DateTimeFormatOptions>> = {
  date: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' },
  'date-time': {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  },
};

export function timeInWords({ at, zone, style }: Pick<Time, 'at' | 'zone' | 'style'>, locale: string): string {
  return new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone: zone }).format(at);
}
