/** What somebody typed in Discord → the words of an ask, without Discord's markup. */
import type { TenantId } from '#model/subscription.ts';
import { channelOf, personOf } from './address.ts';

const MARKUP = /<(@[!&]?|#|t:|a?:[\w~]{1,64}:|\/[^:<>\n]{1,100}:)(-?\d{1,20})(?::[a-zA-Z])?>/g;

/** The bot's own mention goes; other people and channels become our names for them; curly quotes are straightened. */
export function askText(typed: string, tenant: TenantId, botUser: string | undefined): string {
  return typed
    .replace(MARKUP, (_whole, kind: string, id: string) => plainForm(kind, id, tenant, botUser))
    .replace(/<(https?:\/\/[^<>\s]{1,2000})>/g, '$1')
    .replace(/[“”„]/g, '"')
    .replace(/[\s\u2060\u200b]+/g, ' ')
    .trim();
}

function plainForm(kind: string, id: string, tenant: TenantId, botUser: string | undefined): string {
  if (kind === '@' || kind === '@!') return id === botUser ? ' ' : channelOf(tenant, personOf(id));
  if (kind === '#') return channelOf(tenant, id);
  if (kind === 't:') return isoDate(Number(id) * 1_000);
  if (kind.startsWith('/')) return kind.slice(1, -1);
  return kind === '@&' ? '' : kind.replace(/^a?:|:$/g, '');
}

/** A time that somebody picked: "since <t:…>" is a date. */
function isoDate(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** Only a mention in the words is an ask; that of a reply's author is made by Discord. */
export const isAsked = (content: string, botUser: string | undefined): boolean =>
  botUser !== undefined && (content.includes(`<@${botUser}>`) || content.includes(`<@!${botUser}>`));
