/** A delivery's key → what proves that one of its messages stands in a channel: a nonce for minutes, a mark in the footer for ever. */
import { createHash } from 'node:crypto';
import { type Loose, listOf, looseOf, textOf } from '../loose.ts';
import { DISCORD_LIMITS } from './limits.ts';
import type { DiscordPart } from './render.ts';

export type Mark = { readonly nonce: string; readonly mark: string };

/** The same for every try, process and restart. */
export function markOf(channel: string, key: string, index: number): Mark {
  const hash = createHash('sha256')
    .update(JSON.stringify([channel, key, index]))
    .digest('base64url');
  return { nonce: hash.slice(0, DISCORD_LIMITS.nonceCharacters - 1), mark: hash.slice(-10).replace(/[^A-Za-z0-9]/g, 'x') };
}

/** Small print below the last card: "Wirebrief · 2/3 · mark". */
export function withMark(part: DiscordPart, mark: string, index: number, count: number): DiscordPart {
  const text = ['Wirebrief', ...(count > 1 ? [`${index + 1}/${count}`] : []), mark].join(' · ');
  return { ...part, embeds: part.embeds.map((embed, at) => (at === part.embeds.length - 1 ? { ...embed, footer: { text } } : embed)) };
}

/** Only our own footers count: a feed's text never stands in one. */
export const hasMark = (message: Loose, mark: string): boolean =>
  listOf(message.embeds).some((embed) => textOf(looseOf(embed.footer).text).endsWith(` · ${mark}`));

const DISCORD_EPOCH = 1_420_070_400_000;

/** The smallest id of a message of that instant or later. */
export const snowflakeAt = (at: number): string => String(BigInt(Math.max(0, Math.floor(at) - DISCORD_EPOCH)) << 22n);
