/** Which token answers in which workspace: the one of the settings, or those of the installations. */
import type { Problem } from '#model/failure.ts';
import { phrases } from '#phrases/chat.ts';
import type { SlackApi } from './api.ts';
import { REQUIRED_SCOPES } from './manifest.ts';
import { botTokenProblem, MISSING, scopeProblem, unreachable } from './problems.ts';

export type Bot = { readonly token: string; readonly team: string; readonly botId?: string; readonly botUser?: string };

export type Bots = {
  /** Undefined: we are not installed there. */
  readonly of: (team: string | undefined) => Promise<Bot | undefined>;
};

export type Introduction =
  | { readonly kind: 'known'; readonly bot: Bot; readonly problem?: Problem }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'outage'; readonly problem: Problem };

/** auth.test: who we are, and which scopes are missing. */
export async function introduce(api: SlackApi, token: string | undefined): Promise<Introduction> {
  if (!token) return { kind: 'refused', problem: MISSING.botToken };
  const outcome = await api.call(token, 'auth.test');
  if (outcome.kind === 'refused') return { kind: 'refused', problem: botTokenProblem(outcome.error) };
  if (outcome.kind === 'limited') return { kind: 'outage', problem: unreachable(phrases.rateLimit) };
  if (outcome.kind === 'outage') return { kind: 'outage', problem: unreachable(outcome.message) };
  const { team_id, bot_id, user_id, response_metadata } = outcome.data;
  const granted = (response_metadata as { scopes?: readonly string[] } | undefined)?.scopes?.filter(Boolean);
  // Without the header nothing is known of the scopes, so nothing is said.
  const missing = granted?.length ? REQUIRED_SCOPES.filter((scope) => !granted.includes(scope)) : [];
  return {
    kind: 'known',
    bot: {
      token,
      team: String(team_id ?? ''),
      ...(bot_id ? { botId: String(bot_id) } : {}),
      ...(user_id ? { botUser: String(user_id) } : {}),
    },
    ...(missing.length ? { problem: scopeProblem(missing) } : {}),
  };
}
