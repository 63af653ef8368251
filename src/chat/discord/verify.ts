/** A token → whether Discord takes it, asked once, and the link that adds the bot to a server; for `check`, which starts nothing. */
import { Routes } from 'discord.js';
import type { Problem } from '#model/failure.ts';
import { phrases } from '#phrases/chat.ts';
import { phrases as discord } from '#phrases/discord.ts';
import { createApi } from './api.ts';
import { inviteLink } from './invite.ts';
import { badToken, MISSING_TOKEN, unreachable } from './problems.ts';
import type { DiscordSettings } from './settings.ts';

export type DiscordVerdict = { readonly note: string; readonly problems: readonly Problem[]; readonly inviteLink?: string };

/** The application is asked, not the bot's user: its id is what the link needs, and old bots have another one. */
export async function verifyDiscord(
  settings: Pick<DiscordSettings, 'apiUrl' | 'token' | 'applicationId' | 'network'>,
): Promise<DiscordVerdict> {
  if (!settings.token) return { note: discord.noToken, problems: [MISSING_TOKEN] };
  const outcome = await createApi(settings).call('GET', Routes.currentApplication());
  switch (outcome.kind) {
    case 'refused':
      return { note: discord.tokenRefused, problems: [badToken(String(outcome.code))] };
    case 'limited':
      return { note: discord.busy, problems: [unreachable(phrases.rateLimit)] };
    case 'outage':
      return { note: discord.notReached, problems: [unreachable(outcome.message)] };
    case 'ok': {
      const { id, name } = (outcome.data ?? {}) as { readonly id?: string; readonly name?: string };
      const application = settings.applicationId ?? id;
      return { note: discord.as(name), problems: [], ...(application && { inviteLink: inviteLink(application) }) };
    }
    default:
      return outcome satisfies never;
  }
}
